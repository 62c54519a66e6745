// The timeline: a lane for each thread, grouped by process, with a lane for each process's GIL; wrong answers
// as red dots and the items' ways as arrows. Draws into what is left of the current child window. Window
// thread only.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_timeline(const Frame& frame, CommandQueue& commands);

}  // namespace forkscope::app
