// The modules of this folder compiled (generated at build time by embed_images.cc, for
// vm::use_library_images()). Const; any thread.
#pragma once

#include <span>
#include <string_view>

namespace forkscope::library {

std::span<const std::string_view> images();

}  // namespace forkscope::library
