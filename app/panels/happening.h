// What is happening: a sentence or two for the last and the next move.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_happening(const Frame& frame, CommandQueue& commands);

}  // namespace forkscope::app
