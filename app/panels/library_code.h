// The source of the library call that a thread is in, with a mark for everybody who is in the same file.
#pragma once

#include <string>

#include "app/model/frame.h"

namespace forkscope::app {

void draw_library_code(const Frame& frame, CommandQueue& commands);
// "INSIDE THE LIBRARY · multiprocessing/queues.py · Queue._feed()"
std::string library_title(const Frame& frame);

}  // namespace forkscope::app
