#include "app/panels/lessons.h"

#include <string>

#include "app/theme/theme.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/i18n.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

float row_height() {
  return theme().metrics.line * 1.15f;
}

// One entry, its title `indent` from the left; returns true when clicked. The chosen one is kept in sight.
bool entry(const char* id, const std::string& number, const std::string& title, bool chosen, float indent) {
  const Theme& t = theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool clicked = ImGui::InvisibleButton(id, ImVec2(width, row_height()));
  note_hit(id, at, {at.x + width, at.y + row_height()});
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (chosen || ImGui::IsItemHovered())
    list->AddRectFilled(at, {at.x + width, at.y + row_height()},
                        with_alpha(t.palette.accent, chosen ? 0.22f : 0.10f), 4 * t.metrics.scale);
  static std::string seen;
  if (chosen && seen != id) {
    seen = id;
    if (!ImGui::IsItemVisible()) ImGui::SetScrollHereY();
  }
  if (chosen) list->AddRectFilled(at, {at.x + 3 * t.metrics.scale, at.y + row_height()}, t.palette.accent);
  const float y = at.y + (row_height() - text_height(t.fonts.body)) / 2;
  draw_text(t.fonts.body, {at.x + 12 * t.metrics.scale, y}, t.palette.text_faint, number);
  draw_text(t.fonts.body, {at.x + indent, y}, chosen ? t.palette.text : t.palette.text_dim,
            shortened(t.fonts.body, title, width - indent - 4 * t.metrics.scale));
  if (ImGui::IsItemHovered() && text_width(t.fonts.body, title) > width - indent)
    ImGui::SetTooltip("%s", title.c_str());
  return clicked;
}

}  // namespace

float lessons_height(const Frame& frame) {
  return static_cast<float>(frame.lessons.size() + (frame.lesson == 0 ? 1 : 0)) * row_height();
}

void draw_lessons(const Frame& frame, CommandQueue& commands) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  const std::string last = frame.lessons.empty() ? "" : std::to_string(frame.lessons.back().number);
  const float indent = 22 * theme().metrics.scale + text_width(theme().fonts.body, last);
  if (frame.lesson == 0) entry("lesson.file", "·", frame.program_name, true, indent);
  for (const Lesson& lesson : frame.lessons) {
    const std::string& title = frame.settings.language == "ko" ? lesson.title_ko : lesson.title_en;
    const std::string id = "lesson." + std::to_string(lesson.number);
    if (entry(id.c_str(), std::to_string(lesson.number), title, lesson.number == frame.lesson, indent))
      commands.push(OpenLesson{lesson.number});
  }
  ImGui::PopStyleVar();
}

}  // namespace forkscope::app
