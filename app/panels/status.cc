#include "app/panels/status.h"

#include <algorithm>
#include <cmath>

#include "app/model/keys.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/personality_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// The page that is open shows a measurement instead of a run.
bool shows_measurement(const Frame& frame) {
  return frame.settings.mode == Mode::starts || frame.settings.mode == Mode::outcomes ||
         (frame.settings.mode == Mode::compare && frame.compare.tab != CompareTab::pool);
}

bool measures(const Frame& frame) {
  if (frame.settings.mode == Mode::outcomes) return frame.outcomes.exploring || frame.outcomes.running_python;
  return frame.settings.mode == Mode::starts ? frame.starts.measuring : frame.compare.measuring;
}

std::string measuring_text(const Frame& frame) {
  if (frame.settings.mode == Mode::outcomes) {
    if (frame.outcomes.running_python) return tr("CPython runs");
    return frame.outcomes.exploring ? tr("searching") : tr("searched");
  }
  if (measures(frame)) return tr("measuring");
  const int done = frame.settings.mode == Mode::starts ? frame.starts.known.done : frame.compare.known.done;
  return done > 0 ? tr_format_plural("measured in {0} run", "measured in {0} runs",
                                     static_cast<std::uint64_t>(done))
                  : std::string(tr("not measured"));
}

std::string state_text(const Frame& frame) {
  if (shows_measurement(frame) && frame.state != RunState::lab_lost && frame.state != RunState::refused)
    return measuring_text(frame);
  switch (frame.state) {
    case RunState::nothing:
      return tr("no program");
    case RunState::starting:
      return tr("starting");
    case RunState::running:
      return tr("running");
    case RunState::paused:
      return tr("paused: the program stands still");
    case RunState::stopped:
      return tr("stopped");
    case RunState::refused:
      return tr("not started");
    case RunState::lab_lost:
      return tr("the lab is gone");
    case RunState::ended:
      if (frame.exit_code < 0) return tr_format("ended by signal {0}", -frame.exit_code);
      return tr_format("ended, exit code {0}", frame.exit_code);
  }
  return {};
}

ImU32 state_colour(const Frame& frame) {
  const Palette& p = theme().palette;
  if (shows_measurement(frame) && measures(frame)) return p.pipe;
  switch (frame.state) {
    case RunState::running:
      return p.pipe;
    case RunState::starting:
    case RunState::paused:
      return p.buffer;
    case RunState::refused:
    case RunState::lab_lost:
      return p.wrong;
    case RunState::ended:
      return frame.exit_code == 0 ? p.text_dim : p.buffer;
    default:
      return p.text_faint;
  }
}

std::string counts_text(const Frame& frame) {
  std::size_t processes = 0;
  for (const auto& [id, process] : frame.world.processes) processes += process.ended_ns < 0 ? 1 : 0;
  std::string text = tr_format_plural("{0} event", "{0} events", frame.store.size());
  text += " · " + tr_format_plural("{0} process", "{0} processes", processes);
  if (frame.store.forgotten() > 0)
    text += " · " + tr_format("{0} old events were let go", count_text(frame.store.forgotten()));
  return text;
}

std::string lost_text(const Frame& frame) {
  if (frame.store.lost() == 0) return {};
  return tr_format_plural("{0} event was lost: the program is faster than the window reads",
                          "{0} events were lost: the program is faster than the window reads",
                          frame.store.lost());
}

float banner_text_width(float width) {
  return width - 4 * theme().metrics.padding;
}

ButtonLook banner_button() {
  return {Icon::restart, tr("Start the lab again"), key_shown(Action::restart_lab), true, true};
}

}  // namespace

std::string banner_text(const Frame& frame) {
  if (frame.state == RunState::lab_lost)
    return tr("The lab was ended from outside. What you see is kept. Press K to start it again.");
  if (!frame.state_detail.empty()) return lab_text(frame.state_detail);
  return {};
}

float banner_height(const Frame& frame, float width) {
  const std::string text = banner_text(frame);
  if (text.empty()) return 0;
  const float room =
      banner_text_width(width) - (frame.state == RunState::lab_lost ? button_width(banner_button()) : 0);
  const float lines =
      std::min(3.0f, 1 + std::floor(text_width(theme().fonts.body, text) / std::max(1.0f, room)));
  return std::max(theme().metrics.line * 1.6f,
                  lines * text_height(theme().fonts.body) + theme().metrics.gap * 2);
}

void draw_banner(const Frame& frame, const Area& area, CommandQueue& commands) {
  const Theme& t = theme();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.min, area.max, t.palette.panel, t.metrics.rounding);
  list->AddRectFilled(area.min, area.max, with_alpha(t.palette.buffer, 0.20f), t.metrics.rounding);
  list->AddRectFilled(area.min, {area.min.x + 5 * t.metrics.scale, area.max.y}, t.palette.buffer,
                      2 * t.metrics.scale);
  Area inside = area.inset(t.metrics.padding * 1.3f, t.metrics.gap * 0.5f);
  if (frame.state == RunState::lab_lost) {
    const ButtonLook look = banner_button();
    if (button("restart_lab", inside.cut_right(button_width(look), t.metrics.gap), look))
      commands.push(RestartLab{});
  }
  const float width = text_width(t.fonts.body, banner_text(frame));
  if (width < inside.width()) inside = inside.inset(0, (inside.height() - text_height(t.fonts.body)) / 2);
  const Region region("banner", inside);
  paragraph(t.fonts.body, t.palette.text, banner_text(frame));
}

void draw_status(const Frame& frame, const Area& area) {
  const Theme& t = theme();
  ImFont* font = t.fonts.small;
  const float y = (area.min.y + area.max.y - text_height(font)) / 2;
  float x = area.min.x + t.metrics.padding;
  ImGui::GetWindowDrawList()->AddCircleFilled({x + 4 * t.metrics.scale, (area.min.y + area.max.y) / 2},
                                              4 * t.metrics.scale, state_colour(frame));
  x += 14 * t.metrics.scale;
  const auto say = [&](const std::string& text, ImU32 colour) {
    const float room = area.max.x - t.metrics.padding - x;
    if (text.empty() || room < 20) return;
    draw_text(font, {x, y}, colour, shortened(font, text, room));
    x += text_width(font, text) + 18 * t.metrics.scale;
  };
  say(state_text(frame), t.palette.text);
  say(imitation_mark(frame.settings.personality), t.palette.buffer);
  say(lost_text(frame), t.palette.buffer);
  if (!shows_measurement(frame)) say(counts_text(frame), t.palette.text_dim);
  say(frame.notice, t.palette.text);
}

}  // namespace forkscope::app
