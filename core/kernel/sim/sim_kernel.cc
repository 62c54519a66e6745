#include "core/kernel/sim/sim_kernel.h"

#include <algorithm>
#include <cerrno>

#include "core/base/check.h"
#include "core/trace/end_of_wait.h"
#include "core/trace/thread_label.h"

namespace forkscope::kernel {

namespace {

using MoveState = trace::MoveState;

std::int64_t time_limit(const SimRequest& request) {
  return request.kind == EventKind::sleep ? request.a : request.timeout_ns;
}

bool is_interrupted(const SimProcess& process, const SimThread& thread) {
  return process.signals.arrived != 0 && process.is_main(thread);
}

SimStep without_what_it_waited_for(const SimMove& move, MoveState outcome) {
  SimStep step;
  if (outcome != MoveState::interrupted) return step;
  step.answer.error = EINTR;
  if (move.thread.deadline_ns >= 0)
    step.answer.second = std::max<std::int64_t>(move.thread.deadline_ns - move.world.now_ns, 0);
  return step;
}

}  // namespace

SimWorld SimKernel::first_world() {
  SimWorld world;
  SimProcess& process = world.processes[SimNames::kFirst];
  process.id = SimNames::kFirst;
  process.name = "main";
  process.signals.caught = std::uint64_t{1} << Kernel::kInterruptSignal;
  constexpr int kBrokenPipe = 13;  // SIGPIPE, which Python ignores
  process.signals.ignored = std::uint64_t{1} << kBrokenPipe;
  for (int number = 0; number < 3; ++number) process.descriptors[number] = {.pid = number};
  process.threads[process.id] = {.id = process.id, .name = "main"};
  world.names_given["main"] = 1;
  return world;
}

void SimKernel::add_thread(SimProcess& process, base::ThreadId id, const std::string& name) {
  std::string full = name.empty() ? "Thread" : trace::thread_label(name);
  if (process.name != "main") full = process.name + ":" + full;
  const std::uint32_t count = ++process.names_given[full];
  if (count > 1) full += "#" + std::to_string(count);
  process.threads[id] = {.id = id, .name = std::move(full)};
}

void SimKernel::arrive(const SimMove& move) {
  const std::int64_t limit_ns = time_limit(move.request);
  SimThread& thread = move.thread;
  thread.deadline_ns = limit_ns > 0 ? trace::end_of_wait(move.world.now_ns, limit_ns) : -1;
  thread.written = 0;
  thread.condition = 0;
  thread.was_notified = false;
}

MoveState SimKernel::look(const SimMove& move) {
  // The lock is taken back whatever the wait ended with.
  if (move.thread.condition != 0) {
    const SimCondition& condition = move.process.conditions.at(move.thread.condition);
    if (move.process.locks.at(condition.lock) != 0) return MoveState::blocked;
  }
  if (is_ready(move)) return MoveState::ready;
  if (is_interrupted(move.process, move.thread)) return MoveState::interrupted;
  const std::int64_t deadline_ns = move.thread.deadline_ns;
  return deadline_ns >= 0 && move.world.now_ns >= deadline_ns ? MoveState::time_ran_out : MoveState::blocked;
}

bool SimKernel::is_ready(const SimMove& move) {
  const SimRequest& request = move.request;
  const SimProcess& process = move.process;
  if (request.timeout_ns == 0 && request.kind != EventKind::condition_wait) return true;
  switch (request.kind) {
    case EventKind::sem_acquire: {
      const auto found = move.world.semaphores.find(static_cast<base::ObjectId>(request.handle));
      return found == move.world.semaphores.end() || found->second.value > 0;
    }
    case EventKind::lock_acquire: {
      const auto found = process.locks.find(static_cast<base::ObjectId>(request.handle));
      return found == process.locks.end() || found->second == 0;
    }
    case EventKind::condition_wait:
      return move.thread.condition == 0 || move.thread.was_notified;
    case EventKind::thread_join:
      return !process.threads.contains(static_cast<base::ThreadId>(request.handle));
    case EventKind::process_wait: {
      move.world.looked_around = true;
      if (request.handle == -1) {
        bool has_children = false;
        return any_ended_child(move.world, process, has_children) != nullptr || !has_children;
      }
      const auto found = move.world.processes.find(process_of_pid(request.handle));
      return found == move.world.processes.end() || !found->second.runs();
    }
    case EventKind::signal_wait:
      return is_interrupted(process, move.thread);
    case EventKind::sleep:
      return request.a <= 0;
    default:
      return is_ready_descriptor(move);
  }
}

SimStep SimKernel::take(const SimMove& move) {
  const MoveState outcome = look(move);
  FORKSCOPE_CHECK(outcome != MoveState::blocked, "only what can move is taken");
  const bool waited = move.thread.condition != 0 || move.thread.written != 0;
  if (outcome != MoveState::ready && !waited) return without_what_it_waited_for(move, outcome);
  return take_ready(move);
}

SimStep SimKernel::take_ready(const SimMove& move) {
  if (move.request.kind == EventKind::none || move.request.kind == EventKind::thread_begins) return {};
  switch (trace::info(move.request.kind).family) {
    case trace::Family::semaphore:
      return semaphore(move);
    case trace::Family::pipe:
    case trace::Family::file:
    case trace::Family::stream:
      return descriptor(move);
    case trace::Family::memory:
      return memory(move);
    case trace::Family::lock:
      return lock(move);
    case trace::Family::thread:
      return thread(move);
    case trace::Family::process:
      return process(move);
    case trace::Family::time:
      return time(move);
    default:
      return {.answer = {.error = ENOSYS}};
  }
}

void SimKernel::pass_time(SimWorld& world, const SimThread& thread) {
  world.now_ns = std::max(world.now_ns, thread.deadline_ns);
}

SimStep SimKernel::time(const SimMove& move) {
  if (move.request.kind == EventKind::sleep) return {};
  constexpr std::int64_t kWall = 0, kLast = 3;
  // Where the clocks begin: far from 0, as a program may expect.
  constexpr std::int64_t kWallBegins = 1'750'000'000'000'000'000, kMonotonicBegins = 1'000'000'000'000;
  if (move.request.a < 0 || move.request.a > kLast) return {.answer = {.error = EINVAL}};
  move.thread.reads_clock = true;
  if (move.request.a == kWall) return {.answer = {.value = kWallBegins + move.world.now_ns}};
  return {.answer = {.value = kMonotonicBegins + move.world.now_ns}};
}

base::ObjectId SimKernel::new_object(const SimMove& move) {
  const std::uint32_t number = ++move.thread.objects_made;
  FORKSCOPE_CHECK(number < SimNames::kMostObjects, "a thread makes fewer objects than there are numbers");
  return SimNames::object(move.thread.id, number);
}

int SimKernel::new_descriptor(SimProcess& process, SimDescriptor descriptor) {
  const int number = free_number(process);
  process.descriptors[number] = descriptor;
  return number;
}

SimStep refuse(const SimRequest& request, const std::string& reason) {
  SimStep step{.then = SimStep::Then::refused};
  step.refusal = (request.line == 0 ? std::string() : "Line " + std::to_string(request.line) + ": ") + reason;
  return step;
}

}  // namespace forkscope::kernel
