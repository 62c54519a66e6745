// Names for files that the window writes. Looks into the current folder.
#pragma once

#include <string>

namespace forkscope::app {

// A file name that does not exist yet, in the current folder: "forkscope-program-2.png" of "program.py".
std::string new_file(const std::string& program, const char* ending);

}  // namespace forkscope::app
