#include "app/panels/code.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "app/model/highlight.h"
#include "app/model/names.h"
#include "app/theme/theme.h"
#include "app/widgets/area.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/i18n.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

struct Marker {
  base::ThreadId thread = 0;
  ImU32 colour = 0;
  std::string name;
  bool waits = false;
};
using Markers = std::map<std::uint32_t, std::vector<Marker>>;  // by line

float row_height() {
  return theme().metrics.line * 0.96f;
}

// The colours of a source, found out again only when the source changes.
const std::vector<std::vector<InkRun>>& inks_of(const std::vector<std::string>& lines) {
  static std::vector<std::string> coloured;
  static std::vector<std::vector<InkRun>> inks;
  if (coloured == lines) return inks;
  coloured = lines;
  inks.clear();
  InkState state;
  for (const std::string& line : lines) inks.push_back(highlight(line, state));
  return inks;
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

Markers markers_of(const Frame& frame) {
  Markers markers;
  std::map<base::ProcessId, int> threads_before;
  const bool sampled = frame.live && !frame.current_lines.empty();
  for (const auto& [id, thread] : frame.world.threads) {
    const int shade = threads_before[thread.process]++;
    if (thread.activity == trace::ThreadActivity::ended) continue;
    const auto found = frame.current_lines.find(id);
    const std::uint32_t line = sampled && found != frame.current_lines.end() ? found->second : thread.line;
    if (line == 0) continue;
    const bool waits = thread.activity == trace::ThreadActivity::waits;
    markers[line].push_back(
        Marker{id, thread_colour(thread.process, shade), full_thread_name(frame.store, id), waits});
  }
  return markers;
}

float pill_width(const std::string& name) {
  return text_width(theme().fonts.small, name) + 26 * theme().metrics.scale;
}

// A running thread has a full dot, a waiting one a ring.
void draw_pill(const Marker& marker, ImVec2 at, float height) {
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

// From the right edge leftwards; what does not fit beside the code's beginning is counted.
void draw_pills(const std::vector<Marker>& markers, ImVec2 row, float left_limit, float right,
                CommandQueue& commands) {
  const float scale = theme().metrics.scale;
  const float height = row_height() - 3 * scale;
  float x = right;
  std::size_t shown = 0;
  for (; shown < markers.size(); ++shown) {
    const float width = pill_width(markers[shown].name);
    const float reserve = shown + 1 < markers.size() ? 40 * scale : 0;
    if (x - width - reserve < left_limit && shown > 0) break;
    x -= width;
    const ImVec2 at(x, row.y + 1.5f * scale);
    draw_pill(markers[shown], at, height);
    if (ImGui::IsMouseHoveringRect(at, {at.x + width, at.y + height}) && ImGui::IsMouseClicked(0)) {
      Selection selection;
      selection.thread = markers[shown].thread;
      commands.push(Select{selection});
    }
    x -= 4 * scale;
  }
  if (shown == markers.size()) return;
  const Marker more{0, markers[shown].colour, fmt::format("+{}", markers.size() - shown), false};
  draw_pill(more, {x - pill_width(more.name), row.y + 1.5f * scale}, height);
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
void draw_row_back(int number, const std::vector<Marker>* markers, bool refused, ImVec2 at, float gutter,
                   float right) {
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

// The caret under the refused place, and why.
void draw_refusal(const Frame& frame, float gutter) {
  const Theme& t = theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string before(static_cast<std::size_t>(std::max(0, frame.refusal.column - 1)), ' ');
  draw_text(t.fonts.code, {at.x + gutter, at.y - 4 * t.metrics.scale}, t.palette.wrong_text, before + "^");
  ImGui::Dummy(ImVec2(1, text_height(t.fonts.code) * 0.75f));
  ImGui::Indent(gutter);
  const std::string sentence(without_place(frame.refusal.message));
  const float in_sight =
      ImGui::GetScrollX() + ImGui::GetWindowWidth() - ImGui::GetStyle().ScrollbarSize - t.metrics.gap;
  paragraph(t.fonts.body, t.palette.wrong_text, lab_text(sentence), in_sight);
  ImGui::Unindent(gutter);
}

// While the cursor is moved by hand, the line of the chosen (or first) thread stays in sight.
void keep_in_sight(const Frame& frame, const Markers& markers) {
  static std::uint32_t last = 0;
  std::uint32_t line = static_cast<std::uint32_t>(std::max(0, frame.refusal.line));
  if (line == 0 && (!frame.live || frame.state == RunState::paused))
    for (const auto& [number, threads] : markers)
      for (const Marker& marker : threads)
        if (line == 0 || marker.thread == frame.selection.thread) line = number;
  if (line == last) return;
  last = line;
  if (line == 0) return;
  const float top = static_cast<float>(line - 1) * row_height();
  const float seen = ImGui::GetScrollY(), height = ImGui::GetWindowHeight();
  if (top < seen || top + 2 * row_height() > seen + height)
    ImGui::SetScrollY(std::max(0.0f, top - height / 2));
}

}  // namespace

void draw_code(const Frame& frame, CommandQueue& commands) {
  const Theme& t = theme();
  if (frame.source_lines.empty()) {
    paragraph(t.fonts.body, frame.state == RunState::refused ? t.palette.wrong_text : t.palette.text_dim,
              frame.state == RunState::refused ? lab_text(frame.refusal.message)
                                               : std::string(tr("Nothing is open yet.")));
    return;
  }
  const auto& inks = inks_of(frame.source_lines);
  const Markers markers = markers_of(frame);
  const float gutter =
      text_width(t.fonts.code, std::to_string(frame.source_lines.size())) + 26 * t.metrics.scale;
  const float left = ImGui::GetWindowPos().x;
  const float right = left + ImGui::GetContentRegionAvail().x + ImGui::GetScrollX();
  note_hit("code", ImGui::GetWindowPos(), {right, ImGui::GetWindowPos().y + ImGui::GetWindowHeight()});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  for (std::size_t index = 0; index < frame.source_lines.size(); ++index) {
    const auto number = static_cast<std::uint32_t>(index + 1);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string& line = frame.source_lines[index];
    const float width = text_width(t.fonts.code, line);
    const auto here = markers.find(number);
    const bool refused = frame.refusal.line == static_cast<int>(number);
    if (ImGui::IsRectVisible({left, at.y}, {right, at.y + row_height()})) {
      draw_row_back(static_cast<int>(number), here == markers.end() ? nullptr : &here->second, refused,
                    {left, at.y}, gutter, right);
      draw_source_line(line, inks[index], {at.x + gutter, at.y});
      if (here != markers.end())
        draw_pills(here->second, {left, at.y}, left + gutter + std::min(width, (right - left) * 0.35f),
                   right - 4, commands);
    }
    ImGui::Dummy(ImVec2(gutter + width, row_height()));
    if (refused) draw_refusal(frame, gutter);
  }
  ImGui::PopStyleVar();
  keep_in_sight(frame, markers);
}

}  // namespace forkscope::app
