// The Requests that are answered otherwise while a program is stepped.
#include <algorithm>
#include <cerrno>
#include <string>

#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/system_time.h"
#include "core/kernel/stepped/stepped_kernel.h"
#include "core/kernel/stepped/touches.h"
#include "core/trace/end_of_wait.h"
#include "core/trace/gate.h"
#include "core/trace/slots.h"

namespace forkscope::kernel {

namespace {

constexpr std::int64_t kLookAgainNs = 2'000'000;
// How long a process may take to get to its seat, or a signal to act: longer than any machine needs.
constexpr int kMostLooks = 5'000;

// Whether a live thread of `process`, or the thread `id`, sits in its seat.
trace::Seat* find_arrived(const trace::Arena& arena, base::ProcessId process, base::ThreadId id) {
  for (const trace::ThreadSlot& slot : arena.header().threads) {
    if (slot.state.load(std::memory_order_acquire) != trace::SlotState::live) continue;
    const bool is_it = id != 0 ? slot.thread.load() == id : slot.process.load() == process;
    if (!is_it) continue;
    trace::Seat& seat = trace::seat_of(arena, slot);
    if (seat.state.load(std::memory_order_acquire) == trace::SeatState::taken) return &seat;
  }
  return nullptr;
}

}  // namespace

Answer SteppedKernel::read_clock_stepped(const Request& request) const {
  const trace::StepClock& clock = arena_->header().steps;
  constexpr std::int64_t kWall = 0, kMonotonic = 1, kLast = 3;
  if (request.a < 0 || request.a > kLast) return {.error = EINVAL};
  if (request.a == kWall) return {.value = clock.wall_ns.load() + now_ns()};
  if (request.a == kMonotonic) return {.value = clock.monotonic_ns.load() + now_ns()};
  return {.value = now_ns()};
}

// Two steps: the lock is given back and the wait begins; notified or out of time, it is taken again. While
// the gate is open the second is a wait inside the system.
Answer SteppedKernel::wait_on_condition_stepped(Thread& thread, const Request& request) {
  Condition* condition = find_condition(request.handle);
  if (condition == nullptr) return {.error = EINVAL};
  Lock& lock = *condition->lock;
  Answer answer{.object = condition->object};
  Waiter waiter;
  {
    const std::lock_guard guard(local_mutex_);
    if (!lock.held) return {.error = EPERM, .object = condition->object};
    condition->waiters.push_back(&waiter);
  }
  WaitSection section(*this, thread, request, answer);
  section.waits();
  std::unique_lock guard(local_mutex_);
  auto* next = set_free(lock);
  guard.unlock();
  wake_sleeper(next);
  thread.stepping.waits_told = true;
  std::int64_t& deadline_ns = thread.stepping.deadline_ns;
  // Before it is a step it has no time on the stepped clock.
  if (!thread.stepping.is_granted)
    deadline_ns = request.timeout_ns >= 0 ? trace::end_of_wait(now_ns(), request.timeout_ns) : -1;
  const auto is_notified = [&] {
    const std::lock_guard hold(local_mutex_);
    return std::find(condition->waiters.begin(), condition->waiters.end(), &waiter) ==
           condition->waiters.end();
  };
  const auto can_go_on = [&] {
    const MoveState outcome = wait_outcome(thread, is_notified());
    const std::lock_guard hold(local_mutex_);
    return lock.held ? MoveState::blocked : outcome;
  };
  for (;;) {
    thread.stepping.is_granted = false;
    if (gate_closed()) sit(thread, request, false, can_go_on, condition->object);
    if (thread.stepping.is_granted) break;
    const std::int64_t until_ns =
        deadline_ns < 0 ? -1 : deadline_after(std::max<std::int64_t>(deadline_ns - now_ns(), 0));
    answer.error = 0;
    sleep_on_condition(*condition, waiter, until_ns, answer);
    if (answer.error != kStoppedAtGate) {
      if (answer.error == EINTR) answer.second = remaining_until(until_ns);
      return answer;
    }
    answer.error = 0;
    if (deadline_ns >= 0) deadline_ns = trace::end_of_wait(now_ns(), remaining_until(until_ns));
  }
  guard.lock();
  answer.value = leave_queue(condition->waiters, &waiter) ? 0 : 1;
  leave_queue(lock.waiters, &waiter);
  if (answer.value == 0 && thread.stepping.outcome == MoveState::interrupted) {
    answer.error = EINTR;
    answer.second = deadline_ns < 0 ? 0 : std::max<std::int64_t>(deadline_ns - now_ns(), 0);
    return answer;
  }
  lock.held = true;
  return answer;
}

// A step for each part that the pipe has room for; what is left when the gate opens is for the system.
Answer SteppedKernel::write_stepped(Thread& thread, const Request& request) {
  Answer answer = write_parts(thread, request);
  const auto written = static_cast<std::size_t>(answer.value);
  if (answer.error != 0 || written == request.text.size() || !thread.stepping.is_granted) return answer;
  Request rest = request;
  rest.text.remove_prefix(written);
  thread.told = thread.stepping.is_granted = false;
  thread.asked_at = thread.recorder.now();
  answer.value += SteppedKernel::answer(thread, rest).value;
  return answer;
}

// Less than all where the gate was opened in between, or the pipe is broken.
Answer SteppedKernel::write_parts(Thread& thread, const Request& request) {
  const int descriptor = static_cast<int>(request.handle);
  Answer answer{.object = object_of(request)};
  Request told = request;
  WaitSection section(*this, thread, told, answer);
  std::string_view rest = request.text;
  for (;;) {
    const std::int64_t count = write_without_waiting(descriptor, rest);
    if (count < 0) {
      thread.stepping.is_granted = false;
      answer.error = answer.value == 0 ? static_cast<int>(-count) : 0;
      return answer;
    }
    answer.value += count;
    rest.remove_prefix(static_cast<std::size_t>(count));
    if (rest.empty()) return answer;
    if (!gate_closed()) break;
    section.waits();
    thread.stepping.waits_told = true;
    Request remainder = request;
    remainder.text = rest;
    sit(
        thread, remainder, false, [&] { return wait_outcome(thread, readiness(remainder).ready); },
        answer.object);
  }
  told.text = request.text.substr(0, static_cast<std::size_t>(answer.value));
  return answer;
}

Answer SteppedKernel::end_thread_stepped(Thread& thread, const Request& request) {
  const Answer answer = RealKernel::answer(thread, request);
  arena_->header().steps.arrivals.fetch_add(1);
  trace::wake_all(arena_->header().steps.arrivals);
  return answer;
}

Answer SteppedKernel::start_thread(Thread& starter, base::ThreadId id, void* token) {
  const Answer answer = RealKernel::start_thread(starter, id, token);
  if (answer.error == 0 && starter.stepping.is_granted) wait_for_arrival(starter, 0, id, 0);
  starter.child_name.clear();
  return answer;
}

Answer SteppedKernel::start_process(Thread& thread, const Request& request) {
  const Answer answer = RealKernel::answer(thread, request);
  const bool is_parent = answer.error == 0 && answer.value > 0;
  if (is_parent) wait_for_arrival(thread, static_cast<base::ProcessId>(answer.second), 0, answer.value);
  thread.child_name.clear();
  return answer;
}

void SteppedKernel::wait_for_arrival(Thread& starter, base::ProcessId process, base::ThreadId thread,
                                     std::int64_t pid) {
  const std::atomic<std::uint32_t>& arrivals = arena_->header().steps.arrivals;
  for (int looks = 0; looks < kMostLooks && gate_closed(); ++looks) {
    const std::uint32_t seen = arrivals.load();
    if (trace::Seat* seat = find_arrived(*arena_, process, thread)) {
      trace::put_text(seat->name, starter.child_name);
      return;
    }
    if (pid > 0 && has_ended(pid)) return;
    trace::wait_while(arrivals, seen, kLookAgainNs);
  }
}

// Done when the signal has acted, so that what comes next does not depend on the system's mood.
Answer SteppedKernel::send_signal(Thread& thread, const Request& request) {
  const Answer answer = RealKernel::answer(thread, request);
  const std::atomic<std::uint32_t>& arrivals = arena_->header().steps.arrivals;
  for (int looks = 0; answer.error == 0 && looks < kMostLooks; ++looks) {
    if (signal_has_acted(request.handle, static_cast<int>(request.a))) break;
    trace::wait_while(arrivals, arrivals.load(), kLookAgainNs / 10);
  }
  return answer;
}

}  // namespace forkscope::kernel
