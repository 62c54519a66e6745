#include "core/kernel/real/interrupt.h"

#include "core/kernel/host.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace forkscope::kernel {

namespace {

std::atomic<bool> interrupt_arrived{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void remember_interrupt(int) {
  interrupt_arrived.store(true, std::memory_order_relaxed);
}

}  // namespace

void install_signal_handling() {
  struct sigaction before {};
  ::sigaction(SIGINT, nullptr, &before);
  if (before.sa_handler != SIG_IGN) {
    struct sigaction action {};
    action.sa_handler = remember_interrupt;
    ::sigaction(SIGINT, &action, nullptr);
  }
  ::signal(SIGPIPE, SIG_IGN);
}

int ignore_signal(int signal) {
  return ::signal(signal, SIG_IGN) == SIG_ERR ? errno : 0;
}

int default_signal(int signal) {
  return ::signal(signal, signal == SIGINT ? remember_interrupt : SIG_DFL) == SIG_ERR ? errno : 0;
}

bool take_interrupt_flag() {
  // Looked at first: this is asked often, and an exchange would take the cache line.
  return interrupt_arrived.load(std::memory_order_relaxed) && interrupt_arrived.exchange(false);
}

bool interrupts_this_thread() {
  return interrupt_arrived.load(std::memory_order_relaxed) && ::gettid() == ::getpid();
}

}  // namespace forkscope::kernel
