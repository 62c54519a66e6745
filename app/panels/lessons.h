// The list of lessons.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

// How high the list is with all lessons, in pixels.
float lessons_height(const Frame& frame);
void draw_lessons(const Frame& frame, CommandQueue& commands);

}  // namespace forkscope::app
