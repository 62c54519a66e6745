// What the user thinks is possible, before the search tells: a line to tick for each outcome, a field for
// others. Draws into the current region. Window thread only.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_outcomes_guess(const Frame& frame, CommandQueue& commands);

}  // namespace forkscope::app
