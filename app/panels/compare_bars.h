// Where the time of an average worker went, one bar a way, with the number of workers that is looked at.
// Draws into `card`. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_compare_bars(const Frame& frame, const Area& card, CommandQueue& commands);

}  // namespace forkscope::app
