// The program's knobs as sliders that act on it while it runs.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_knobs(const Frame& frame, CommandQueue& commands);

}  // namespace forkscope::app
