#include "app/panels/outcomes_table.h"

#include <algorithm>
#include <string>

#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/outcome_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// The columns of a line, from right to left; what is left is the outcome's.
struct Columns {
  Area python, before, chance, preemptions, state, outcome;
};

Columns columns_of(Area line, bool has_before) {
  Columns columns{};
  const float unit = std::min(scaled(1), line.width() / (has_before ? 720 : 640));
  columns.python = line.cut_right(unit * 96, unit * 6);
  if (has_before) columns.before = line.cut_right(unit * 88, unit * 6);
  columns.chance = line.cut_right(unit * 160, unit * 26);
  const float title = text_width(theme().fonts.small, tr("PREEMPTIONS"));
  columns.preemptions = line.cut_right(std::max(unit * 112, title), unit * 6);
  columns.state = line.cut_right(unit * 92, unit * 6);
  columns.outcome = line;
  return columns;
}

void say(const Area& area, ImFont* font, ImU32 colour, const std::string& text) {
  draw_text(font, {area.min.x, (area.min.y + area.max.y - text_height(font)) / 2}, colour,
            shortened(font, text, area.width()));
}

void say_right(const Area& area, ImFont* font, ImU32 colour, const std::string& text) {
  const std::string shown = shortened(font, text, area.width());
  draw_text(font, {area.max.x - text_width(font, shown), (area.min.y + area.max.y - text_height(font)) / 2},
            colour, shown);
}

std::string proof_text(const OutcomesView& view) {
  const lab::OutcomesReport& report = view.report();
  const auto states = static_cast<std::uint64_t>(report.states);
  if (view.exploring)
    return tr_format_plural("searching: {0} state so far", "searching: {0} states so far",
                            static_cast<std::uint64_t>(view.known.states));
  if (!report.complete)
    return tr_format("{0} states seen: what is shown is possible, nothing is excluded.", count_text(states));
  return tr_format_plural("All {0} state seen: nothing else can happen.",
                          "All {0} states seen: nothing else can happen.", states);
}

std::string score_text(const OutcomesView& view) {
  if (std::ranges::none_of(view.guesses, &OutcomeGuess::ticked)) return {};
  const GuessScore score = score_of(view);
  std::string text = tr_format("Right: {1} of {0} answers.", score.all, score.right);
  if (score.missed > 0)
    text += " " + tr_format_plural("{0} outcome was not on the list.", "{0} outcomes were not on the list.",
                                   static_cast<std::uint64_t>(score.missed));
  return text;
}

void draw_head(const Area& line, const OutcomesView& view) {
  const Theme& t = theme();
  const Columns columns = columns_of(line, view.has_before());
  if (view.has_before()) say_right(columns.before, t.fonts.small, t.palette.text_faint, tr("BEFORE"));
  say(columns.outcome, t.fonts.small, t.palette.text_faint, tr("OUTCOME"));
  say_right(columns.preemptions, t.fonts.small, t.palette.text_faint, tr("PREEMPTIONS"));
  say(columns.chance, t.fonts.small, t.palette.text_faint, tr("CHANCE"));
  const int done = view.python.done;
  say_right(columns.python, t.fonts.small, t.palette.text_faint,
            done == 0 ? std::string(tr("CPYTHON")) : tr_format("CPYTHON, {0}", done));
}

void draw_chance(Area area, double chance, ImU32 hue) {
  const Theme& t = theme();
  const std::string text = chance_text(chance);
  const Area number = area.cut_right(scaled(66), scaled(4));
  say_right(number, t.fonts.body, t.palette.text, text);
  const float middle = (area.min.y + area.max.y) / 2, half = scaled(5);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({area.min.x, middle - half}, {area.max.x, middle + half}, t.palette.background,
                      scaled(3));
  const float width = std::max(area.width() * static_cast<float>(chance), scaled(chance > 0 ? 2 : 0));
  list->AddRectFilled({area.min.x, middle - half}, {area.min.x + width, middle + half}, hue, scaled(3));
}

void draw_possible(const Columns& columns, const OutcomesView& view, const OutcomeLine& line) {
  const Theme& t = theme();
  const lab::OutcomeRow& row = view.report().rows[static_cast<std::size_t>(line.row)];
  const bool is_bad = line.end == "stuck" || line.end == "endless";
  say(columns.outcome, t.fonts.code, is_bad ? t.palette.wrong_text : t.palette.text,
      outcome_text(line.end, line.output));
  say(columns.state, t.fonts.body, t.palette.pipe, tr("possible"));
  say_right(columns.preemptions, t.fonts.body, t.palette.text, std::to_string(row.preemptions));
  if (view.p < row.chances.size())
    draw_chance(columns.chance, row.chances[view.p], is_bad ? t.palette.wrong : t.palette.pipe);
  if (view.python.done > 0)
    say_right(columns.python, t.fonts.body, line.python_runs == 0 ? t.palette.text_faint : t.palette.text,
              count_text(static_cast<std::uint64_t>(line.python_runs)));
}

void draw_impossible(const Columns& columns, const OutcomesView& view, const OutcomeLine& line) {
  const Theme& t = theme();
  const std::string text =
      shortened(t.fonts.code, outcome_text(line.end, line.output), columns.outcome.width());
  say(columns.outcome, t.fonts.code, t.palette.text_faint, text);
  const float middle = (columns.outcome.min.y + columns.outcome.max.y) / 2;
  const bool excluded = view.report().complete;
  if (excluded)
    ImGui::GetWindowDrawList()->AddLine({columns.outcome.min.x, middle},
                                        {columns.outcome.min.x + text_width(t.fonts.code, text), middle},
                                        t.palette.text_dim, scaled(1.5f));
  Area rest = columns.state;
  rest.max.x = columns.chance.max.x;
  std::string why = excluded ? tr("impossible") : tr("not found so far");
  if (excluded)
    why += ": " + tr_format_plural("{0} state seen, none leads there", "{0} states seen, none leads there",
                                   static_cast<std::uint64_t>(view.report().states));
  say(rest, t.fonts.small, t.palette.text_dim, why);
}

// How likely it was before the program was changed.
void draw_before(const Columns& columns, const OutcomesView& view, const OutcomeLine& line) {
  const Theme& t = theme();
  if (!view.has_before()) return;
  if (line.before < 0)
    return say_right(columns.before, t.fonts.body, t.palette.text_faint,
                     view.before.complete ? tr("impossible") : tr("not found"));
  const lab::OutcomeRow& row = view.before.rows[static_cast<std::size_t>(line.before)];
  if (view.p < row.chances.size())
    say_right(columns.before, t.fonts.body, t.palette.text_dim, chance_text(row.chances[view.p]));
}

void draw_line(const Frame& frame, const OutcomeLine& line, std::size_t index, float height,
               CommandQueue& commands) {
  const Theme& t = theme();
  const OutcomesView& view = frame.outcomes;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Area area{at, {at.x + ImGui::GetContentRegionAvail().x, at.y + height}};
  const std::string id = "outcome" + std::to_string(index);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool chosen = line.row >= 0 && line.row == view.chosen,
             beside = line.row >= 0 && line.row == view.beside;
  if (chosen || beside)
    list->AddRectFilled(area.min, area.max, with_alpha(t.palette.accent, chosen ? 0.22f : 0.10f), scaled(5));
  if (chosen) list->AddRectFilled(area.min, {area.min.x + scaled(3), area.max.y}, t.palette.accent);
  ImGui::InvisibleButton(id.c_str(), area.size());
  note_hit(id, area.min, area.max);
  if (line.row >= 0 && ImGui::IsItemHovered()) {
    list->AddRect(area.min, area.max, t.palette.panel_border, scaled(5));
    tooltip(tr("Click: its example below. Shift and click: beside the other one."));
  }
  if (line.row >= 0 && ImGui::IsItemClicked()) commands.push(ShowOutcome{line.row, ImGui::GetIO().KeyShift});
  const Columns columns = columns_of(area.inset(scaled(10), 0), view.has_before());
  draw_before(columns, view, line);
  if (line.row >= 0)
    draw_possible(columns, view, line);
  else
    draw_impossible(columns, view, line);
  if (line.guessed) {
    const float y = (area.min.y + area.max.y) / 2;
    list->AddCircleFilled({area.min.x + scaled(6), y}, scaled(2.5f), t.palette.accent);
  }
}

}  // namespace

void draw_outcomes_table(const Frame& frame, Area inside, CommandQueue& commands) {
  const Theme& t = theme();
  const OutcomesView& view = frame.outcomes;
  const lab::OutcomesReport& report = view.report();
  say(inside.cut_top(t.metrics.line), t.fonts.bold,
      report.complete || view.exploring ? t.palette.text : t.palette.buffer, proof_text(view));
  std::string below = score_text(view);
  if (!view.exploring && !report.stopped.empty()) below = lab_text(report.stopped);
  if (!below.empty()) say(inside.cut_top(t.metrics.line * 0.9f), t.fonts.body, t.palette.text_dim, below);
  if (view.exploring) return;
  inside.cut_top(t.metrics.gap * 0.4f);
  draw_head(inside.cut_top(t.metrics.line).inset(scaled(10), 0), view);
  const Region region("outcomes", inside);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, scaled(2)));
  const std::vector<OutcomeLine> lines = outcome_lines(view);
  for (std::size_t index = 0; index < lines.size(); ++index)
    draw_line(frame, lines[index], index, t.metrics.line * 1.25f, commands);
  ImGui::PopStyleVar();
  for (const lab::PythonOutcome& run : not_found(view))
    paragraph(t.fonts.body, report.complete ? t.palette.wrong_text : t.palette.text_dim,
              tr_format("CPython did this {0} times, and the search has not found it: {1}", run.runs,
                        outcome_text(run.end, run.output)));
}

}  // namespace forkscope::app
