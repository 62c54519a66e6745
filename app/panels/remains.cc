#include "app/panels/remains.h"

#include <algorithm>
#include <string>

#include "app/model/keys.h"
#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/outcome_chips.h"
#include "app/widgets/outcome_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

float line_height() {
  return theme().metrics.line * 1.15f;
}

void say(const Area& area, ImFont* font, ImU32 colour, const std::string& text) {
  draw_text(font, {area.min.x, (area.min.y + area.max.y - text_height(font)) / 2}, colour,
            shortened(font, text, area.width()));
}

// "the deadlock cannot be avoided"; "" while more than one thing can happen.
std::string certain_text(const Frame& frame) {
  const lab::OutcomesRemaining* answer = frame.remains.answer;
  if (answer == nullptr || frame.remains.challenge.is_on()) return {};
  const lab::OutcomesReport& report = frame.outcomes.report();
  // What was certain from the beginning, or has happened, is no news.
  const bool has_happened = frame.step.at_end() && frame.step.end != PathEnd::open;
  if (report.rows.size() < 2 || has_happened) return {};
  switch (certainty_of(answer->now, report)) {
    case Certainty::none:
      return {};
    case Certainty::stuck:
      return tr("From here the deadlock cannot be avoided.");
    case Certainty::endless:
      return tr("From here it can only go on for ever.");
    case Certainty::one:
      break;
  }
  const lab::OutcomeRow& row = report.rows[static_cast<std::size_t>(answer->now.rows.front())];
  const std::string name = chip_names(report)[static_cast<std::size_t>(answer->now.rows.front())];
  return row.output.empty() ? std::string(tr("From here it can only end without printing anything."))
                            : tr_format("From here it can only print {0}.", name);
}

void draw_certain(const Frame& frame, const Area& line, const std::string& text) {
  const Theme& t = theme();
  const bool is_bad = certainty_of(frame.remains.answer->now, frame.outcomes.report()) != Certainty::one;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(line.min, line.max, is_bad ? t.palette.wrong_panel : t.palette.raised, scaled(6));
  add_rect(list, line.min, line.max, is_bad ? t.palette.wrong : t.palette.pipe, scaled(6), scaled(1));
  std::string whole = text;
  if (!frame.remains.was_decided && frame.step.position > 0)
    whole = tr_format("Step {0} was the point of no return. {1}", frame.step.position, text);
  say(line.inset(scaled(10), 0), t.fonts.bold, is_bad ? t.palette.wrong_text : t.palette.text, whole);
}

std::string preemptions_text(const Frame& frame) {
  const Challenge& challenge = frame.remains.challenge;
  const lab::OutcomeRow& row = frame.outcomes.report().rows[static_cast<std::size_t>(challenge.row)];
  const std::string own = tr_format_plural("{0} preemption", "{0} preemptions",
                                           static_cast<std::uint64_t>(challenge.preemptions));
  return tr_format("{0}, par {1}", own, row.preemptions);
}

std::string state_text(const Frame& frame) {
  const Challenge& challenge = frame.remains.challenge;
  const lab::OutcomeRow& row = frame.outcomes.report().rows[static_cast<std::size_t>(challenge.row)];
  switch (challenge.state) {
    case ChallengeState::reached:
      return challenge.preemptions <= static_cast<std::size_t>(row.preemptions)
                 ? tr("Done, with as few preemptions as possible!")
                 : tr_format("Done. It can be done with {0}.", row.preemptions);
    case ChallengeState::lost:
      return tr("It can no longer happen: B goes back a step.");
    case ChallengeState::certain:
      return tr("Nothing else can happen any more: C goes on to the end.");
    case ChallengeState::open:
      return tr("It can still happen.");
    case ChallengeState::unknown:
      break;
  }
  return frame.remains.trouble.empty() ? std::string(tr("Choose who moves."))
                                       : lab_text(frame.remains.trouble);
}

std::string goal_text(const Frame& frame) {
  const lab::OutcomeRow& row =
      frame.outcomes.report().rows[static_cast<std::size_t>(frame.remains.challenge.row)];
  const std::string name =
      chip_names(frame.outcomes.report())[static_cast<std::size_t>(frame.remains.challenge.row)];
  if (row.end == "stuck" || row.end == "endless" || row.output.empty())
    return tr_format("CHALLENGE: it {0}", name);
  return tr_format("CHALLENGE: make it print {0}", name);
}

void draw_challenge(const Frame& frame, Area area, CommandQueue& commands) {
  const Theme& t = theme();
  const ChallengeState state = frame.remains.challenge.state;
  const bool is_over = state == ChallengeState::reached, is_lost = state == ChallengeState::lost;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.min, area.max, is_lost ? t.palette.wrong_panel : t.palette.raised, scaled(6));
  add_rect(list, area.min, area.max,
           is_over   ? t.palette.pipe
           : is_lost ? t.palette.wrong
                     : t.palette.accent,
           scaled(6), scaled(is_over ? 2 : 1));
  Area inside = area.inset(scaled(10), scaled(3));
  Area first = inside.cut_top(inside.height() / 2);
  const ButtonLook look{Icon::none, is_over ? tr("Close") : tr("Give up"), key_shown(Action::step_challenge),
                        false, true};
  if (button("challenge.end", first.cut_right(button_width(look), scaled(10)), look))
    commands.push(EndChallenge{});
  const std::string count = preemptions_text(frame);
  say(first.cut_right(text_width(t.fonts.body, count), scaled(10)), t.fonts.body, t.palette.text_dim, count);
  say(first, t.fonts.bold, t.palette.text, goal_text(frame));
  say(inside, t.fonts.body,
      is_lost   ? t.palette.wrong_text
      : is_over ? t.palette.text
                : t.palette.text_dim,
      state_text(frame));
}

// Of a challenge whose outcome is known.
bool has_challenge(const Frame& frame) {
  const int row = frame.remains.challenge.row;
  return row >= 0 && static_cast<std::size_t>(row) < frame.outcomes.report().rows.size();
}

}  // namespace

void draw_possible(const Frame& frame, Area line, CommandQueue& commands) {
  const Theme& t = theme();
  const RemainsView& view = frame.remains;
  const std::string toggle = view.is_shown ? tr("hide") : tr("What can still happen?");
  const std::string key = key_shown(Action::step_remains);
  const Area cap = line.cut_right(key_cap_width(key), scaled(6));
  key_cap({cap.min.x, (cap.min.y + cap.max.y) / 2}, key, t.palette.text_dim, t.palette.background);
  Area label = line.cut_right(text_width(t.fonts.body, toggle), scaled(12));
  label = {{label.min.x, (label.min.y + label.max.y - text_height(t.fonts.body)) / 2},
           {label.max.x, (label.min.y + label.max.y + text_height(t.fonts.body)) / 2}};
  if (link("step.remains", label, toggle, t.palette.text_dim)) commands.push(ToggleRemains{});
  if (!view.is_shown) return;
  if (!view.trouble.empty()) return say(line, t.fonts.body, t.palette.text_dim, lab_text(view.trouble));
  if (view.is_searching)
    return say(line, t.fonts.body, t.palette.text_dim,
               tr_format_plural("searching: {0} state so far", "searching: {0} states so far",
                                static_cast<std::uint64_t>(view.states)));
  const std::string title = tr("STILL POSSIBLE");
  say(line.cut_left(text_width(t.fonts.small, title), scaled(10)), t.fonts.small, t.palette.text_dim, title);
  if (view.answer == nullptr) return say(line, t.fonts.body, t.palette.text_faint, "...");
  draw_chips(line, chips_of(frame.outcomes.report(), view.answer->now, nullptr));
}

float remains_height(const Frame& frame) {
  if (!frame.step.active) return 0;
  const float gap = theme().metrics.gap * 0.6f;
  float height = 0;
  if (has_challenge(frame)) height += 2 * line_height() + scaled(10) + gap;
  if (!certain_text(frame).empty() && frame.remains.is_shown) height += line_height() + gap;
  return height;
}

void draw_remains(const Frame& frame, Area area, CommandQueue& commands) {
  const float gap = theme().metrics.gap * 0.6f;
  if (has_challenge(frame))
    draw_challenge(frame, area.cut_top(2 * line_height() + scaled(10), gap), commands);
  if (!frame.remains.is_shown) return;
  if (const std::string text = certain_text(frame); !text.empty())
    draw_certain(frame, area.cut_top(line_height(), gap), text);
}

}  // namespace forkscope::app
