#include "app/pages/outcomes_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/pages/cards.h"
#include "app/panels/code.h"
#include "app/panels/notes.h"
#include "app/panels/outcomes_change.h"
#include "app/panels/outcomes_example.h"
#include "app/panels/outcomes_facts.h"
#include "app/panels/outcomes_guess.h"
#include "app/panels/outcomes_switch.h"
#include "app/panels/outcomes_table.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/i18n.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// In unscaled pixels: from which size on the cards stand side by side.
constexpr float kWide = 1100, kHigh = 560;

void program_only(const Frame& frame, const Area& card, CommandQueue& commands) {
  draw_card(card);
  const std::string title = frame.program_name.empty() ? std::string(tr("PROGRAM")) : frame.program_name;
  if (frame.outcomes.revealed && frame.outcomes.has_changed_text() && frame.state != RunState::refused) {
    const Region region("change", titled(card, tr_format("{0}: WHAT WAS CHANGED", title)), Scroll::both);
    return draw_outcomes_change(frame);
  }
  const Region region("code", titled(card, title), Scroll::both);
  draw_code(frame, commands);
}

bool shows_truth(const Frame& frame) {
  return frame.outcomes.revealed && frame.outcomes.has_report();
}

// What the table takes, with what stands above it.
float table_height(const Frame& frame) {
  return scaled(96) + theme().metrics.line * 1.4f * static_cast<float>(outcome_lines(frame.outcomes).size());
}

// The notes tell the answer: they come below the table, where there is room.
void notes_below(const Frame& frame, Area& inside) {
  const float room = inside.height() - table_height(frame);
  if (frame.lesson == 0 || !shows_truth(frame) || room < scaled(120)) return;
  Area notes = inside.cut_bottom(room);
  draw_separator(notes);
  notes.cut_top(theme().metrics.gap);
  const Region region("notes", notes);
  draw_notes(frame);
}

void table_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  const Theme& t = theme();
  const OutcomesView& view = frame.outcomes;
  draw_card(card);
  Area inside = titled(card, tr("EVERYTHING THAT CAN HAPPEN"));
  if (view.is_old && view.revealed)
    old_mark(inside.cut_top(t.metrics.line * 1.3f, t.metrics.gap * 0.5f),
             tr("The file or how it is run has changed since. Press R to search again."));
  if (frame.state == RunState::refused) {
    const Region region("refused", inside);
    return paragraph(t.fonts.body, t.palette.wrong_text,
                     lab_text(frame.refusal.text.empty() ? frame.refusal.message : frame.refusal.text));
  }
  draw_outcomes_switch(frame, inside.cut_bottom(outcomes_switch_height(inside.width()), t.metrics.gap),
                       commands);
  if (!view.revealed) {
    const Region region("guess", inside);
    return draw_outcomes_guess(frame, commands);
  }
  notes_below(frame, inside);
  draw_outcomes_table(frame, inside, commands);
}

void facts_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  const Metrics& m = theme().metrics;
  draw_card(card);
  if (shows_truth(frame)) draw_outcomes_facts(frame, card.inset(m.padding, m.padding * 0.7f), commands);
}

void example_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  const Metrics& m = theme().metrics;
  draw_card(card);
  if (shows_truth(frame)) draw_outcomes_example(frame, card.inset(m.padding, m.padding * 0.6f), commands);
}

void side_by_side(const Frame& frame, Area area, CommandQueue& commands) {
  const Metrics& m = theme().metrics;
  if (frame.outcomes.revealed)
    facts_card(frame, area.cut_right(std::clamp(area.width() * 0.24f, scaled(220), scaled(400)), m.gap),
               commands);
  const bool two = frame.outcomes.beside >= 0;
  if (frame.outcomes.revealed) {
    // What the table does not need.
    const float table = scaled(150) +
                        m.line * 1.4f * static_cast<float>(outcome_lines(frame.outcomes).size()) +
                        outcomes_switch_height(area.width() * 0.5f);
    const float height =
        std::clamp(area.height() - table, area.height() * (two ? 0.44f : 0.3f), area.height() * 0.52f);
    example_card(frame, area.cut_bottom(height, m.gap), commands);
  }
  program_only(frame, area.cut_left(std::clamp(area.width() * 0.36f, scaled(240), scaled(480)), m.gap),
               commands);
  table_card(frame, area, commands);
}

// One card at a time, where there is no room for more.
void one_card(const Frame& frame, Area area, int& tab, CommandQueue& commands) {
  const std::vector<std::string> labels = {tr("Outcomes"), tr("Example"), tr("Facts"), tr("Program")};
  choose_tab(area, labels, tab);
  switch (tab) {
    case 0:
      return table_card(frame, area, commands);
    case 1:
      return example_card(frame, area, commands);
    case 2:
      return facts_card(frame, area, commands);
    default:
      return program_only(frame, area, commands);
  }
}

}  // namespace

void draw_outcomes_page(const Frame& frame, const Area& area, int& tab, CommandQueue& commands) {
  const float scale = theme().metrics.scale;
  const bool wide = area.width() / scale >= kWide && area.height() / scale >= kHigh;
  wide ? side_by_side(frame, area, commands) : one_card(frame, area, tab, commands);
}

}  // namespace forkscope::app
