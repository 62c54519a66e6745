#include "app/panels/top_bar.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/model/keys.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/personality_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

bool runs(const Frame& frame) {
  return frame.state == RunState::starting || frame.state == RunState::running ||
         frame.state == RunState::paused;
}

std::string title_of(const Frame& frame) {
  if (frame.lesson == 0) return frame.program_name;
  for (const Lesson& lesson : frame.lessons)
    if (lesson.number == frame.lesson)
      return std::to_string(lesson.number) + " · " +
             (frame.settings.language == "ko" ? lesson.title_ko : lesson.title_en);
  return {};
}

// Lays buttons out from the right edge to the left.
class FromRight {
 public:
  FromRight(const Area& bar, bool with_keys) : rest_(bar), with_keys_(with_keys) {}

  bool button(const char* id, ButtonLook look, Action action) {
    if (with_keys_) look.key = key_shown(action);
    return app::button(id, rest_.cut_right(button_width(look), theme().metrics.gap), look);
  }
  bool link(const char* id, const std::string& label) {
    const Area area = rest_.cut_right(text_width(theme().fonts.body, label), theme().metrics.gap * 1.4f);
    return app::link(id, area, label, theme().palette.text_dim);
  }
  void text(const std::string& words) {
    ImFont* font = theme().fonts.body;
    const Area area = rest_.cut_right(text_width(font, words), theme().metrics.gap * 1.4f);
    draw_text(font, {area.min.x, (area.min.y + area.max.y - text_height(font)) / 2}, theme().palette.text_dim,
              words);
  }
  const Area& rest() const { return rest_; }

 private:
  Area rest_;
  bool with_keys_;
};

void main_button(const Frame& frame, FromRight& row, bool labelled, CommandQueue& commands) {
  const auto text = [&](const char* words) { return labelled ? std::string(words) : std::string(); };
  if (frame.state == RunState::running || frame.state == RunState::starting) {
    const ButtonLook look{Icon::pause, text(tr("Pause")), "", true, frame.state == RunState::running};
    if (row.button("pause", look, Action::pause_or_go_on)) commands.push(Pause{});
  } else if (frame.state == RunState::paused) {
    if (row.button("go_on", {Icon::play, text(tr("Go on")), "", true, true}, Action::pause_or_go_on))
      commands.push(GoOn{});
  } else {
    const bool possible = !frame.source_lines.empty() && frame.state != RunState::lab_lost;
    if (row.button("run", {Icon::play, text(tr("Run")), "", true, possible}, Action::pause_or_go_on))
      commands.push(Restart{});
  }
}

// Through the rows, and measuring.
void starts_buttons(const StartsView& starts, FromRight& row, bool labelled, CommandQueue& commands) {
  const auto text = [&](const char* words) { return labelled ? std::string(words) : std::string(); };
  const std::size_t rows = row_count(starts.known.report);
  if (labelled && rows > 0) row.text(tr_format("row {0} / {1}", starts.row + 1, rows));
  if (starts.measuring) {
    if (row.button("cancel", {Icon::stop, text(tr("Cancel")), "", false, true}, Action::starts_cancel))
      commands.push(CancelStarts{});
  } else if (row.button("measure", {Icon::restart, text(tr("Measure again")), "", starts.is_old, true},
                        Action::starts_measure)) {
    commands.push(MeasureStarts{});
  }
  if (row.button("next", {Icon::play, text(tr("Next")), "", !starts.is_old, starts.row + 1 < rows},
                 Action::starts_next))
    commands.push(ShowStartsRow{starts.row + 1});
  if (row.button("back", {Icon::back, text(tr("Back")), "", false, starts.row > 0}, Action::starts_back))
    commands.push(ShowStartsRow{starts.row - 1});
}

// Back, the suggested step, on to the end.
void step_buttons(const Frame& frame, FromRight& row, bool labelled, CommandQueue& commands) {
  const auto text = [&](const char* words) { return labelled ? std::string(words) : std::string(); };
  const StepView& step = frame.step;
  if (labelled) row.text(tr_format("step {0} / {1}", count_text(step.position), count_text(step.count)));
  if (step.activity == StepActivity::goes_on) {
    if (row.button("stand", {Icon::pause, text(tr("Stand still")), "", false, true}, Action::step))
      commands.push(StandStill{});
    return;
  }
  const bool can_go = !step.suggested.empty() && step.activity != StepActivity::runs_again;
  if (row.button("step_run", {Icon::play, text(tr("To the end")), "", false, can_go}, Action::step_run))
    commands.push(GoOnUntil{{StepGoal::Kind::end, 0, {}}});
  if (row.button("step", {Icon::play, text(tr("Step")), "", true, can_go}, Action::step))
    commands.push(ChooseStep{step.suggested});
  if (row.button("step_back", {Icon::back, text(tr("Back")), "", false, step.position > 0},
                 Action::step_back))
    commands.push(GoToStep{step.position - 1});
  const bool possible = frame.state != RunState::nothing && frame.state != RunState::lab_lost;
  if (row.button("restart", {Icon::restart, "", "", false, possible}, Action::restart))
    commands.push(Restart{});
}

void right_side(const Frame& frame, FromRight& row, bool labelled, bool spacious, CommandQueue& commands) {
  const auto text = [&](const char* words) { return labelled ? std::string(words) : std::string(); };
  if (row.link("language", "EN · 한"))
    commands.push(SetLanguage{frame.settings.language == "ko" ? "en" : "ko"});
  if (row.link("help", "F1")) commands.push(ToggleHelp{});
  if (spacious) {
    const float next = frame.settings.scale >= 2.95f ? 1.0f : frame.settings.scale + 0.25f;
    if (row.link("scale", fmt::format("{:.0f} %", frame.settings.scale * 100))) commands.push(SetScale{next});
  }
  if (frame.settings.mode == Mode::step) return step_buttons(frame, row, labelled, commands);
  if (frame.settings.mode == Mode::starts) return starts_buttons(frame.starts, row, labelled, commands);
  main_button(frame, row, labelled, commands);
  const bool possible = !frame.source_lines.empty() && frame.state != RunState::lab_lost;
  if (row.button("restart", {Icon::restart, text(tr("Restart")), "", false, possible}, Action::restart))
    commands.push(Restart{});
  if (row.button("stop", {Icon::stop, text(tr("Stop")), "", false, runs(frame)}, Action::stop))
    commands.push(Stop{});
}

// The moment that is shown, while that does not follow the program; a click returns to the newest.
void moment_mark(const Frame& frame, Area& left, CommandQueue& commands) {
  if (frame.live || frame.settings.mode != Mode::live) return;
  const ButtonLook look{Icon::play, tr_format("at {0}", duration_text(frame.cursor_ns)), "", false, true};
  const Area area = left.cut_right(std::min(left.width(), button_width(look)), theme().metrics.gap);
  if (button("live", area, look)) commands.push(CursorToNow{});
  if (ImGui::IsItemHovered())
    tooltip(tr("A moment of the past is shown. Press End, or click here, to see the newest."));
}

// The ways to look at the program.
void mode_choice(const Frame& frame, Area& left, CommandQueue& commands) {
  const std::vector<std::string> labels = {tr("Live"), tr("Step"), tr("Starts")};
  const Area area = left.cut_right(std::min(left.width(), segmented_width(labels)), theme().metrics.gap);
  const int clicked = segmented("mode", area, labels, static_cast<int>(frame.settings.mode));
  if (clicked >= 0) commands.push(SetMode{static_cast<Mode>(clicked)});
}

// Which Python and which system the lab shows; marked while that is another one than what runs here. Opens
// the popup.
void personality_button(const Frame& frame, Area& left, bool labelled, CommandQueue& commands) {
  const Personality& shown = frame.settings.personality;
  const std::string mark = imitation_mark(shown);
  ButtonLook look{Icon::menu, mark.empty() ? personality_name(shown) : mark, "", false, true};
  if (!labelled) look.label = shown.python_version;
  look.marked = !mark.empty();
  const Area area = left.cut_right(std::min(left.width(), button_width(look)), theme().metrics.gap);
  if (button("personality", area, look)) commands.push(TogglePersonality{});
  if (ImGui::IsItemHovered() && !frame.settings.show_personality) tooltip(imitation_sentence(shown));
}

// Room for the mark "Live" and the beginning of a title, in unscaled pixels.
constexpr float kLeastBesides = 140;

// All methods; where there is no room for them, the one in use, and a click goes to the next.
void method_choice(const Frame& frame, Area& left, CommandQueue& commands) {
  const std::vector<std::string> known = start_methods(frame.settings.personality);
  std::vector<std::string> methods;
  for (const char* method : {"fork", "spawn", "forkserver"})
    if (std::find(known.begin(), known.end(), method) != known.end()) methods.emplace_back(method);
  if (left.width() < segmented_width(methods) + kLeastBesides * theme().metrics.scale) {
    const ButtonLook look{Icon::none, frame.settings.start_method, "", false, methods.size() > 1};
    const Area area = left.cut_right(std::min(left.width(), button_width(look)), theme().metrics.gap);
    if (button("method.next", area, look))
      commands.push(SetStartMethod{next_of(known, frame.settings.start_method)});
    return;
  }
  const auto chosen =
      std::find(methods.begin(), methods.end(), frame.settings.start_method) - methods.begin();
  const Area area = left.cut_right(std::min(left.width(), segmented_width(methods)), theme().metrics.gap);
  const int clicked = segmented("method", area, methods, static_cast<int>(chosen));
  if (clicked >= 0) commands.push(SetStartMethod{methods[static_cast<std::size_t>(clicked)]});
}

}  // namespace

void draw_top_bar(const Frame& frame, const Area& area, CommandQueue& commands) {
  const Theme& t = theme();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.min, area.max, t.palette.panel);
  list->AddLine({area.min.x, area.max.y}, area.max, t.palette.panel_border, t.metrics.scale);

  const float effective = area.width() / t.metrics.scale;
  const Area bar = area.inset(t.metrics.padding, t.metrics.gap * 0.9f);
  FromRight row(bar, effective > 1150);
  right_side(frame, row, effective > 820, effective > 620, commands);

  Area left = row.rest();
  const float middle = (bar.min.y + bar.max.y) / 2;
  if (effective > 560) {
    const Area name = left.cut_left(text_width(t.fonts.bold, "Forkscope"), t.metrics.gap * 1.4f);
    draw_text(t.fonts.bold, {name.min.x, middle - text_height(t.fonts.bold) / 2}, t.palette.text,
              "Forkscope");
  }
  personality_button(frame, left, effective > 1000, commands);
  if (frame.settings.mode != Mode::starts) method_choice(frame, left, commands);
  moment_mark(frame, left, commands);
  mode_choice(frame, left, commands);
  draw_text(t.fonts.body, {left.min.x, middle - text_height(t.fonts.body) / 2}, t.palette.text_dim,
            shortened(t.fonts.body, title_of(frame), left.width()));
}

}  // namespace forkscope::app
