// The processes of one start method as ps prints them, with what each is for, and a sentence about what one
// might wonder at. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_starts_tree(const Frame& frame, const Area& card, CommandQueue& commands);

}  // namespace forkscope::app
