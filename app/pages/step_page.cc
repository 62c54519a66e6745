#include "app/pages/step_page.h"

#include <algorithm>

#include "app/pages/cards.h"
#include "app/panels/answers.h"
#include "app/panels/happening.h"
#include "app/panels/moves.h"
#include "app/panels/remains.h"
#include "app/panels/stage.h"
#include "app/theme/theme.h"
#include "app/widgets/i18n.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

void stage_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  draw_card(card);
  Area upper = card;
  const float width = card.width() - 2 * theme().metrics.padding;
  const float strip = remains_height(frame);
  const Area lower =
      upper.cut_bottom(std::min(moves_height(frame, card.width()) + strip,
                                card.height() * (strip > 0 || frame.remains.is_shown ? 0.62f : 0.5f)));
  if (const float height = wrong_answer_height(frame, width);
      height > 0 && upper.height() - height > scaled(200)) {
    const Area answer = upper.cut_bottom(height, theme().metrics.gap);
    draw_wrong_answer(frame, answer.inset(theme().metrics.padding, 0));
  }
  {
    const Region region("stage", titled(upper, tr("STAGE")), Scroll::none);
    draw_stage(frame, commands);
  }
  const std::string title = tr("WHO MOVES NEXT?");
  Area inside = titled(lower, title);
  if (frame.step.active) {
    Area line{{inside.min.x, lower.min.y + theme().metrics.padding * 0.3f}, {inside.max.x, inside.min.y}};
    line.cut_left(text_width(theme().fonts.small, title), scaled(24));
    draw_possible(frame, line, commands);
  }
  if (strip > 0) {
    const Region region("remains", inside.cut_top(strip), Scroll::none);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_remains(frame, {at, {at.x + width, at.y + strip}}, commands);
  }
  const Region region("moves", inside);
  draw_moves(frame, commands);
}

void explanation_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  draw_card(card);
  Area upper = card;
  question_part(frame, upper, commands);
  const Region region("happening", titled(upper, tr("WHAT IS HAPPENING")));
  draw_happening(frame, commands);
}

}  // namespace

void draw_step_page(const Frame& frame, const Area& area, int&, CommandQueue& commands) {
  const float gap = theme().metrics.gap;
  Area all = area;
  // The stage comes first: on a small screen the timeline has a quarter of the height.
  const float share = all.height() < scaled(700) ? 0.27f : 0.36f;
  const Area bottom = all.cut_bottom(std::min(time_height(frame), all.height() * share), gap);
  code_card(frame, all.cut_left(all.width() * 0.26f, gap), commands);
  explanation_card(frame, all.cut_right(all.width() * 0.32f, gap), commands);
  stage_card(frame, all, commands);
  time_card(frame, bottom, commands);
}

}  // namespace forkscope::app
