#include "app/panels/moves.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/model/keys.h"
#include "app/model/names.h"
#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/move_text.h"
#include "app/widgets/object_text.h"
#include "app/widgets/outcome_chips.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr float kLeastCard = 250;  // unscaled
constexpr float kCardMargin = 14;  // unscaled
constexpr int kMostNumbered = 9;

float wrapped_height(ImFont* font, const std::string& text, float width) {
  return font->CalcTextSizeA(text_height(font), width, width, text.c_str()).y;
}

struct MoveCard {
  std::string entry;  // of a schedule
  std::string title, text;
  base::ProcessId process = 0;
  base::ThreadId thread = 0;  // 0: time
  bool can_move = false, is_killable = false;
  const lab::OutcomeSet* remaining = nullptr;  // where it is chosen; null: not shown
};

std::string numbered(std::size_t index, const std::string& title) {
  return index < kMostNumbered ? std::to_string(index + 1) + " · " + title : title;
}

std::string move_sentence(const Frame& frame, const NextMove& move) {
  if (!move.can_move) {
    const std::string waits = waiting_text(frame.store, frame.world, move.kind, move.object);
    return move.deadline_s < 0
               ? waits
               : tr_format("{0}, at most until {1} s", waits, fmt::format("{:.3g}", move.deadline_s));
  }
  const std::string what = move_text(frame.store, frame.world, facts_of(move)).what;
  if (move.time_ran_out) return tr_format("its time is over: {0}", what);
  if (move.interrupted) return tr_format("a signal has come: {0}", what);
  return what;
}

std::string time_sentence(const Frame& frame) {
  const NextMove* first = nullptr;
  for (const NextMove& move : frame.step.moves)
    if (!move.can_move && move.deadline_s >= 0 && (first == nullptr || move.deadline_s < first->deadline_s))
      first = &move;
  if (first == nullptr) return {};
  return tr_format("{0} wakes at {1} s; now it is {2} s", full_thread_name(frame.store, first->id),
                   fmt::format("{:.3g}", first->deadline_s), fmt::format("{:.3g}", frame.step.clock_s));
}

std::vector<MoveCard> cards_of(const Frame& frame) {
  std::vector<MoveCard> cards;
  std::vector<base::ProcessId> seen;
  for (const NextMove& move : frame.step.moves) {
    const bool is_first = std::find(seen.begin(), seen.end(), move.process) == seen.end();
    if (is_first) seen.push_back(move.process);
    cards.push_back({move.thread, numbered(cards.size(), full_thread_name(frame.store, move.id)),
                     move_sentence(frame, move), move.process, move.id, move.can_move, is_first});
  }
  if (frame.step.time_can_pass)
    cards.push_back(
        {"time", numbered(cards.size(), tr("Time passes")), time_sentence(frame), 0, 0, true, false});
  const lab::OutcomesRemaining* answer = frame.remains.is_shown ? frame.remains.answer : nullptr;
  for (MoveCard& card : cards)
    if (answer != nullptr && card.can_move) card.remaining = remaining_after(*answer, card.entry);
  return cards;
}

int columns_in(float width) {
  return std::max(
      1, static_cast<int>((width + theme().metrics.gap) / (scaled(kLeastCard) + theme().metrics.gap)));
}

// Where the chips of a card are: below its text, or beside its title, where that has room for them in every
// card.
enum class Chips : std::uint8_t { none, beside, below };

std::vector<OutcomeChip> chips_on(const Frame& frame, const MoveCard& card) {
  if (card.remaining == nullptr) return {};
  return chips_of(frame.outcomes.report(), *card.remaining, &frame.remains.answer->now);
}

// What the title's line has besides: the key, or the link.
float beside_title() {
  const Theme& t = theme();
  return std::max(key_cap_width(key_shown(Action::step)), text_width(t.fonts.body, tr("kill"))) + scaled(16);
}

Chips chips_place(const Frame& frame, const std::vector<MoveCard>& cards, float card_width) {
  const bool can_move = std::ranges::any_of(cards, &MoveCard::can_move);
  if (!frame.remains.is_shown || !can_move) return Chips::none;
  const bool has_room = std::ranges::all_of(cards, [&](const MoveCard& card) {
    const float title = text_width(theme().fonts.bold, card.title) + scaled(12);
    return title + chips_width(chips_on(frame, card)) + beside_title() <=
           card_width - 2 * scaled(kCardMargin);
  });
  return has_room ? Chips::beside : Chips::below;
}

// All alike: two lines of text if any card needs them.
float card_height(const Frame& frame, const std::vector<MoveCard>& cards, float card_width) {
  ImFont* font = theme().fonts.body;
  const bool is_short = std::all_of(cards.begin(), cards.end(), [&](const MoveCard& card) {
    return text_width(font, card.text) <= card_width - 2 * scaled(kCardMargin);
  });
  return text_height(theme().fonts.bold) + (is_short ? 1.0f : 2.0f) * text_height(font) + scaled(26) +
         (chips_place(frame, cards, card_width) == Chips::below ? chip_height() + scaled(6) : 0);
}

float card_width(float width) {
  const auto columns = static_cast<float>(columns_in(width));
  return (width - (columns - 1) * theme().metrics.gap) / columns;
}

std::string circle_sentence(const Frame& frame) {
  std::string text;
  for (const WaitLink& link : frame.step.circle) {
    if (!text.empty()) text += "\n";
    text += full_thread_name(frame.store, link.id) + ": " +
            waiting_text(frame.store, frame.world, link.kind, link.object);
  }
  return text;
}

std::string request_words(const Deviation::Side& side) {
  const std::string what = tr(std::string(trace::info(side.kind).sentence).c_str());
  return side.line == 0 ? what : tr_format("{0} (line {1})", what, side.line);
}

// What is worth a card above the others: nobody can move, a step that could not be done, the end.
struct Notice {
  std::string title, text;
  bool is_bad = false;
};

Notice notice_of(const Frame& frame) {
  const StepView& step = frame.step;
  if (step.deviation.step > 0)
    return {
        tr_format("Run again, the program did something else at step {0}", step.deviation.step),
        tr_format("Before: {0}. Now: {1}. What depends on files or on the world outside cannot be repeated.",
                  request_words(step.deviation.before), request_words(step.deviation.now)),
        true};
  if (step.is_stuck)
    return {tr("Stuck: nobody can move, and no time will help."), circle_sentence(frame), true};
  if (!step.trouble.empty()) return {tr("This step cannot be done."), lab_text(step.trouble), false};
  if (step.active && step.at_end() && step.end == PathEnd::ended)
    return {tr("The program has ended."),
            tr("B goes back a step; whoever moves otherwise there makes another branch."), false};
  return {};
}

float notice_height(const Notice& notice, float width) {
  if (notice.title.empty()) return 0;
  const Theme& t = theme();
  return text_height(t.fonts.bold) + wrapped_height(t.fonts.body, notice.text, width - scaled(32)) +
         scaled(24);
}

void draw_notice(const Notice& notice, Area area) {
  const Theme& t = theme();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 edge = notice.is_bad ? t.palette.wrong : t.palette.panel_border;
  list->AddRectFilled(area.min, area.max, notice.is_bad ? t.palette.wrong_panel : t.palette.raised,
                      scaled(8));
  add_rect(list, area.min, area.max, edge, scaled(8), scaled(1));
  const Area inside = area.inset(scaled(16), scaled(10));
  draw_text(t.fonts.bold, inside.min, notice.is_bad ? t.palette.wrong_text : t.palette.text, notice.title);
  list->AddText(t.fonts.body, text_height(t.fonts.body),
                {inside.min.x, inside.min.y + text_height(t.fonts.bold) + scaled(4)}, t.palette.text,
                notice.text.c_str(), nullptr, inside.width());
}

void draw_card_text(const MoveCard& card, const Area& inside, bool is_suggested) {
  const Theme& t = theme();
  Area title = inside;
  if (is_suggested) {
    const std::string key = key_shown(Action::step);
    const Area cap = title.cut_right(key_cap_width(key), scaled(8));
    key_cap({cap.min.x, cap.min.y + text_height(t.fonts.bold) / 2}, key, t.palette.text_dim,
            t.palette.background);
  } else if (card.is_killable) {
    title.cut_right(text_width(t.fonts.body, tr("kill")), scaled(8));
  }
  draw_text(t.fonts.bold, inside.min, card.can_move ? t.palette.text : t.palette.text_dim,
            shortened(t.fonts.bold, card.title, title.width()));
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(inside.min, {inside.max.x, inside.max.y + scaled(4)}, true);
  list->AddText(t.fonts.body, text_height(t.fonts.body),
                {inside.min.x, inside.min.y + text_height(t.fonts.bold) + scaled(5)},
                card.can_move ? t.palette.text : t.palette.text_dim, card.text.c_str(), nullptr,
                inside.width());
  list->PopClipRect();
}

void draw_card_of(const Frame& frame, const MoveCard& card, Chips chips, const Area& area,
                  CommandQueue& commands) {
  const Theme& t = theme();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool is_hovered = ImGui::IsWindowHovered() && mouse.x >= area.min.x && mouse.x < area.max.x &&
                          mouse.y >= area.min.y && mouse.y < area.max.y;
  const bool is_suggested = card.can_move && card.entry == mover_of(frame.step.suggested);
  const bool is_chosen = card.thread != 0 && card.thread == frame.selection.thread;
  const ImU32 hue = card.thread == 0 ? t.palette.text_dim : process_colour(card.process);
  list->AddRectFilled(area.min, area.max,
                      card.can_move ? with_alpha(hue, is_hovered ? 0.32f : 0.20f) : t.palette.raised,
                      scaled(8));
  add_rect(list, area.min, area.max, card.can_move ? hue : with_alpha(hue, is_hovered ? 0.8f : 0.35f),
           scaled(8), scaled(is_chosen ? 2.5f : 1));
  const Area inside = area.inset(scaled(kCardMargin), scaled(9));
  // First what is on the card: ImGui gives the mouse to whoever was there first.
  if (card.is_killable && !is_suggested) {
    const std::string label = tr("kill");
    const float width = text_width(t.fonts.body, label);
    const Area kill{{inside.max.x - width, inside.min.y},
                    {inside.max.x, inside.min.y + text_height(t.fonts.body)}};
    if (link(("kill." + card.entry).c_str(), kill, label, t.palette.text_faint))
      commands.push(ChooseStep{"kill:" + card.entry});
  }
  Area texts = inside;
  if (chips == Chips::below) draw_chips(texts.cut_bottom(chip_height(), scaled(6)), chips_on(frame, card));
  if (chips == Chips::beside) {
    Area title{inside.min, {inside.max.x - beside_title(), inside.min.y + text_height(t.fonts.bold)}};
    title.cut_left(text_width(t.fonts.bold, card.title), scaled(12));
    draw_chips(title, chips_on(frame, card));
  }
  draw_card_text(card, texts, is_suggested);
  ImGui::SetCursorScreenPos(area.min);
  note_hit("move." + card.entry, area.min, area.max);
  if (ImGui::InvisibleButton(("move." + card.entry).c_str(), area.size())) {
    if (card.can_move) commands.push(ChooseStep{card.entry});
    if (card.thread != 0)
      commands.push(Select{{card.thread, frame.selection.queue, frame.selection.answer_ns}});
  }
}

// How far the suggested thread may go, and the other ways.
std::vector<std::pair<BranchView, std::string>> branch_labels(const Frame& frame) {
  std::vector<std::pair<BranchView, std::string>> labels;
  for (const BranchView& branch : frame.step.branches) {
    const std::string steps = tr_format_plural("{0} step", "{0} steps", branch.count);
    const char* end = branch.end == PathEnd::ended   ? tr(", ended")
                      : branch.end == PathEnd::stuck ? tr(", stuck")
                                                     : "";
    labels.emplace_back(branch, tr_format("branch {0}: {1}{2}", branch.number, steps, end));
  }
  return labels;
}

void draw_controls(const Frame& frame, Area row, CommandQueue& commands) {
  const StepView& step = frame.step;
  const auto press = [&](const char* id, const char* label, Action action, bool enabled) {
    const ButtonLook look{Icon::none, label, key_shown(action), false, enabled};
    if (button_width(look) > row.width()) return false;
    return button(id, row.cut_left(button_width(look), scaled(8)), look);
  };
  if (step.activity == StepActivity::goes_on || step.activity == StepActivity::runs_again) {
    const std::string text = step.activity == StepActivity::goes_on
                                 ? tr_format("goes on: {0} steps", count_text(step.done_steps))
                                 : tr_format("runs again: {0} of {1} steps", count_text(step.done_steps),
                                             count_text(step.goal_steps));
    const ButtonLook look{Icon::pause, tr("Stand still"), "Esc", false,
                          step.activity == StepActivity::goes_on};
    if (button("stand", row.cut_left(button_width(look), scaled(8)), look)) commands.push(StandStill{});
    draw_text(theme().fonts.body,
              {row.min.x, row.min.y + (row.height() - text_height(theme().fonts.body)) / 2},
              theme().palette.text_dim, shortened(theme().fonts.body, text, row.width()));
    return;
  }
  const bool can_go = !step.suggested.empty();
  if (press("step.line", tr("To its next line"), Action::step_line, can_go))
    commands.push(GoOnUntil{{StepGoal::Kind::new_line, 0, step.suggested}});
  if (press("step.call", tr("To the call's end"), Action::step_call, can_go))
    commands.push(GoOnUntil{{StepGoal::Kind::call_end, 0, step.suggested}});
  if (press("step.goals", tr("Until ..."), Action::step_goals, true)) commands.push(ToggleGoals{});
  for (const auto& [branch, label] : branch_labels(frame)) {
    const ButtonLook look{Icon::back, label, key_shown(Action::step_branch), false, true};
    if (button_width(look) > row.width()) break;
    const std::string id = "branch." + std::to_string(branch.number);
    if (button(id.c_str(), row.cut_left(button_width(look), scaled(8)), look))
      commands.push(ReturnToBranch{branch.number});
  }
}

float controls_height() {
  return theme().metrics.line * 1.25f;
}

}  // namespace

void draw_moves(const Frame& frame, CommandQueue& commands) {
  const Theme& t = theme();
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - scaled(4);
  if (!frame.step.active) {
    if (frame.state != RunState::refused)
      paragraph(t.fonts.body, t.palette.text_dim, tr("The program is not stepped yet. Press R to begin."));
    return;
  }
  Area rest{origin, {origin.x + width, origin.y + 100'000}};
  draw_controls(frame, rest.cut_top(controls_height(), t.metrics.gap * 0.7f), commands);
  const Notice notice = notice_of(frame);
  if (const float above = notice_height(notice, width); above > 0)
    draw_notice(notice, rest.cut_top(above, t.metrics.gap * 0.7f));
  const std::vector<MoveCard> cards = cards_of(frame);
  const int columns = columns_in(width);
  const float height = card_height(frame, cards, card_width(width));
  const Chips chips = chips_place(frame, cards, card_width(width));
  for (std::size_t index = 0; index < cards.size();) {
    Area row = rest.cut_top(height, t.metrics.gap);
    for (int column = 0; column < columns && index < cards.size(); ++column, ++index)
      draw_card_of(frame, cards[index], chips, row.cut_left(card_width(width), t.metrics.gap), commands);
  }
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy(ImVec2(1, rest.min.y - origin.y));
}

float moves_height(const Frame& frame, float width) {
  const Theme& t = theme();
  const float title = t.metrics.line + t.metrics.padding * 1.6f;
  if (!frame.step.active) return title + t.metrics.line * 1.5f;
  const float inner = width - 2 * t.metrics.padding - scaled(4);
  const std::vector<MoveCard> cards = cards_of(frame);
  const auto columns = static_cast<std::size_t>(columns_in(inner));
  const float rows = static_cast<float>((cards.size() + columns - 1) / columns);
  const float notice = notice_height(notice_of(frame), inner);
  return title + controls_height() + t.metrics.gap * 1.4f + (notice > 0 ? notice + t.metrics.gap : 0) +
         rows * (card_height(frame, cards, card_width(inner)) + t.metrics.gap);
}

}  // namespace forkscope::app
