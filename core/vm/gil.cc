#include "core/vm/gil.h"

#include <algorithm>

namespace forkscope::vm {

// The end of a longer wait would not fit into the nanoseconds of a clock.
constexpr std::chrono::microseconds kLongestWait = std::chrono::hours(24 * 365);

// Whoever finds it free, or drops it while nobody waits, touches only atomics. Those who sleep count
// themselves first and look once more with the mutex held; the others change what is looked at first and then
// read the count. So one of both sees the other (all of this is sequentially consistent).
struct Gil::Shared {
  std::atomic<bool> locked{false};
  std::atomic<std::uint64_t> switches{0};  // how many times it changed hands
  std::atomic<int> takers{0};              // threads that sleep, or are about to, until it is free
  std::atomic<int> droppers{0};            // ... until somebody else has taken it
  std::mutex mutex;
  std::condition_variable free;                 // somebody dropped it
  std::condition_variable switched;             // somebody took it
  const trace::Recorder* last_owner = nullptr;  // the owner's to read and write

  bool try_take() {
    bool expected = false;
    return locked.compare_exchange_strong(expected, true);
  }

  // A thread that the fork has left behind may be counted, asleep at a condition or hold the mutex: for ever.
  bool in_use() {
    if (takers.load() != 0 || droppers.load() != 0 || !mutex.try_lock()) return true;
    mutex.unlock();
    return false;
  }
};

Gil::Gil() : shared_(std::make_unique<Shared>()) {}
Gil::~Gil() = default;

void Gil::take(trace::Recorder& recorder) {
  Shared& shared = *shared_;
  const bool waits = !shared.try_take();
  bool asked = false;
  std::int64_t began = 0;
  if (waits) {
    if (recorder.enabled()) {
      began = recorder.now();
      recorder.note(trace::EventKind::gil_requested);
    }
    asked = wait_until_taken();
  }
  if (shared.last_owner != &recorder) {
    shared.last_owner = &recorder;
    shared.switches.fetch_add(1);
  }
  drop_request_.store(false, std::memory_order_relaxed);
  if (shared.droppers.load() != 0) {
    const std::lock_guard lock(shared.mutex);
    shared.switched.notify_all();
  }
  if (recorder.enabled()) {
    // Ticks: `a` is documented in ns, which the calibration of the arena gives.
    const double ns_per_tick = recorder.arena()->header().ns_per_tick;
    const auto waited_ns =
        began != 0 ? static_cast<std::int64_t>(static_cast<double>(recorder.now() - began) * ns_per_tick) : 0;
    recorder.note(trace::EventKind::gil_taken, 0, waited_ns, asked ? 1 : 0);
  }
}

// True if it asked the owner to drop it.
bool Gil::wait_until_taken() {
  Shared& shared = *shared_;
  bool asked = false;
  shared.takers.fetch_add(1);
  std::unique_lock lock(shared.mutex);
  while (!shared.try_take()) {
    const std::uint64_t switches_before = shared.switches.load();
    const auto interval = std::min(switch_interval(), kLongestWait);
    const bool timed_out = shared.free.wait_for(lock, interval) == std::cv_status::timeout;
    if (timed_out && shared.locked.load() && shared.switches.load() == switches_before) {
      drop_request_.store(true, std::memory_order_relaxed);
      asked = true;
    }
  }
  shared.takers.fetch_sub(1);
  return asked;
}

void Gil::drop(trace::Recorder& recorder) {
  Shared& shared = *shared_;
  const bool requested = drop_requested();
  // Before it is dropped: afterwards another thread's gil_taken could carry an earlier time than this note.
  if (recorder.enabled()) recorder.note(trace::EventKind::gil_dropped, 0, requested ? 1 : 0);
  shared.last_owner = &recorder;
  const std::uint64_t switches_before = shared.switches.load();
  shared.locked.store(false);
  if (shared.takers.load() != 0) {
    // Whoever counted itself has looked by now, or sleeps. Woken without the mutex, which it needs.
    { const std::lock_guard lock(shared.mutex); }
    shared.free.notify_one();
  }
  if (!requested) return;
  // Without this wait the dropper would win the lock again at once, and the waiter would starve.
  shared.droppers.fetch_add(1);
  std::unique_lock lock(shared.mutex);
  shared.switched.wait(lock, [&] { return shared.switches.load() != switches_before || !drop_requested(); });
  shared.droppers.fetch_sub(1);
}

void Gil::make_anew() {
  // To destroy what is in use could wait for threads that do not exist here.
  if (shared_->in_use()) static_cast<void>(shared_.release());
  shared_ = std::make_unique<Shared>();
  shared_->locked.store(true);
  drop_request_.store(false, std::memory_order_relaxed);
}

}  // namespace forkscope::vm
