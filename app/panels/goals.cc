#include "app/panels/goals.h"

#include <algorithm>
#include <string>

#include "app/model/names.h"
#include "app/model/step_goal.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/popup.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

bool choice(const char* id, const std::string& label, const char* key) {
  const Theme& t = theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  Area row{at, {at.x + ImGui::GetContentRegionAvail().x, at.y + t.metrics.line * 1.3f}};
  const bool clicked = button(id, row, {Icon::none, label, key, false, true});
  ImGui::SetCursorScreenPos({at.x, row.max.y + t.metrics.gap * 0.6f});
  return clicked;
}

// The digits come as keys, see App::act_on_goals.
void line_field(const Frame& frame, CommandQueue& commands) {
  const Theme& t = theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Area row{at, {at.x + ImGui::GetContentRegionAvail().x, at.y + t.metrics.line * 1.3f}};
  const std::uint32_t line = frame.settings.goal_line;
  const std::string label =
      line == 0 ? tr("line: type its number and press Enter") : tr_format("line {0}", line);
  if (button("goal.line", row, {Icon::none, label, "Enter", false, line > 0}))
    commands.push(GoOnUntil{{StepGoal::Kind::line, line, {}}});
}

}  // namespace

void draw_goals(const Frame& frame, const Area& page, CommandQueue& commands) {
  const Theme& t = theme();
  const float width = std::min(page.width() - 2 * t.metrics.gap, 430 * t.metrics.scale);
  const float height =
      2 * t.metrics.padding + text_height(t.fonts.bold) + 4 * t.metrics.line * 1.3f + 6 * t.metrics.gap;
  const ImVec2 min((page.min.x + page.max.x - width) / 2, (page.min.y + page.max.y - height) * 0.4f);
  const Popup popup("goals", {min, {min.x + width, min.y + height}}, tr("Go on until ..."));
  if (const NextMove* move = chosen_move(frame.step, frame.selection.thread)) {
    const std::string label = tr_format("{0} cannot go on", full_thread_name(frame.store, move->id));
    if (choice("goal.blocked", shortened(t.fonts.body, label, width * 0.7f), "B"))
      commands.push(GoOnUntil{{StepGoal::Kind::blocked, 0, move->thread}});
  }
  if (choice("goal.empty", tr("a queue is asked empty()"), "E"))
    commands.push(GoOnUntil{{StepGoal::Kind::empty, 0, {}}});
  if (choice("goal.end", tr("it has ended, or is stuck"), "C"))
    commands.push(GoOnUntil{{StepGoal::Kind::end, 0, {}}});
  line_field(frame, commands);
  if (popup.is_left({})) commands.push(ToggleGoals{});
}

}  // namespace forkscope::app
