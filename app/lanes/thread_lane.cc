#include <algorithm>
#include <cmath>

#include "app/lanes/lane.h"
#include "app/model/names.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/strip.h"

namespace forkscope::app {

namespace {

// Spans so many to a pixel are drawn as one strip of texture instead of rectangles.
constexpr float kDensest = 0.4f;

bool is_dense(const SpanRange& range, const TimeAxis& axis) {
  return static_cast<float>(range.last - range.first) > kDensest * (axis.right() - axis.left());
}

struct Extent {
  float left = 0, right = 0;
};

Extent extent(const Frame& frame, const TimeAxis& axis, std::int64_t begin_ns, std::int64_t end_ns) {
  const std::int64_t end = end_ns < 0 ? std::max(begin_ns, frame.store.end_ns()) : end_ns;
  return Extent{std::max(axis.left(), axis.x_of(begin_ns)), std::min(axis.right(), axis.x_of(end))};
}

void hatch(ImDrawList& draw, const Extent& part, float top, float bottom, ImU32 colour, float distance) {
  const float height = bottom - top;
  draw.PushClipRect(ImVec2(part.left, top), ImVec2(part.right, bottom), true);
  for (float x = part.left - height; x < part.right; x += distance)
    draw.AddLine(ImVec2(x, bottom), ImVec2(x + height, top), colour, std::max(1.0f, theme().metrics.scale));
  draw.PopClipRect();
}

void draw_label(ImDrawList& draw, const std::string& text, const Extent& part, const LaneArea& area,
                ImU32 colour) {
  const float pad = 7 * theme().metrics.scale;
  const float room = part.right - part.left - 2 * pad;
  const ImVec2 size = ImGui::CalcTextSize(text.c_str());
  if (room < size.x && room < 26 * theme().metrics.scale) return;
  const ImVec2 at(part.left + pad, std::round((area.top + area.bottom - size.y) / 2));
  draw.PushClipRect(ImVec2(part.left, area.top), ImVec2(part.right - pad / 2, area.bottom), true);
  draw.AddText(at, colour, text.c_str());
  draw.PopClipRect();
}

void draw_alive(const Frame& frame, const trace::ThreadTrack& track, ImU32 colour, const LaneArea& area) {
  const Extent part = extent(frame, area.axis, track.began_ns, track.ended_ns);
  if (part.right <= part.left) return;
  const float inset = (area.bottom - area.top) * 0.28f;
  area.draw.AddRectFilled(ImVec2(part.left, area.top + inset), ImVec2(part.right, area.bottom - inset),
                          with_alpha(colour, 0.28f), 2 * theme().metrics.scale);
}

void draw_call(const Frame& frame, const trace::Span& span, ImU32 colour, const LaneArea& area) {
  Extent part = extent(frame, area.axis, span.begin_ns, span.end_ns);
  part.right = std::max(part.right, part.left + 1);
  const float gap = part.right - part.left > 4 ? 1.0f : 0.0f;
  area.draw.AddRectFilled(ImVec2(part.left, area.top), ImVec2(part.right - gap, area.bottom), colour,
                          3 * theme().metrics.scale);
  if (span.label != 0)
    draw_label(area.draw, frame.store.string(span.label), part, area, theme().palette.background);
}

void draw_wait(const Frame& frame, const trace::Span& span, ImU32 colour, const LaneArea& area) {
  const Extent part = extent(frame, area.axis, span.begin_ns, span.end_ns);
  if (part.right - part.left < 1) return;
  const Theme& look = theme();
  const bool for_gil = span.kind == trace::SpanKind::waits_for_gil;
  const ImU32 line = for_gil ? look.palette.gil_wait : with_alpha(colour, 0.75f);
  area.draw.AddRectFilled(ImVec2(part.left, area.top), ImVec2(part.right, area.bottom),
                          with_alpha(look.palette.panel, 0.88f), 3 * look.metrics.scale);
  if (part.right - part.left >= 4 * look.metrics.scale) {
    hatch(area.draw, part, area.top + 1, area.bottom - 1, with_alpha(line, for_gil ? 0.9f : 0.45f),
          (for_gil ? 4 : 8) * look.metrics.scale);
    area.draw.AddRect(ImVec2(part.left, area.top), ImVec2(part.right - 1, area.bottom),
                      with_alpha(line, 0.6f), 3 * look.metrics.scale);
  }
}

void draw_dense(const Frame& frame, const trace::ThreadTrack& track, ImU32 colour, const LaneArea& area) {
  static std::vector<float> calls, waits;
  static std::vector<ImU32> colours;
  const std::int64_t now = frame.store.end_ns();
  fill_shares(track.calls, area.axis, now, calls);
  fill_shares(track.waits, area.axis, now, waits);
  colours.resize(calls.size());
  for (std::size_t column = 0; column < calls.size(); ++column) {
    const float busy = std::max(0.0f, calls[column] - waits[column]);
    colours[column] = busy > 0 ? with_alpha(colour, 0.35f + 0.65f * busy)
                               : with_alpha(theme().palette.gil_wait, 0.5f * std::min(1.0f, waits[column]));
  }
  draw_strip(area.draw, track.thread * 2ull, colours, ImVec2(area.axis.left(), area.top), area.bottom);
}

// What a semaphore, lock or pipe is for, where it belongs to a queue.
std::string wait_object(const Frame& frame, base::ObjectId object) {
  for (const auto& [id, queue] : frame.store.now().queues) {
    const std::string name = queue_name(frame.store, id, tr("queue"));
    if (object == queue.reader_lock) return ": " + tr_format("the reader lock of {0}", name);
    if (object == queue.writer_lock) return ": " + tr_format("the writer lock of {0}", name);
    if (object == queue.slots) return ": " + tr_format("a free slot in {0}", name);
    if (object == queue.pipe) return ": " + tr_format("the pipe of {0}", name);
  }
  return {};
}

std::string wait_sentence(const Frame& frame, const trace::Span& span) {
  if (span.kind == trace::SpanKind::waits_for_gil)
    return tr("waits for the GIL: only one thread of a process runs Python code at a time");
  const std::string sentence =
      tr_format("waits: {0}", tr(std::string(trace::info(span.request).sentence).c_str()));
  return span.object == 0 ? sentence : sentence + wait_object(frame, span.object);
}

}  // namespace

void draw_thread_lane(const Frame& frame, const trace::ThreadTrack& track, int shade, const LaneArea& area) {
  const ImU32 colour = thread_colour(track.process, shade);
  draw_alive(frame, track, colour, area);
  const SpanRange calls = visible_spans(track.calls, area.axis),
                  waits = visible_spans(track.waits, area.axis);
  if (is_dense(calls, area.axis) || is_dense(waits, area.axis)) {
    draw_dense(frame, track, colour, area);
    return;
  }
  ImGui::PushFont(theme().fonts.small);
  for (std::size_t at = calls.first; at < calls.last; ++at) draw_call(frame, track.calls[at], colour, area);
  for (std::size_t at = waits.first; at < waits.last; ++at) draw_wait(frame, track.waits[at], colour, area);
  ImGui::PopFont();
}

std::optional<LaneHint> thread_lane_hint(const Frame& frame, const trace::ThreadTrack& track,
                                         std::int64_t time_ns) {
  if (time_ns < track.began_ns || (track.ended_ns >= 0 && time_ns > track.ended_ns)) return std::nullopt;
  LaneHint hint{full_thread_name(frame.store, track.thread), {}};
  const std::int64_t now = frame.store.end_ns();
  const auto duration = [now](const trace::Span& span) {
    return duration_text((span.end_ns < 0 ? now : span.end_ns) - span.begin_ns);
  };
  const trace::Span* call = span_at(track.calls, time_ns);
  const trace::Span* wait = span_at(track.waits, time_ns);
  if (call != nullptr) {
    const std::string result = call->outcome == 0 ? "" : " → " + frame.store.string(call->outcome);
    hint.lines.push_back(frame.store.string(call->label) + result);
    hint.lines.push_back(tr_format("from {0}, for {1}", duration_text(call->begin_ns), duration(*call)));
    if (call->line != 0) hint.lines.push_back(tr_format("line {0} of the program", call->line));
  }
  if (wait != nullptr) hint.lines.push_back(wait_sentence(frame, *wait) + " (" + duration(*wait) + ")");
  if (call == nullptr && wait == nullptr) hint.lines.push_back(tr("runs code of its own"));
  return hint;
}

}  // namespace forkscope::app
