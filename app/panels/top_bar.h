// The bar at the top: which program, how processes start, and the buttons that run it.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_top_bar(const Frame& frame, const Area& area, CommandQueue& commands);

}  // namespace forkscope::app
