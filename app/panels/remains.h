// The strip above the cards of Step mode: what can still happen at the moment shown, what is certain from
// here on, and the challenge. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

// What can still happen, in a line, and the link that shows or hides it.
void draw_possible(const Frame& frame, Area line, CommandQueue& commands);

// Below it; 0 where there is nothing to say.
float remains_height(const Frame& frame);
void draw_remains(const Frame& frame, Area area, CommandQueue& commands);

}  // namespace forkscope::app
