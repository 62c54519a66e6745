// Where the program's files lie, relative to the program itself: the build folder and an installation have
// the same shape, bin/ beside share/. Reads the file system.
#pragma once

#include <string>

namespace forkscope::app {

std::string lessons_folder();
std::string locale_folder();

}  // namespace forkscope::app
