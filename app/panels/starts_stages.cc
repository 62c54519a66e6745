#include "app/panels/starts_stages.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/starts_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// In unscaled pixels.
constexpr float kLeastRow = 17, kMostRow = 24;
constexpr float kTimeColumn = 56;
constexpr float kWhoFrom = 400;  // narrower rows do not name who does it

// More of its card the rows never take; they scroll then.
float most_of_card(float card_height) {
  return card_height * (card_height < scaled(500) ? 0.58f : 0.66f);
}

float heading_height(const lab::MethodReport& report) {
  return theme().metrics.line * 1.4f + (report.chosen.empty() ? 0 : theme().metrics.line);
}

// Room for the longest of the sentences.
float meaning_height(float card_width) {
  const float lines = card_width > scaled(kWhoFrom) ? 2 : card_width > scaled(300) ? 3 : 4;
  return lines * (text_height(theme().fonts.small) + scaled(2)) + scaled(14);
}

ImFont* row_font(float row_height) {
  return row_height < scaled(20) ? theme().fonts.small : theme().fonts.body;
}

std::string time_to_first_line(const Frame& frame, const lab::MethodReport& report) {
  if (report.first_line_us.count > 0)
    return tr_format("{0} to the first line", microseconds_text(report.first_line_us.median));
  const bool was_run = !frame.starts.measuring && !report.end.empty() && report.known;
  return was_run ? tr("never came to the first line") : std::string();
}

void draw_heading(const Frame& frame, const lab::MethodReport& report, Area area) {
  const Theme& t = theme();
  const Area line = area.cut_top(t.metrics.line * 1.2f);
  const float middle = (line.min.y + line.max.y) / 2;
  ImGui::GetWindowDrawList()->AddRectFilled({line.min.x, middle - scaled(6)},
                                            {line.min.x + scaled(12), middle + scaled(6)},
                                            method_colour(report.method), scaled(3));
  draw_text(t.fonts.heading, {line.min.x + scaled(22), middle - text_height(t.fonts.heading) / 2},
            report.known ? t.palette.text : t.palette.text_faint, report.method);
  const std::string time = time_to_first_line(frame, report);
  draw_text(t.fonts.body,
            {line.max.x - text_width(t.fonts.body, time), middle - text_height(t.fonts.body) / 2},
            t.palette.text_dim, time);
  if (report.chosen.empty()) return;
  draw_text(t.fonts.small, area.min, t.palette.buffer,
            shortened(t.fonts.small, tr_format("The program chose {0} itself: this is {0}.", report.chosen),
                      area.width()));
}

bool is_inner(const std::string& who) {
  return who == "child" || who == "server" || who == "tracker";
}

class Rows {
 public:
  Rows(const Frame& frame, const lab::MethodReport& report, float height, CommandQueue& commands)
      : frame_(frame), report_(report), height_(height), font_(row_font(height)), commands_(commands) {}

  void draw() {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    // The wheel may go elsewhere until another row is the current one.
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    const ImGuiID id = ImGui::GetID("row");
    const auto now = static_cast<int>(std::min(frame_.starts.row + 1, report_.stages.size()));
    const bool moved = storage.GetInt(id) != now;
    storage.SetInt(id, now);
    for (std::size_t index = 0; index < report_.stages.size(); ++index) {
      draw_row(index);
      if (moved && static_cast<int>(index) + 1 == now) ImGui::SetScrollHereY(0.7f);
    }
    ImGui::PopStyleVar();
  }

 private:
  void draw_row(std::size_t index) {
    const lab::StartStage& stage = report_.stages[index];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const Area row{at, {at.x + width, at.y + height_}};
    const std::string id = report_.method + ".row." + std::to_string(index + 1);
    if (ImGui::InvisibleButton(id.c_str(), row.size())) commands_.push(ShowStartsRow{index});
    note_hit(id, row.min, row.max);
    if (ImGui::IsItemHovered()) tooltip(who_text(stage.who) + ": " + full_text(stage));
    const bool current = index == frame_.starts.row;
    if (current) mark(row);
    draw_words(stage, index, row.inset(theme().metrics.padding, 0), index <= frame_.starts.row);
  }

  void mark(const Area& row) const {
    const ImU32 hue = method_colour(report_.method);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(row.min, row.max, with_alpha(hue, 0.22f));
    list->AddRectFilled(row.min, {row.min.x + scaled(4), row.max.y}, hue);
  }

  void draw_words(const lab::StartStage& stage, std::size_t index, Area row, bool lit) const {
    const Theme& t = theme();
    const bool names_who = row.width() > scaled(kWhoFrom);
    const auto say = [&](ImFont* font, float x, ImU32 colour, const std::string& text) {
      draw_text(font, {x, (row.min.y + row.max.y - text_height(font)) / 2},
                lit ? colour : t.palette.text_faint, text);
    };
    const std::string number = std::to_string(index + 1), time = microseconds_text(stage.us);
    const Area numbers = row.cut_left(scaled(16), scaled(10));
    say(t.fonts.code_small, numbers.max.x - text_width(t.fonts.code_small, number), t.palette.text_faint,
        number);
    say(t.fonts.code_small, row.max.x - text_width(t.fonts.code_small, time), t.palette.text_dim, time);
    row.cut_right(scaled(kTimeColumn), scaled(6));
    if (names_who) {
      const Area who = row.cut_right(scaled(44), scaled(8));
      say(t.fonts.small, who.min.x, t.palette.text_faint,
          shortened(t.fonts.small, who_text(stage.who), who.width()));
    }
    if (is_inner(stage.who)) row.cut_left(scaled(names_who ? 18 : 12));
    say(font_, row.min.x, t.palette.text, shortened(font_, full_text(stage), row.width()));
  }

  static std::string full_text(const lab::StartStage& stage) {
    const std::string what = tr(stage.what.c_str());
    return stage.detail.empty() ? what : what + " · " + stage.detail;
  }

  const Frame& frame_;
  const lab::MethodReport& report_;
  float height_;
  ImFont* font_;
  CommandQueue& commands_;
};

void draw_meaning(const Frame& frame, const lab::MethodReport& report, const Area& area) {
  const Theme& t = theme();
  if (report.stages.empty()) return;
  const bool through = frame.starts.row >= report.stages.size();
  const lab::StartStage& stage = report.stages[std::min(frame.starts.row, report.stages.size() - 1)];
  const Area box = area.inset(t.metrics.padding, scaled(4));
  ImGui::GetWindowDrawList()->AddRectFilled(box.min, box.max, t.palette.raised, scaled(6));
  const Region region((report.method + ".meaning").c_str(), box.inset(scaled(10), scaled(4)), Scroll::none);
  paragraph(t.fonts.small, through ? t.palette.text_dim : t.palette.text, stage_meaning(stage.name));
}

}  // namespace

float starts_row_height(const Frame& frame, ImVec2 card) {
  const auto rows = static_cast<float>(std::max<std::size_t>(1, row_count(frame.starts.known.report)));
  const float room = most_of_card(card.y) - theme().metrics.line * 1.4f - meaning_height(card.x) - scaled(14);
  return std::floor(std::clamp(room / rows, scaled(kLeastRow), scaled(kMostRow)));
}

float starts_stages_height(const Frame& frame, const lab::MethodReport& report, ImVec2 card) {
  const float rows = static_cast<float>(report.stages.size()) * starts_row_height(frame, card);
  const float wanted =
      heading_height(report) + rows + (report.stages.empty() ? 0 : meaning_height(card.x)) + scaled(14);
  return std::min(wanted, most_of_card(card.y));
}

void draw_starts_stages(const Frame& frame, const lab::MethodReport& report, const Area& area,
                        float row_height, CommandQueue& commands) {
  Area rest = area;
  rest.cut_top(scaled(6));
  draw_heading(frame, report, rest.cut_top(heading_height(report)).inset(theme().metrics.padding, 0));
  if (report.stages.empty()) return;
  draw_meaning(frame, report, rest.cut_bottom(meaning_height(area.width())));
  const Region region((report.method + ".stages").c_str(), rest.inset(scaled(1), 0));
  Rows(frame, report, row_height, commands).draw();
}

}  // namespace forkscope::app
