// Who moves next: a card per thread with its next move in plain words; those that cannot move say what they
// wait for.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_moves(const Frame& frame, CommandQueue& commands);
// What it needs at this width, its title included; 0 = it has nothing to say.
float moves_height(const Frame& frame, float width);

}  // namespace forkscope::app
