#include "app/widgets/choices.h"

#include <algorithm>

#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

bool pressed(const std::string& id, const Area& area) {
  ImGui::SetCursorScreenPos(area.min);
  const bool clicked =
      ImGui::InvisibleButton(id.c_str(), {std::max(1.0f, area.width()), std::max(1.0f, area.height())});
  note_hit(id, area.min, area.max);
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return clicked;
}

bool step_button(const std::string& id, const Area& area, bool plus) {
  const Palette& p = theme().palette;
  const bool clicked = pressed(id, area);
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.min, area.max, p.raised, scaled(5));
  add_rect(list, area.min, area.max, hovered ? p.text_dim : p.panel_border, scaled(5), scaled(1));
  const ImVec2 middle((area.min.x + area.max.x) / 2, (area.min.y + area.max.y) / 2);
  const float half = scaled(4), thin = scaled(0.75f);
  const ImU32 ink = hovered ? p.text : p.text_dim;
  list->AddRectFilled({middle.x - half, middle.y - thin}, {middle.x + half, middle.y + thin}, ink);
  if (plus) list->AddRectFilled({middle.x - thin, middle.y - half}, {middle.x + thin, middle.y + half}, ink);
  return clicked;
}

}  // namespace

int stepped_value(const std::string& id, const Area& line, const std::string& name,
                  const std::string& value) {
  const Theme& t = theme();
  Area rest = line;
  const float size = std::min(line.height(), scaled(20)), margin = (line.height() - size) / 2;
  const auto square = [&](Area cut) { return cut.inset(0, margin); };
  int turned = 0;
  if (step_button(id + ".more", square(rest.cut_right(size, scaled(5))), true)) turned = 1;
  if (step_button(id + ".less", square(rest.cut_right(size, scaled(8))), false)) turned = -1;
  const float y = (line.min.y + line.max.y - text_height(t.fonts.body)) / 2;
  const Area said = rest.cut_right(text_width(t.fonts.body, value), scaled(10));
  draw_text(t.fonts.body, {said.min.x, y}, t.palette.text, value);
  draw_text(t.fonts.body, {rest.min.x, y}, t.palette.text_dim, shortened(t.fonts.body, name, rest.width()));
  return turned;
}

bool toggle_line(const std::string& id, const Area& line, const ToggleLook& look) {
  const Theme& t = theme();
  const bool clicked = pressed(id, line) && look.enabled;
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (look.enabled && ImGui::IsItemHovered())
    list->AddRectFilled({line.min.x - scaled(4), line.min.y}, line.max, with_alpha(t.palette.text, 0.05f),
                        scaled(4));
  const float middle = (line.min.y + line.max.y) / 2, half = scaled(5.5f);
  const ImVec2 from(line.min.x, middle - half), to(line.min.x + 2 * half, middle + half);
  if (look.on) list->AddRectFilled(from, to, look.colour, scaled(2));
  add_rect(list, from, to, look.on ? look.colour : t.palette.text_faint, scaled(2), scaled(1));
  ImFont* font = t.fonts.body;
  draw_text(font, {to.x + scaled(8), middle - text_height(font) / 2},
            look.on ? t.palette.text : t.palette.text_dim,
            shortened(font, look.name, line.max.x - to.x - scaled(8)));
  return clicked;
}

WrappedChoices wrapped_choices(const std::string& id, const Area& area,
                               const std::vector<std::string>& labels,
                               const std::function<bool(std::size_t)>& is_on) {
  const Theme& t = theme();
  const float height = t.metrics.line * 1.1f, pad = scaled(9), gap = scaled(5);
  ImDrawList* list = ImGui::GetWindowDrawList();
  WrappedChoices result;
  float x = area.min.x, y = area.min.y;
  for (std::size_t index = 0; index < labels.size(); ++index) {
    const float width = std::min(area.width(), text_width(t.fonts.body, labels[index]) + 2 * pad);
    if (x > area.min.x && x + width > area.max.x + 0.5f) {
      x = area.min.x;
      y += height + gap;
    }
    const Area chip{{x, y}, {x + width, y + height}};
    if (pressed(id + "." + std::to_string(index), chip)) result.clicked = static_cast<int>(index);
    const bool on = is_on(index), hovered = ImGui::IsItemHovered();
    list->AddRectFilled(chip.min, chip.max, on ? t.palette.accent : t.palette.raised, scaled(6));
    add_rect(list, chip.min, chip.max,
             hovered ? t.palette.text_dim
             : on    ? t.palette.accent
                     : t.palette.panel_border,
             scaled(6), scaled(1));
    draw_text(t.fonts.body, {x + pad, y + (height - text_height(t.fonts.body)) / 2},
              on ? t.palette.accent_text : t.palette.text_dim,
              shortened(t.fonts.body, labels[index], width - 2 * pad + 1));
    x += width + gap;
  }
  result.height = y + height - area.min.y;
  return result;
}

}  // namespace forkscope::app
