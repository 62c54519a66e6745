// Go on until ...: a popup that asks how far a stepped program is to go on by itself.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

// Over `page`, in its middle.
void draw_goals(const Frame& frame, const Area& page, CommandQueue& commands);

}  // namespace forkscope::app
