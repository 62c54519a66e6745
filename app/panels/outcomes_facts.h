// Beside the table: how often a scheduler preempts, on a slider; how many schedules there are; real runs by
// CPython; and the small diagram of fates. Draws a card's inside. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_outcomes_facts(const Frame& frame, Area inside, CommandQueue& commands);

}  // namespace forkscope::app
