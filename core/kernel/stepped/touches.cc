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

void note_touch(trace::Seat& seat, EventKind kind, base::ObjectId object) {
  const std::uint32_t bits = touches(kind);
  if (bits == 0) return;
  const std::uint32_t before = seat.touched.load(std::memory_order_relaxed);
  const bool is_only = before == 0 || (before == bits && seat.touched_object.load() == object);
  seat.touched.store(before | bits, std::memory_order_relaxed);
  seat.touched_object.store(is_only ? object : 0, std::memory_order_relaxed);
}

}  // namespace forkscope::kernel
