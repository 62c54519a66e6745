// The processes as `ps` shows them: while the program runs, from the operating system; for another moment,
// from the trace.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_process_tree(const Frame& frame, CommandQueue& commands);

}  // namespace forkscope::app
