// The memory of objects that were freed and is kept for new ones. Under the GIL; reading the count is
// harmless without.
#pragma once

#include <cstddef>

namespace forkscope::vm {

std::size_t kept_for_objects();  // bytes

}  // namespace forkscope::vm
