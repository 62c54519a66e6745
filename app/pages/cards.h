// Cards: what several pages show in the same way; each draws its frame, its titles and its panels into
// `card`. Window thread only.
#pragma once

#include <string>
#include <vector>

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

// The code, and below it what the program printed.
void program_card(const Frame& frame, const Area& card, CommandQueue& commands);
// What the queue answered, where the items are, the processes.
void answers_card(const Frame& frame, const Area& card, CommandQueue& commands);
// The notes of the lesson, and what it asks.
void notes_card(const Frame& frame, const Area& card, CommandQueue& commands);
// Below the program the source of the library call that a thread is in.
void code_card(const Frame& frame, const Area& card, CommandQueue& commands);
// A part of `card` is cut off for the lesson's question, if there is one.
void question_part(const Frame& frame, Area& card, CommandQueue& commands);

// A lane for each thread and one for each process's GIL, below the axis; and the depth chart.
void time_card(const Frame& frame, const Area& card, CommandQueue& commands);
// What that card would like to have.
float time_height(const Frame& frame);

// Across `area`: what is shown was measured before something changed; `words` say what, and what to do.
void old_mark(const Area& area, const char* words);
// The choice among cards that share a place, cut off the top of `area`. `tab` is the one that is shown.
void choose_tab(Area& area, const std::vector<std::string>& labels, int& tab);

}  // namespace forkscope::app
