#include "app/pages/compare_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/pages/cards.h"
#include "app/panels/compare_bars.h"
#include "app/panels/compare_chart.h"
#include "app/panels/compare_order.h"
#include "app/panels/compare_sentences.h"
#include "app/panels/compare_workers.h"
#include "app/panels/console.h"
#include "app/panels/notes.h"
#include "app/panels/pool_facts.h"
#include "app/panels/pool_order.h"
#include "app/panels/pool_workers.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/i18n.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// In unscaled pixels: from which width and height on the cards stand side by side, and the column of
// settings.
constexpr float kWide = 1000, kHigh = 560;
constexpr float kLeastColumn = 266, kMostColumn = 330;

void draw_tab_choice(const Frame& frame, Area line, CommandQueue& commands) {
  std::vector<std::string> labels = {tr("Measure"), tr("Pool lab")};
  if (frame.lesson > 0) labels.emplace_back(tr("Notes"));
  const int clicked = segmented("compare.tab", line.cut_left(std::min(line.width(), segmented_width(labels))),
                                labels, static_cast<int>(frame.compare.tab));
  if (clicked >= 0) commands.push(SetCompareTab{static_cast<CompareTab>(clicked)});
}

void order_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  const Metrics& m = theme().metrics;
  draw_card(card);
  Area inside = card.inset(m.padding, m.padding * 0.8f);
  draw_tab_choice(frame, inside.cut_top(m.line * 1.3f, m.gap), commands);
  inside.max.x += m.padding * 0.5f;
  switch (frame.compare.tab) {
    case CompareTab::ways:
      return draw_compare_order(frame, inside, commands);
    case CompareTab::pool:
      return draw_pool_order(frame, inside, commands);
    case CompareTab::notes: {
      const Region region("notes", inside);
      return draw_notes(frame);
    }
  }
}

void mark_as_old(Area& area) {
  const Metrics& m = theme().metrics;
  old_mark(area.cut_top(m.line * 1.4f, m.gap),
           tr("The order or the file has changed since this was measured. Press R to measure again."));
}

void side_by_side(const Frame& frame, Area area, CommandQueue& commands) {
  const Metrics& m = theme().metrics;
  const float column = std::clamp(area.width() * 0.215f, scaled(kLeastColumn), scaled(kMostColumn));
  order_card(frame, area.cut_left(column, m.gap), commands);
  if (frame.compare.is_old) mark_as_old(area);
  const Area workers = area.cut_bottom(std::clamp(area.height() * 0.36f, scaled(190), scaled(420)), m.gap);
  Area right = area.cut_right(std::clamp(area.width() * 0.36f, scaled(290), scaled(520)), m.gap);
  draw_compare_chart(frame, area, commands);
  draw_compare_sentences(frame, right.cut_top(right.height() * 0.47f, m.gap), commands);
  draw_compare_bars(frame, right, commands);
  draw_compare_workers(frame, workers, commands);
}

// The pool lab: its workers, what happened and what was printed.
void pool_cards(const Frame& frame, Area area, CommandQueue& commands) {
  const Metrics& m = theme().metrics;
  const float column = std::clamp(area.width() * 0.215f, scaled(kLeastColumn), scaled(kMostColumn));
  order_card(frame, area.cut_left(column, m.gap), commands);
  Area below = area.cut_bottom(std::clamp(area.height() * 0.32f, scaled(150), scaled(300)), m.gap);
  draw_pool_workers(frame, area, commands);
  draw_pool_facts(frame, below.cut_left(below.width() * 0.55f, m.gap));
  draw_card(below);
  const Region region("output", titled(below, tr("OUTPUT")));
  draw_console(frame, commands);
}

void one_pool_card(const Frame& frame, Area area, int& tab, CommandQueue& commands) {
  const std::vector<std::string> labels = {tr("Workers"), tr("Settings"), tr("What happened"), tr("Output")};
  choose_tab(area, labels, tab);
  switch (tab) {
    case 0:
      return draw_pool_workers(frame, area, commands);
    case 1:
      return order_card(frame, area, commands);
    case 2:
      return draw_pool_facts(frame, area);
    default: {
      draw_card(area);
      const Region region("output", titled(area, tr("OUTPUT")));
      return draw_console(frame, commands);
    }
  }
}

// One card at a time, where there is no room for more.
void one_card(const Frame& frame, Area area, int& tab, CommandQueue& commands) {
  std::vector<std::string> labels = {tr("Chart"), tr("Settings"), tr("What you can say"), tr("Times"),
                                     tr("Workers")};
  choose_tab(area, labels, tab);
  if (frame.compare.is_old && tab != 1) mark_as_old(area);
  switch (tab) {
    case 0:
      return draw_compare_chart(frame, area, commands);
    case 1:
      return order_card(frame, area, commands);
    case 2:
      return draw_compare_sentences(frame, area, commands);
    case 3:
      return draw_compare_bars(frame, area, commands);
    default:
      return draw_compare_workers(frame, area, commands);
  }
}

}  // namespace

void draw_compare_page(const Frame& frame, const Area& area, int& tab, CommandQueue& commands) {
  const float scale = theme().metrics.scale;
  const bool wide = area.width() / scale >= kWide && area.height() / scale >= kHigh;
  if (frame.compare.tab == CompareTab::pool)
    return wide ? pool_cards(frame, area, commands) : one_pool_card(frame, area, tab, commands);
  wide ? side_by_side(frame, area, commands) : one_card(frame, area, tab, commands);
}

}  // namespace forkscope::app
