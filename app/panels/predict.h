// A question of the lesson about what comes next, and whether the answer was right.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_predict(const Frame& frame, CommandQueue& commands);
// What it needs at this width, its title included; 0 = it has nothing to say.
float predict_height(const Frame& frame, float width);

}  // namespace forkscope::app
