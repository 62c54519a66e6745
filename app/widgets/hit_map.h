// HitMap: where the things to click lie in this frame, by name. For the tests, which wait for a button and
// click it. Window thread only.
#pragma once

#include <map>
#include <string>

#include "imgui.h"

namespace forkscope::app {

struct HitRectangle {
  ImVec2 min, max;
};

void clear_hits();
void note_hit(const std::string& name, ImVec2 min, ImVec2 max);
const std::map<std::string, HitRectangle>& hits();

}  // namespace forkscope::app
