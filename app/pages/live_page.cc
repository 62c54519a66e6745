#include "app/pages/live_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/pages/cards.h"
#include "app/panels/knobs.h"
#include "app/panels/lessons.h"
#include "app/theme/theme.h"
#include "app/widgets/area.h"
#include "app/widgets/buttons.h"
#include "app/widgets/i18n.h"

namespace forkscope::app {

namespace {

// In unscaled pixels: from which width on the cards stand side by side, and the least heights before the page
// scrolls.
constexpr float kFourColumns = 1180, kTwoColumns = 700;
constexpr float kLeastTop = 250, kLeastBottom = 270, kLeastTabbed = 330;

void lessons_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  draw_card(card);
  Area lower = card;
  const Area upper = lower.cut_top(std::min(
      lessons_height(frame) + theme().metrics.line * 1.8f + theme().metrics.padding, card.height() * 0.6f));
  {
    const Region region("lessons", titled(upper, tr("LESSONS")));
    draw_lessons(frame, commands);
  }
  draw_separator(lower);
  const Region region("knobs", titled(lower, tr("KNOBS")));
  draw_knobs(frame, commands);
}

void four_columns(const Frame& frame, Area top, CommandQueue& commands) {
  const float gap = theme().metrics.gap, width = top.width();
  lessons_card(frame, top.cut_left(std::clamp(width * 0.16f, scaled(190), scaled(300)), gap), commands);
  if (frame.settings.show_notes) notes_card(frame, top.cut_right(width * 0.25f, gap), commands);
  program_card(frame, top.cut_left(top.width() * 0.53f, gap), commands);
  answers_card(frame, top, commands);
}

// The chosen one of several cards that share a place.
void tabs(const Frame& frame, Area area, bool with_program, int& tab, CommandQueue& commands) {
  std::vector<std::string> labels;
  if (with_program) labels.push_back(tr("Program"));
  labels.insert(labels.end(), {tr("Answers"), tr("Notes"), tr("Lessons")});
  choose_tab(area, labels, tab);
  const int chosen = with_program ? tab : tab + 1;
  if (chosen == 0) program_card(frame, area, commands);
  if (chosen == 1) answers_card(frame, area, commands);
  if (chosen == 2) notes_card(frame, area, commands);
  if (chosen == 3) lessons_card(frame, area, commands);
}

}  // namespace

void draw_live_page(const Frame& frame, const Area& rest, int& tab, CommandQueue& commands) {
  const Metrics& m = theme().metrics;
  const Region page("content", rest);
  const float columns = rest.width() / m.scale;
  const float least = scaled((columns < kFourColumns ? kLeastTabbed : kLeastTop) + kLeastBottom);
  const bool scrolls = rest.height() < least;
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  Area all{origin,
           {origin.x + rest.width() - (scrolls ? scaled(12) : 0), origin.y + std::max(rest.height(), least)}};
  const Area bottom =
      all.cut_bottom(std::clamp(time_height(frame), scaled(kLeastBottom), all.height() * 0.53f), m.gap);
  if (columns >= kFourColumns) {
    four_columns(frame, all, commands);
  } else if (columns >= kTwoColumns) {
    program_card(frame, all.cut_left(all.width() * 0.5f - m.gap / 2, m.gap), commands);
    tabs(frame, all, false, tab, commands);
  } else {
    tabs(frame, all, true, tab, commands);
  }
  time_card(frame, bottom, commands);
  ImGui::SetCursorScreenPos(origin);
  if (scrolls) ImGui::Dummy(ImVec2(1, least - 1));
}

}  // namespace forkscope::app
