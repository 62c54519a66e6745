// The one place that knows what differs between Dear ImGui 1.86 (Debian 12) and 1.92: names and argument
// orders. Fonts are in fonts.cc, input in input.cc. Window thread only.
#pragma once

#include "imgui.h"

namespace forkscope::app {

inline void push_font(ImFont* font) {
#if IMGUI_VERSION_NUM >= 19200
  ImGui::PushFont(font, 0.0f);
#else
  ImGui::PushFont(font);
#endif
}

inline float font_size(const ImFont* font) {
#if IMGUI_VERSION_NUM >= 19200
  return font->LegacySize;
#else
  return font->FontSize;
#endif
}

// From 1.92.8 on the thickness comes before the flags.
inline void add_rect(ImDrawList* list, ImVec2 from, ImVec2 to, ImU32 colour, float rounding,
                     float thickness) {
#if IMGUI_VERSION_NUM >= 19280
  list->AddRect(from, to, colour, rounding, thickness);
#else
  list->AddRect(from, to, colour, rounding, 0, thickness);
#endif
}

inline void add_polyline(ImDrawList* list, const ImVec2* points, int count, ImU32 colour, float thickness) {
#if IMGUI_VERSION_NUM >= 19280
  list->AddPolyline(points, count, colour, thickness);
#else
  list->AddPolyline(points, count, colour, 0, thickness);
#endif
}

}  // namespace forkscope::app
