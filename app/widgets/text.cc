#include "app/widgets/text.h"

#include <cfloat>

#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"

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

void paragraph(ImFont* font, ImU32 colour, std::string_view text, float wrap_at) {
  push_font(font);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::PushTextWrapPos(wrap_at);
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void tooltip(std::string_view text) {
  constexpr float kWidth = 420;
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(kWidth * theme().metrics.scale);
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

}  // namespace forkscope::app
