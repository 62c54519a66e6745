// The table of everything that can happen: outcome, possible or not, fewest preemptions, chance, and what
// CPython did; above it the proof. Draws a card's inside. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_outcomes_table(const Frame& frame, Area inside, CommandQueue& commands);

}  // namespace forkscope::app
