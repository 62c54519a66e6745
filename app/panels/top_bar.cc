#include "app/panels/top_bar.h"

#include <algorithm>
#include <array>
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

// What of the bar is shown in words; less of it where there is less room.
struct Detail {
  bool title_room = true;
  bool all_methods = true;
  bool personality_in_words = true;
  bool keys = true;
  bool scale = true;
  bool counter = true;
  bool labels = true;
  bool brand = true;
  bool all_modes = true;
};

// In the order in which things are given up.
constexpr std::array<bool Detail::*, 9> kGivenUp = {
    &Detail::title_room, &Detail::all_methods, &Detail::personality_in_words,
    &Detail::scale,      &Detail::keys,        &Detail::counter,
    &Detail::labels,     &Detail::brand,       &Detail::all_modes};
constexpr float kTitleRoom = 140;  // unscaled pixels

// Lays things out from the right edge to the left; or only measures how much room they take.
class Row {
 public:
  Row(const Area& bar, const Detail& detail, bool measures)
      : detail_(detail), rest_(bar), measures_(measures) {}

  bool button(const char* id, ButtonLook look, Action action) {
    if (detail_.keys) look.key = key_shown(action);
    return button(id, look);
  }
  bool button(const char* id, const ButtonLook& look) {
    const Area area = cut(button_width(look), theme().metrics.gap);
    return !measures_ && app::button(id, area, look);
  }
  bool link(const char* id, const std::string& label) {
    const Area area = cut(text_width(theme().fonts.body, label), theme().metrics.gap * 1.4f);
    return !measures_ && app::link(id, area, label, theme().palette.text_dim);
  }
  void text(ImFont* font, ImU32 colour, const std::string& words) {
    const Area area = cut(text_width(font, words), theme().metrics.gap * 1.4f);
    if (!measures_)
      draw_text(font, {area.min.x, (area.min.y + area.max.y - text_height(font)) / 2}, colour, words);
  }
  int segmented(const char* id, const std::vector<std::string>& labels, int chosen) {
    const Area area = cut(segmented_width(labels), theme().metrics.gap);
    return measures_ ? -1 : app::segmented(id, area, labels, chosen);
  }
  std::string label(const char* words) const { return detail_.labels ? words : ""; }

  const Detail& detail() const { return detail_; }
  const Area& rest() const { return rest_; }
  bool measures() const { return measures_; }
  float used() const { return used_; }

 private:
  Area cut(float width, float gap) {
    used_ += width + gap;
    return rest_.cut_right(width, gap);
  }

  Detail detail_;
  Area rest_;
  bool measures_;
  float used_ = 0;
};

void main_button(const Frame& frame, Row& row, CommandQueue& commands) {
  if (frame.state == RunState::running || frame.state == RunState::starting) {
    const ButtonLook look{Icon::pause, row.label(tr("Pause")), "", true, frame.state == RunState::running};
    if (row.button("pause", look, Action::pause_or_go_on)) commands.push(Pause{});
  } else if (frame.state == RunState::paused) {
    if (row.button("go_on", {Icon::play, row.label(tr("Go on")), "", true, true}, Action::pause_or_go_on))
      commands.push(GoOn{});
  } else {
    const bool possible = !frame.source_lines.empty() && frame.state != RunState::lab_lost;
    if (row.button("run", {Icon::play, row.label(tr("Run")), "", true, possible}, Action::pause_or_go_on))
      commands.push(Restart{});
  }
}

void counter(Row& row, const std::string& words) {
  row.text(theme().fonts.body, theme().palette.text_dim, words);
}

// Through the rows, and measuring.
void starts_buttons(const StartsView& starts, Row& row, CommandQueue& commands) {
  const std::size_t rows = row_count(starts.known.report);
  if (row.detail().counter && rows > 0) counter(row, tr_format("row {0} / {1}", starts.row + 1, rows));
  if (starts.measuring) {
    if (row.button("cancel", {Icon::stop, row.label(tr("Cancel")), "", false, true}, Action::starts_cancel))
      commands.push(CancelStarts{});
  } else if (row.button("measure", {Icon::restart, row.label(tr("Measure again")), "", starts.is_old, true},
                        Action::starts_measure)) {
    commands.push(MeasureStarts{});
  }
  if (row.button("next", {Icon::play, row.label(tr("Next")), "", !starts.is_old, starts.row + 1 < rows},
                 Action::starts_next))
    commands.push(ShowStartsRow{starts.row + 1});
  if (row.button("back", {Icon::back, row.label(tr("Back")), "", false, starts.row > 0}, Action::starts_back))
    commands.push(ShowStartsRow{starts.row - 1});
}

// Searching for everything that can happen.
void outcomes_buttons(const Frame& frame, Row& row, CommandQueue& commands) {
  const OutcomesView& view = frame.outcomes;
  if (view.exploring) {
    if (row.button("cancel", {Icon::stop, row.label(tr("Cancel")), "", false, true}, Action::outcomes_cancel))
      commands.push(CancelOutcomes{});
    return;
  }
  const bool possible = frame.state != RunState::lab_lost && !frame.source_lines.empty();
  if (row.button("find", {Icon::restart, row.label(tr("Search again")), "", view.is_old, possible},
                 Action::outcomes_find))
    commands.push(FindOutcomes{});
}

// Measuring threads and processes.
void compare_buttons(const Frame& frame, Row& row, CommandQueue& commands) {
  if (frame.compare.measuring) {
    if (row.button("cancel", {Icon::stop, row.label(tr("Cancel")), "", false, true}, Action::compare_cancel))
      commands.push(CancelCompare{});
    return;
  }
  const bool possible = frame.state != RunState::lab_lost;
  if (row.button("measure", {Icon::play, row.label(tr("Measure")), "", true, possible},
                 Action::compare_measure))
    commands.push(MeasureCompare{});
}

// Back, the suggested step, on to the end.
void step_buttons(const Frame& frame, Row& row, CommandQueue& commands) {
  const StepView& step = frame.step;
  if (row.detail().counter)
    counter(row, tr_format("step {0} / {1}", count_text(step.position), count_text(step.count)));
  if (step.activity == StepActivity::goes_on) {
    if (row.button("stand", {Icon::pause, row.label(tr("Stand still")), "", false, true}, Action::step))
      commands.push(StandStill{});
    return;
  }
  const bool can_go = !step.suggested.empty() && step.activity != StepActivity::runs_again;
  if (row.button("step_run", {Icon::play, row.label(tr("To the end")), "", false, can_go}, Action::step_run))
    commands.push(GoOnUntil{{StepGoal::Kind::end, 0, {}}});
  if (row.button("step", {Icon::play, row.label(tr("Step")), "", true, can_go}, Action::step))
    commands.push(ChooseStep{step.suggested});
  if (row.button("step_back", {Icon::back, row.label(tr("Back")), "", false, step.position > 0},
                 Action::step_back))
    commands.push(GoToStep{step.position - 1});
  const bool possible = frame.state != RunState::nothing && frame.state != RunState::lab_lost;
  if (row.button("restart", {Icon::restart, "", "", false, possible}, Action::restart))
    commands.push(Restart{});
}

void right_side(const Frame& frame, Row& row, CommandQueue& commands) {
  if (row.link("language", "EN · 한"))
    commands.push(SetLanguage{frame.settings.language == "ko" ? "en" : "ko"});
  if (row.link("help", "F1")) commands.push(ToggleHelp{});
  if (row.detail().scale) {
    const float next = frame.settings.scale >= 2.95f ? 1.0f : frame.settings.scale + 0.25f;
    if (row.link("scale", fmt::format("{:.0f} %", frame.settings.scale * 100))) commands.push(SetScale{next});
  }
  if (frame.settings.mode == Mode::step) return step_buttons(frame, row, commands);
  if (frame.settings.mode == Mode::outcomes) return outcomes_buttons(frame, row, commands);
  if (frame.settings.mode == Mode::starts) return starts_buttons(frame.starts, row, commands);
  const bool measures = frame.settings.mode == Mode::compare && frame.compare.tab != CompareTab::pool;
  if (measures) return compare_buttons(frame, row, commands);
  main_button(frame, row, commands);
  const bool possible = !frame.source_lines.empty() && frame.state != RunState::lab_lost;
  if (row.button("restart", {Icon::restart, row.label(tr("Restart")), "", false, possible}, Action::restart))
    commands.push(Restart{});
  if (row.button("stop", {Icon::stop, row.label(tr("Stop")), "", false, runs(frame)}, Action::stop))
    commands.push(Stop{});
}

// The moment that is shown, while that does not follow the program; a click returns to the newest.
void moment_mark(const Frame& frame, Row& row, CommandQueue& commands) {
  if (frame.live || frame.settings.mode != Mode::live) return;
  if (row.button("live", {Icon::play, tr_format("at {0}", duration_text(frame.cursor_ns)), "", false, true}))
    commands.push(CursorToNow{});
  if (!row.measures() && ImGui::IsItemHovered())
    tooltip(tr("A moment of the past is shown. Press End, or click here, to see the newest."));
}

// All of `labels`; where there is no room for them the chosen one, and a click goes to the next. The index
// that is asked for, or -1.
int choice(const char* id, Row& row, bool all, const std::vector<std::string>& labels, int chosen) {
  if (all) return row.segmented(id, labels, chosen);
  const int count = static_cast<int>(labels.size());
  const ButtonLook look{Icon::none, labels[static_cast<std::size_t>(chosen)], "", false, count > 1};
  return row.button((std::string(id) + ".next").c_str(), look) ? (chosen + 1) % count : -1;
}

// The ways to look at the program.
void mode_choice(const Frame& frame, Row& row, CommandQueue& commands) {
  const std::vector<std::string> labels = {tr("Live"), tr("Step"), tr("Outcomes"), tr("Starts"),
                                           tr("Compare")};
  const int clicked =
      choice("mode", row, row.detail().all_modes, labels, static_cast<int>(frame.settings.mode));
  if (clicked >= 0) commands.push(SetMode{static_cast<Mode>(clicked)});
}

// Which Python and which system the lab shows; marked while that is another one than what runs here. Opens
// the popup.
void personality_button(const Frame& frame, Row& row, CommandQueue& commands) {
  const Personality& shown = frame.settings.personality;
  const std::string mark = imitation_mark(shown);
  ButtonLook look{Icon::menu, mark.empty() ? personality_name(shown) : mark, "", false, true};
  if (!row.detail().personality_in_words) look.label = shown.python_version;
  look.marked = !mark.empty();
  if (row.button("personality", look)) commands.push(TogglePersonality{});
  if (!row.measures() && ImGui::IsItemHovered() && !frame.settings.show_personality)
    tooltip(imitation_sentence(shown));
}

void method_choice(const Frame& frame, Row& row, CommandQueue& commands) {
  const std::vector<std::string> known = start_methods(frame.settings.personality);
  std::vector<std::string> methods;
  for (const char* method : {"fork", "spawn", "forkserver"})
    if (std::find(known.begin(), known.end(), method) != known.end()) methods.emplace_back(method);
  const auto chosen =
      std::find(methods.begin(), methods.end(), frame.settings.start_method) - methods.begin();
  const int clicked = choice("method", row, row.detail().all_methods, methods, static_cast<int>(chosen));
  if (clicked >= 0) commands.push(SetStartMethod{methods[static_cast<std::size_t>(clicked)]});
}

void lay_out(const Frame& frame, Row& row, CommandQueue& commands) {
  right_side(frame, row, commands);
  personality_button(frame, row, commands);
  if (frame.settings.mode == Mode::live || frame.settings.mode == Mode::step ||
      frame.settings.mode == Mode::outcomes)
    method_choice(frame, row, commands);
  moment_mark(frame, row, commands);
  mode_choice(frame, row, commands);
}

float brand_width(const Detail& detail) {
  const Theme& t = theme();
  return detail.brand ? text_width(t.fonts.bold, "Forkscope") + t.metrics.gap * 1.4f : 0;
}

// As much as there is room for.
Detail fitting_detail(const Frame& frame, const Area& bar) {
  Detail detail;
  CommandQueue unused;
  for (std::size_t next = 0;; ++next) {
    Row row(bar, detail, true);
    lay_out(frame, row, unused);
    const float title = detail.title_room ? kTitleRoom * theme().metrics.scale : 0;
    if (next == kGivenUp.size() || row.used() + brand_width(detail) + title <= bar.width()) return detail;
    detail.*kGivenUp[next] = false;
  }
}

}  // namespace

void draw_top_bar(const Frame& frame, const Area& area, CommandQueue& commands) {
  const Theme& t = theme();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.min, area.max, t.palette.panel);
  list->AddLine({area.min.x, area.max.y}, area.max, t.palette.panel_border, t.metrics.scale);

  const Area bar = area.inset(t.metrics.padding, t.metrics.gap * 0.9f);
  const Detail detail = fitting_detail(frame, bar);
  Row row(bar, detail, false);
  lay_out(frame, row, commands);

  Area left = row.rest();
  const float middle = (bar.min.y + bar.max.y) / 2;
  if (detail.brand) {
    const Area name = left.cut_left(text_width(t.fonts.bold, "Forkscope"), t.metrics.gap * 1.4f);
    draw_text(t.fonts.bold, {name.min.x, middle - text_height(t.fonts.bold) / 2}, t.palette.text,
              "Forkscope");
  }
  draw_text(t.fonts.body, {left.min.x, middle - text_height(t.fonts.body) / 2}, t.palette.text_dim,
            shortened(t.fonts.body, title_of(frame), left.width()));
}

}  // namespace forkscope::app
