// How App sets the theme between two frames: colours by name, metrics by scale, fonts from platform/fonts.
// Window thread only.
#pragma once

#include <string>

#include "app/theme/theme.h"

namespace forkscope::app {

// "dark", "light", "contrast"; an unknown name is "dark".
void set_palette(const std::string& name);
void set_metrics(float scale);
void set_fonts(const Fonts& fonts);
// Gives ImGui's own style the colours and distances of the theme.
void apply_to_imgui();

}  // namespace forkscope::app
