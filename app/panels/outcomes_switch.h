// The switch of the Outcomes page: whether threads of one process also change places inside a statement, with
// a sentence about who does so. Draws into the area it is given. Window thread only.
#pragma once

#include "app/model/command.h"
#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

float outcomes_switch_height(float width);
void draw_outcomes_switch(const Frame& frame, Area area, CommandQueue& commands);

}  // namespace forkscope::app
