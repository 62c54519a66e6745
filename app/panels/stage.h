// The world at the cursor as a picture: processes as boxes with their threads, buffers, pipes, slots, locks,
// shared values.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_stage(const Frame& frame, CommandQueue& commands);

}  // namespace forkscope::app
