// A line on stderr for whoever runs the program from a terminal; users see Errors and events instead.
#pragma once

#include <string_view>

namespace forkscope::base {

// Writes "forkscope: text\n" to stderr in one write. Any thread.
void log(std::string_view text);

}  // namespace forkscope::base
