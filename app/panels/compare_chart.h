// The lines of a comparison over the number of workers: how many times as fast, how long, how many a second;
// with the spread of the runs, the ideal line and the cores. While it is measured: how far it is. Window
// thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_compare_chart(const Frame& frame, const Area& card, CommandQueue& commands);

}  // namespace forkscope::app
