// SIGINT: the handler only remembers it. Waits of the main thread end with EINTR, so that the VM can raise
// KeyboardInterrupt there; all others go on, as in CPython.
#pragma once

#include <cerrno>

namespace forkscope::kernel {

// Catches SIGINT unless it is ignored, and ignores SIGPIPE as Python does.
void install_signal_handling();
// True once after SIGINT arrived.
bool take_interrupt_flag();
// An interrupt is waiting and this is the main thread, whose business it is.
bool interrupts_this_thread();

// Repeats a system call that a signal cut short, except where the signal is this thread's business.
template <typename Call>
auto retry_interrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR && !interrupts_this_thread()) result = call();
  return result;
}

}  // namespace forkscope::kernel
