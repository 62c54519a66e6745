#include "app/widgets/share_bars.h"

#include <algorithm>

#include "app/theme/theme.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr float kRow = 25, kBar = 15, kSample = 11;

double total(const ShareBar& bar) {
  double sum = 0;
  for (const BarPart& part : bar.parts) sum += part.value;
  return sum;
}

// The part under the mouse, or nullptr.
const BarPart* draw_parts(const ShareBar& bar, Area room, double most) {
  const float middle = (room.min.y + room.max.y) / 2, half = scaled(kBar) / 2;
  const BarPart* hovered = nullptr;
  float x = room.min.x;
  for (const BarPart& part : bar.parts) {
    if (!(part.value > 0)) continue;
    const float width = room.width() * static_cast<float>(part.value / most);
    const Area piece{{x, middle - half}, {std::min(room.max.x, std::max(x + 1, x + width)), middle + half}};
    draw_fill(piece, part.fill, part.colour, scaled(2));
    if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(piece.min, piece.max)) hovered = &part;
    x += width;
  }
  return hovered;
}

}  // namespace

float share_bar_height() {
  return scaled(kRow);
}

int share_bars(const char* id, const Area& area, const std::vector<ShareBar>& bars,
               const std::function<std::string(double)>& value_text) {
  const Theme& t = theme();
  ImFont* small = t.fonts.small;
  double most = 0;
  float names = 0, values = 0;
  for (const ShareBar& bar : bars) {
    most = std::max(most, total(bar));
    names = std::max(names, text_width(small, bar.name));
    values = std::max(values, text_width(small, bar.value_text));
  }
  if (!(most > 0)) return -1;
  int clicked = -1;
  Area rest = area;
  for (std::size_t index = 0; index < bars.size(); ++index) {
    const ShareBar& bar = bars[index];
    Area row = rest.cut_top(scaled(kRow));
    ImGui::SetCursorScreenPos(row.min);
    const std::string name = std::string(id) + "." + bar.name;
    if (ImGui::InvisibleButton(name.c_str(), row.size())) clicked = static_cast<int>(index);
    note_hit(name, row.min, row.max);
    if (ImGui::IsItemHovered() || bar.chosen)
      ImGui::GetWindowDrawList()->AddRectFilled(
          {row.min.x - scaled(6), row.min.y}, {row.max.x + scaled(6), row.max.y},
          with_alpha(t.palette.text, bar.chosen ? 0.07f : 0.04f), scaled(4));
    const Area label = row.cut_left(std::min(names, row.width() * 0.4f), scaled(10));
    const float y = (row.min.y + row.max.y - text_height(small)) / 2;
    draw_text(small, {label.min.x, y}, bar.chosen ? t.palette.text : t.palette.text_dim,
              shortened(small, bar.name, label.width()));
    const Area value = row.cut_right(values, scaled(8));
    draw_text(small, {value.max.x - text_width(small, bar.value_text), y}, t.palette.text_dim,
              bar.value_text);
    if (const BarPart* part = draw_parts(bar, row, most))
      tooltip(bar.name + ": " + part->name + " " + value_text(part->value));
  }
  return clicked;
}

float part_legend(const Area& area, const std::vector<BarPart>& parts, bool draw) {
  const Theme& t = theme();
  ImFont* small = t.fonts.small;
  const float line = text_height(small) + scaled(6);
  float x = area.min.x, y = area.min.y;
  for (const BarPart& part : parts) {
    const float width = scaled(kSample + 6) + text_width(small, part.name);
    if (x > area.min.x && x + width > area.max.x) {
      x = area.min.x;
      y += line;
    }
    if (draw) {
      const float middle = y + text_height(small) / 2, half = scaled(kSample) / 2;
      draw_fill({{x, middle - half}, {x + 2 * half, middle + half}}, part.fill, part.colour, scaled(2));
      draw_text(small, {x + scaled(kSample + 6), y}, t.palette.text_dim, part.name);
    }
    x += width + scaled(14);
  }
  return y + line - area.min.y;
}

}  // namespace forkscope::app
