#include "app/panels/outcomes_switch.h"

#include <string>

#include "app/theme/theme.h"
#include "app/widgets/choices.h"
#include "app/widgets/i18n.h"
#include "app/widgets/line_break.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

std::string who_does_so() {
  return tr(
      "CPython 3.11 lets another thread of the process go on only at calls and where a loop goes back. "
      "CPython 3.9, and builds without GIL, do so inside a statement, too.");
}

float toggle_height() {
  return theme().metrics.line * 1.15f;
}

float sentence_height(float width) {
  const Theme& t = theme();
  const auto lines = break_lines(who_does_so(), width,
                                 [&t](std::string_view part) { return text_width(t.fonts.small, part); });
  return static_cast<float>(lines.size()) * (text_height(t.fonts.small) + scaled(4));
}

}  // namespace

float outcomes_switch_height(float width) {
  return toggle_height() + sentence_height(width) + scaled(10);
}

void draw_outcomes_switch(const Frame& frame, Area area, CommandQueue& commands) {
  const Theme& t = theme();
  draw_separator(area);
  area.cut_top(scaled(6));
  const std::string name = tr("Also switch inside a statement: before every bytecode");
  const bool is_on = frame.outcomes.every_bytecode;
  if (toggle_line("every_bytecode", area.cut_top(toggle_height()), {t.palette.accent, is_on, true, name}))
    commands.push(ToggleEveryBytecode{});
  const Region region("every_bytecode.words", area, Scroll::none);
  paragraph(t.fonts.small, t.palette.text_dim, who_does_so());
}

}  // namespace forkscope::app
