#include "core/trace/depth.h"

#include <algorithm>

namespace forkscope::trace {

namespace {

bool same_depth(const DepthPoint& one, const DepthPoint& other) {
  return one.slots == other.slots && one.buffer_and_hand == other.buffer_and_hand && one.pipe == other.pipe;
}

void grow_blocks(QueueTrack& track, const DepthPoint& point) {
  if (track.depth.size() % QueueTrack::kDepthBlock == 1) {
    track.depth_blocks.push_back({point, point});
  } else {
    include(track.depth_blocks.back(), {point, point});
  }
}

}  // namespace

void include(DepthExtent& extent, const DepthExtent& other) {
  extent.low.slots = std::min(extent.low.slots, other.low.slots);
  extent.low.buffer_and_hand = std::min(extent.low.buffer_and_hand, other.low.buffer_and_hand);
  extent.low.pipe = std::min(extent.low.pipe, other.low.pipe);
  extent.high.slots = std::max(extent.high.slots, other.high.slots);
  extent.high.buffer_and_hand = std::max(extent.high.buffer_and_hand, other.high.buffer_and_hand);
  extent.high.pipe = std::max(extent.high.pipe, other.high.pipe);
}

DepthExtent QueueTrack::extent(std::size_t first, std::size_t last) const {
  DepthExtent found{depth[first], depth[first]};
  while (first < last) {
    const bool whole = first % kDepthBlock == 0 && first + kDepthBlock <= last;
    const DepthExtent& part =
        whole ? depth_blocks[first / kDepthBlock] : DepthExtent{depth[first], depth[first]};
    include(found, part);
    first += whole ? kDepthBlock : 1;
  }
  return found;
}

void add_depth(QueueTrack& track, const DepthPoint& point) {
  if (!track.depth.empty() && same_depth(track.depth.back(), point)) return;
  // Several changes at one instant are one point with the last; the block's extent still tells of those
  // between.
  if (!track.depth.empty() && track.depth.back().time_ns == point.time_ns) {
    track.depth.back() = point;
    include(track.depth_blocks.back(), {point, point});
    return;
  }
  track.depth.push_back(point);
  grow_blocks(track, point);
}

void drop_depth_before(QueueTrack& track, std::int64_t time_ns) {
  const auto later = [](std::int64_t wanted, const DepthPoint& point) { return wanted < point.time_ns; };
  const auto after = std::upper_bound(track.depth.begin(), track.depth.end(), time_ns, later);
  if (after == track.depth.begin()) return;
  const std::vector<DepthPoint> kept(std::prev(after), track.depth.end());
  track.depth.clear();
  track.depth_blocks.clear();
  for (const DepthPoint& point : kept) {
    track.depth.push_back(point);
    grow_blocks(track, point);
  }
}

}  // namespace forkscope::trace
