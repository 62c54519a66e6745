#include "app/panels/outcomes_guess.h"

#include <array>
#include <string>

#include "app/model/keys.h"
#include "app/theme/theme.h"
#include "app/widgets/area.h"
#include "app/widgets/buttons.h"
#include "app/widgets/choices.h"
#include "app/widgets/format.h"
#include "app/widgets/outcome_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

Area next_line(float height) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Area line{at, {at.x + ImGui::GetContentRegionAvail().x, at.y + height}};
  return line;
}

void ticks(const OutcomesView& view, CommandQueue& commands) {
  const Theme& t = theme();
  for (std::size_t index = 0; index < view.guesses.size(); ++index) {
    const OutcomeGuess& guess = view.guesses[index];
    const Area line = next_line(t.metrics.line * 1.25f);
    const std::string name =
        (index < 9 ? std::to_string(index + 1) + "   " : "    ") +
        (guess.end == "stuck" ? tr("it gets stuck") : outcome_text(guess.end, guess.output));
    if (toggle_line("guess" + std::to_string(index), line, {t.palette.accent, guess.ticked, true, name}))
      commands.push(TickGuess{index});
    ImGui::SetCursorScreenPos({line.min.x, line.max.y});
    ImGui::Dummy(ImVec2(1, 1));
  }
}

void field(CommandQueue& commands) {
  static std::array<char, 256> typed{};
  const Theme& t = theme();
  ImGui::PushFont(t.fonts.code);
  ImGui::SetNextItemWidth(-1);
  if (ImGui::InputTextWithHint("##guess", tr("another output: type it and press Enter"), typed.data(),
                               typed.size(), ImGuiInputTextFlags_EnterReturnsTrue)) {
    if (typed[0] != '\0') commands.push(AddGuess{typed.data()});
    typed[0] = '\0';
  }
  ImGui::PopFont();
}

}  // namespace

void draw_outcomes_guess(const Frame& frame, CommandQueue& commands) {
  const Theme& t = theme();
  const OutcomesView& view = frame.outcomes;
  paragraph(t.fonts.heading, t.palette.text, tr("What can this program do?"));
  paragraph(t.fonts.body, t.palette.text_dim,
            tr("Tick everything that you think is possible, in whatever order its threads and processes "
               "move. Then look."));
  ImGui::Dummy(ImVec2(1, t.metrics.gap * 0.5f));
  ticks(view, commands);
  field(commands);
  ImGui::Dummy(ImVec2(1, t.metrics.gap * 0.5f));
  const ButtonLook look{Icon::play, tr("Show what is possible"), key_shown(Action::outcomes_reveal), true,
                        true};
  Area line = next_line(t.metrics.line * 1.5f);
  if (button("reveal", line.cut_left(std::min(line.width(), button_width(look))), look))
    commands.push(RevealOutcomes{});
}

}  // namespace forkscope::app
