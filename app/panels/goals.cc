#include "app/panels/goals.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "app/model/names.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// A letter among what was typed into this frame; the field for the line takes only digits.
bool is_typed(char letter) {
  const ImVector<ImWchar>& typed = ImGui::GetIO().InputQueueCharacters;
  return std::any_of(typed.begin(), typed.end(),
                     [&](ImWchar each) { return each == static_cast<ImWchar>(letter); });
}

bool choice(const char* id, const std::string& label, const char* key) {
  const Theme& t = theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  Area row{at, {at.x + ImGui::GetContentRegionAvail().x, at.y + t.metrics.line * 1.3f}};
  const bool pressed = is_typed(static_cast<char>(key[0] - 'A' + 'a'));
  const bool clicked = button(id, row, {Icon::none, label, key, false, true});
  ImGui::SetCursorScreenPos({at.x, row.max.y + t.metrics.gap * 0.6f});
  return pressed || clicked;
}

// Whose card was chosen, or who is suggested.
const NextMove* chosen(const Frame& frame) {
  const auto& moves = frame.step.moves;
  const auto own = std::find_if(moves.begin(), moves.end(),
                                [&](const NextMove& move) { return move.id == frame.selection.thread; });
  return own != moves.end() ? &*own : find_move(moves, frame.step.suggested);
}

void line_field(CommandQueue& commands) {
  static std::array<char, 8> typed{};
  if (ImGui::IsWindowAppearing()) {
    typed.fill(0);
    ImGui::SetKeyboardFocusHere();
  }
  ImGui::SetNextItemWidth(-1);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool entered = ImGui::InputTextWithHint(
      "##line", tr("line: type its number and press Enter"), typed.data(), typed.size(),
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CharsDecimal);
  note_hit("goal.line", at, {at.x + ImGui::GetItemRectSize().x, at.y + ImGui::GetItemRectSize().y});
  const long line = std::strtol(typed.data(), nullptr, 10);
  if (entered && line > 0)
    commands.push(GoOnUntil{{StepGoal::Kind::line, static_cast<std::uint32_t>(line), {}}});
}

}  // namespace

void draw_goals(const Frame& frame, const Area& page, CommandQueue& commands) {
  const Theme& t = theme();
  const float width = std::min(page.width() - 2 * t.metrics.gap, 430 * t.metrics.scale);
  const float height =
      2 * t.metrics.padding + text_height(t.fonts.bold) + 4 * t.metrics.line * 1.3f + 6 * t.metrics.gap;
  const ImVec2 min((page.min.x + page.max.x - width) / 2, (page.min.y + page.max.y - height) * 0.4f);
  ImGui::SetNextWindowPos(min);
  ImGui::SetNextWindowSize(ImVec2(width, height));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, t.palette.raised);
  ImGui::PushStyleColor(ImGuiCol_Border, t.palette.text_faint);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(t.metrics.padding, t.metrics.padding));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, t.metrics.rounding);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, t.metrics.scale);
  ImGui::Begin("goals", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove);
  ImGui::PopStyleVar(3);
  ImGui::PopStyleColor(2);
  paragraph(t.fonts.bold, t.palette.text, tr("Go on until ..."));
  ImGui::Dummy(ImVec2(1, t.metrics.gap * 0.2f));
  if (const NextMove* move = chosen(frame)) {
    const std::string label = tr_format("{0} cannot go on", full_thread_name(frame.store, move->id));
    if (choice("goal.blocked", shortened(t.fonts.body, label, width * 0.7f), "B"))
      commands.push(GoOnUntil{{StepGoal::Kind::blocked, 0, move->thread}});
  }
  if (choice("goal.empty", tr("a queue is asked empty()"), "E"))
    commands.push(GoOnUntil{{StepGoal::Kind::empty, 0, {}}});
  if (choice("goal.end", tr("it has ended, or is stuck"), "C"))
    commands.push(GoOnUntil{{StepGoal::Kind::end, 0, {}}});
  line_field(commands);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool outside =
      mouse.x < min.x || mouse.x > min.x + width || mouse.y < min.y || mouse.y > min.y + height;
  if (outside && ImGui::IsMouseClicked(0) && !ImGui::IsWindowAppearing()) commands.push(ToggleGoals{});
  ImGui::End();
}

}  // namespace forkscope::app
