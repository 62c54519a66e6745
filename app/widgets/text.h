// Text without meaning: drawn at a place, measured, shortened. Window thread only.
#pragma once

#include <string>
#include <string_view>

#include "imgui.h"

namespace forkscope::app {

void draw_text(ImFont* font, ImVec2 at, ImU32 colour, std::string_view text);
void draw_text(ImDrawList* list, ImFont* font, ImVec2 at, ImU32 colour, std::string_view text);
float text_width(ImFont* font, std::string_view text);
float text_height(ImFont* font);
// The text, or its beginning with an ellipsis where it is wider than `width`.
std::string shortened(ImFont* font, std::string_view text, float width);
// A paragraph at the cursor, wrapped to the region's width; where the region scrolls sideways, give the width
// in sight, as a place in the region.
void paragraph(ImFont* font, ImU32 colour, std::string_view text, float wrap_at = 0);
// The same in ImGui's present font and colour, no wider than `width`.
void text_lines(std::string_view text, float width);
// A hint at the mouse, wrapped to a width that reads well.
void tooltip(std::string_view text);
float tooltip_width();

}  // namespace forkscope::app
