// Time from start() to the target's first line, of each method here and by python3, over all starts of the
// measurement; and how far that is. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_starts_times(const Frame& frame, const Area& card, CommandQueue& commands);

}  // namespace forkscope::app
