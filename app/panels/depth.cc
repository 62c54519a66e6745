#include "app/panels/depth.h"

#include <algorithm>
#include <array>
#include <cmath>

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
  std::int32_t DepthPoint::*value;
  ImU32 colour;
  bool dashed;
  float thickness;
  const char* label;
};

std::array<Curve, 3> curves() {
  const Palette& palette = theme().palette;
  return {{{&DepthPoint::slots, palette.slots, false, 2.5f, "qsize(): slots taken"},
           {&DepthPoint::buffer_and_hand, palette.buffer, true, 1.8f, "buffer + in the feeder's hand"},
           {&DepthPoint::pipe, palette.pipe, false, 2.5f, "pipe: what empty() sees"}}};
}

struct Chart {
  const TimeAxis& axis;
  float top, bottom;
  int highest;
  float y_of(double value) const { return bottom - static_cast<float>(value / highest) * (bottom - top); }
};

using Points = std::vector<DepthPoint>;

Points::const_iterator first_in_view(const Points& points, const TimeAxis& axis) {
  auto first = std::partition_point(points.begin(), points.end(),
                                    [&](const DepthPoint& point) { return point.time_ns < axis.begin_ns(); });
  return first == points.begin() ? first : first - 1;
}

int round_highest(int value) {
  for (int power = 1;; power *= 10)
    for (const int factor : {2, 5, 10})
      if (value <= power * factor) return power * factor;
}

int highest_in_view(const Points& points, const TimeAxis& axis) {
  int highest = 2;
  for (auto point = first_in_view(points, axis); point != points.end() && point->time_ns <= axis.end_ns();
       ++point)
    highest = std::max({highest, point->slots, point->buffer_and_hand, point->pipe});
  return round_highest(highest);
}

// The curve as the corners of its steps, no more than a few a pixel column: first, lowest, highest and last
// value of each.
void step_corners(const Points& points, const Chart& chart, const Curve& curve, std::int64_t until_ns,
                  std::vector<ImVec2>& corners) {
  corners.clear();
  float last_y = 0;
  for (auto point = first_in_view(points, chart.axis);
       point != points.end() && point->time_ns <= std::min(until_ns, chart.axis.end_ns());) {
    const float x = std::max(chart.axis.left(), std::floor(chart.axis.x_of(point->time_ns)));
    int low = (*point).*curve.value, high = low, last = low;
    for (; point != points.end() && point->time_ns <= until_ns && chart.axis.x_of(point->time_ns) < x + 1;
         ++point) {
      last = (*point).*curve.value;
      low = std::min(low, last);
      high = std::max(high, last);
    }
    if (!corners.empty()) corners.emplace_back(x, last_y);
    if (low != high) {
      corners.emplace_back(x, chart.y_of(low));
      corners.emplace_back(x, chart.y_of(high));
    }
    last_y = chart.y_of(last);
    corners.emplace_back(x, last_y);
  }
  if (!corners.empty()) corners.emplace_back(std::min(chart.axis.x_of(until_ns), chart.axis.right()), last_y);
}

void draw_dashed(ImDrawList& draw, const std::vector<ImVec2>& corners, ImU32 colour, float thickness) {
  const float dash = 6 * theme().metrics.scale, gap = 4 * theme().metrics.scale;
  float left_over = 0;
  bool on = true;
  for (std::size_t at = 1; at < corners.size(); ++at) {
    const ImVec2 from = corners[at - 1], to = corners[at];
    const float length = std::fabs(to.x - from.x) + std::fabs(to.y - from.y);  // axis-parallel
    for (float gone = 0; gone < length;) {
      const float piece = std::min((on ? dash : gap) - left_over, length - gone);
      const auto point = [&](float way) {
        return ImVec2(from.x + (to.x - from.x) * way / length, from.y + (to.y - from.y) * way / length);
      };
      if (on) draw.AddLine(point(gone), point(gone + piece), colour, thickness);
      gone += piece;
      left_over += piece;
      if (left_over >= (on ? dash : gap)) {
        on = !on;
        left_over = 0;
      }
    }
  }
}

void draw_curve(ImDrawList& draw, const Points& points, const Chart& chart, const Curve& curve,
                std::int64_t until_ns) {
  static std::vector<ImVec2> corners;
  step_corners(points, chart, curve, until_ns, corners);
  const float thickness = curve.thickness * theme().metrics.scale;
  if (curve.dashed && corners.size() < 2000) {
    draw_dashed(draw, corners, curve.colour, thickness);
    return;
  }
  // ImGui's indices are 16 bits: long lines go in pieces.
  constexpr std::size_t kPiece = 8000;
  for (std::size_t begin = 0; begin + 1 < corners.size(); begin += kPiece - 1) {
    const auto count = static_cast<int>(std::min(kPiece, corners.size() - begin));
    draw.AddPolyline(corners.data() + begin, count, curve.colour, 0, thickness);
  }
}

void draw_scale(ImDrawList& draw, const Chart& chart) {
  ImFont* font = theme().fonts.small;
  for (const int value : {0, chart.highest / 2, chart.highest}) {
    const float y = std::round(chart.y_of(value));
    draw.AddRectFilled(ImVec2(chart.axis.left(), y), ImVec2(chart.axis.right(), y + 1), theme().palette.grid);
    const std::string text = std::to_string(value);
    draw_text(&draw, font,
              ImVec2(chart.axis.left() - text_width(font, text) - 8 * theme().metrics.scale,
                     y - text_height(font) / 2),
              theme().palette.text_faint, text);
  }
}

void draw_swatch(ImDrawList& draw, ImVec2 at, const Curve& curve) {
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
  std::string title = tr_format("Queue depth: {0}", queue_name(frame.store, queue, tr("queue")));
  if (queues.size() > 1) title += "  ▾";
  draw_text(&draw, look.fonts.bold, ImVec2(origin.x, origin.y), look.palette.text,
            shortened(look.fonts.bold, title, width));
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
              look.palette.text_dim, shortened(look.fonts.small, tr(label), width - 22 * scale));
    y += 19 * scale;
  };
  for (const Curve& curve : curves()) {
    draw_swatch(draw, ImVec2(origin.x, y), curve);
    entry(curve.label);
  }
  draw.AddCircleFilled(ImVec2(origin.x + 7 * scale, y), 5 * scale, look.palette.wrong, 16);
  entry("a wrong answer");
}

// Where an answer stands: empty() and get() look at the pipe, qsize() and full() at the slots.
float answer_height(const Chart& chart, const trace::Answer& answer) {
  const bool about_slots = answer.question == trace::Question::qsize ||
                           answer.question == trace::Question::full ||
                           answer.question == trace::Question::put;
  return chart.y_of(
      std::min(chart.highest, about_slots ? answer.queued + answer.being_read : answer.in_pipe));
}

void draw_answer_marks(ImDrawList& draw, const Frame& frame, const trace::QueueTrack& track,
                       const Chart& chart, CommandQueue& commands, bool over) {
  const float scale = theme().metrics.scale;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const auto answers = visible_answers(track, chart.axis, 4 * scale);
  float text_end = 0;
  for (const trace::Answer* answer : answers) {
    if (answer->time_ns > frame.cursor_ns) continue;
    const ImVec2 at(chart.axis.x_of(answer->time_ns), answer_height(chart, *answer));
    const bool selected = answer->time_ns == frame.selection.answer_ns;
    const AnswerText text = answer_text(frame.store, *answer);
    if (answer->wrong) {
      draw_wrong_dot(draw, at, selected);
      ImFont* font = theme().fonts.small;
      const float width = text_width(font, text.brief) + 24 * scale;
      if (at.x > text_end && (answers.size() < 30 || selected)) {
        draw_brief(draw, chart.axis, at, text.brief);
        text_end = at.x + width;
      }
    } else {
      draw.AddCircle(at, 3.5f * scale, theme().palette.text_dim, 12, 1.2f * scale);
    }
    if (!over || std::hypot(mouse.x - at.x, mouse.y - at.y) > 9 * scale) continue;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(420 * scale);
    ImGui::TextUnformatted(text.title.c_str());
    ImGui::TextUnformatted(text.sentence.c_str());
    ImGui::TextUnformatted(
        (full_thread_name(frame.store, answer->thread) + ", " + duration_text(answer->time_ns)).c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
      Selection selection = frame.selection;
      selection.answer_ns = answer->time_ns;
      selection.queue = track.queue;
      commands.push(Select{selection});
    }
  }
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
  const Chart chart{axis, origin.y + 16 * scale, origin.y + room.y - 30 * scale,
                    highest_in_view(track->depth, axis)};
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw_legend(draw, frame, track->queue, origin, axis.left() - origin.x - 40 * scale, commands);
  draw_grid(draw, axis.ticks(110 * scale), origin.y, origin.y + room.y);
  draw_scale(draw, chart);
  draw.PushClipRect(ImVec2(axis.left(), origin.y), ImVec2(axis.right() + 1, origin.y + room.y), true);
  const std::int64_t until =
      std::max(frame.store.end_ns(), track->depth.empty() ? 0 : track->depth.back().time_ns);
  for (const Curve& curve : curves()) draw_curve(draw, track->depth, chart, curve, until);
  draw_cursor(draw, frame, axis, origin.y, origin.y + room.y, true);
  const bool over = chart_input("depth", frame, axis, ImVec2(axis.left(), origin.y),
                                ImVec2(axis.right(), origin.y + room.y), commands);
  draw_answer_marks(draw, frame, *track, chart, commands, over);
  draw.PopClipRect();
}

}  // namespace forkscope::app
