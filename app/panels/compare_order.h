// The order of a comparison: the work, its size, the numbers of workers and who does it; and the machine it
// runs on. Draws into `area`, which scrolls. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_compare_order(const Frame& frame, const Area& area, CommandQueue& commands);

}  // namespace forkscope::app
