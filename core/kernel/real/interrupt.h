// Signals that a program handles itself: the system's handler only remembers that one arrived. Waits of the
// main thread end with EINTR, so that the VM can run the program's handler there; all others go on, as in
// CPython.
#pragma once

#include <atomic>
#include <cerrno>
#include <cstdint>

#include "core/kernel/stopped.h"

namespace forkscope::kernel {

// Catches SIGINT unless it is ignored, and ignores SIGPIPE as Python does.
void install_signal_handling();
// The lowest number of those that arrived, which is then forgotten; 0 = none.
int take_arrived_signal();
// True once after SIGINT arrived.
bool take_interrupt_flag();
// What arrived for the parent is not for a child.
void forget_arrived_signals();
// Sleeps until a signal has arrived, or the gate is closed.
void wait_for_arrived_signal();
// A signal is waiting and this is the main thread, whose business it is.
bool interrupts_this_thread();

// From now on waits that kGateSignal cuts short end with kStoppedAtGate while `gate` is not 0; null: they go
// on.
void stop_waits_at(const std::atomic<std::uint32_t>* gate);
// While the gate is closed.
bool stops_at_gate();
// Why a wait was cut short, as an error.
inline int interruption_error() {
  return interrupts_this_thread() ? EINTR : kStoppedAtGate;
}

// Repeats a system call that a signal cut short, except where the signal is this thread's business: also one
// that came after the VM looked for signals, while the GIL was dropped, which the call itself would not
// notice.
template <typename Call>
auto retry_interrupted(Call call) {
  if (interrupts_this_thread()) {
    errno = EINTR;
    return static_cast<decltype(call())>(-1);
  }
  auto result = call();
  while (result < 0 && errno == EINTR && !interrupts_this_thread()) {
    if (stops_at_gate()) {
      errno = kStoppedAtGate;
      break;
    }
    result = call();
  }
  return result;
}

}  // namespace forkscope::kernel
