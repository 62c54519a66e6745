#include "app/widgets/slider.h"

#include <algorithm>
#include <cmath>

#include "app/theme/theme.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr double kWide = 100;  // high / low from which a range counts as wide

bool logarithmic(double low, double high) {
  return low > 0 && high / low > kWide;
}

}  // namespace

double slider_position(double low, double high, double value) {
  if (!(high > low)) return 0;
  const double part =
      logarithmic(low, high) ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
  return std::clamp(part, 0.0, 1.0);
}

double slider_value(double low, double high, double position) {
  const double part = std::clamp(position, 0.0, 1.0);
  return logarithmic(low, high) ? low * std::pow(high / low, part) : low + (high - low) * part;
}

float slider_height() {
  return theme().metrics.line * 1.75f;
}

bool slider(const char* id, const Area& area, const SliderLook& look, double& value) {
  const Theme& t = theme();
  const float scale = t.metrics.scale;
  ImGui::SetCursorScreenPos(area.min);
  ImGui::InvisibleButton(id, area.size());
  note_hit(id, area.min, area.max);
  const bool turning = ImGui::IsItemActive();
  const bool lit = turning || ImGui::IsItemHovered() || look.chosen;

  draw_text(t.fonts.small, area.min, look.chosen ? t.palette.text : t.palette.text_dim,
            shortened(t.fonts.small, look.name, area.width() * 0.7f));
  draw_text(t.fonts.small, {area.max.x - text_width(t.fonts.small, look.value_text), area.min.y},
            t.palette.text, look.value_text);

  const float radius = 6 * scale;
  const float y = area.min.y + text_height(t.fonts.small) + radius + 4 * scale;
  const float left = area.min.x + radius, right = area.max.x - radius;
  if (turning)
    value =
        slider_value(look.low, look.high, (ImGui::GetIO().MousePos.x - left) / std::max(1.0f, right - left));
  const double shown = turning ? value : look.value;
  const float x = left + (right - left) * static_cast<float>(slider_position(look.low, look.high, shown));

  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({area.min.x, y - 2 * scale}, {area.max.x, y + 2 * scale}, t.palette.panel_border,
                      2 * scale);
  list->AddRectFilled({area.min.x, y - 2 * scale}, {x, y + 2 * scale}, t.palette.accent, 2 * scale);
  list->AddCircleFilled({x, y}, radius, lit ? t.palette.text : t.palette.accent);
  return turning;
}

}  // namespace forkscope::app
