#include "app/theme/theme.h"

#include <algorithm>
#include <array>

#include "app/theme/palettes.h"
#include "app/theme/theme_setup.h"

namespace forkscope::app {

namespace {

Theme current;
const NamedPalette* named = &find_palette("dark");

ImU32 mix(ImU32 from, ImU32 to, float share) {
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(from), b = ImGui::ColorConvertU32ToFloat4(to);
  const auto blend = [share](float x, float y) { return x + (y - x) * share; };
  return ImGui::ColorConvertFloat4ToU32(ImVec4(blend(a.x, b.x), blend(a.y, b.y), blend(a.z, b.z), a.w));
}

ImVec4 vector_of(ImU32 colour) {
  return ImGui::ColorConvertU32ToFloat4(colour);
}

}  // namespace

const Theme& theme() {
  return current;
}

void set_palette(const std::string& name) {
  named = &find_palette(name);
  current.palette = named->palette;
}

void set_metrics(float scale) {
  const Metrics base;
  Metrics& m = current.metrics;
  m.scale = scale;
  m.gap = base.gap * scale;
  m.padding = base.padding * scale;
  m.rounding = base.rounding * scale;
  m.line = base.line * scale;
  m.lane = base.lane * scale;
  m.top_bar = base.top_bar * scale;
}

void set_fonts(const Fonts& fonts) {
  current.fonts = fonts;
}

void apply_to_imgui() {
  const Palette& p = current.palette;
  const float scale = current.metrics.scale;
  ImGuiStyle style;
  style.WindowPadding = ImVec2(current.metrics.padding, current.metrics.padding);
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.ItemSpacing = ImVec2(8 * scale, 6 * scale);
  style.FramePadding = ImVec2(10 * scale, 5 * scale);
  style.FrameRounding = 6 * scale;
  style.PopupRounding = current.metrics.rounding;
  style.ScrollbarSize = 10 * scale;
  style.ScrollbarRounding = 5 * scale;
  style.Colors[ImGuiCol_Text] = vector_of(p.text);
  style.Colors[ImGuiCol_TextDisabled] = vector_of(p.text_dim);
  style.Colors[ImGuiCol_WindowBg] = ImVec4(0, 0, 0, 0);
  style.Colors[ImGuiCol_ChildBg] = ImVec4(0, 0, 0, 0);
  style.Colors[ImGuiCol_PopupBg] = vector_of(p.raised);
  style.Colors[ImGuiCol_Border] = vector_of(p.panel_border);
  style.Colors[ImGuiCol_FrameBg] = vector_of(p.background);
  style.Colors[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
  style.Colors[ImGuiCol_ScrollbarGrab] = vector_of(p.panel_border);
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = vector_of(p.text_faint);
  style.Colors[ImGuiCol_ScrollbarGrabActive] = vector_of(p.text_dim);
  style.Colors[ImGuiCol_TextSelectedBg] = vector_of(with_alpha(p.accent, 0.35f));
  ImGui::GetStyle() = style;
}

ImU32 process_colour(base::ProcessId process) {
  const auto& hues = named->hues;
  return hues[(process + hues.size() - 1) % hues.size()];
}

ImU32 thread_colour(base::ProcessId process, int shade) {
  const float share = 0.2f * static_cast<float>(std::min(shade, 2));
  return mix(process_colour(process), current.palette.panel, share);
}

ImU32 with_alpha(ImU32 colour, float alpha) {
  const auto opacity = static_cast<ImU32>(
      std::clamp(alpha, 0.0f, 1.0f) * static_cast<float>(colour >> IM_COL32_A_SHIFT) + 0.5f);
  return (colour & ~IM_COL32_A_MASK) | (opacity << IM_COL32_A_SHIFT);
}

}  // namespace forkscope::app
