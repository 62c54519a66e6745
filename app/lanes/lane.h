// Lane: one row of the timeline. A lane draws itself between two heights over a time axis and can tell what
// lies under the mouse. Made anew each frame from the store's tracks; nothing is kept. Window thread only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/frame.h"
#include "app/widgets/time_axis.h"
#include "core/trace/store.h"

namespace forkscope::app {

struct LaneArea {
  ImDrawList& draw;
  const TimeAxis& axis;
  float top = 0, bottom = 0;
};

// What a tooltip says: a bold first line and plain ones below.
struct LaneHint {
  std::string title;
  std::vector<std::string> lines;
};

// The spans of `spans` that touch the axis, as [first, last).
struct SpanRange {
  std::size_t first = 0, last = 0;
};
SpanRange visible_spans(const std::vector<trace::Span>& spans, const TimeAxis& axis);
// The span at `time_ns`, or null.
const trace::Span* span_at(const std::vector<trace::Span>& spans, std::int64_t time_ns);
// The same, or the nearest one within `reach_ns`: what is a pixel wide can be pointed at too.
const trace::Span* span_near(const std::vector<trace::Span>& spans, std::int64_t time_ns,
                             std::int64_t reach_ns);
// The share (0..1) of each pixel column of the axis that the spans fill; galloping, so a column costs the
// same however many events it holds.
void fill_shares(const std::vector<trace::Span>& spans, const TimeAxis& axis, std::int64_t open_end_ns,
                 std::vector<float>& shares);

// blocks.cc: the shapes in a lane.
struct Extent {
  float left = 0, right = 0;
  float width() const { return right - left; }
};
// Where a span lies on the axis, cut to it; at least one pixel wide. Width <= 0: outside.
Extent extent_of(const trace::Span& span, const TimeAxis& axis, std::int64_t open_end_ns);
void draw_block(const LaneArea& area, const Extent& part, ImU32 colour);
// A dashed outline, hatched: waiting in a Request widely, waiting for the GIL closely.
void draw_waiting(const LaneArea& area, const Extent& part, ImU32 colour, bool for_gil);
// The text inside `part`, shortened to it; nothing where hardly a letter would fit. True if it was drawn.
bool draw_block_label(const LaneArea& area, const Extent& part, ImU32 colour, const std::string& text);

// thread_lane.cc: calls as labelled blocks, waits hatched, own code as a faint band. `wrong_ns`: when the
// thread got a wrong answer, sorted; those calls are red.
void draw_thread_lane(const Frame& frame, const trace::ThreadTrack& track, int shade,
                      const std::vector<std::int64_t>& wrong_ns, const LaneArea& area);
// `reach_ns`: how far from `time_ns` something narrow may be.
std::optional<LaneHint> thread_lane_hint(const Frame& frame, const trace::ThreadTrack& track,
                                         std::int64_t time_ns, std::int64_t reach_ns);

// gil_lane.cc: who holds the GIL of a process, in the colour of the thread. `tracks` are the process's
// threads, main thread first.
void draw_gil_lane(const Frame& frame, const std::vector<const trace::ThreadTrack*>& tracks,
                   const LaneArea& area);
std::optional<LaneHint> gil_lane_hint(const Frame& frame,
                                      const std::vector<const trace::ThreadTrack*>& tracks,
                                      std::int64_t time_ns);

}  // namespace forkscope::app
