// One start method's way to the target: its heading with the time to the first line, the stages as numbered
// rows with who does each and how long it takes, and what the current one means. Window thread only.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

// The height of a row where a card has this size: all methods have the same.
float starts_row_height(const Frame& frame, ImVec2 card);
// What draw_starts_stages() would like to have of such a card.
float starts_stages_height(const Frame& frame, const lab::MethodReport& report, ImVec2 card);
void draw_starts_stages(const Frame& frame, const lab::MethodReport& report, const Area& area,
                        float row_height, CommandQueue& commands);

}  // namespace forkscope::app
