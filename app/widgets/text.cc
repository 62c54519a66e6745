#include "app/widgets/text.h"

#include <algorithm>
#include <cfloat>

#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/line_break.h"

namespace forkscope::app {

void draw_text(ImDrawList* list, ImFont* font, ImVec2 at, ImU32 colour, std::string_view text) {
  if (text.empty()) return;
  list->AddText(
      font, font_size(font),
      ImVec2(static_cast<float>(static_cast<int>(at.x)), static_cast<float>(static_cast<int>(at.y))), colour,
      text.data(), text.data() + text.size());
}

void draw_text(ImFont* font, ImVec2 at, ImU32 colour, std::string_view text) {
  draw_text(ImGui::GetWindowDrawList(), font, at, colour, text);
}

float text_width(ImFont* font, std::string_view text) {
  if (text.empty()) return 0;
  return font->CalcTextSizeA(font_size(font), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float text_height(ImFont* font) {
  return font_size(font);
}

std::string shortened(ImFont* font, std::string_view text, float width) {
  if (text_width(font, text) <= width) return std::string(text);
  const float room = width - text_width(font, "…");
  if (room <= 0) return {};
  const char* rest = nullptr;
  font->CalcTextSizeA(font_size(font), room, 0, text.data(), text.data() + text.size(), &rest);
  return std::string(text.data(), rest) + "…";
}

void text_lines(std::string_view text, float width) {
  ImFont* font = ImGui::GetFont();
  const auto measure = [&](std::string_view part) { return text_width(font, part); };
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImU32 colour = ImGui::GetColorU32(ImGuiCol_Text);
  float widest = 0, y = at.y;
  for (const std::string_view line : break_lines(text, width, measure)) {
    draw_text(font, {at.x, y}, colour, line);
    widest = std::max(widest, measure(line));
    y += text_height(font);
  }
  ImGui::Dummy(ImVec2(widest, y - at.y));
}

void paragraph(ImFont* font, ImU32 colour, std::string_view text, float wrap_at) {
  push_font(font);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  text_lines(text, wrap_at > 0 ? wrap_at - ImGui::GetCursorPosX() : ImGui::GetContentRegionAvail().x);
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void tooltip(std::string_view text) {
  ImGui::BeginTooltip();
  text_lines(text, tooltip_width());
  ImGui::EndTooltip();
}

float tooltip_width() {
  constexpr float kWidth = 420;
  return kWidth * theme().metrics.scale;
}

}  // namespace forkscope::app
