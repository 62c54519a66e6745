#include "app/layout.h"

#include "app/pages/compare_page.h"
#include "app/pages/live_page.h"
#include "app/pages/outcomes_page.h"
#include "app/pages/starts_page.h"
#include "app/pages/step_page.h"
#include "app/panels/goals.h"
#include "app/panels/help.h"
#include "app/panels/personality.h"
#include "app/panels/status.h"
#include "app/panels/top_bar.h"
#include "app/theme/theme.h"
#include "app/widgets/area.h"
#include "app/widgets/hit_map.h"

namespace forkscope::app {

void Layout::next_tab() {
  ++tab_;
}

void Layout::draw(const Frame& frame, CommandQueue& commands) {
  clear_hits();
  const Metrics& m = theme().metrics;
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  Area rest{ImVec2(0, 0), size};
  draw_top_bar(frame, rest.cut_top(m.top_bar), commands);
  draw_status(frame, rest.cut_bottom(m.line * 1.1f));
  rest = rest.inset(m.gap, m.gap);
  rest.max.y += m.gap * 0.7f;
  if (const float height = banner_height(frame, rest.width()); height > 0)
    draw_banner(frame, rest.cut_top(height, m.gap), commands);

  switch (frame.settings.mode) {
    case Mode::live:
      draw_live_page(frame, rest, tab_, commands);
      break;
    case Mode::step:
      draw_step_page(frame, rest, tab_, commands);
      break;
    case Mode::outcomes:
      draw_outcomes_page(frame, rest, tab_, commands);
      break;
    case Mode::starts:
      draw_starts_page(frame, rest, tab_, commands);
      break;
    case Mode::compare:
      draw_compare_page(frame, rest, tab_, commands);
      break;
  }
  ImGui::End();
  if (frame.settings.show_personality) {
    const auto button = hits().find("personality");
    const Area below = button == hits().end() ? Area{} : Area{button->second.min, button->second.max};
    draw_personality(frame, below, Area{ImVec2(0, 0), size}, commands);
  }
  if (frame.settings.show_goals) draw_goals(frame, Area{ImVec2(0, 0), size}, commands);
  if (frame.settings.show_help) draw_help(frame, Area{ImVec2(0, 0), size}, commands);
}

}  // namespace forkscope::app
