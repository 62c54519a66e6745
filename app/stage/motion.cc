#include "app/stage/motion.h"

#include <algorithm>

namespace forkscope::app {

namespace {

bool is_same(const StageRect& a, const StageRect& b) {
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

}  // namespace

void StageMotion::begin(double seconds, float width, bool enabled) {
  if (width != width_ || !enabled) ways_.clear();
  is_first_ = width != width_ || !enabled_;
  seconds_ = seconds;
  width_ = width;
  enabled_ = enabled;
  for (auto& [item, way] : ways_) way.seen = false;
}

StageRect StageMotion::now_at(const Way& way) const {
  const double share = std::clamp((seconds_ - way.began) / kMotionSeconds, 0.0, 1.0);
  const auto eased = static_cast<float>(share * share * (3 - 2 * share));
  const auto between = [eased](float from, float to) { return from + (to - from) * eased; };
  return {between(way.from.x, way.to.x), between(way.from.y, way.to.y), between(way.from.width, way.to.width),
          between(way.from.height, way.to.height)};
}

StageRect StageMotion::place(const ItemKey& item, const StageRect& target, const StageRect* origin) {
  if (!enabled_) return target;
  const auto [entry, is_new] = ways_.try_emplace(item);
  Way& way = entry->second;
  way.seen = true;
  if (is_new) {
    way.from = origin != nullptr && !is_first_ ? *origin : target;
    way.to = target;
    way.began = seconds_;
  } else if (!is_same(way.to, target)) {
    way.from = now_at(way);
    way.to = target;
    way.began = seconds_;
  }
  return now_at(way);
}

bool StageMotion::end() {
  std::erase_if(ways_, [](const auto& entry) { return !entry.second.seen; });
  return std::any_of(ways_.begin(), ways_.end(), [this](const auto& entry) {
    return seconds_ - entry.second.began < kMotionSeconds && !is_same(entry.second.from, entry.second.to);
  });
}

}  // namespace forkscope::app
