#include "app/widgets/column.h"

#include "app/theme/theme.h"
#include "app/widgets/text.h"

namespace forkscope::app {

Column::Column() : width_(ImGui::GetContentRegionAvail().x - scaled(6)) {}

Area Column::line(float height) const {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  return {at, {at.x + width_, at.y + height}};
}

void Column::below(ImVec2 from, float height, float gap) {
  ImGui::SetCursorScreenPos(from);
  ImGui::Dummy({width_, height});
  ImGui::SetCursorScreenPos({from.x, from.y + height + gap});
}

void Column::heading(const char* words, bool first) {
  const Theme& t = theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float above = first ? 0 : t.metrics.gap;
  if (!first) draw_separator({{at.x, at.y + above / 2}, {at.x + width_, at.y + above}});
  draw_text(t.fonts.small, {at.x, at.y + above * 1.4f}, t.palette.text_dim,
            shortened(t.fonts.small, words, width_));
  below(at, above * 1.4f + text_height(t.fonts.small), scaled(8));
}

void Column::text(ImFont* font, ImU32 colour, const std::string& words) {
  paragraph(font, colour, words, ImGui::GetCursorPosX() + width_);
}

}  // namespace forkscope::app
