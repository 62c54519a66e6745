// The pool lab's settings: which call, who does it, how many tasks and workers, the chunks. Every turn runs the
// program again. Draws into `area`, which scrolls. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_pool_order(const Frame& frame, const Area& area, CommandQueue& commands);

}  // namespace forkscope::app
