#include "app/panels/outcomes_change.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/model/text_change.h"
#include "app/theme/theme.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

void draw_line(const ChangedLine& line, ImVec2 at, float gutter, float width) {
  const Theme& t = theme();
  const float height = t.metrics.line * 0.96f;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool removed = line.change == LineChange::removed, added = line.change == LineChange::added;
  const ImU32 hue = added ? t.palette.pipe : t.palette.buffer;
  if (removed || added)
    list->AddRectFilled(at, {at.x + width, at.y + height}, with_alpha(hue, 0.14f), scaled(3));
  const float y = at.y + (height - text_height(t.fonts.code)) / 2;
  const std::string number = std::to_string(line.number);
  if (!removed)
    draw_text(t.fonts.code, {at.x + gutter - scaled(34) - text_width(t.fonts.code, number), y},
              t.palette.text_faint, number);
  if (removed || added) draw_text(t.fonts.code, {at.x + gutter - scaled(24), y}, hue, removed ? "-" : "+");
  const ImU32 ink = removed ? t.palette.text_faint : added ? t.palette.text : t.palette.text_dim;
  draw_text(t.fonts.code, {at.x + gutter, y}, ink, line.text);
  const std::size_t begin = line.text.find_first_not_of(' ');
  if (!removed || begin == std::string::npos) return;
  const float middle = at.y + height / 2 + scaled(1);
  list->AddLine({at.x + gutter + text_width(t.fonts.code, line.text.substr(0, begin)), middle},
                {at.x + gutter + text_width(t.fonts.code, line.text), middle}, t.palette.text_dim,
                scaled(1.2f));
}

}  // namespace

void draw_outcomes_change(const Frame& frame) {
  static std::vector<std::string> older, newer;
  static std::vector<ChangedLine> lines;
  const Theme& t = theme();
  const OutcomesView& view = frame.outcomes;
  const bool is_new = older != view.source_before || newer != view.source;
  if (is_new) {
    older = view.source_before;
    newer = view.source;
    lines = changes_between(older, newer);
  }
  const float height = t.metrics.line * 0.96f, gutter = scaled(70);
  float widest = 0, first_change = -1;
  for (std::size_t index = 0; index < lines.size(); ++index) {
    widest = std::max(widest, text_width(t.fonts.code, lines[index].text));
    if (first_change < 0 && lines[index].change != LineChange::same)
      first_change = height * static_cast<float>(index);
  }
  const float width = std::max(ImGui::GetContentRegionAvail().x, gutter + widest + scaled(12));
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  for (std::size_t index = 0; index < lines.size(); ++index)
    draw_line(lines[index], {origin.x, origin.y + height * static_cast<float>(index)}, gutter, width);
  ImGui::Dummy({width, height * static_cast<float>(lines.size())});
  // What was changed is to be seen.
  if (is_new && first_change >= 0) ImGui::SetScrollY(std::max(0.0f, first_change - 3 * height));
}

}  // namespace forkscope::app
