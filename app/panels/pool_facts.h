// What the pool lab's run came to, in words: chunks, who did how many, what was lost. Draws into `card`. Window
// thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

void draw_pool_facts(const Frame& frame, const Area& card);

}  // namespace forkscope::app
