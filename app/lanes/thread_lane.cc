#include <algorithm>
#include <cmath>

#include "app/lanes/lane.h"
#include "app/model/names.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/strip.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// More spans than this to a pixel are drawn as one strip of texture instead of rectangles, and up to so many
// of them are looked through for wide ones to draw on top.
constexpr float kDensest = 0.12f;
constexpr std::size_t kLookedThrough = 4000;

bool is_dense(const SpanRange& range, const TimeAxis& axis) {
  return static_cast<float>(range.last - range.first) > kDensest * (axis.right() - axis.left());
}

void draw_alive(const Frame& frame, const trace::ThreadTrack& track, ImU32 colour, const LaneArea& area) {
  trace::Span life;
  life.begin_ns = track.began_ns;
  life.end_ns = track.ended_ns;
  const Extent part = extent_of(life, area.axis, frame.store.end_ns());
  if (part.width() <= 0) return;
  const float inset = std::round((area.bottom - area.top) * 0.3f);
  area.draw.AddRectFilled(ImVec2(part.left, area.top + inset), ImVec2(part.right, area.bottom - inset),
                          with_alpha(colour, 0.4f), 2 * theme().metrics.scale);
}

// One thread's lane while it is being drawn.
struct Lane {
  const Frame& frame;
  const trace::ThreadTrack& track;
  const std::vector<std::int64_t>& wrong_ns;
  const LaneArea& area;
  ImU32 colour;

  std::int64_t now() const { return frame.store.end_ns(); }
  Extent place(const trace::Span& span) const { return extent_of(span, area.axis, now()); }
  // True if the thread got a wrong answer in this call.
  bool is_wrong(const trace::Span& call) const {
    const auto answer = std::lower_bound(wrong_ns.begin(), wrong_ns.end(), call.begin_ns);
    return answer != wrong_ns.end() && (call.end_ns < 0 || *answer <= call.end_ns);
  }
};

// The widest part of a call in which the thread did not wait, or the first that has room for the label.
Extent free_part(const Lane& lane, const Extent& call, const SpanRange& waits, std::size_t& at,
                 float wanted) {
  Extent best, part{call.left, call.left};
  const auto consider = [&](float until) {
    part.right = std::min(until, call.right);
    if (best.width() < wanted && part.width() > best.width()) best = part;
  };
  while (at < waits.last && lane.place(lane.track.waits[at]).right <= call.left) ++at;
  for (std::size_t wait = at; wait < waits.last && part.left < call.right; ++wait) {
    const Extent waiting = lane.place(lane.track.waits[wait]);
    if (waiting.left >= call.right) break;
    consider(waiting.left);
    part.left = waiting.right;
  }
  consider(call.right);
  return best;
}

void draw_labels(const Lane& lane, const SpanRange& calls, const SpanRange& waits) {
  const float least = 30 * theme().metrics.scale, pads = 12 * theme().metrics.scale;
  std::size_t wait = waits.first;
  for (std::size_t at = calls.first; at < calls.last; ++at) {
    const trace::Span& call = lane.track.calls[at];
    const Extent whole = lane.place(call);
    if (whole.width() < least || call.label == 0) continue;
    const std::string& label = lane.frame.store.string(call.label);
    const float wanted = text_width(theme().fonts.small, label) + pads;
    draw_block_label(lane.area, free_part(lane, whole, waits, wait, wanted), theme().palette.background,
                     label);
  }
  for (std::size_t at = waits.first; at < waits.last; ++at) {
    const trace::Span& span = lane.track.waits[at];
    const Extent part = lane.place(span);
    const bool for_gil = span.kind == trace::SpanKind::waits_for_gil;
    const std::string text = for_gil ? tr("waits for the GIL") : tr("waits");
    const float width = text_width(theme().fonts.small, text), pad = pads / 2;
    if (part.width() < width + 2 * pads) continue;
    const float inset = 3 * theme().metrics.scale;
    lane.area.draw.AddRectFilled(ImVec2(part.left + pad - inset, lane.area.top + inset),
                                 ImVec2(part.left + pad + width + inset, lane.area.bottom - inset),
                                 theme().palette.panel);
    draw_block_label(lane.area, part, theme().palette.text_dim, text);
  }
}

void draw_spans(const Lane& lane, const SpanRange& calls, const SpanRange& waits, float least_width) {
  for (std::size_t at = calls.first; at < calls.last; ++at) {
    const trace::Span& call = lane.track.calls[at];
    const Extent part = lane.place(call);
    if (part.width() < least_width) continue;
    draw_block(lane.area, part, lane.is_wrong(call) ? theme().palette.wrong : lane.colour);
  }
  for (std::size_t at = waits.first; at < waits.last; ++at) {
    const trace::Span& span = lane.track.waits[at];
    const Extent part = lane.place(span);
    // What lasts less than a pixel is no more than a shade of it.
    const bool short_wait = part.width() <= 1;
    if (part.width() < least_width || short_wait) continue;
    draw_waiting(lane.area, part, lane.colour, span.kind == trace::SpanKind::waits_for_gil);
  }
  draw_labels(lane, calls, waits);
}

void draw_dense(const Lane& lane) {
  static std::vector<float> calls, waits;
  static std::vector<ImU32> colours;
  fill_shares(lane.track.calls, lane.area.axis, lane.now(), calls);
  fill_shares(lane.track.waits, lane.area.axis, lane.now(), waits);
  colours.resize(calls.size());
  for (std::size_t column = 0; column < calls.size(); ++column) {
    const float busy = std::max(0.0f, calls[column] - waits[column]);
    colours[column] = busy > 0 ? with_alpha(lane.colour, 0.35f + 0.65f * busy)
                      : waits[column] > 0
                          ? with_alpha(theme().palette.gil_wait, 0.15f + 0.35f * waits[column])
                          : 0u;
  }
  draw_strip(lane.area.draw, lane.track.thread * 2ull, colours, ImVec2(lane.area.axis.left(), lane.area.top),
             lane.area.bottom);
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

void draw_thread_lane(const Frame& frame, const trace::ThreadTrack& track, int shade,
                      const std::vector<std::int64_t>& wrong_ns, const LaneArea& area) {
  const Lane lane{frame, track, wrong_ns, area, thread_colour(track.process, shade)};
  draw_alive(frame, track, lane.colour, area);
  const SpanRange calls = visible_spans(track.calls, area.axis);
  const SpanRange waits = visible_spans(track.waits, area.axis);
  if (!is_dense(calls, area.axis) && !is_dense(waits, area.axis)) {
    draw_spans(lane, calls, waits, 0);
    return;
  }
  draw_dense(lane);
  const bool few = calls.last - calls.first <= kLookedThrough && waits.last - waits.first <= kLookedThrough;
  if (few) draw_spans(lane, calls, waits, 24 * theme().metrics.scale);
}

std::optional<LaneHint> thread_lane_hint(const Frame& frame, const trace::ThreadTrack& track,
                                         std::int64_t time_ns, std::int64_t reach_ns) {
  if (time_ns < track.began_ns || (track.ended_ns >= 0 && time_ns > track.ended_ns)) return std::nullopt;
  LaneHint hint{full_thread_name(frame.store, track.thread), {}};
  const std::int64_t now = frame.store.end_ns();
  const auto duration = [now](const trace::Span& span) {
    return duration_text((span.end_ns < 0 ? now : span.end_ns) - span.begin_ns);
  };
  const trace::Span* call = span_near(track.calls, time_ns, reach_ns);
  const trace::Span* wait = span_at(track.waits, time_ns);
  if (call != nullptr) {
    const std::string result = call->outcome == 0 ? "" : " → " + frame.store.string(call->outcome);
    hint.lines.push_back(frame.store.string(call->label) + result);
    hint.lines.push_back(tr_format("from {0}, for {1}", moment_text(call->begin_ns, 1), duration(*call)));
    if (call->line != 0) hint.lines.push_back(tr_format("line {0} of the program", call->line));
  }
  if (wait != nullptr) hint.lines.push_back(wait_sentence(frame, *wait) + " (" + duration(*wait) + ")");
  if (call == nullptr && wait == nullptr) hint.lines.push_back(tr("runs code of its own"));
  return hint;
}

}  // namespace forkscope::app
