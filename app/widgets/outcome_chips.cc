#include "app/widgets/outcome_chips.h"

#include <algorithm>

#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/outcome_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr std::size_t kMostChips = 6;
constexpr float kWidest = 130;  // unscaled
constexpr float kChipGap = 5;   // unscaled

bool is_bad(const lab::OutcomeRow& row) {
  return row.end == "stuck" || row.end == "endless";
}

bool has(const std::vector<int>& rows, int row) {
  return std::ranges::find(rows, row) != rows.end();
}

// Outcomes may differ in this alone.
std::string exit_text(const lab::OutcomeRow& row) {
  const auto failed =
      std::ranges::find_if(row.exit_codes, [](const lab::OutcomeExit& exit) { return exit.code != 0; });
  return failed == row.exit_codes.end() ? "" : " " + tr_format("(exit code {0})", failed->code);
}

float chip_width(const std::string& text) {
  return text_width(theme().fonts.small, text) + scaled(14);
}

void draw_chip(const Area& area, const OutcomeChip& chip, const std::string& text) {
  const Theme& t = theme();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 hue = chip.is_bad ? t.palette.wrong : t.palette.pipe;
  if (!chip.is_gone) list->AddRectFilled(area.min, area.max, with_alpha(hue, 0.25f), scaled(5));
  add_rect(list, area.min, area.max, with_alpha(hue, chip.is_gone ? 0.35f : 0.9f), scaled(5), scaled(1));
  const ImU32 ink = chip.is_gone ? t.palette.text_faint : chip.is_bad ? t.palette.wrong_text : t.palette.text;
  const float y = (area.min.y + area.max.y - text_height(t.fonts.small)) / 2;
  draw_text(t.fonts.small, {area.min.x + scaled(7), y}, ink, text);
  if (!chip.is_gone) return;
  const float middle = (area.min.y + area.max.y) / 2 + scaled(1);
  list->AddLine({area.min.x + scaled(4), middle}, {area.max.x - scaled(4), middle}, t.palette.text_dim,
                scaled(1.3f));
}

}  // namespace

std::vector<std::string> chip_names(const lab::OutcomesReport& report) {
  std::vector<std::string> printed;
  for (const lab::OutcomeRow& row : report.rows) {
    if (is_bad(row)) continue;
    const std::string text = outcome_text(row.end, row.output);
    if (std::ranges::find(printed, text) == printed.end()) printed.push_back(text);
  }
  const std::vector<std::string> cut = short_names(printed);
  std::vector<std::string> names;
  for (const lab::OutcomeRow& row : report.rows) {
    const auto same = std::ranges::find(printed, outcome_text(row.end, row.output));
    const std::string name = same == printed.end() ? outcome_text(row.end, row.output)
                                                   : cut[static_cast<std::size_t>(same - printed.begin())];
    names.push_back(row.end == "error" ? name + exit_text(row) : name);
  }
  return names;
}

std::vector<OutcomeChip> chips_of(const lab::OutcomesReport& report, const lab::OutcomeSet& set,
                                  const lab::OutcomeSet* before) {
  std::vector<int> rows = set.rows;
  const bool crosses_out = before != nullptr && set.complete;
  if (crosses_out) {
    for (const int row : before->rows) {
      if (!has(rows, row)) rows.push_back(row);
    }
    std::ranges::sort(rows);
  }
  std::vector<OutcomeChip> chips;
  if (rows.size() > kMostChips) {
    chips.push_back(
        {tr_format_plural("{0} outcome", "{0} outcomes", static_cast<std::uint64_t>(set.rows.size()))});
  } else {
    const std::vector<std::string> names = chip_names(report);
    for (const int row : rows)
      chips.push_back({names[static_cast<std::size_t>(row)],
                       is_bad(report.rows[static_cast<std::size_t>(row)]), !has(set.rows, row)});
  }
  for (const lab::OutcomeName& other : set.others)
    chips.push_back({outcome_text(other.end, other.output), other.end == "stuck" || other.end == "endless"});
  if (!set.complete) chips.push_back({tr("perhaps more")});
  return chips;
}

float chip_height() {
  return text_height(theme().fonts.small) + scaled(6);
}

float chips_width(const std::vector<OutcomeChip>& chips) {
  float width = 0;
  for (const OutcomeChip& chip : chips)
    width += std::min(chip_width(chip.text), scaled(kWidest)) + scaled(kChipGap);
  return width;
}

void draw_chips(Area line, const std::vector<OutcomeChip>& chips) {
  const Theme& t = theme();
  const float top = (line.min.y + line.max.y - chip_height()) / 2;
  for (std::size_t index = 0; index < chips.size(); ++index) {
    const std::size_t left = chips.size() - index;
    const std::string rest = "+" + std::to_string(left);
    const float reserve = left > 1 ? chip_width(rest) + scaled(kChipGap) : 0;
    const float room = std::min(line.width() - reserve, scaled(kWidest));
    const std::string text = shortened(t.fonts.small, chips[index].text, room - scaled(14));
    if (room < scaled(34) && left > 1)
      return draw_chip({{line.min.x, top}, {line.min.x + chip_width(rest), top + chip_height()}}, {}, rest);
    const Area chip = line.cut_left(chip_width(text), scaled(kChipGap));
    draw_chip({{chip.min.x, top}, {chip.max.x, top + chip_height()}}, chips[index], text);
  }
}

}  // namespace forkscope::app
