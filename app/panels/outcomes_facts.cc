#include "app/panels/outcomes_facts.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/model/keys.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/line_break.h"
#include "app/widgets/outcome_text.h"
#include "app/widgets/slider.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

void heading(Area& inside, const std::string& text) {
  const Theme& t = theme();
  const Area line = inside.cut_top(t.metrics.line);
  draw_text(t.fonts.small, {line.min.x, (line.min.y + line.max.y - text_height(t.fonts.small)) / 2},
            t.palette.text_dim, shortened(t.fonts.small, text, line.width()));
}

// Text in a region of its own, as high as it needs to be, at most `most`.
void words(Area& inside, const char* id, ImU32 colour, const std::string& text) {
  const Theme& t = theme();
  const auto lines = static_cast<float>(break_lines(text, inside.width(), [&t](std::string_view part) {
                                          return text_width(t.fonts.small, part);
                                        }).size());
  const float height = std::max(1.0f, lines) * (text_height(t.fonts.small) + scaled(4));
  const Region region(id, inside.cut_top(std::min(height, inside.height()), t.metrics.gap * 0.5f),
                      Scroll::none);
  paragraph(t.fonts.small, colour, text);
}

void draw_p(const Frame& frame, Area& inside, CommandQueue& commands) {
  const OutcomesView& view = frame.outcomes;
  const auto& values = view.report().chance_at;
  if (values.empty() || view.p >= values.size()) return;
  heading(inside, tr("CHANCE"));
  SliderLook look;
  look.name = tr("preempted before a move");
  look.value_text = chance_text(values[view.p]);
  look.high = static_cast<double>(values.size() - 1);
  look.value = static_cast<double>(view.p);
  double value = look.value;
  if (slider("preemption", inside.cut_top(slider_height(), scaled(4)), look, value))
    commands.push(SetPreemptionChance{static_cast<std::size_t>(std::lround(value))});
  words(inside, "p.words", theme().palette.text_dim,
        tr("The chance is that of a scheduler which lets a thread go on as long as it can, and before each "
           "move takes "
           "another one with this probability. A share of schedules would be no chance."));
  const double never = view.report().never_ends[view.p], unknown = view.report().not_known[view.p];
  if (never > 1e-9)
    words(inside, "p.never", theme().palette.buffer,
          tr_format("{0}: it goes round a circle that this scheduler never leaves.", chance_text(never)));
  if (unknown > 1e-9)
    words(inside, "p.unknown", theme().palette.buffer,
          tr_format("{0}: states that have not been looked at.", chance_text(unknown)));
}

void draw_schedules(const OutcomesView& view, Area& inside) {
  const std::string& number = view.report().schedules;
  heading(inside, tr("SCHEDULES"));
  words(inside, "schedules", theme().palette.text,
        number == "unbounded"
            ? std::string(tr("There is no number: a circle of states can be gone round any number of times."))
            : tr_format("{0} orders of moves, exactly.", count_text(number)));
}

void draw_python(const Frame& frame, Area& inside, CommandQueue& commands) {
  const Theme& t = theme();
  const OutcomesView& view = frame.outcomes;
  heading(inside, tr("REAL RUNS BY CPYTHON"));
  Area line = inside.cut_top(t.metrics.line * 1.4f, t.metrics.gap * 0.4f);
  const lab::PythonOutcomesProgress& python = view.python;
  if (view.running_python) {
    const ButtonLook look{Icon::stop, tr("Stop"), "", false, true};
    if (button("python.stop", line.cut_left(button_width(look), scaled(10)), look))
      commands.push(CancelOutcomes{});
    const float middle = (line.min.y + line.max.y) / 2;
    const std::string text = tr_format("run {0} of {1}", python.done, python.runs);
    const Area number = line.cut_right(text_width(t.fonts.small, text), scaled(8));
    draw_text(t.fonts.small, {number.min.x, middle - text_height(t.fonts.small) / 2}, t.palette.text_dim,
              text);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled({line.min.x, middle - scaled(3)}, {line.max.x, middle + scaled(3)},
                        t.palette.background, scaled(3));
    const float part =
        python.runs > 0 ? static_cast<float>(python.done) / static_cast<float>(python.runs) : 0;
    list->AddRectFilled({line.min.x, middle - scaled(3)},
                        {line.min.x + line.width() * part, middle + scaled(3)}, t.palette.accent, scaled(3));
    return;
  }
  for (const int runs : {100, 1000}) {
    ButtonLook look{Icon::play, tr_format("{0} runs", count_text(static_cast<std::uint64_t>(runs))), "",
                    false, !view.exploring};
    if (runs == kPythonRuns) look.key = key_shown(Action::outcomes_python);
    if (button_width(look) > line.width()) line = inside.cut_top(t.metrics.line * 1.4f, t.metrics.gap * 0.4f);
    if (button(("python" + std::to_string(runs)).c_str(), line.cut_left(button_width(look), scaled(8)), look))
      commands.push(RunBesideOnPython{runs});
  }
  if (!python.outcomes.missing.empty())
    words(inside, "python.missing", t.palette.text_dim, lab_text(python.outcomes.missing));
}

// Boxes in columns by how many steps of no return lie before them; each shows what is still possible in it.
void draw_fates(const OutcomesView& view, Area inside) {
  const Theme& t = theme();
  const lab::OutcomesReport& report = view.report();
  if (report.fates.size() < 2 || inside.height() < scaled(90)) return;
  heading(inside, tr("WHAT IS STILL POSSIBLE"));
  std::vector<std::size_t> depth(report.fates.size(), 0);
  for (std::size_t round = 0; round < report.fates.size(); ++round) {
    for (const lab::FateArrow& arrow : report.fate_arrows) {
      auto& to = depth[static_cast<std::size_t>(arrow.to)];
      to = std::max(to, depth[static_cast<std::size_t>(arrow.from)] + 1);
    }
  }
  const std::size_t columns = *std::ranges::max_element(depth) + 1;
  std::vector<std::size_t> filled(columns, 0);
  std::vector<ImVec2> centres;
  std::size_t most = 1;
  for (const std::size_t column : depth)
    most = std::max(most, static_cast<std::size_t>(std::ranges::count(depth, column)));
  const ImVec2 box(std::min(scaled(58), inside.width() / static_cast<float>(columns) * 0.7f),
                   std::min(scaled(30), inside.height() / static_cast<float>(most) * 0.75f));
  for (const std::size_t column : depth) {
    const auto count = static_cast<float>(std::ranges::count(depth, column));
    const float x = inside.min.x + box.x / 2 +
                    (inside.width() - box.x) *
                        (columns == 1 ? 0.0f : static_cast<float>(column) / static_cast<float>(columns - 1));
    const float y = inside.min.y + inside.height() * (static_cast<float>(filled[column]++) + 0.5f) / count;
    centres.push_back({x, y});
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const lab::FateArrow& arrow : report.fate_arrows) {
    const ImVec2 from = centres[static_cast<std::size_t>(arrow.from)],
                 to = centres[static_cast<std::size_t>(arrow.to)];
    list->AddBezierCubic({from.x + box.x / 2, from.y}, {from.x + box.x, from.y}, {to.x - box.x, to.y},
                         {to.x - box.x / 2, to.y}, t.palette.gil_wait, scaled(1.2f));
  }
  for (std::size_t index = 0; index < centres.size(); ++index) {
    const lab::FateBox& fate = report.fates[index];
    const ImVec2 min(centres[index].x - box.x / 2, centres[index].y - box.y / 2);
    const ImVec2 max(min.x + box.x, min.y + box.y);
    list->AddRectFilled(min, max, t.palette.background, scaled(4));
    // As many stripes as outcomes.
    const auto share = box.x / static_cast<float>(std::max<std::size_t>(1, fate.possible.size()));
    for (std::size_t i = 0; i < fate.possible.size(); ++i) {
      const lab::OutcomeRow& row = report.rows[static_cast<std::size_t>(fate.possible[i])];
      const bool is_bad = row.end == "stuck" || row.end == "endless";
      const float left = min.x + share * static_cast<float>(i);
      list->AddRectFilled({left + scaled(1), min.y + scaled(1)},
                          {left + share - scaled(1), max.y - scaled(1)},
                          with_alpha(is_bad ? t.palette.wrong : t.palette.pipe,
                                     fate.possible[i] == view.chosen ? 0.85f : 0.35f),
                          scaled(3));
    }
    if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(min, max)) {
      std::string text =
          tr_format_plural("{0} state, from which is possible:", "{0} states, from which is possible:",
                           static_cast<std::uint64_t>(fate.states));
      for (const int row : fate.possible) {
        const lab::OutcomeRow& possible = report.rows[static_cast<std::size_t>(row)];
        text += "\n" + outcome_text(possible.end, possible.output);
      }
      tooltip(text);
    }
  }
}

}  // namespace

void draw_outcomes_facts(const Frame& frame, Area inside, CommandQueue& commands) {
  if (!frame.outcomes.has_report()) return;
  draw_p(frame, inside, commands);
  draw_schedules(frame.outcomes, inside);
  if (inside.height() > theme().metrics.line * 4) draw_python(frame, inside, commands);
  draw_fates(frame.outcomes, inside);
}

}  // namespace forkscope::app
