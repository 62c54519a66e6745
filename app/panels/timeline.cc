#include "app/panels/timeline.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "app/lanes/lane.h"
#include "app/lanes/overlay.h"
#include "app/model/keys.h"
#include "app/model/names.h"
#include "app/theme/theme.h"
#include "app/widgets/answer_text.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/role_text.h"
#include "app/widgets/text.h"
#include "app/widgets/time_axis.h"

namespace forkscope::app {

namespace {

using Tracks = std::vector<const trace::ThreadTrack*>;

// One row: a thread's lane, or the GIL lane of the process whose threads are `process_tracks`.
struct Row {
  const trace::ThreadTrack* track = nullptr;  // null: GIL
  Tracks process_tracks;
  int shade = 0;
  bool first_of_process = false;
  float top = 0, bottom = 0;
};

struct Heights {
  float lane, gil, gap, process_gap;
};

Heights heights() {
  const float scale = theme().metrics.scale;
  return Heights{theme().metrics.lane - 6 * scale, 11 * scale, 9 * scale, 8 * scale};
}

std::vector<Tracks> tracks_by_process(const trace::Store& store) {
  std::vector<Tracks> groups;
  for (const trace::ThreadTrack& track : store.threads()) {
    const auto own = std::find_if(groups.begin(), groups.end(), [&](const Tracks& group) {
      return group.front()->process == track.process;
    });
    if (own == groups.end())
      groups.push_back({&track});
    else
      own->push_back(&track);
  }
  return groups;
}

bool has_gil_spans(const Tracks& tracks) {
  return std::any_of(tracks.begin(), tracks.end(), [](const auto* track) { return !track->gil.empty(); });
}

// Rows from `top` on, in screen pixels; returns the bottom of the last.
float lay_out(const trace::Store& store, float top, std::vector<Row>& rows) {
  const Heights high = heights();
  for (const Tracks& tracks : tracks_by_process(store)) {
    int shade = 0;
    for (const auto* track : tracks) {
      rows.push_back(Row{track, tracks, shade, shade == 0, top, top + high.lane});
      top += high.lane + high.gap;
      ++shade;
    }
    if (has_gil_spans(tracks)) {
      rows.push_back(Row{nullptr, tracks, 0, false, top, top + high.gil});
      top += high.gil + high.gap;
    }
    top += high.process_gap;
  }
  return top;
}

void draw_row_label(ImDrawList& draw, const Frame& frame, const Row& row, float left, float width) {
  const Theme& look = theme();
  const float scale = look.metrics.scale;
  const bool is_gil = row.track == nullptr;
  const base::ProcessId process = row.process_tracks.front()->process;
  ImFont* font = row.first_of_process ? look.fonts.bold : is_gil ? look.fonts.small : look.fonts.body;
  std::string text = "GIL";
  if (row.first_of_process) {
    const bool alone = frame.store.now().processes.size() < 2;
    text = alone ? std::to_string(process_pid(frame.store, process)) + " " +
                       thread_name(frame.store, row.track->thread)
                 : process_title(frame.store, process);
  } else if (!is_gil) {
    text = thread_name(frame.store, row.track->thread);
  }
  const float middle = (row.top + row.bottom) / 2;
  if (row.first_of_process)
    draw.AddRectFilled(ImVec2(left, middle - 5 * scale), ImVec2(left + 10 * scale, middle + 5 * scale),
                       process_colour(process), 2 * scale);
  const float indent = 18 * scale;
  const ImU32 colour = row.first_of_process ? look.palette.text
                       : is_gil             ? look.palette.text_faint
                                            : look.palette.text_dim;
  const std::string shown = shortened(font, text, width - indent - 8 * scale);
  draw_text(&draw, font, ImVec2(left + indent, std::round(middle - text_height(font) / 2)), colour, shown);
  if (!row.first_of_process || process_role(frame.store, process) != ProcessRole::manager) return;
  const float behind = indent + text_width(font, shown) + 8 * scale;
  const std::string role = role_name(ProcessRole::manager);
  if (behind + text_width(look.fonts.small, role) + 8 * scale > width) return;
  draw_text(&draw, look.fonts.small,
            ImVec2(left + behind, std::round(middle - text_height(look.fonts.small) / 2)),
            look.palette.text_dim, role);
}

void show_hint(const LaneHint& hint) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                      ImVec2(theme().metrics.padding, theme().metrics.padding * 0.7f));
  ImGui::BeginTooltip();
  ImGui::PushFont(theme().fonts.bold);
  text_lines(hint.title, tooltip_width());
  ImGui::PopFont();
  for (const std::string& line : hint.lines) text_lines(line, tooltip_width());
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

// Over a row's name: the whole name, and what the process is for.
void show_label_hint(const Frame& frame, const std::vector<Row>& rows, float left, float right) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!ImGui::IsWindowHovered() || mouse.x < left || mouse.x >= right) return;
  for (const Row& row : rows) {
    if (mouse.y < row.top || mouse.y > row.bottom) continue;
    const base::ProcessId process = row.process_tracks.front()->process;
    LaneHint hint{process_title(frame.store, process), {}};
    if (row.track == nullptr)
      hint.lines.emplace_back(
          tr("Who has the GIL: only one thread of a process runs Python code at a time."));
    else if (!row.first_of_process)
      hint.lines.push_back(thread_name(frame.store, row.track->thread));
    const std::string sentence = role_sentence(process_role(frame.store, process));
    if (!sentence.empty()) hint.lines.push_back(sentence);
    show_hint(hint);
  }
}

using WrongTimes = std::map<base::ThreadId, std::vector<std::int64_t>>;

// The wrong answers in view up to the cursor, of all queues.
std::vector<const trace::Answer*> wrong_in_view(const Frame& frame, const TimeAxis& axis) {
  std::vector<const trace::Answer*> wrong;
  for (const trace::QueueTrack& queue : frame.store.queues())
    for (const trace::Answer* answer : visible_answers(queue, axis, 5 * theme().metrics.scale))
      if (answer->wrong && answer->time_ns <= frame.cursor_ns) wrong.push_back(answer);
  return wrong;
}

WrongTimes times_by_thread(const std::vector<const trace::Answer*>& answers) {
  WrongTimes times;
  for (const trace::Answer* answer : answers) times[answer->thread].push_back(answer->time_ns);
  for (auto& [thread, moments] : times) std::sort(moments.begin(), moments.end());
  return times;
}

void draw_rows(ImDrawList& draw, const Frame& frame, const TimeAxis& axis, const std::vector<Row>& rows,
               const WrongTimes& wrong, float top, float bottom) {
  static const std::vector<std::int64_t> kNone;
  for (const Row& row : rows) {
    if (row.bottom < top || row.top > bottom) continue;
    const LaneArea area{draw, axis, row.top, row.bottom};
    if (row.track == nullptr) {
      draw_gil_lane(frame, row.process_tracks, area);
      continue;
    }
    const auto times = wrong.find(row.track->thread);
    draw_thread_lane(frame, *row.track, row.shade, times != wrong.end() ? times->second : kNone, area);
  }
}

LaneHeights lane_heights(const std::vector<Row>& rows) {
  LaneHeights heights;
  for (const Row& row : rows)
    if (row.track != nullptr) heights[row.track->thread] = LaneSpan{row.top, row.bottom};
  return heights;
}

// Returns the answer under the mouse.
const trace::Answer* draw_answers_on_lanes(ImDrawList& draw, const Frame& frame, const TimeAxis& axis,
                                           const std::vector<const trace::Answer*>& wrong,
                                           const LaneHeights& heights) {
  const float scale = theme().metrics.scale;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const trace::Answer* under_mouse = nullptr;
  for (const trace::Answer* answer : wrong) {
    const auto lane = heights.find(answer->thread);
    if (lane == heights.end()) continue;
    const ImVec2 at(axis.x_of(answer->time_ns), (lane->second.top + lane->second.bottom) / 2);
    draw_wrong_dot(draw, at, answer->time_ns == frame.selection.answer_ns, wrong.size());
    if (std::hypot(mouse.x - at.x, mouse.y - at.y) <= 9 * scale) under_mouse = answer;
  }
  return under_mouse;
}

void show_row_hint(const Frame& frame, const TimeAxis& axis, const std::vector<Row>& rows) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (mouse.x < axis.left()) return;
  for (const Row& row : rows) {
    if (mouse.y < row.top || mouse.y > row.bottom) continue;
    const std::int64_t time = axis.time_at(mouse.x);
    const auto reach = static_cast<std::int64_t>(2 * axis.ns_per_pixel());
    const auto hint = row.track != nullptr ? thread_lane_hint(frame, *row.track, time, reach)
                                           : gil_lane_hint(frame, row.process_tracks, time);
    if (hint.has_value()) show_hint(*hint);
  }
}

void show_answer_hint(const Frame& frame, const trace::Answer& answer, CommandQueue& commands) {
  const AnswerText text = answer_text(frame.store, answer);
  show_hint(LaneHint{text.title, {text.sentence, moment_text(answer.time_ns, 1)}});
  if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) return;
  Selection selection = frame.selection;
  selection.answer_ns = answer.time_ns;
  selection.queue = answer.queue;
  commands.push(Select{selection});
  commands.push(MoveCursor{answer.time_ns});
}

void draw_tick_labels(ImDrawList& draw, const TimeAxis& axis, const std::vector<Tick>& ticks, float top) {
  ImFont* font = theme().fonts.small;
  for (const Tick& tick : ticks)
    if (tick.x + text_width(font, tick.label) + 4 < axis.right() + theme().metrics.padding)
      draw_text(&draw, font, ImVec2(tick.x + 4, top), theme().palette.text_faint, tick.label);
}

// Step mode: by steps or by time.
void draw_axis_switch(const Frame& frame, ImVec2 at, float height, CommandQueue& commands) {
  if (frame.settings.mode != Mode::step) return;
  const Theme& look = theme();
  const std::string key = key_shown(Action::step_axis);
  key_cap({at.x, at.y + height / 2}, key, look.palette.text_dim, look.palette.background);
  const std::string label = frame.settings.axis_of_steps ? tr("by steps") : tr("by time");
  const float left = at.x + key_cap_width(key) + 8 * look.metrics.scale;
  const Area area{{left, at.y}, {left + text_width(look.fonts.body, label), at.y + height}};
  if (link("step_axis", area, label, look.palette.text_dim)) commands.push(ToggleStepAxis{});
}

}  // namespace

void draw_timeline(const Frame& frame, CommandQueue& commands) {
  const ImVec2 origin = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
  if (frame.store.threads().empty()) {
    paragraph(theme().fonts.body, theme().palette.text_dim,
              tr("Nothing has run yet. Open a lesson or a file, and its threads appear here."));
    return;
  }
  const TimeAxis axis = chart_axis(frame, origin.x, room.x);
  const float header = 22 * theme().metrics.scale;
  const auto ticks = axis.ticks(110 * theme().metrics.scale);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw_tick_labels(draw, axis, ticks, origin.y);
  draw_axis_switch(frame, origin, header, commands);

  ImGui::SetCursorScreenPos(ImVec2(origin.x, origin.y + header));
  ImGui::BeginChild("lanes", ImVec2(room.x, room.y - header), false, ImGuiWindowFlags_NoScrollWithMouse);
  ImDrawList& lanes = *ImGui::GetWindowDrawList();
  const float top = origin.y + header, bottom = origin.y + room.y;
  std::vector<Row> rows;
  const float content_bottom =
      lay_out(frame.store, ImGui::GetCursorScreenPos().y + 4 * theme().metrics.scale, rows);
  draw_grid(lanes, ticks, top, bottom);
  const float column = axis.left() - origin.x;
  for (const Row& row : rows)
    if (row.bottom >= top && row.top <= bottom) draw_row_label(lanes, frame, row, origin.x, column);
  lanes.PushClipRect(ImVec2(axis.left(), top), ImVec2(axis.right(), bottom), true);
  const std::vector<const trace::Answer*> wrong = wrong_in_view(frame, axis);
  draw_rows(lanes, frame, axis, rows, times_by_thread(wrong), top, bottom);
  const LaneHeights spans = lane_heights(rows);
  draw_flows(lanes, frame, axis, spans);
  draw_cursor(lanes, frame, axis, top, bottom, false);
  const trace::Answer* answer = draw_answers_on_lanes(lanes, frame, axis, wrong, spans);
  lanes.PopClipRect();

  // Over the labels the wheel scrolls; over the lanes it zooms.
  if (ImGui::IsWindowHovered() && ImGui::GetIO().MousePos.x < axis.left())
    ImGui::SetScrollY(ImGui::GetScrollY() - ImGui::GetIO().MouseWheel * 3 * theme().metrics.line);
  show_label_hint(frame, rows, origin.x, axis.left());
  const bool over =
      chart_input("timeline", frame, axis, ImVec2(axis.left(), top), ImVec2(axis.right(), bottom), commands);
  if (over && answer != nullptr)
    show_answer_hint(frame, *answer, commands);
  else if (over)
    show_row_hint(frame, axis, rows);
  ImGui::SetCursorScreenPos(ImVec2(origin.x, content_bottom));
  ImGui::Dummy(ImVec2(1, 1));
  ImGui::EndChild();
}

}  // namespace forkscope::app
