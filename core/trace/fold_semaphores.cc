#include <algorithm>

#include "core/trace/fold_parts.h"

namespace forkscope::trace {

namespace {

// So many events in a row that contradict the count by the same amount mean that events were lost, not that
// two processes' time stamps crossed.
constexpr std::int32_t kDriftEvents = 16;

// SEM_VALUE_MAX: what an event says beyond it is damage.
std::int64_t bounded(std::int64_t value) {
  return std::clamp<std::int64_t>(value, 0, 0x7fff'ffff);
}

std::vector<base::ThreadId>* waiters_of(World& world, base::ObjectId object) {
  const auto semaphore = world.semaphores.find(object);
  if (semaphore != world.semaphores.end()) return &semaphore->second.waiters;
  const auto lock = world.locks.find(object);
  return lock != world.locks.end() ? &lock->second.waiters : nullptr;
}

SemaphoreState& semaphore_of(Folding& f, std::int64_t largest) {
  const auto [entry, made] = f.world.semaphores.try_emplace(f.event.object);
  SemaphoreState& semaphore = entry->second;
  if (made) {
    semaphore.id = f.event.object;
    semaphore.largest = std::max<std::int64_t>(1, bounded(largest));
    semaphore.value = semaphore.largest;
  }
  return semaphore;
}

void follow_drift(SemaphoreState& semaphore, std::int64_t said) {
  const std::int64_t drift = bounded(said) - semaphore.value;
  semaphore.drift_events = drift != 0 && drift == semaphore.drift ? semaphore.drift_events + 1 : 0;
  semaphore.drift = drift;
  if (semaphore.drift_events < kDriftEvents) return;
  semaphore.value = bounded(said);
  semaphore.drift = 0;
  semaphore.drift_events = 0;
}

void acquired(Folding& f, SemaphoreState& semaphore) {
  --semaphore.value;
  follow_drift(semaphore, f.event.b);
  if (semaphore.largest == 1) semaphore.owner = semaphore.last_owner = f.event.thread;
  slots_changed(f, semaphore, false);
}

void released(Folding& f, SemaphoreState& semaphore) {
  ++semaphore.value;
  follow_drift(semaphore, f.event.b);
  if (semaphore.value >= 1 || semaphore.owner == f.event.thread) semaphore.owner = 0;
  slots_changed(f, semaphore, true);
  QueueState* queue = queue_with(f.world, semaphore.id);
  if (queue != nullptr && semaphore.id == queue->reader_lock) truth_again(f, *queue);
}

}  // namespace

void add_waiter(World& world, base::ObjectId object, base::ThreadId thread) {
  std::vector<base::ThreadId>* waiters = waiters_of(world, object);
  if (waiters == nullptr || std::find(waiters->begin(), waiters->end(), thread) != waiters->end()) return;
  waiters->push_back(thread);
}

void remove_waiter(World& world, base::ObjectId object, base::ThreadId thread) {
  const auto semaphore = world.semaphores.find(object);
  if (semaphore != world.semaphores.end()) std::erase(semaphore->second.waiters, thread);
  const auto lock = world.locks.find(object);
  if (lock != world.locks.end()) std::erase(lock->second.waiters, thread);
}

void fold_semaphore(Folding& f) {
  const Event& event = f.event;
  if (event.object == 0 || event.phase != Phase::done) return;
  const bool makes = event.kind == EventKind::sem_create;
  const bool opens = makes || event.kind == EventKind::sem_open;
  SemaphoreState& semaphore = semaphore_of(f, opens ? event.b : 1);
  if (opens) {
    if (event.result < 0) return;
    if (event.string != 0) semaphore.name = event.string;
    if (makes) semaphore.value = bounded(event.a);
  } else if (event.kind == EventKind::sem_acquire) {
    if (event.result > 0) {
      acquired(f, semaphore);
    } else if (QueueState* queue = queue_with(f.world, event.object)) {
      form_answer_at_semaphore(f, *queue);
    }
  } else if (event.kind == EventKind::sem_release && event.result >= 0) {
    released(f, semaphore);
  }
}

void fold_lock(Folding& f) {
  const Event& event = f.event;
  if (event.object == 0) return;
  LockState& lock = f.world.locks[event.object];
  lock.id = event.object;
  if (event.kind == EventKind::condition_create) lock.lock = static_cast<base::ObjectId>(event.a);
  // Waiting on a condition gives its lock back, and waking takes it again.
  LockState& held = lock.lock != 0 && lock.lock != event.object ? f.world.locks[lock.lock] : lock;
  if (held.id == 0) held.id = lock.lock;
  const bool waits = event.phase == Phase::waits;
  if (waits) {
    const auto thread = f.world.threads.find(event.thread);
    const bool known = thread != f.world.threads.end() && thread->second.waits_for == event.object;
    if (known) add_waiter(f.world, event.object, event.thread);
  }
  if (event.kind == EventKind::lock_acquire && !waits && event.result > 0) held.owner = event.thread;
  if (event.kind == EventKind::lock_release) held.owner = 0;
  if (event.kind == EventKind::condition_wait) {
    if (!waits) {
      // A signal ends the wait before the lock is taken back.
      if (event.result >= 0) held.owner = event.thread;
    } else if (held.owner == event.thread) {
      held.owner = 0;
    }
  }
}

}  // namespace forkscope::trace
