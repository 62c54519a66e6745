// Queue depth over time, on the timeline's axis: slots taken (= qsize()), what lies in buffers and in the
// feeders' hands, what is in the pipe; and every answer the queue gave where it was given. Draws into what is
// left of the current child window. Window thread only.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_depth(const Frame& frame, CommandQueue& commands);

// The queue that is shown: the selected one, else the first that anything was put into. 0 = there is none.
base::ObjectId shown_queue(const Frame& frame);

}  // namespace forkscope::app
