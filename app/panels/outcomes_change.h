// The program as it is and as it was before it was changed, in one text: what was taken away is crossed out,
// what was put in is marked. Window thread only.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

// Drawn into the current region.
void draw_outcomes_change(const Frame& frame);

}  // namespace forkscope::app
