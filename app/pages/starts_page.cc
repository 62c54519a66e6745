#include "app/pages/starts_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/pages/cards.h"
#include "app/panels/starts_child.h"
#include "app/panels/starts_stages.h"
#include "app/panels/starts_times.h"
#include "app/panels/starts_tree.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/i18n.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/starts_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// In unscaled pixels: from which width on the three methods stand side by side, and the least heights before
// the page scrolls.
constexpr float kThreeColumns = 900;
constexpr float kLeastCards = 430, kLeastBottom = 168, kLeastTabbed = 420;

void method_card(const Frame& frame, const lab::MethodReport& report, const Area& card,
                 CommandQueue& commands) {
  draw_card(card);
  Area lower = card;
  const Area upper = lower.cut_top(starts_stages_height(frame, report, card.size()));
  draw_starts_stages(frame, report, upper, starts_row_height(frame, card.size()), commands);
  draw_separator(lower);
  const Region region((report.method + ".child").c_str(), lower.inset(theme().metrics.padding, scaled(8)));
  draw_starts_child(frame, report, commands);
}

void three_cards(const Frame& frame, Area area, CommandQueue& commands) {
  const auto& methods = frame.starts.known.report.methods;
  const auto known =
      std::count_if(methods.begin(), methods.end(), [](const auto& method) { return method.known; });
  const float gap = theme().metrics.gap, room = area.width() - 2 * gap;
  // What is not there needs room for its name and one sentence.
  const float unknown = room * 0.2f;
  const float width =
      (room - unknown * static_cast<float>(3 - known)) / static_cast<float>(std::max<long>(1, known));
  for (const lab::MethodReport& report : methods)
    method_card(frame, report, area.cut_left(report.known ? width : unknown, gap), commands);
}

void bottom_cards(const Frame& frame, Area area, CommandQueue& commands) {
  const float gap = theme().metrics.gap;
  draw_starts_tree(frame, area.cut_left((area.width() - gap) / 2, gap), commands);
  draw_starts_times(frame, area, commands);
}

// One card at a time, where there is no room for more.
void one_card(const Frame& frame, Area area, int& tab, CommandQueue& commands) {
  const auto& methods = frame.starts.known.report.methods;
  std::vector<std::string> labels;
  for (const lab::MethodReport& report : methods) labels.push_back(report.method);
  labels.insert(labels.end(), {tr("Processes"), tr("Times")});
  choose_tab(area, labels, tab);
  const auto chosen = static_cast<std::size_t>(tab);
  if (chosen < methods.size()) return method_card(frame, methods[chosen], area, commands);
  if (chosen == methods.size()) return draw_starts_tree(frame, area, commands);
  draw_starts_times(frame, area, commands);
}

// What is said in place of a report.
void nothing_measured(const Frame& frame, const Area& area) {
  const Theme& t = theme();
  draw_card(area);
  const Region region("nothing", area.inset(t.metrics.padding * 2, t.metrics.padding * 2));
  if (frame.state == RunState::refused)
    return paragraph(t.fonts.body, t.palette.wrong_text,
                     lab_text(frame.refusal.text.empty() ? frame.refusal.message : frame.refusal.text));
  paragraph(t.fonts.heading, t.palette.text,
            frame.starts.measuring ? tr("The program is run by each method, one after the other.")
                                   : tr("Nothing has been measured yet. Press R."));
  paragraph(t.fonts.body, t.palette.text_dim,
            tr("A first run by each looks at the child: what the system says of it while it stands still "
               "before its target. The others are timed, and so is python3 beside them."));
}

}  // namespace

void draw_starts_page(const Frame& frame, const Area& area, int& tab, CommandQueue& commands) {
  const Metrics& m = theme().metrics;
  const Region page("content", area);
  const bool side_by_side = area.width() / m.scale >= kThreeColumns;
  const float least = scaled(side_by_side ? kLeastCards + kLeastBottom : kLeastTabbed);
  const bool scrolls = area.height() < least;
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  Area all{origin,
           {origin.x + area.width() - (scrolls ? scaled(12) : 0), origin.y + std::max(area.height(), least)}};
  if (frame.starts.is_old)
    old_mark(
        all.cut_top(m.line * 1.4f, m.gap),
        tr("The file, or what is imitated, has changed since this was measured. Press R to measure again."));
  if (frame.starts.known.report.methods.empty()) {
    nothing_measured(frame, all);
  } else if (!side_by_side) {
    one_card(frame, all, tab, commands);
  } else {
    const Area bottom =
        all.cut_bottom(std::clamp(all.height() * 0.23f, scaled(kLeastBottom), scaled(280)), m.gap);
    three_cards(frame, all, commands);
    bottom_cards(frame, bottom, commands);
  }
  ImGui::SetCursorScreenPos(origin);
  if (scrolls) ImGui::Dummy(ImVec2(1, least - 1));
}

}  // namespace forkscope::app
