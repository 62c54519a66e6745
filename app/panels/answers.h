// The latest wrong answer (or the selected one) in plain words, and how often the queue was asked and was
// wrong. Draws into what is left of the current child window. Window thread only.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_answers(const Frame& frame, CommandQueue& commands);

}  // namespace forkscope::app
