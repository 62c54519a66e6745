#include "tests/fuzz/refusing_kernel.h"

#include <cerrno>

namespace forkscope::fuzz {

using kernel::Answer;
using kernel::EventKind;

RefusingKernel::RefusingKernel(const trace::Arena& arena) : Kernel(&arena) {
  arena.header().gate_closed.store(1);
  arena.header().tracing.store(0);
}

void RefusingKernel::begin_main_thread(kernel::Thread& thread) {
  thread.id = new_thread_id();
}

Answer RefusingKernel::start_thread(kernel::Thread&, base::ThreadId, void*) {
  return Answer{.error = EAGAIN};
}

void RefusingKernel::pass_gate(kernel::Thread&) {
  if (--steps_left_ < 0) throw Stopped();
}

Answer RefusingKernel::answer(kernel::Thread&, const kernel::Request& request) {
  switch (request.kind) {
    case EventKind::lock_create:
    case EventKind::condition_create:
      return Answer{.value = ++handles_, .object = new_object_id()};
    case EventKind::lock_acquire:
    case EventKind::condition_wait:
      return Answer{.value = 1};
    case EventKind::lock_release:
    case EventKind::condition_notify:
    case EventKind::sleep:
      return Answer{};
    case EventKind::clock_read:
      return Answer{.value = clock_ += 1000};
    case EventKind::process_identity:
      return Answer{.value = 42};
    case EventKind::stream_write:
      return Answer{.value = static_cast<std::int64_t>(request.text.size())};
    case EventKind::process_exit:
    case EventKind::thread_exit:
      throw Stopped();
    default:
      return Answer{.error = EPERM};
  }
}

}  // namespace forkscope::fuzz
