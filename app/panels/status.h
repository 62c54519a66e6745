// The line at the bottom (state, counts, what was lost) and the band below the top bar, for what the user
// must read.
#pragma once

#include <string>

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

// Empty when there is nothing to say.
std::string banner_text(const Frame& frame);
float banner_height(const Frame& frame, float width);
void draw_banner(const Frame& frame, const Area& area, CommandQueue& commands);
void draw_status(const Frame& frame, const Area& area);

}  // namespace forkscope::app
