#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

#include "core/kernel/host.h"
#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/real_kernel.h"
#include "core/trace/slots.h"

namespace forkscope::kernel {

namespace {

// A zombie too: it waits only for its parent, which may never look.
bool is_dead(std::int32_t pid) {
  if (::kill(pid, 0) != 0) return errno == ESRCH;
  const base::Result<std::string> status = read_file("/proc/" + std::to_string(pid) + "/stat");
  if (!status) return false;
  const std::size_t name_end = status.value().rfind(')');
  return name_end != std::string::npos && status.value().compare(name_end, 3, ") Z") == 0;
}

void sweep_dead_processes(const trace::Arena& arena) {
  for (const trace::ProcessSlot& slot : arena.header().processes) {
    const trace::SlotState state = slot.state.load(std::memory_order_acquire);
    if (state != trace::SlotState::claimed && state != trace::SlotState::live) continue;
    const std::int32_t pid = std::abs(slot.pid.load(std::memory_order_relaxed));
    if (pid != 0 && is_dead(pid)) trace::end_process(arena, slot.process);
  }
}

}  // namespace

Answer RealKernel::answer_process(Thread& thread, const Request& request) {
  switch (request.kind) {
    case EventKind::process_fork:
      return fork_process(thread);
    case EventKind::process_spawn:
      return spawn_process(thread, request);
    case EventKind::process_wait:
      return wait_for_process(thread, request);
    case EventKind::process_kill:
      return {.error =
                  ::kill(static_cast<pid_t>(request.handle), static_cast<int>(request.a)) == 0 ? 0 : errno};
    case EventKind::process_exit:
      exit_process(thread, request);
    case EventKind::signal_wait:
      return wait_for_signal(thread, request);
    case EventKind::process_watch:
      return watch_process(request);
    case EventKind::process_identity:
      return {.value = request.a == 0 ? ::getpid() : ::getppid()};
    default:
      return {.error = ENOSYS};
  }
}

Answer RealKernel::wait_for_signal(Thread& thread, const Request& request) {
  Answer answer{.error = EINTR};
  WaitSection section(*this, thread, request, answer);
  section.waits();
  wait_for_arrived_signal();
  answer.error = interruption_error();
  return answer;
}

// Null, and counted, where the budget does not allow another process.
trace::ProcessSlot* RealKernel::reserve_process(base::ProcessId id) {
  const auto pid = static_cast<std::int32_t>(::getpid());
  trace::ProcessSlot* slot = trace::claim_process(*arena_, id, process_, pid);
  if (slot == nullptr) {
    // Those that have ended and that nobody of the session has reaped.
    sweep_dead_processes(*arena_);
    slot = trace::claim_process(*arena_, id, process_, pid);
  }
  if (slot == nullptr) arena_->header().budget_refused.fetch_add(1, std::memory_order_relaxed);
  return slot;
}

Answer RealKernel::fork_process(Thread& thread) {
  const base::ProcessId id = arena_->header().next_process.fetch_add(1, std::memory_order_relaxed);
  trace::ProcessSlot* slot = reserve_process(id);
  if (slot == nullptr) return {.error = EAGAIN};
  // With both held by this thread, the child finds their data whole and can let them go.
  const std::scoped_lock guard(tables_mutex_, local_mutex_);
  const pid_t pid = ::fork();
  if (pid < 0) {
    const int error = errno;
    trace::end_process(*arena_, id);
    return {.error = error};
  }
  if (pid > 0) {
    trace::process_runs(*slot, pid);
    children_[pid] = id;
    return {.value = pid, .second = id};
  }
  // The ring belongs to the parent's thread.
  thread.recorder = trace::Recorder();
  parent_ = process_;
  process_ = id;
  trace::process_runs(*slot, static_cast<std::int32_t>(::getpid()));
  return {};
}

void RealKernel::after_fork_in_child(Thread& thread) {
  {
    const std::scoped_lock guard(tables_mutex_, local_mutex_);
    children_.clear();
    // The other threads are gone: they wait for nothing any more, but what they held stays held.
    for (Lock& lock : locks_) lock.waiters.clear();
    for (Condition& condition : conditions_) condition.waiters.clear();
    for (auto& [id, started] : threads_) {
      started.joiners.clear();
      started.ended = true;
    }
  }
  forget_arrived_signals();
  begin_main_thread(thread);
}

void RealKernel::exit_process(Thread& thread, const Request& request) {
  end_thread(thread, request);
  // Its slots are given up by whoever reaps it: until then other threads may still write.
  ::_exit(static_cast<int>(request.a & 0xff));
}

}  // namespace forkscope::kernel
