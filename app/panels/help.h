// The list of all keys, over everything else.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_help(const Frame& frame, const Area& area, CommandQueue& commands);

}  // namespace forkscope::app
