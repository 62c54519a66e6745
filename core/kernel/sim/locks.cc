// Locks, conditions and threads: what lies inside one process.
#include <algorithm>
#include <cerrno>

#include "core/kernel/sim/sim_kernel.h"

namespace forkscope::kernel {

namespace {

SimStep error(int number, base::ObjectId object = 0) {
  return {.answer = {.error = number, .object = object}};
}

}  // namespace

SimStep SimKernel::lock(const SimMove& move) {
  const SimRequest& request = move.request;
  SimProcess& process = move.process;
  const auto id = static_cast<base::ObjectId>(request.handle);
  if (request.kind == EventKind::lock_create) {
    const base::ObjectId made = new_object(move);
    process.locks[made] = 0;
    return {.answer = {.value = made, .object = made}};
  }
  if (request.kind == EventKind::condition_wait) return wait_on_condition(move);
  if (request.kind == EventKind::condition_notify) return notify(move);
  const auto lock = process.locks.find(id);
  if (lock == process.locks.end()) return error(EINVAL);
  if (request.kind == EventKind::condition_create) {
    const base::ObjectId made = new_object(move);
    process.conditions[made] = {.lock = id, .waiters = {}};
    return {.answer = {.value = made, .second = id, .object = made}};
  }
  if (request.kind == EventKind::lock_release) {
    if (lock->second == 0) return error(EPERM, id);
    lock->second = 0;
    return {.answer = {.value = 1, .object = id}};
  }
  const bool was_held = lock->second != 0;
  if (!was_held) lock->second = move.thread.id;
  return {.answer = {.value = was_held ? 0 : 1, .object = id}};
}

// Two steps: the lock is given back and the wait begins; notified or out of time, it is taken again.
SimStep SimKernel::wait_on_condition(const SimMove& move) {
  const auto id = static_cast<base::ObjectId>(move.request.handle);
  const auto found = move.process.conditions.find(id);
  if (found == move.process.conditions.end()) return error(EINVAL);
  SimCondition& condition = found->second;
  base::ThreadId& holder = move.process.locks.at(condition.lock);
  SimThread& thread = move.thread;
  if (thread.condition == 0) {
    if (holder == 0) return error(EPERM, id);
    holder = 0;
    condition.waiters.push_back(thread.id);
    thread.condition = id;
    thread.was_notified = false;
    // A limit of 0 has run out at once.
    if (move.request.timeout_ns == 0) thread.deadline_ns = move.world.now_ns;
    return {.then = SimStep::Then::waits, .answer = {.object = id}};
  }
  Answer answer{.object = id};
  answer.value = thread.was_notified ? 1 : 0;
  std::erase(condition.waiters, thread.id);
  const bool time_ran_out = thread.deadline_ns >= 0 && move.world.now_ns >= thread.deadline_ns;
  const bool interrupted =
      !thread.was_notified && move.process.is_main(thread) && move.process.signals.arrived != 0;
  thread.condition = 0;
  thread.was_notified = false;
  if (answer.value == 0 && interrupted) {
    answer.error = EINTR;
    answer.second = thread.deadline_ns < 0 || time_ran_out ? 0 : thread.deadline_ns - move.world.now_ns;
    return {.answer = std::move(answer)};
  }
  holder = thread.id;
  return {.answer = std::move(answer)};
}

SimStep SimKernel::notify(const SimMove& move) {
  const auto id = static_cast<base::ObjectId>(move.request.handle);
  const auto found = move.process.conditions.find(id);
  if (found == move.process.conditions.end()) return error(EINVAL);
  SimCondition& condition = found->second;
  if (move.process.locks.at(condition.lock) == 0) return error(EPERM, id);
  Answer answer{.object = id};
  while (answer.value < move.request.a && !condition.waiters.empty()) {
    move.process.threads.at(condition.waiters.front()).was_notified = true;
    condition.waiters.erase(condition.waiters.begin());
    ++answer.value;
  }
  return {.answer = std::move(answer)};
}

SimStep SimKernel::thread(const SimMove& move) {
  const SimRequest& request = move.request;
  SimProcess& process = move.process;
  if (request.kind == EventKind::thread_join) {
    const auto id = static_cast<base::ThreadId>(request.handle);
    const bool runs = process.threads.contains(id);
    if (!runs && !process.ended_threads.contains(id)) return error(ESRCH);
    return {.answer = {.value = runs ? 0 : 1}};
  }
  if (request.kind != EventKind::thread_exit) return error(ENOSYS);
  process.ended_threads.insert(move.thread.id);
  process.threads.erase(move.thread.id);
  return {.then = SimStep::Then::thread_ended};
}

}  // namespace forkscope::kernel
