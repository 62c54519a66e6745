// The program's text with a marker for every thread at the line it is on, and for what the engine refused.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_code(const Frame& frame, CommandQueue& commands);

}  // namespace forkscope::app
