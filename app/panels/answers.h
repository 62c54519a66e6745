// The latest wrong answer (or the selected one) in plain words, and how often the queue was asked and was
// wrong. Draws into what is left of the current child window. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_answers(const Frame& frame, CommandQueue& commands);
// Only the newest answer up to the cursor, if it was wrong; the height is 0 if it was not.
float wrong_answer_height(const Frame& frame, float width);
void draw_wrong_answer(const Frame& frame, const Area& area);

}  // namespace forkscope::app
