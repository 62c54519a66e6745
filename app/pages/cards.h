// Cards: what several pages show in the same way; each draws its frame, its titles and its panels into
// `card`. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

// The code, and below it what the program printed.
void program_card(const Frame& frame, const Area& card, CommandQueue& commands);
// What the queue answered, where the items are, the processes.
void answers_card(const Frame& frame, const Area& card, CommandQueue& commands);
void notes_card(const Frame& frame, const Area& card);

// A lane for each thread and one for each process's GIL, below the axis; and the depth chart.
void time_card(const Frame& frame, const Area& card, CommandQueue& commands);
// What that card would like to have.
float time_height(const Frame& frame);

}  // namespace forkscope::app
