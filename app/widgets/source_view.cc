#include "app/widgets/source_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/theme/theme.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

float row_height() {
  return theme().metrics.line * 0.96f;
}

// The colours are found out again only when the source changes.
void renew(SourceMemory& memory, const std::vector<std::string>& lines) {
  if (memory.coloured == lines) return;
  memory.coloured = lines;
  memory.inks.clear();
  memory.longest.clear();
  memory.seen_line = 0;
  InkState state;
  for (const std::string& line : lines) {
    memory.inks.push_back(highlight(line, state));
    if (line.size() > memory.longest.size()) memory.longest = line;
  }
}

ImU32 colour_of(Ink ink) {
  const Palette& p = theme().palette;
  switch (ink) {
    case Ink::keyword:
      return p.keyword;
    case Ink::string:
      return p.string;
    case Ink::number:
      return p.number;
    case Ink::comment:
      return p.comment;
    case Ink::function_name:
      return p.function_name;
    case Ink::plain:
      break;
  }
  return p.text;
}

float pill_width(const std::string& name) {
  return text_width(theme().fonts.small, name) + 26 * theme().metrics.scale;
}

// A running thread has a full dot, a waiting one a ring.
void draw_pill(const SourceMarker& marker, ImVec2 at, float height) {
  const Theme& t = theme();
  const float scale = t.metrics.scale;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 end(at.x + pill_width(marker.name), at.y + height);
  list->AddRectFilled(at, end, t.palette.panel, height / 2);
  list->AddRectFilled(at, end, with_alpha(marker.colour, 0.25f), height / 2);
  const ImVec2 dot(at.x + 11 * scale, (at.y + end.y) / 2);
  if (marker.waits)
    list->AddCircle(dot, 4 * scale, marker.colour, 0, 1.5f * scale);
  else
    list->AddCircleFilled(dot, 4 * scale, marker.colour);
  draw_text(t.fonts.small, {at.x + 19 * scale, at.y + (height - text_height(t.fonts.small)) / 2},
            t.palette.text, marker.name);
}

// From the right edge leftwards; what does not fit beside the code's beginning is counted. The thread whose
// pill was clicked.
std::uint32_t draw_pills(const std::vector<SourceMarker>& markers, ImVec2 row, float left_limit,
                         float right) {
  const float scale = theme().metrics.scale;
  const float height = row_height() - 3 * scale;
  float x = right;
  std::size_t shown = 0;
  std::uint32_t clicked = 0;
  for (; shown < markers.size(); ++shown) {
    const float width = pill_width(markers[shown].name);
    const float reserve = shown + 1 < markers.size() ? 40 * scale : 0;
    if (x - width - reserve < left_limit && shown > 0) break;
    x -= width;
    const ImVec2 at(x, row.y + 1.5f * scale);
    draw_pill(markers[shown], at, height);
    if (ImGui::IsMouseHoveringRect(at, {at.x + width, at.y + height}) && ImGui::IsMouseClicked(0))
      clicked = markers[shown].thread;
    x -= 4 * scale;
  }
  if (shown == markers.size()) return clicked;
  const SourceMarker more{0, markers[shown].colour, fmt::format("+{}", markers.size() - shown), false};
  draw_pill(more, {x - pill_width(more.name), row.y + 1.5f * scale}, height);
  return clicked;
}

void draw_source_line(const std::string& line, const std::vector<InkRun>& inks, ImVec2 at) {
  ImFont* font = theme().fonts.code;
  const float y = at.y + (row_height() - text_height(font)) / 2;
  float x = at.x;
  for (const InkRun& run : inks) {
    const std::string_view piece = std::string_view(line).substr(run.begin, run.end - run.begin);
    draw_text(font, {x, y}, colour_of(run.ink), piece);
    x += text_width(font, piece);
  }
}

// Line number, bars of the threads, tint.
void draw_row_back(std::uint32_t number, const std::vector<SourceMarker>* markers, bool refused, ImVec2 at,
                   float gutter, float right) {
  const Theme& t = theme();
  const float scale = t.metrics.scale;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 end(right, at.y + row_height());
  if (refused) list->AddRectFilled(at, end, t.palette.wrong_panel, 3 * scale);
  if (markers != nullptr) {
    list->AddRectFilled(at, end, with_alpha(markers->front().colour, 0.20f));
    const float share = row_height() / static_cast<float>(markers->size());
    for (std::size_t index = 0; index < markers->size(); ++index)
      list->AddRectFilled({at.x, at.y + share * static_cast<float>(index)},
                          {at.x + 3 * scale, at.y + share * static_cast<float>(index + 1)},
                          (*markers)[index].colour);
  }
  const std::string text = std::to_string(number);
  const float width = text_width(t.fonts.code, text);
  draw_text(t.fonts.code,
            {at.x + gutter - 12 * scale - width, at.y + (row_height() - text_height(t.fonts.code)) / 2},
            markers != nullptr ? t.palette.text : t.palette.text_faint, text);
}

void keep_in_sight(SourceMemory& memory, std::uint32_t line) {
  if (line == memory.seen_line) return;
  memory.seen_line = line;
  if (line == 0) return;
  const float top = static_cast<float>(line - 1) * row_height();
  const float seen = ImGui::GetScrollY(), height = ImGui::GetWindowHeight();
  if (top < seen || top + 2 * row_height() > seen + height)
    ImGui::SetScrollY(std::max(0.0f, std::floor((top - height / 2) / row_height()) * row_height()));
}

}  // namespace

std::uint32_t draw_source(const char* id, SourceMemory& memory, const SourceText& text) {
  const Theme& t = theme();
  renew(memory, text.lines);
  const float gutter = text_width(t.fonts.code, std::to_string(text.lines.size())) + 26 * t.metrics.scale;
  const float widest = text_width(t.fonts.code, memory.longest);
  const ImVec2 corner = ImGui::GetWindowPos();
  const float right = corner.x + ImGui::GetContentRegionAvail().x + ImGui::GetScrollX();
  note_hit(id, corner, {right, corner.y + ImGui::GetWindowHeight()});
  std::uint32_t clicked = 0;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  for (std::size_t index = 0; index < text.lines.size(); ++index) {
    const auto number = static_cast<std::uint32_t>(index + 1);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool refused = text.refused_line == static_cast<int>(number);
    if (ImGui::IsRectVisible({corner.x, at.y}, {right, at.y + row_height()})) {
      const auto here = text.markers.find(number);
      const bool marked = here != text.markers.end();
      draw_row_back(number, marked ? &here->second : nullptr, refused, {corner.x, at.y}, gutter, right);
      draw_source_line(text.lines[index], memory.inks[index], {at.x + gutter, at.y});
      const float width = text_width(t.fonts.code, text.lines[index]);
      const float limit = corner.x + gutter + std::min(width, (right - corner.x) * 0.35f);
      if (marked) clicked = std::max(clicked, draw_pills(here->second, {corner.x, at.y}, limit, right - 4));
    }
    ImGui::Dummy(ImVec2(gutter + widest, row_height()));
    if (refused && text.below_refused) text.below_refused(gutter);
  }
  ImGui::PopStyleVar();
  keep_in_sight(memory, text.line_in_sight);
  return clicked;
}

}  // namespace forkscope::app
