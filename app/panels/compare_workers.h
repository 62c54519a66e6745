// The workers of one run over its time: what each did, tasks that wait, results that came, hand-overs of the
// GIL. Draws into `card`. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_compare_workers(const Frame& frame, const Area& card, CommandQueue& commands);

}  // namespace forkscope::app
