// A queue's depth as it grows: its points, and the extent of each block of them, so that a chart can draw
// half a million points by looking at a few a pixel column. Internal to core/trace; see QueueTrack.
#pragma once

#include "core/trace/store.h"

namespace forkscope::trace {

// Nothing if the depth stays as it is.
void add_depth(QueueTrack& track, const DepthPoint& point);
// Keeps the point before `time_ns` too: it says how deep the queue was until the next one.
void drop_depth_before(QueueTrack& track, std::int64_t time_ns);

}  // namespace forkscope::trace
