#include "app/lanes/depth_curves.h"

#include <algorithm>
#include <cmath>

#include "app/theme/theme.h"

namespace forkscope::app {

namespace {

// The index of the last point that is not later than the axis' beginning, or 0.
std::size_t first_in_view(const trace::QueueTrack& track, const TimeAxis& axis) {
  const auto after =
      std::partition_point(track.depth.begin(), track.depth.end(),
                           [&](const trace::DepthPoint& point) { return point.time_ns <= axis.begin_ns(); });
  return after == track.depth.begin() ? 0 : static_cast<std::size_t>(after - track.depth.begin()) - 1;
}

std::size_t first_from(const trace::QueueTrack& track, std::size_t from, std::int64_t time_ns) {
  const auto found =
      std::partition_point(track.depth.begin() + static_cast<std::ptrdiff_t>(from), track.depth.end(),
                           [&](const trace::DepthPoint& point) { return point.time_ns < time_ns; });
  return static_cast<std::size_t>(found - track.depth.begin());
}

// Draws axis-parallel lines, dashed where wanted; dashes keep their place when the chart is drawn again.
class Pen {
 public:
  Pen(ImDrawList& draw, const DepthCurve& curve)
      : draw_(draw),
        colour_(curve.colour),
        dashed_(curve.dashed),
        thickness_(std::max(1.0f, std::round(curve.thickness * theme().metrics.scale))),
        dash_(6 * theme().metrics.scale),
        period_(10 * theme().metrics.scale) {}

  void across(float left, float right, float y) {
    const float top = std::round(y - thickness_ / 2);
    if (!dashed_) return fill(left, top, right, top + thickness_);
    for (float x = std::floor(left / period_) * period_; x < right; x += period_)
      fill(std::max(left, x), top, std::min(right, x + dash_), top + thickness_);
  }

  // `crowded`: the next such line is too near for dashes of its own to be seen.
  void down(float x, float top, float bottom, bool crowded) {
    const float left = std::round(x - thickness_ / 2), half = thickness_ / 2;
    if (dashed_ && crowded && std::fmod(x, period_) > dash_) return;
    if (!dashed_ || crowded) return fill(left, top - half, left + thickness_, bottom + half);
    for (float y = std::floor(top / period_) * period_; y < bottom + half; y += period_)
      fill(left, std::max(top - half, y), left + thickness_, std::min(bottom + half, y + dash_));
  }

  bool is_crowded(float distance) const { return distance < period_; }

 private:
  void fill(float left, float top, float right, float bottom) {
    if (right > left && bottom > top) draw_.AddRectFilled(ImVec2(left, top), ImVec2(right, bottom), colour_);
  }

  ImDrawList& draw_;
  ImU32 colour_;
  bool dashed_;
  float thickness_, dash_, period_;
};

}  // namespace

std::vector<DepthColumn> depth_columns(const trace::QueueTrack& track, const TimeAxis& axis) {
  std::vector<DepthColumn> columns;
  for (std::size_t at = first_in_view(track, axis); at < track.depth.size();) {
    if (track.depth[at].time_ns > axis.end_ns()) break;
    const float x = std::max(axis.left(), std::floor(axis.x_of(track.depth[at].time_ns)));
    const std::size_t next = std::max(at + 1, first_from(track, at, axis.time_at(x + 1)));
    if (!columns.empty() && columns.back().x >= x) {
      trace::include(columns.back().extent, track.extent(at, next));
      columns.back().last = track.depth[next - 1];
    } else {
      columns.push_back(DepthColumn{x, track.extent(at, next), track.depth[next - 1]});
    }
    at = next;
  }
  return columns;
}

int highest_depth(const trace::QueueTrack& track, const TimeAxis& axis) {
  const std::size_t first = first_in_view(track, axis);
  const std::size_t last = first_from(track, first, axis.end_ns() + 1);
  if (last <= first) return 0;
  const trace::DepthPoint high = track.extent(first, last).high;
  return std::max({high.slots, high.buffer_and_hand, high.pipe});
}

void draw_depth_curve(ImDrawList& draw, const std::vector<DepthColumn>& columns, const DepthArea& area,
                      const DepthCurve& curve) {
  Pen pen(draw, curve);
  const auto value = curve.value;
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const DepthColumn& column = columns[at];
    const float next_x = at + 1 < columns.size() ? columns[at + 1].x : area.right;
    const int before = at > 0 ? columns[at - 1].last.*value : column.extent.low.*value;
    const int low = std::min(before, column.extent.low.*value),
              high = std::max(before, column.extent.high.*value);
    if (high > low) pen.down(column.x, area.y_of(high), area.y_of(low), pen.is_crowded(next_x - column.x));
    if (next_x > column.x + 1 || high == low) pen.across(column.x, next_x, area.y_of(column.last.*value));
  }
}

}  // namespace forkscope::app
