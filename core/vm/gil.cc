#include "core/vm/gil.h"

namespace forkscope::vm {

struct Gil::Shared {
  std::mutex mutex;
  std::condition_variable free;      // somebody dropped it
  std::condition_variable switched;  // somebody took it
  bool locked = false;
  std::uint64_t switches = 0;  // how many times it changed hands
  const trace::Recorder* last_owner = nullptr;
};

Gil::Gil() : shared_(std::make_unique<Shared>()) {}
Gil::~Gil() = default;

void Gil::take(trace::Recorder& recorder) {
  Shared& shared = *shared_;
  std::unique_lock lock(shared.mutex);
  bool waited = false, asked = false;
  std::int64_t began = 0;
  while (shared.locked) {
    if (!waited && recorder.enabled()) {
      began = recorder.now();
      recorder.note(trace::EventKind::gil_requested);
    }
    waited = true;
    const std::uint64_t switches_before = shared.switches;
    const bool timed_out = shared.free.wait_for(lock, interval_) == std::cv_status::timeout;
    if (timed_out && shared.locked && shared.switches == switches_before) {
      drop_request_.store(true, std::memory_order_relaxed);
      asked = true;
    }
  }
  shared.locked = true;
  if (shared.last_owner != &recorder) {
    shared.last_owner = &recorder;
    ++shared.switches;
  }
  drop_request_.store(false, std::memory_order_relaxed);
  shared.switched.notify_all();
  lock.unlock();
  if (recorder.enabled()) {
    // Ticks: `a` is documented in ns, which the calibration of the arena gives.
    const double ns_per_tick = recorder.arena()->header().ns_per_tick;
    const auto waited_ns =
        waited && began != 0
            ? static_cast<std::int64_t>(static_cast<double>(recorder.now() - began) * ns_per_tick)
            : 0;
    recorder.note(trace::EventKind::gil_taken, 0, waited_ns, asked ? 1 : 0);
  }
}

void Gil::drop(trace::Recorder& recorder) {
  Shared& shared = *shared_;
  const bool requested = drop_requested();
  // Before it is dropped: afterwards another thread's gil_taken could carry an earlier time than this note.
  if (recorder.enabled()) recorder.note(trace::EventKind::gil_dropped, 0, requested ? 1 : 0);
  std::unique_lock lock(shared.mutex);
  shared.last_owner = &recorder;
  shared.locked = false;
  const std::uint64_t switches_before = shared.switches;
  lock.unlock();
  // Not before: who is woken needs the mutex.
  shared.free.notify_one();
  if (!requested) return;
  // Without this wait the dropper would win the lock again at once, and the waiter would starve.
  lock.lock();
  shared.switched.wait(lock, [&] { return shared.switches != switches_before || !drop_requested(); });
}

void Gil::make_anew() {
  static_cast<void>(shared_.release());  // its mutex may be held by a thread that does not exist here
  shared_ = std::make_unique<Shared>();
  shared_->locked = true;
  drop_request_.store(false, std::memory_order_relaxed);
}

}  // namespace forkscope::vm
