// The way to an outcome with the fewest preemptions, as lanes with arrows; two of them below each other, with
// the move at which they part. Draws a card's inside. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_outcomes_example(const Frame& frame, Area inside, CommandQueue& commands);

}  // namespace forkscope::app
