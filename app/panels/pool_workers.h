// The pool lab's workers over time: their chunks as blocks, what waits, what has come back and what the program has
// printed; a click kills a worker. Draws into `card`. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_pool_workers(const Frame& frame, const Area& card, CommandQueue& commands);

}  // namespace forkscope::app
