#include "app/panels/outcomes_example.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "app/model/keys.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/outcome_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr float kNames = 112;  // unscaled

const lab::OutcomeRow* row_at(const OutcomesView& view, int index) {
  const auto& rows = view.report().rows;
  return index >= 0 && static_cast<std::size_t>(index) < rows.size() ? &rows[static_cast<std::size_t>(index)]
                                                                     : nullptr;
}

void say(const Area& area, ImFont* font, ImU32 colour, const std::string& text) {
  draw_text(font, {area.min.x, (area.min.y + area.max.y - text_height(font)) / 2}, colour,
            shortened(font, text, area.width()));
}

// One example: where its moves lie on the screen.
struct Chart {
  const lab::OutcomeRow& row;
  ExampleLanes lanes;
  Area area;  // of the lanes, without their names
  float move_width = 1;

  float x_of(std::size_t move) const { return area.min.x + move_width * static_cast<float>(move); }
  float lane_height() const {
    return area.height() / static_cast<float>(std::max<std::size_t>(1, lanes.movers.size()));
  }
  float y_of(std::size_t lane) const {
    return area.min.y + lane_height() * (static_cast<float>(lane) + 0.5f);
  }
};

void draw_names(const Chart& chart, const Area& names) {
  const Theme& t = theme();
  for (std::size_t lane = 0; lane < chart.lanes.movers.size(); ++lane) {
    const float y = chart.y_of(lane);
    say({{names.min.x, y - t.metrics.line / 2}, {names.max.x, y + t.metrics.line / 2}}, t.fonts.body,
        t.palette.text, chart.lanes.movers[lane]);
    ImGui::GetWindowDrawList()->AddLine({chart.area.min.x, y}, {chart.area.max.x, y}, t.palette.grid,
                                        scaled(1));
  }
}

void draw_block(const Chart& chart, const ExampleBlock& block) {
  const Theme& t = theme();
  const float half = std::min(scaled(12), chart.lane_height() * 0.42f), y = chart.y_of(block.lane);
  const ImVec2 min(chart.x_of(block.begin), y - half),
      max(std::max(chart.x_of(block.end) - scaled(1), min.x + scaled(2)), y + half);
  const ImU32 hue = mover_ink(chart.lanes.movers[block.lane]);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, max, with_alpha(hue, 0.30f), scaled(4));
  list->AddRect(min, max, hue, scaled(4), 0, scaled(1.2f));
  const float room = max.x - min.x - scaled(10);
  const std::string text =
      example_move_text(chart.row.example[telling_move(chart.row.example, block.begin, block.end)]);
  if (room > scaled(44) && half > scaled(7))
    draw_text(t.fonts.small, {min.x + scaled(5), y - text_height(t.fonts.small) / 2}, t.palette.text,
              shortened(t.fonts.small, text, room));
  if (!ImGui::IsWindowHovered() || !ImGui::IsMouseHoveringRect(min, max)) return;
  const auto under =
      static_cast<std::size_t>((ImGui::GetIO().MousePos.x - chart.area.min.x) / chart.move_width);
  const std::size_t move = std::clamp(under, block.begin, block.end - 1);
  tooltip(tr_format("move {0}: {1}", move + 1, example_move_text(chart.row.example[move])));
}

void arrow_head(ImDrawList* list, ImVec2 tip, bool down, ImU32 colour) {
  const float s = scaled(4), y = tip.y + (down ? -s * 1.6f : s * 1.6f);
  list->AddTriangleFilled(tip, {tip.x - s, y}, {tip.x + s, y}, colour);
}

// From the end of a block to the beginning of the next one. A preemption is drawn strongly.
void draw_arrow(const Chart& chart, const ExampleBlock& from, const ExampleBlock& to) {
  const Theme& t = theme();
  const float half = std::min(scaled(12), chart.lane_height() * 0.42f), x = chart.x_of(to.begin);
  const bool down = to.lane > from.lane;
  const ImVec2 begin(x, chart.y_of(from.lane) + (down ? half : -half));
  const ImVec2 end(x, chart.y_of(to.lane) + (down ? -half : half));
  const ImU32 colour = to.preempts ? t.palette.buffer : t.palette.gil_wait;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine(begin, end, colour, scaled(to.preempts ? 2.2f : 1.2f));
  arrow_head(list, end, down, colour);
  const std::string label = tr("preempted");
  const bool has_room = chart.lane_height() > 2.6f * text_height(t.fonts.small) + scaled(24) &&
                        x + text_width(t.fonts.small, label) < chart.area.max.x;
  if (to.preempts && has_room)
    draw_text(t.fonts.small, {x + scaled(6), (begin.y + end.y - text_height(t.fonts.small)) / 2}, colour,
              label);
}

void draw_mark(const Chart& chart, std::size_t move, ImU32 colour, const std::string& label) {
  const Theme& t = theme();
  const float x = chart.x_of(move) + chart.move_width / 2;
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (float y = chart.area.min.y - scaled(2); y < chart.area.max.y; y += scaled(7))
    list->AddLine({x, y}, {x, y + scaled(4)}, colour, scaled(1.4f));
  const float width = text_width(t.fonts.small, label);
  const float left =
      std::clamp(x + scaled(5), chart.area.min.x, std::max(chart.area.min.x, chart.area.max.x - width));
  draw_text(t.fonts.small, {left, chart.area.min.y - text_height(t.fonts.small) - scaled(1)}, colour, label);
}

void draw_title(const OutcomesView& view, const lab::OutcomeRow& row, int index, Area line,
                CommandQueue& commands) {
  const Theme& t = theme();
  ButtonLook look{Icon::play, tr("Step through it"), "", false, true};
  if (index == view.chosen) look.key = key_shown(Action::outcomes_step);
  if (row.end != "endless" && !row.schedule.empty() &&
      button(("step_through" + std::to_string(index)).c_str(), line.cut_right(button_width(look), scaled(12)),
             look))
    commands.push(StepThroughOutcome{index});
  ButtonLook challenge{Icon::none, tr("Challenge"), "", false, true};
  if (index == view.chosen) challenge.key = key_shown(Action::outcomes_challenge);
  if (view.report().rows.size() > 1 && button(("challenge" + std::to_string(index)).c_str(),
                                              line.cut_right(button_width(challenge), scaled(12)), challenge))
    commands.push(BeginChallenge{index});
  std::string text = outcome_text(row.end, row.output);
  say(line.cut_left(std::min(line.width() * 0.4f, text_width(t.fonts.code, text)), scaled(12)), t.fonts.code,
      t.palette.text, text);
  std::string facts = row.preemptions == 0
                          ? std::string(tr("without a preemption"))
                          : tr_format_plural("at least {0} preemption", "at least {0} preemptions",
                                             static_cast<std::uint64_t>(row.preemptions));
  if (row.schedules != "unbounded")
    facts += "; " + tr_format("{0} schedules lead there", count_text(row.schedules));
  for (const lab::OutcomeWait& wait : row.waits) facts += "; " + wait_text(wait);
  say(line, t.fonts.small, t.palette.text_dim, facts);
}

struct Marks {
  std::optional<std::size_t> parting;
  std::size_t moves = 1;  // of the longer example
  std::vector<std::string> movers;
};

void draw_chart(const OutcomesView& view, int index, Area area, const Marks& marks, CommandQueue& commands) {
  const Theme& t = theme();
  const lab::OutcomeRow& row = *row_at(view, index);
  draw_title(view, row, index, area.cut_top(t.metrics.line * 1.25f, scaled(22)), commands);
  const Area names = area.cut_left(scaled(kNames), scaled(6));
  Chart chart{row, lanes_of(row.example, marks.movers), area};
  chart.move_width = area.width() / static_cast<float>(std::max<std::size_t>(1, marks.moves));
  draw_names(chart, names);
  for (std::size_t block = 1; block < chart.lanes.blocks.size(); ++block)
    draw_arrow(chart, chart.lanes.blocks[block - 1], chart.lanes.blocks[block]);
  for (const ExampleBlock& block : chart.lanes.blocks) draw_block(chart, block);
  if (marks.parting) {
    const lab::OutcomeMove& move = row.example[*marks.parting];
    return draw_mark(chart, *marks.parting, t.palette.accent,
                     tr_format("here they part: {0} {1}", move.mover, example_move_text(move)));
  }
  if (const auto certain = no_return_of(row, index))
    draw_mark(
        chart, *certain, row.end == "stuck" ? t.palette.wrong_text : t.palette.text_dim,
        row.end == "stuck" ? tr("from here on it cannot be avoided") : tr("from here on it is certain"));
}

}  // namespace

void draw_outcomes_example(const Frame& frame, Area inside, CommandQueue& commands) {
  const Theme& t = theme();
  const OutcomesView& view = frame.outcomes;
  const lab::OutcomeRow* row = row_at(view, view.chosen);
  const lab::OutcomeRow* other = row_at(view, view.beside);
  if (row == nullptr)
    return say(inside.cut_top(t.metrics.line), t.fonts.body, t.palette.text_faint,
               tr("Choose a row: the way to it with the fewest preemptions is drawn here."));
  Marks marks;
  marks.moves = std::max(row->example.size(), other == nullptr ? 0 : other->example.size());
  marks.movers = lanes_of(row->example).movers;
  if (other == nullptr) return draw_chart(view, view.chosen, inside, marks, commands);
  marks.movers = lanes_of(other->example, marks.movers).movers;
  marks.parting = parting_of(*row, *other);
  draw_chart(view, view.chosen, inside.cut_top((inside.height() - t.metrics.gap) / 2, t.metrics.gap), marks,
             commands);
  draw_chart(view, view.beside, inside, marks, commands);
}

}  // namespace forkscope::app
