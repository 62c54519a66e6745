#include <cerrno>

#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/real_kernel.h"
#include "core/kernel/real/system_time.h"

namespace forkscope::kernel {

namespace {

template <typename T>
T* element(std::deque<T>& all, std::int64_t handle) {
  const auto index = static_cast<std::size_t>(handle);
  return handle >= 0 && index < all.size() ? &all[index] : nullptr;
}

}  // namespace

Answer RealKernel::answer_lock(Thread& thread, const Request& request) {
  if (request.kind == EventKind::lock_create) return make_lock();
  if (request.kind == EventKind::condition_create) return make_condition(request);
  if (request.kind == EventKind::lock_acquire || request.kind == EventKind::lock_release) {
    Lock* lock = find_lock(request.handle);
    if (lock == nullptr) return {.error = EINVAL};
    return request.kind == EventKind::lock_acquire ? acquire_lock(thread, request, *lock)
                                                   : release_lock(*lock);
  }
  Condition* condition = find_condition(request.handle);
  if (condition == nullptr) return {.error = EINVAL};
  if (request.kind == EventKind::condition_wait) return wait_on_condition(thread, request, *condition);
  return notify_condition(request, *condition);
}

Answer RealKernel::make_lock() {
  const std::lock_guard guard(local_mutex_);
  locks_.emplace_back().object = new_object_id();
  return {.value = static_cast<std::int64_t>(locks_.size()) - 1, .object = locks_.back().object};
}

Answer RealKernel::make_condition(const Request& request) {
  Lock* lock = find_lock(request.handle);
  if (lock == nullptr) return {.error = EINVAL};
  const std::lock_guard guard(local_mutex_);
  Condition& condition = conditions_.emplace_back();
  condition.object = new_object_id();
  condition.lock = lock;
  return {.value = static_cast<std::int64_t>(conditions_.size()) - 1,
          .second = lock->object,
          .object = condition.object};
}

Answer RealKernel::acquire_lock(Thread& thread, const Request& request, Lock& lock) {
  Answer answer{.object = lock.object};
  Waiter waiter;
  {
    const std::lock_guard guard(local_mutex_);
    answer.value = lock.held ? 0 : 1;
    if (lock.held && request.timeout_ns != 0) lock.waiters.push_back(&waiter);
    lock.held = true;
  }
  if (answer.value == 1 || request.timeout_ns == 0) return answer;
  const std::int64_t deadline_ns = deadline_after(request.timeout_ns);
  WaitSection section(*this, thread, request, answer);
  section.waits();
  const WakeReason reason = take_when_free(lock, waiter, deadline_ns);
  answer.value = reason == WakeReason::woken ? 1 : 0;
  answer.error = reason == WakeReason::interrupted ? interruption_error() : 0;
  return answer;
}

// `waiter` is in the lock's queue. A lock that is given back wakes its first waiter but is not handed over: a
// thread that runs may be quicker, as with CPython's locks.
WakeReason RealKernel::take_when_free(Lock& lock, Waiter& waiter, std::int64_t deadline_ns) {
  std::unique_lock guard(local_mutex_);
  WakeReason reason = WakeReason::woken;
  while (lock.held && reason == WakeReason::woken) {
    waiter.reset();
    guard.unlock();
    reason = waiter.sleep(deadline_ns);
    guard.lock();
  }
  leave_queue(lock.waiters, &waiter);
  if (!lock.held && reason != WakeReason::interrupted) {
    lock.held = true;
    return WakeReason::woken;
  }
  // A wake-up that came too late for this one belongs to the next.
  auto* next = lock.held ? nullptr : set_free(lock);
  guard.unlock();
  wake_sleeper(next);
  return reason;
}

std::atomic<std::uint32_t>* RealKernel::set_free(Lock& lock) {
  lock.held = false;
  return lock.waiters.empty() ? nullptr : lock.waiters.front()->mark_woken();
}

Answer RealKernel::release_lock(Lock& lock) {
  std::unique_lock guard(local_mutex_);
  if (!lock.held) return {.error = EPERM, .object = lock.object};
  auto* next = set_free(lock);
  guard.unlock();
  wake_sleeper(next);
  return {.value = 1, .object = lock.object};
}

RealKernel::AtOnce RealKernel::take_lock_at_once(std::int64_t handle, std::int64_t timeout_ns) {
  const std::lock_guard guard(local_mutex_);
  Lock* const lock = element(locks_, handle);
  if (lock == nullptr || (lock->held && timeout_ns != 0)) return {};
  const AtOnce answer{.value = lock->held ? 0 : 1, .object = lock->object, .a = timeout_ns};
  lock->held = true;
  return answer;
}

RealKernel::AtOnce RealKernel::give_lock_at_once(std::int64_t handle) {
  std::unique_lock guard(local_mutex_);
  Lock* const lock = element(locks_, handle);
  if (lock == nullptr || !lock->held) return {};
  const AtOnce answer{.value = 1, .object = lock->object};
  auto* next = set_free(*lock);
  guard.unlock();
  wake_sleeper(next);
  return answer;
}

RealKernel::AtOnce RealKernel::notify_at_once(std::int64_t handle, std::int64_t how_many) {
  const std::lock_guard guard(local_mutex_);
  Condition* const condition = element(conditions_, handle);
  if (condition == nullptr || !condition->lock->held) return {};
  return {.value = notify(*condition, how_many), .object = condition->object, .a = how_many};
}

Answer RealKernel::wait_on_condition(Thread& thread, const Request& request, Condition& condition) {
  Answer answer{.object = condition.object};
  Lock& lock = *condition.lock;
  Waiter waiter;
  {
    const std::lock_guard guard(local_mutex_);
    if (!lock.held) return {.error = EPERM, .object = condition.object};
    condition.waiters.push_back(&waiter);
  }
  const std::int64_t deadline_ns = deadline_after(request.timeout_ns);
  WaitSection section(*this, thread, request, answer);
  // Before the lock is free: whoever takes it must not seem to be earlier.
  section.waits();
  std::unique_lock guard(local_mutex_);
  auto* next = set_free(lock);
  guard.unlock();
  wake_sleeper(next);
  sleep_on_condition(condition, waiter, deadline_ns, answer);
  return answer;
}

// `waiter` is in the condition's queue, and the lock was given back. Stopped at the gate it stays in its
// queue.
void RealKernel::sleep_on_condition(Condition& condition, Waiter& waiter, std::int64_t deadline_ns,
                                    Answer& answer) {
  Lock& lock = *condition.lock;
  const WakeReason reason = waiter.sleep(deadline_ns);
  if (reason == WakeReason::interrupted && interruption_error() == kStoppedAtGate) {
    answer.error = kStoppedAtGate;
    return;
  }
  std::unique_lock guard(local_mutex_);
  // Notified between the end of its sleep and now: then it was notified, and waits for the lock already.
  answer.value = leave_queue(condition.waiters, &waiter) ? 0 : 1;
  if (answer.value == 0) lock.waiters.push_back(&waiter);
  guard.unlock();
  if (answer.value == 0 && reason == WakeReason::interrupted) {
    // The lock stays free while the program's handler runs, which may need it.
    guard.lock();
    leave_queue(lock.waiters, &waiter);
    auto* next = lock.held ? nullptr : set_free(lock);
    guard.unlock();
    wake_sleeper(next);
    answer.error = EINTR;
    return;
  }
  // The lock is taken back whatever happens: another signal only makes it try again.
  while (take_when_free(lock, waiter, -1) != WakeReason::woken) {
    const std::lock_guard again(local_mutex_);
    lock.waiters.push_back(&waiter);
  }
}

Answer RealKernel::notify_condition(const Request& request, Condition& condition) {
  const std::lock_guard guard(local_mutex_);
  if (!condition.lock->held) return {.error = EPERM, .object = condition.object};
  return {.value = notify(condition, request.a), .object = condition.object};
}

// Who is notified waits for the lock from now on, which the notifier still holds: it is woken when that is
// given back.
std::int64_t RealKernel::notify(Condition& condition, std::int64_t how_many) {
  std::int64_t notified = 0;
  while (notified < how_many && !condition.waiters.empty()) {
    condition.lock->waiters.push_back(condition.waiters.front());
    condition.waiters.pop_front();
    ++notified;
  }
  return notified;
}

RealKernel::Lock* RealKernel::find_lock(std::int64_t handle) {
  const std::lock_guard guard(local_mutex_);
  return element(locks_, handle);
}

RealKernel::Condition* RealKernel::find_condition(std::int64_t handle) {
  const std::lock_guard guard(local_mutex_);
  return element(conditions_, handle);
}

}  // namespace forkscope::kernel
