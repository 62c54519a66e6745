#include "app/widgets/area.h"

#include <algorithm>

#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/text.h"

namespace forkscope::app {

Area Area::cut_top(float height, float gap) {
  const Area piece{min, {max.x, std::min(max.y, min.y + height)}};
  min.y = std::min(max.y, piece.max.y + gap);
  return piece;
}

Area Area::cut_bottom(float height, float gap) {
  const Area piece{{min.x, std::max(min.y, max.y - height)}, max};
  max.y = std::max(min.y, piece.min.y - gap);
  return piece;
}

Area Area::cut_left(float width, float gap) {
  const Area piece{min, {std::min(max.x, min.x + width), max.y}};
  min.x = std::min(max.x, piece.max.x + gap);
  return piece;
}

Area Area::cut_right(float width, float gap) {
  const Area piece{{std::max(min.x, max.x - width), min.y}, max};
  max.x = std::max(min.x, piece.min.x - gap);
  return piece;
}

void draw_card(const Area& area) {
  const Theme& t = theme();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.min, area.max, t.palette.panel, t.metrics.rounding);
  add_rect(list, area.min, area.max, t.palette.panel_border, t.metrics.rounding, t.metrics.scale);
}

Area titled(const Area& card, const std::string& title) {
  const Theme& t = theme();
  Area inside = card.inset(t.metrics.padding, t.metrics.padding * 0.7f);
  const Area line = inside.cut_top(t.metrics.line, t.metrics.gap * 0.4f);
  draw_text(t.fonts.small, {line.min.x, line.min.y + (line.height() - text_height(t.fonts.small)) / 2},
            t.palette.text_dim, shortened(t.fonts.small, title, line.width()));
  return inside;
}

void draw_separator(const Area& area) {
  ImGui::GetWindowDrawList()->AddLine(area.min, {area.max.x, area.min.y}, theme().palette.panel_border,
                                      theme().metrics.scale);
}

Region::Region(const char* id, const Area& area, Scroll scroll) {
  ImGui::SetCursorScreenPos(area.min);
  const ImVec2 size(std::max(1.0f, area.width()), std::max(1.0f, area.height()));
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoBackground;
  if (scroll == Scroll::both) flags |= ImGuiWindowFlags_HorizontalScrollbar;
  if (scroll == Scroll::none) flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::BeginChild(id, size, false, flags);
}

Region::~Region() {
  ImGui::EndChild();
}

}  // namespace forkscope::app
