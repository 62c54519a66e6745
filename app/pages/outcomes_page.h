// The page of everything that a program can do: the program, what the user thinks, the table, the facts, and
// examples below. Draws into `area`. `tab` is the chosen one of the cards that share a place where the window
// is narrow; it may grow without bound. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_outcomes_page(const Frame& frame, const Area& area, int& tab, CommandQueue& commands);

}  // namespace forkscope::app
