#include "app/model/cursor.h"

#include <algorithm>
#include <cmath>

namespace forkscope::app {

namespace {

constexpr std::int64_t kShortest = 1'000;             // 1 us in view
constexpr std::int64_t kLongest = 7'200'000'000'000;  // two hours
constexpr std::int64_t kFollowed = 4'000'000'000;  // a long run scrolls by with its last four seconds in view
constexpr double kMargin = 0.03;                   // room right of the newest event

TimeWindow all_of(const trace::Store& store) {
  const std::int64_t begin = std::max<std::int64_t>(0, store.begin_ns());
  const std::int64_t span = std::max(store.end_ns() - begin, kShortest * 100);
  return TimeWindow{begin, begin + span + static_cast<std::int64_t>(kMargin * static_cast<double>(span)),
                    true};
}

// A short run is mostly starting up; what its queues did is what one came to see. Everything, where that is
// the larger part.
TimeWindow eventful_part_of(const trace::Store& store) {
  const TimeWindow all = all_of(store);
  std::int64_t begin = store.end_ns();
  for (const trace::QueueTrack& queue : store.queues()) {
    const auto used = std::find_if(queue.depth.begin(), queue.depth.end(),
                                   [](const auto& point) { return point.slots > 0; });
    if (used != queue.depth.end()) begin = std::min(begin, used->time_ns);
  }
  const std::int64_t span = store.end_ns() - begin;
  if (span <= 0 || span * 2 > all.end_ns - all.begin_ns) return all;
  return TimeWindow{begin - span / 4, store.end_ns() + span / 12, true};
}

}  // namespace

void TimeCursor::reset() {
  *this = TimeCursor();
}

void TimeCursor::follow(const trace::Store& store, bool running) {
  if (store.size() == 0) return;
  if (live_) time_ns_ = store.end_ns();
  if (!window_.follow) return;
  window_ = running ? all_of(store) : eventful_part_of(store);
  if (running && window_.end_ns - window_.begin_ns > kFollowed) window_.begin_ns = window_.end_ns - kFollowed;
}

void TimeCursor::move(std::int64_t time_ns, const trace::Store& store) {
  live_ = false;
  time_ns_ = std::clamp(time_ns, std::min(store.begin_ns(), store.end_ns()), store.end_ns());
  window_.follow = false;
}

void TimeCursor::to_now(const trace::Store& store) {
  live_ = true;
  window_.follow = true;
  time_ns_ = store.end_ns();
}

void TimeCursor::step(int steps, const trace::Store& store) {
  if (store.size() == 0) return;
  const std::uint64_t first = store.first_index();
  const std::uint64_t past = store.index_at(time_ns_);  // the first event later than the cursor
  if (steps > 0) {
    const std::uint64_t last = first + store.size() - 1;
    move(store.event(std::min(past + static_cast<std::uint64_t>(steps) - 1, last)).time_ns, store);
  } else {
    std::uint64_t index = past;
    for (int step = 0; step < -steps && index > first; ++step) {
      const std::int64_t here = store.event(index - 1).time_ns;
      while (index > first && store.event(index - 1).time_ns >= std::min(here, time_ns_)) --index;
      if (index > first) time_ns_ = store.event(index - 1).time_ns;
    }
    move(time_ns_, store);
  }
  bring_into_view();
}

void TimeCursor::shift(double part_of_view, const trace::Store& store) {
  const double span = static_cast<double>(window_.end_ns - window_.begin_ns);
  move(time_ns_ + static_cast<std::int64_t>(part_of_view * span), store);
  bring_into_view();
}

void TimeCursor::set_window(TimeWindow window) {
  const std::int64_t span = std::clamp(window.end_ns - window.begin_ns, kShortest, kLongest);
  window_ = TimeWindow{window.begin_ns, window.begin_ns + span, window.follow};
}

void TimeCursor::zoom(double factor) {
  const bool seen = time_ns_ >= window_.begin_ns && time_ns_ <= window_.end_ns;
  const std::int64_t middle = window_.begin_ns + (window_.end_ns - window_.begin_ns) / 2;
  const std::int64_t centre = seen ? time_ns_ : middle;
  const double span = static_cast<double>(window_.end_ns - window_.begin_ns);
  const double part = static_cast<double>(centre - window_.begin_ns) / span;
  const double wanted =
      std::clamp(span * factor, static_cast<double>(kShortest), static_cast<double>(kLongest));
  const auto begin = centre - static_cast<std::int64_t>(std::llround(part * wanted));
  set_window(TimeWindow{begin, begin + static_cast<std::int64_t>(std::llround(wanted)), false});
}

void TimeCursor::fit(const trace::Store& store) {
  window_ = all_of(store);
  window_.follow = live_;
}

void TimeCursor::bring_into_view() {
  const std::int64_t span = window_.end_ns - window_.begin_ns;
  if (time_ns_ >= window_.begin_ns && time_ns_ <= window_.end_ns) return;
  window_.begin_ns = std::max<std::int64_t>(0, time_ns_ - span / 2);
  window_.end_ns = window_.begin_ns + span;
}

}  // namespace forkscope::app
