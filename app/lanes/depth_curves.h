// The curves of a queue's depth: steps over a time axis, crisp at any zoom, at a few entries a pixel column
// however many points there are. Window thread only.
#pragma once

#include <cstdint>
#include <vector>

#include "app/widgets/time_axis.h"
#include "core/trace/store.h"

namespace forkscope::app {

// What happens to the depth in one pixel column.
struct DepthColumn {
  float x = 0;
  trace::DepthExtent extent;
  trace::DepthPoint last;
};
// Only columns in which something happens, from the depth at the axis' beginning on.
std::vector<DepthColumn> depth_columns(const trace::QueueTrack& track, const TimeAxis& axis);

// The largest depth in view.
int highest_depth(const trace::QueueTrack& track, const TimeAxis& axis);

struct DepthCurve {
  std::int32_t trace::DepthPoint::*value;
  ImU32 colour;
  bool dashed;
  float thickness;
};
// `bottom` is depth 0, `highest` is at `top`; the last value holds until `right`.
struct DepthArea {
  float top = 0, bottom = 0, right = 0;
  int highest = 1;
  float y_of(int value) const {
    return bottom - static_cast<float>(value) / static_cast<float>(highest) * (bottom - top);
  }
};
void draw_depth_curve(ImDrawList& draw, const std::vector<DepthColumn>& columns, const DepthArea& area,
                      const DepthCurve& curve);

}  // namespace forkscope::app
