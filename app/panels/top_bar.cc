#include "app/panels/top_bar.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/model/keys.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

const std::vector<std::string> kMethods = {"fork", "spawn"};

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
    const bool possible = frame.state != RunState::nothing && frame.state != RunState::lab_lost;
    if (row.button("run", {Icon::play, text(tr("Run")), "", true, possible}, Action::pause_or_go_on))
      commands.push(Restart{});
  }
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
  main_button(frame, row, labelled, commands);
  const bool possible = frame.state != RunState::nothing && frame.state != RunState::lab_lost;
  if (row.button("restart", {Icon::restart, text(tr("Restart")), "", false, possible}, Action::restart))
    commands.push(Restart{});
  if (row.button("stop", {Icon::stop, text(tr("Stop")), "", false, runs(frame)}, Action::stop))
    commands.push(Stop{});
}

// Live: what is shown follows the program. Otherwise the moment that is shown; a click returns to live.
void live_mark(const Frame& frame, Area& left, CommandQueue& commands) {
  const std::string label =
      frame.live ? std::string(tr("Live")) : tr_format("at {0}", duration_text(frame.cursor_ns));
  const std::vector<std::string> labels = {label};
  const Area area = left.cut_left(segmented_width(labels), theme().metrics.gap);
  if (segmented("live", area, labels, frame.live ? 0 : -1) == 0) commands.push(CursorToNow{});
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
  Area controls = left.cut_right(std::min(left.width(), segmented_width(kMethods)), t.metrics.gap);
  const int clicked = segmented("method", controls, kMethods, frame.settings.start_method == "spawn" ? 1 : 0);
  if (clicked >= 0) commands.push(SetStartMethod{kMethods[static_cast<std::size_t>(clicked)]});
  const std::vector<std::string> live = {frame.live ? std::string(tr("Live"))
                                                    : tr_format("at {0}", duration_text(frame.cursor_ns))};
  Area mark = left.cut_right(segmented_width(live), t.metrics.gap);
  live_mark(frame, mark, commands);
  draw_text(t.fonts.body, {left.min.x, middle - text_height(t.fonts.body) / 2}, t.palette.text_dim,
            shortened(t.fonts.body, title_of(frame), left.width()));
}

}  // namespace forkscope::app
