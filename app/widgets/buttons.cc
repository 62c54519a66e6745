#include "app/widgets/buttons.h"

#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr float kPadding = 13, kIcon = 11, kSpace = 8;

void draw_icon(Icon icon, ImVec2 at, float size, ImU32 colour) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 end(at.x + size, at.y + size);
  switch (icon) {
    case Icon::none:
      break;
    case Icon::play:
      list->AddTriangleFilled(at, {end.x, at.y + size / 2}, {at.x, end.y}, colour);
      break;
    case Icon::back:
      list->AddTriangleFilled({end.x, at.y}, {at.x, at.y + size / 2}, end, colour);
      break;
    case Icon::pause:
      list->AddRectFilled(at, {at.x + size * 0.35f, end.y}, colour);
      list->AddRectFilled({end.x - size * 0.35f, at.y}, end, colour);
      break;
    case Icon::stop:
      list->AddRectFilled(at, end, colour, scaled(1.5f));
      break;
    case Icon::menu:
      list->AddTriangleFilled({at.x, at.y + size * 0.28f}, {end.x, at.y + size * 0.28f},
                              {at.x + size / 2, at.y + size * 0.8f}, colour);
      break;
    case Icon::restart: {
      const ImVec2 centre(at.x + size / 2, at.y + size / 2);
      list->PathArcTo(centre, size * 0.45f, -0.6f, 4.4f, 20);
#if IMGUI_VERSION_NUM >= 19280
      list->PathStroke(colour, scaled(1.6f));
#else
      list->PathStroke(colour, 0, scaled(1.6f));
#endif
      const ImVec2 tip(centre.x + size * 0.40f, centre.y - size * 0.30f);
      list->AddTriangleFilled({tip.x - size * 0.32f, tip.y}, {tip.x + size * 0.22f, tip.y - size * 0.28f},
                              {tip.x + size * 0.18f, tip.y + size * 0.28f}, colour);
      break;
    }
  }
}

// An invisible button over `area`, known to the tests by its name.
bool pressed(const char* id, const Area& area, bool enabled) {
  if (area.width() < 1 || area.height() < 1) return false;
  ImGui::SetCursorScreenPos(area.min);
  const bool clicked = ImGui::InvisibleButton(id, area.size());
  note_hit(id, area.min, area.max);
  if (enabled && ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return clicked && enabled;
}

}  // namespace

float key_cap_width(const std::string& key) {
  return text_width(theme().fonts.code_small, key) + scaled(10);
}

void key_cap(ImVec2 middle_left, const std::string& key, ImU32 ink, ImU32 fill) {
  ImFont* font = theme().fonts.code_small;
  const float height = text_height(font) + scaled(2);
  const ImVec2 min(middle_left.x, middle_left.y - height / 2);
  const ImVec2 max(min.x + key_cap_width(key), min.y + height);
  ImGui::GetWindowDrawList()->AddRectFilled(min, max, fill, scaled(3));
  add_rect(ImGui::GetWindowDrawList(), min, max, with_alpha(ink, 0.45f), scaled(3), scaled(1));
  draw_text(font, {min.x + scaled(5), min.y + scaled(1)}, ink, key);
}

float button_width(const ButtonLook& look) {
  float width = 2 * scaled(kPadding) + text_width(theme().fonts.body, look.label);
  if (look.icon != Icon::none) width += scaled(kIcon) + (look.label.empty() ? 0 : scaled(kSpace));
  if (!look.key.empty()) width += key_cap_width(look.key) + scaled(kSpace);
  return width;
}

bool button(const char* id, const Area& area, const ButtonLook& look) {
  const Palette& p = theme().palette;
  const bool clicked = pressed(id, area, look.enabled);
  const bool hovered = look.enabled && ImGui::IsItemHovered();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 fill = look.primary && look.enabled ? p.accent : p.raised;
  const ImU32 ink = !look.enabled ? p.text_faint : look.primary ? p.accent_text : p.text;
  list->AddRectFilled(area.min, area.max, fill, scaled(7));
  if (look.marked) list->AddRectFilled(area.min, area.max, with_alpha(p.buffer, 0.20f), scaled(7));
  add_rect(list, area.min, area.max,
           hovered                        ? p.text_dim
           : look.primary && look.enabled ? p.accent
           : look.marked                  ? p.buffer
                                          : p.panel_border,
           scaled(7), scaled(1));

  const float middle = (area.min.y + area.max.y) / 2;
  float x = area.min.x + scaled(kPadding);
  if (look.icon != Icon::none) {
    draw_icon(look.icon, {x, middle - scaled(kIcon) / 2}, scaled(kIcon), ink);
    x += scaled(kIcon) + scaled(kSpace);
  }
  ImFont* font = look.primary ? theme().fonts.bold : theme().fonts.body;
  draw_text(font, {x, middle - text_height(font) / 2}, ink, look.label);
  if (!look.key.empty())
    key_cap({area.max.x - scaled(kPadding * 0.7f) - key_cap_width(look.key), middle}, look.key, ink,
            with_alpha(p.panel, look.primary ? 0.25f : 1));
  return clicked;
}

float segmented_width(const std::vector<std::string>& labels) {
  float width = 0;
  for (const auto& label : labels) width += text_width(theme().fonts.bold, label) + 2 * scaled(kPadding);
  return width;
}

int segmented(const char* id, const Area& area, const std::vector<std::string>& labels, int chosen) {
  const Palette& p = theme().palette;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.min, area.max, p.background, scaled(7));
  int clicked = -1;
  float x = area.min.x;
  for (int index = 0; index < static_cast<int>(labels.size()); ++index) {
    const std::string& label = labels[static_cast<std::size_t>(index)];
    const Area segment{{x, area.min.y},
                       {x + text_width(theme().fonts.bold, label) + 2 * scaled(kPadding), area.max.y}};
    if (pressed((std::string(id) + "." + label).c_str(), segment, true)) clicked = index;
    if (index == chosen) list->AddRectFilled(segment.min, segment.max, p.accent, scaled(7));
    ImFont* font = index == chosen ? theme().fonts.bold : theme().fonts.body;
    const ImVec2 at(segment.min.x + (segment.width() - text_width(font, label)) / 2,
                    segment.min.y + (segment.height() - text_height(font)) / 2);
    draw_text(font, at,
              index == chosen          ? p.accent_text
              : ImGui::IsItemHovered() ? p.text
                                       : p.text_dim,
              label);
    x = segment.max.x;
  }
  add_rect(list, area.min, area.max, p.panel_border, scaled(7), scaled(1));
  return clicked;
}

bool link(const char* id, const Area& area, const std::string& label, ImU32 colour) {
  const bool clicked = pressed(id, area, true);
  ImFont* font = theme().fonts.body;
  draw_text(font, {area.min.x, area.min.y + (area.height() - text_height(font)) / 2},
            ImGui::IsItemHovered() ? theme().palette.text : colour, label);
  return clicked;
}

}  // namespace forkscope::app
