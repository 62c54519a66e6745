// The page of Compare: the order at the left, the lines, what can be said, where the time went and the
// workers of one run; or the pool lab. Draws into `area`. `tab` is the chosen one of the cards that share a
// place where the window is narrow; it may grow without bound. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_compare_page(const Frame& frame, const Area& area, int& tab, CommandQueue& commands);

}  // namespace forkscope::app
