#include "core/kernel/stepped/touches.h"

namespace forkscope::kernel {

using trace::EventKind;

std::uint32_t touches(EventKind kind) {
  switch (kind) {
    case EventKind::sem_acquire:
    case EventKind::sem_release:
      return trace::touch::kSemaphores;
    case EventKind::fd_read:
    case EventKind::fd_write:
    case EventKind::fd_close:
    case EventKind::fd_send:
    case EventKind::fd_receive:
    case EventKind::socket_connect:
    case EventKind::socket_accept:
    case EventKind::stream_read:
      return trace::touch::kPipes;
    case EventKind::lock_acquire:
    case EventKind::lock_release:
    case EventKind::condition_wait:
    case EventKind::condition_notify:
      return trace::touch::kLocks;
    case EventKind::thread_exit:
      return trace::touch::kThreads;
    case EventKind::process_exit:
    case EventKind::process_kill:
      return trace::touch::kAll;
    case EventKind::process_wait:
      return trace::touch::kProcesses | trace::touch::kPipes;
    default:
      return 0;
  }
}

bool changes_who_there_is(EventKind kind) {
  switch (kind) {
    case EventKind::thread_start:
    case EventKind::thread_exit:
    case EventKind::process_fork:
    case EventKind::process_spawn:
    case EventKind::process_kill:
    case EventKind::process_exit:
      return true;
    default:
      return false;
  }
}

void note_touch(trace::StepPlan& plan, EventKind kind, base::ObjectId object, base::ProcessId process) {
  const std::uint32_t bits = touches(kind);
  if (bits == 0) return;
  constexpr auto kRelaxed = std::memory_order_relaxed;
  const std::uint32_t before = plan.touched.load(kRelaxed);
  const bool is_first = before == 0;
  const bool is_same = before == bits && plan.touched_object.load(kRelaxed) == object;
  plan.touched.store(before | bits, kRelaxed);
  plan.touched_object.store(is_first || is_same ? object : 0, kRelaxed);
  const bool same_process = is_first || plan.touched_process.load(kRelaxed) == process;
  plan.touched_process.store(same_process ? process : 0, kRelaxed);
}

}  // namespace forkscope::kernel
