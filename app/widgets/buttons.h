// Buttons, segmented controls and sliders in the theme's look. Each draws at a place that the caller has
// measured and returns what the user did. Window thread only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/widgets/area.h"

namespace forkscope::app {

enum class Icon : std::uint8_t { none, play, back, pause, restart, stop, menu };

struct ButtonLook {
  Icon icon = Icon::none;
  std::string label;
  std::string key;  // shown as a key cap; empty = none
  bool primary = false;
  bool enabled = true;
  bool marked = false;  // something is not as usual
};

float button_width(const ButtonLook& look);
// `id` names it in the hit map too.
bool button(const char* id, const Area& area, const ButtonLook& look);

float segmented_width(const std::vector<std::string>& labels);
// The index clicked, or -1.
int segmented(const char* id, const Area& area, const std::vector<std::string>& labels, int chosen);

// Text that can be clicked, without a frame.
bool link(const char* id, const Area& area, const std::string& label, ImU32 colour);

// A small key cap; returns its width.
float key_cap_width(const std::string& key);
void key_cap(ImVec2 middle_left, const std::string& key, ImU32 ink, ImU32 fill);

}  // namespace forkscope::app
