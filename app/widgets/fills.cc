#include "app/widgets/fills.h"

#include <algorithm>
#include <cmath>

#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"

namespace forkscope::app {

namespace {

constexpr float kWide = 8, kClose = 4;  // unscaled pixels between two lines

void hatch(ImDrawList* list, const Area& area, ImU32 colour, float distance) {
  const float height = area.height();
  list->PushClipRect(area.min, area.max, true);
  for (float x = std::floor((area.min.x - height) / distance) * distance; x < area.max.x; x += distance)
    list->AddLine({x, area.max.y}, {x + height, area.min.y}, colour, std::max(1.0f, theme().metrics.scale));
  list->PopClipRect();
}

}  // namespace

void draw_fill(const Area& area, Fill fill, ImU32 colour, float rounding) {
  if (area.width() <= 0 || area.height() <= 0) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float scale = theme().metrics.scale;
  if (fill == Fill::plain) return list->AddRectFilled(area.min, area.max, colour, rounding);
  list->AddRectFilled(area.min, area.max, with_alpha(colour, 0.15f), rounding);
  if (fill != Fill::outlined) hatch(list, area, colour, scale * (fill == Fill::hatched ? kWide : kClose));
  if (area.width() > 3 * scale) add_rect(list, area.min, area.max, colour, rounding, scale);
}

}  // namespace forkscope::app
