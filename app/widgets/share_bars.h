// Horizontal bars made of parts, all on one scale, and the legend of what the parts mean. Window thread only.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/widgets/fills.h"

namespace forkscope::app {

struct BarPart {
  std::string name;  // said at the mouse
  double value = 0;
  Fill fill = Fill::plain;
  ImU32 colour = 0;
};

struct ShareBar {
  std::string name;
  std::string value_text;  // of the whole, behind it
  std::vector<BarPart> parts;
  bool chosen = false;
};

float share_bar_height();
// The index of the bar that was clicked, or -1. `value_text` says a part's value.
int share_bars(const char* id, const Area& area, const std::vector<ShareBar>& bars,
               const std::function<std::string(double)>& value_text);

// Names behind small samples, wrapped; returns the height they take. `draw` false: only measured.
float part_legend(const Area& area, const std::vector<BarPart>& parts, bool draw);

}  // namespace forkscope::app
