// What can be said of a comparison: warnings, sentences with the numbers they rest on, and where to see the
// opposite. Draws into `card`. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_compare_sentences(const Frame& frame, const Area& card, CommandQueue& commands);

}  // namespace forkscope::app
