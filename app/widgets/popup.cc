#include "app/widgets/popup.h"

#include "app/theme/theme.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

bool holds_mouse(const Area& area) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  return mouse.x >= area.min.x && mouse.x <= area.max.x && mouse.y >= area.min.y && mouse.y <= area.max.y;
}

}  // namespace

Popup::Popup(const char* id, const Area& area, const char* title) : area_(area) {
  const Theme& t = theme();
  ImGui::SetNextWindowPos(area.min);
  ImGui::SetNextWindowSize(area.size());
  ImGui::PushStyleColor(ImGuiCol_WindowBg, t.palette.raised);
  ImGui::PushStyleColor(ImGuiCol_Border, t.palette.text_faint);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(t.metrics.padding, t.metrics.padding));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, t.metrics.rounding);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, t.metrics.scale);
  ImGui::Begin(id, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove);
  ImGui::PopStyleVar(3);
  ImGui::PopStyleColor(2);
  paragraph(t.fonts.bold, t.palette.text, title);
  ImGui::Dummy(ImVec2(1, t.metrics.gap * 0.2f));
}

Popup::~Popup() {
  ImGui::End();
}

bool Popup::is_left(const Area& opener) const {
  return ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !ImGui::IsWindowAppearing() && !holds_mouse(area_) &&
         !holds_mouse(opener);
}

}  // namespace forkscope::app
