#include "app/panels/depth.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/lanes/depth_curves.h"
#include "app/lanes/overlay.h"
#include "app/model/names.h"
#include "app/theme/theme.h"
#include "app/widgets/answer_text.h"
#include "app/widgets/format.h"
#include "app/widgets/text.h"
#include "app/widgets/time_axis.h"

namespace forkscope::app {

namespace {

using trace::DepthPoint;

struct Curve {
  DepthCurve drawn;
  const char* label;
};

std::array<Curve, 3> curves() {
  const Palette& palette = theme().palette;
  return {{{{&DepthPoint::slots, palette.slots, false, 3}, tr("qsize(): slots taken")},
           {{&DepthPoint::buffer_and_hand, palette.buffer, true, 2}, tr("buffer + in the feeder's hand")},
           {{&DepthPoint::pipe, palette.pipe, false, 3}, tr("pipe: what empty() sees")}}};
}

struct Chart {
  const TimeAxis& axis;
  DepthArea area;
};

int round_highest(int value) {
  for (int power = 1;; power *= 10)
    for (const int factor : {2, 4, 6, 10})
      if (value <= power * factor) return power * factor;
}

void draw_scale(ImDrawList& draw, const Chart& chart) {
  ImFont* font = theme().fonts.small;
  for (const int value : {0, chart.area.highest / 2, chart.area.highest}) {
    const float y = std::round(chart.area.y_of(value));
    draw.AddRectFilled(ImVec2(chart.axis.left(), y), ImVec2(chart.axis.right(), y + 1), theme().palette.grid);
    const std::string text = std::to_string(value);
    draw_text(&draw, font,
              ImVec2(chart.axis.left() - text_width(font, text) - 8 * theme().metrics.scale,
                     y - text_height(font) / 2),
              theme().palette.text_faint, text);
  }
}

void draw_swatch(ImDrawList& draw, ImVec2 at, const DepthCurve& curve) {
  const float scale = theme().metrics.scale, width = 14 * scale;
  if (!curve.dashed) {
    draw.AddRectFilled(ImVec2(at.x, at.y - 1.5f * scale), ImVec2(at.x + width, at.y + 1.5f * scale),
                       curve.colour);
    return;
  }
  for (const float begin : {0.0f, 8 * scale})
    draw.AddRectFilled(ImVec2(at.x + begin, at.y - 1.5f * scale),
                       ImVec2(at.x + begin + 5 * scale, at.y + 1.5f * scale), curve.colour);
}

// The queue's name, a way to the next queue, and what the colours mean.
void draw_legend(ImDrawList& draw, const Frame& frame, base::ObjectId queue, ImVec2 origin, float width,
                 CommandQueue& commands) {
  const Theme& look = theme();
  const float scale = look.metrics.scale;
  const auto& queues = frame.store.queues();
  const std::string title = tr_format("Queue depth: {0}", queue_name(frame.store, queue, tr("queue")));
  const std::string shown = shortened(look.fonts.bold, title, width - 20 * scale);
  draw_text(&draw, look.fonts.bold, ImVec2(origin.x, origin.y), look.palette.text, shown);
  if (queues.size() > 1) {
    const ImVec2 mark(origin.x + text_width(look.fonts.bold, shown) + 8 * scale,
                      origin.y + text_height(look.fonts.bold) * 0.4f);
    draw.AddTriangleFilled(mark, ImVec2(mark.x + 9 * scale, mark.y),
                           ImVec2(mark.x + 4.5f * scale, mark.y + 5 * scale), look.palette.text_dim);
  }
  if (queues.size() > 1) {
    ImGui::SetCursorScreenPos(origin);
    if (ImGui::InvisibleButton("choose-queue", ImVec2(width, look.metrics.line))) ImGui::OpenPopup("queues");
    if (ImGui::BeginPopup("queues")) {
      for (const trace::QueueTrack& track : queues) {
        Selection selection = frame.selection;
        selection.queue = track.queue;
        const std::string name = queue_name(frame.store, track.queue, tr("queue"));
        if (ImGui::MenuItem(name.c_str(), nullptr, track.queue == queue)) commands.push(Select{selection});
      }
      ImGui::EndPopup();
    }
  }
  float y = origin.y + look.metrics.line + 6 * scale;
  const auto entry = [&](const char* label) {
    draw_text(&draw, look.fonts.small, ImVec2(origin.x + 22 * scale, y - text_height(look.fonts.small) / 2),
              look.palette.text_dim, shortened(look.fonts.small, label, width - 22 * scale));
    y += 19 * scale;
  };
  for (const Curve& curve : curves()) {
    draw_swatch(draw, ImVec2(origin.x, y), curve.drawn);
    entry(curve.label);
  }
  draw.AddCircleFilled(ImVec2(origin.x + 7 * scale, y), 5 * scale, look.palette.wrong, 16);
  entry(tr("a wrong answer"));
}

// Where an answer stands: empty() and get() look at the pipe, qsize() and full() at the slots.
float answer_height(const Chart& chart, const trace::Answer& answer) {
  const bool about_slots = answer.question == trace::Question::qsize ||
                           answer.question == trace::Question::full ||
                           answer.question == trace::Question::put;
  const int depth = about_slots ? answer.queued + answer.being_read : answer.in_pipe;
  return chart.area.y_of(std::min(chart.area.highest, depth));
}

void show_answer_hint(const Frame& frame, const trace::Answer& answer) {
  const AnswerText text = answer_text(frame.store, answer);
  ImGui::BeginTooltip();
  text_lines(text.title, tooltip_width());
  text_lines(text.sentence, tooltip_width());
  const std::string asker =
      full_thread_name(frame.store, answer.thread) + ", " + moment_text(answer.time_ns, 1);
  text_lines(asker, tooltip_width());
  ImGui::EndTooltip();
}

void select_answer(const Frame& frame, const trace::Answer& answer, CommandQueue& commands) {
  Selection selection = frame.selection;
  selection.answer_ns = answer.time_ns;
  selection.queue = answer.queue;
  commands.push(Select{selection});
  commands.push(MoveCursor{answer.time_ns});
}

// The latest wrong answer up to the cursor, or null.
const trace::Answer* latest_wrong(const Frame& frame, const trace::QueueTrack& track) {
  const auto after =
      std::partition_point(track.wrong.begin(), track.wrong.end(),
                           [&](const trace::Answer& answer) { return answer.time_ns <= frame.cursor_ns; });
  return after == track.wrong.begin() ? nullptr : &*(after - 1);
}

// Sentences beside wrong answers: the selected one's and the latest's first, then as many as have room.
void draw_briefs(ImDrawList& draw, const Frame& frame, const trace::QueueTrack& track, const Chart& chart,
                 const std::vector<const trace::Answer*>& answers) {
  constexpr std::size_t kMostTold = 40;
  std::vector<const trace::Answer*> told;
  for (const trace::Answer* answer : answers)
    if (answer->wrong && answer->time_ns <= frame.cursor_ns) told.push_back(answer);
  if (told.size() > kMostTold) told.clear();
  if (const trace::Answer* latest = latest_wrong(frame, track)) {
    std::erase(told, latest);
    told.insert(told.begin(), latest);
  }
  std::stable_partition(told.begin(), told.end(), [&](const trace::Answer* answer) {
    return answer->time_ns == frame.selection.answer_ns;
  });
  Briefs briefs(draw, chart.axis);
  for (const trace::Answer* answer : told) {
    const ImVec2 at(chart.axis.x_of(answer->time_ns), answer_height(chart, *answer));
    briefs.add(at, answer_text(frame.store, *answer).brief);
  }
}

void draw_answer_marks(ImDrawList& draw, const Frame& frame, const trace::QueueTrack& track,
                       const Chart& chart, CommandQueue& commands, bool over) {
  const float scale = theme().metrics.scale;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const auto answers = visible_answers(track, chart.axis, 5 * scale);
  draw_briefs(draw, frame, track, chart, answers);
  const trace::Answer* under_mouse = nullptr;
  for (const trace::Answer* answer : answers) {
    if (answer->time_ns > frame.cursor_ns) continue;
    const ImVec2 at(chart.axis.x_of(answer->time_ns), answer_height(chart, *answer));
    if (answer->wrong)
      draw_wrong_dot(draw, at, answer->time_ns == frame.selection.answer_ns, answers.size());
    else
      draw.AddCircle(at, 3.5f * scale, theme().palette.text_dim, 12, 1.2f * scale);
    if (over && std::hypot(mouse.x - at.x, mouse.y - at.y) <= 9 * scale) under_mouse = answer;
  }
  if (under_mouse == nullptr) return;
  show_answer_hint(frame, *under_mouse);
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) select_answer(frame, *under_mouse, commands);
}

}  // namespace

base::ObjectId shown_queue(const Frame& frame) {
  if (frame.selection.queue != 0 && frame.store.queue(frame.selection.queue) != nullptr)
    return frame.selection.queue;
  const auto& queues = frame.store.queues();
  const auto used = std::find_if(queues.begin(), queues.end(),
                                 [](const trace::QueueTrack& track) { return track.depth.size() > 1; });
  return used != queues.end() ? used->queue : queues.empty() ? 0 : queues.front().queue;
}

void draw_depth(const Frame& frame, CommandQueue& commands) {
  const ImVec2 origin = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
  const trace::QueueTrack* track = frame.store.queue(shown_queue(frame));
  if (track == nullptr) {
    paragraph(theme().fonts.body, theme().palette.text_dim, tr("The program has made no queue yet."));
    return;
  }
  const float scale = theme().metrics.scale;
  const TimeAxis axis = chart_axis(frame, origin.x, room.x);
  const DepthArea area{origin.y + 22 * scale, origin.y + room.y - 30 * scale,
                       std::clamp(axis.x_of(frame.store.end_ns()), axis.left(), axis.right()),
                       round_highest(highest_depth(*track, axis))};
  const Chart chart{axis, area};
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw_legend(draw, frame, track->queue, origin, axis.left() - origin.x - 40 * scale, commands);
  draw_grid(draw, axis.ticks(110 * scale), origin.y, origin.y + room.y);
  draw_scale(draw, chart);
  draw.PushClipRect(ImVec2(axis.left(), origin.y), ImVec2(axis.right() + 1, origin.y + room.y), true);
  const std::vector<DepthColumn> columns = depth_columns(*track, axis);
  for (const Curve& curve : curves()) draw_depth_curve(draw, columns, area, curve.drawn);
  draw_cursor(draw, frame, axis, origin.y, origin.y + room.y, true);
  const bool over = chart_input("depth", frame, axis, ImVec2(axis.left(), origin.y),
                                ImVec2(axis.right(), origin.y + room.y), commands);
  draw_answer_marks(draw, frame, *track, chart, commands, over);
  draw.PopClipRect();
}

}  // namespace forkscope::app
