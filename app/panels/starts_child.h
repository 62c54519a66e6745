// What the system says of the child that one start method made: pid, parent, command line, memory,
// descriptors, names; and where there is no child, what happened instead. Window thread only.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

// At the cursor of the present region, as wide as that; fills what is left of its height where it can.
void draw_starts_child(const Frame& frame, const lab::MethodReport& report, CommandQueue& commands);

}  // namespace forkscope::app
