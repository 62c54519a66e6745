// Where a queue's items are at the moment shown: in the buffers of their producers, in a feeder's hand, in
// the pipe.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

float items_height();
void draw_items(const Frame& frame);

}  // namespace forkscope::app
