// What the program has printed by the moment shown, with the colour of the process that printed it, and a
// field for its standard input while it waits for some.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_console(const Frame& frame, CommandQueue& commands);

}  // namespace forkscope::app
