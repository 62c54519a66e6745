// Processes: how they begin, end, wait for each other and are killed.
#include <algorithm>
#include <cerrno>
#include <iterator>

#include "core/kernel/sim/sim_kernel.h"
#include "core/trace/thread_label.h"

namespace forkscope::kernel {

namespace {

constexpr int kKill = 9, kTerminate = 15, kMostSignals = 64;
constexpr std::uint64_t bit_of(int signal) {
  return std::uint64_t{1} << static_cast<unsigned>(signal % kMostSignals);
}

// SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGWINCH
constexpr std::uint64_t kHarmless =
    bit_of(17) | bit_of(18) | bit_of(19) | bit_of(20) | bit_of(21) | bit_of(22) | bit_of(23) | bit_of(28);

// What descriptors lead to, those on their way included.
SimSet<base::ObjectId> reached(const SimWorld& world) {
  SimSet<base::ObjectId> ids;
  const auto add = [&ids](const SimDescriptor& descriptor) {
    ids.insert(descriptor.read);
    ids.insert(descriptor.written);
  };
  for (const auto& [id, process] : world.processes) {
    for (const auto& [number, descriptor] : process.descriptors) add(descriptor);
  }
  for (const auto& [id, listener] : world.listeners) {
    for (const SimDescriptor& descriptor : listener.waiting) add(descriptor);
  }
  for (const auto& [id, stream] : world.streams.all()) {
    for (const SimStream::Piece& piece : stream.pieces) {
      for (const SimDescriptor& descriptor : piece.passed) add(descriptor);
    }
  }
  return ids;
}

}  // namespace

void drop_unreachable(SimWorld& world) {
  world.looked_around = true;
  const SimSet<base::ObjectId> ids = reached(world);
  SimSet<base::ObjectId> open;
  for (const auto& [id, process] : world.processes) {
    for (const auto& [object, count] : process.semaphores) open.insert(object);
    for (const auto& [object, count] : process.memories) open.insert(object);
  }
  keep_used(world.streams.all(), [&](base::ObjectId id, const auto&) { return ids.contains(id); });
  keep_used(world.listeners, [&](base::ObjectId id, const auto&) { return ids.contains(id); });
  keep_used(world.semaphores.all(),
            [&](base::ObjectId id, const auto& each) { return !each.name.empty() || open.contains(id); });
  keep_used(world.memories.all(), [&](base::ObjectId id, const auto& each) {
    return !each.name.empty() || open.contains(id) || ids.contains(id);
  });
}

void end_process(SimWorld& world, SimProcess& process, std::int32_t exit_code) {
  process.state = SimProcess::State::ended;
  process.exit_code = exit_code;
  process.descriptors.clear();
  process.semaphores.clear();
  process.memories.clear();
  process.locks.clear();
  process.conditions.clear();
  process.threads.clear();
  process.ended_threads.clear();
  process.signals = {};
  process.names_given.clear();
  // Nobody waits for those whose parent is gone.
  for (auto& [id, other] : world.processes) {
    const auto parent = world.processes.find(other.parent);
    const bool is_orphan = parent == world.processes.end() || !parent->second.runs();
    if (other.state == SimProcess::State::ended && is_orphan) other.state = SimProcess::State::reaped;
  }
  drop_unreachable(world);
}

void SimKernel::send_signal(SimWorld& world, SimProcess& process, int signal) {
  const std::uint64_t bit = bit_of(signal);
  SimSignals& signals = process.signals;
  if (signal == kKill) return end_process(world, process, -signal);
  if ((signals.ignored & bit) != 0 || (signals.blocked & bit) != 0) return;
  if ((signals.caught & bit) != 0) {
    signals.arrived |= bit;
  } else if ((kHarmless & bit) == 0) {
    end_process(world, process, -signal);
  }
}

SimStep SimKernel::process(const SimMove& move) {
  const SimRequest& request = move.request;
  move.world.looked_around = true;
  switch (request.kind) {
    case EventKind::process_fork:
    case EventKind::process_spawn:
      return start_process(move);
    case EventKind::process_wait:
      return wait_for_process(move);
    case EventKind::process_watch:
      return watch(move);
    case EventKind::process_kill: {
      const auto found = move.world.processes.find(process_of_pid(request.handle));
      if (found == move.world.processes.end() || found->second.state == SimProcess::State::reaped)
        return {.answer = {.error = ESRCH}};
      if (request.a < 0 || request.a > kMostSignals) return {.answer = {.error = EINVAL}};
      if (found->second.runs() && request.a != 0) {
        const base::ProcessId self = move.process.id;
        send_signal(move.world, found->second, static_cast<int>(request.a));
        if (!move.world.processes.at(self).runs()) return {.then = SimStep::Then::process_ended};
      }
      return {};
    }
    case EventKind::process_exit:
      end_process(move.world, move.process, static_cast<std::int32_t>(request.a & 0xff));
      return {.then = SimStep::Then::process_ended};
    case EventKind::process_identity: {
      if (request.a == 0) return {.answer = {.value = pid_of(move.process.id)}};
      const auto parent = move.world.processes.find(move.process.parent);
      const bool has_parent = parent != move.world.processes.end() && parent->second.runs();
      return {.answer = {.value = has_parent ? pid_of(move.process.parent) : 1}};
    }
    default:
      return {.answer = {.error = EINTR}};  // signal_wait: one has arrived
  }
}

SimStep SimKernel::start_process(const SimMove& move) {
  const SimRequest& request = move.request;
  const bool forks = request.kind == EventKind::process_fork;
  if (!forks && request.arguments.empty()) return {.answer = {.error = EINVAL}};
  if (request.has_environment)
    return refuse(request, "processes with an environment of their own are not explored.");
  const base::ProcessId id = names_.process(move.thread.id, ++move.thread.processes_made);
  SimProcess child = forks ? move.process : SimProcess();
  child.id = id;
  child.parent = move.process.id;
  if (!forks) {
    for (int number = 0; number < 3; ++number) {
      const auto standard = move.process.descriptors.find(number);
      if (standard != move.process.descriptors.end()) child.descriptors.insert(*standard);
    }
    for (const int number : request.descriptors) {
      const auto kept = move.process.descriptors.find(number);
      if (kept != move.process.descriptors.end()) child.descriptors.insert(*kept);
    }
    child.signals.ignored = move.process.signals.ignored;
    child.signals.blocked = move.process.signals.blocked;
    child.signals.caught = bit_of(Kernel::kInterruptSignal) & ~child.signals.ignored;
    if (request.a != 0) child.signals.blocked |= bit_of(Kernel::kInterruptSignal) | bit_of(kTerminate);
  }
  child.signals.arrived = 0;
  child.state = SimProcess::State::runs;
  for (const auto& [thread, entry] : move.process.threads) {
    if (forks) child.ended_threads.insert(thread);
  }
  // What the other threads held stays held; they wait for nothing any more.
  for (auto& [condition_id, condition] : child.conditions) condition.waiters.clear();
  child.threads.clear();
  child.names_given.clear();
  child.name = request.child_name.empty() ? "Process" : trace::thread_label(request.child_name);
  const std::uint32_t count = ++move.world.names_given[child.name];
  if (count > 1) child.name += "#" + std::to_string(count);
  child.threads[id] = {.id = id, .name = child.name};
  child.threads[id].reads_clock = move.thread.reads_clock;
  move.world.processes[id] = std::move(child);
  SimStep step{.answer = {.value = pid_of(id), .second = id}};
  step.made = id;
  return step;
}

SimProcess* any_ended_child(SimWorld& world, const SimProcess& parent, bool& has_children) {
  SimProcess* ended = nullptr;
  has_children = false;
  for (auto& [id, process] : world.processes) {
    if (process.parent != parent.id || process.state == SimProcess::State::reaped) continue;
    has_children = true;
    if (ended == nullptr && !process.runs()) ended = &process;
  }
  return ended;
}

SimStep SimKernel::wait_for_process(const SimMove& move) {
  if (move.request.handle == -1) {
    bool has_children = false;
    SimProcess* ended = any_ended_child(move.world, move.process, has_children);
    if (ended == nullptr) return has_children ? SimStep() : SimStep{.answer = {.error = ECHILD}};
    ended->state = SimProcess::State::reaped;
    return {.answer = {.value = pid_of(ended->id), .second = ended->exit_code}};
  }
  const auto found = move.world.processes.find(process_of_pid(move.request.handle));
  const bool is_child = found != move.world.processes.end() && found->second.parent == move.process.id &&
                        found->second.state != SimProcess::State::reaped;
  if (!is_child) return {.answer = {.error = ECHILD}};
  SimProcess& child = found->second;
  if (child.runs()) return {};
  child.state = SimProcess::State::reaped;
  return {.answer = {.value = move.request.handle, .second = child.exit_code}};
}

SimStep SimKernel::watch(const SimMove& move) {
  const auto found = move.world.processes.find(process_of_pid(move.request.handle));
  if (found == move.world.processes.end() || found->second.state == SimProcess::State::reaped)
    return {.answer = {.error = ESRCH}};
  return {.answer = {.value = new_descriptor(
                         move.process, {.kind = SimDescriptor::Kind::process, .pid = move.request.handle})}};
}

}  // namespace forkscope::kernel
