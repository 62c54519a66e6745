// What a queue answered, as a box with a title and a sentence; red where the answer was wrong. Window thread
// only.
#pragma once

#include "app/widgets/answer_text.h"
#include "app/widgets/area.h"

namespace forkscope::app {

float answer_card_height(const AnswerText& text, float width);
void draw_answer_card(const Area& area, const AnswerText& text, bool wrong);

}  // namespace forkscope::app
