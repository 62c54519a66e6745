// Small controls for a column of settings: a line with a value that steps, a line that is on or off, a row of
// numbers to switch, choices that wrap. Each draws into the area it is given. Window thread only.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/widgets/area.h"

namespace forkscope::app {

// The name at the left, the value between - and + at the right; returns -1, 0 or 1.
int stepped_value(const std::string& id, const Area& line, const std::string& name, const std::string& value);

struct ToggleLook {
  ImU32 colour = 0;
  bool on = false, enabled = true;
  std::string name;
};
// True if it was clicked.
bool toggle_line(const std::string& id, const Area& line, const ToggleLook& look);

// Labels in as many rows as they need. The index clicked, or -1.
struct WrappedChoices {
  float height = 0;
  int clicked = -1;
};
WrappedChoices wrapped_choices(const std::string& id, const Area& area,
                               const std::vector<std::string>& labels,
                               const std::function<bool(std::size_t)>& is_on);

}  // namespace forkscope::app
