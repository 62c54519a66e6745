#include "core/kernel/real/interrupt.h"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <bit>
#include <cerrno>
#include <cstdint>

#include "core/kernel/host.h"
#include "core/kernel/real/session_variables.h"
#include "core/kernel/sim/inside.h"

namespace forkscope::kernel {

namespace {

// A bit a signal number.
std::atomic<std::uint64_t> arrived{0};
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

std::atomic<const std::atomic<std::uint32_t>*> gate_word{nullptr};

constexpr std::uint64_t bit_of(int signal) {
  return std::uint64_t{1} << static_cast<unsigned>(signal % 64);
}

void remember(int signal) {
  arrived.fetch_or(bit_of(signal), std::memory_order_relaxed);
}

bool take(std::uint64_t bit) {
  return (arrived.fetch_and(~bit) & bit) != 0;
}

// What a simulated process does when `signal` arrives: neither bit is what the system does by itself.
int set_simulated(SimSignals& signals, int signal, bool ignored, bool caught) {
  if (signal < 1 || signal >= 64 || signal == SIGKILL || signal == SIGSTOP) return EINVAL;
  const std::uint64_t bit = bit_of(signal);
  signals.ignored = ignored ? signals.ignored | bit : signals.ignored & ~bit;
  signals.caught = caught ? signals.caught | bit : signals.caught & ~bit;
  return 0;
}

SignalDisposition simulated_disposition(const SimSignals& signals, int signal) {
  if (signal < 1 || signal > 64) return SignalDisposition::invalid;
  if ((signals.ignored & bit_of(signal)) != 0) return SignalDisposition::ignored;
  return (signals.caught & bit_of(signal)) != 0 ? SignalDisposition::caught : SignalDisposition::by_default;
}

timeval to_timeval(std::int64_t ns) {
  return {.tv_sec = ns / 1'000'000'000, .tv_usec = (ns % 1'000'000'000 + 999) / 1000};
}

std::int64_t to_ns(const timeval& time) {
  return time.tv_sec * 1'000'000'000 + time.tv_usec * 1000;
}

}  // namespace

void install_signal_handling() {
  struct sigaction before {};
  ::sigaction(SIGINT, nullptr, &before);
  if (before.sa_handler != SIG_IGN) {
    struct sigaction action {};
    action.sa_handler = remember;
    ::sigaction(SIGINT, &action, nullptr);
  }
  ::signal(SIGPIPE, SIG_IGN);
}

int ignore_signal(int signal) {
  if (SimInside* inside = simulated_inside()) return set_simulated(*inside->signals, signal, true, false);
  return ::signal(signal, SIG_IGN) == SIG_ERR ? errno : 0;
}

int default_signal(int signal) {
  if (SimInside* inside = simulated_inside()) return set_simulated(*inside->signals, signal, false, false);
  return ::signal(signal, SIG_DFL) == SIG_ERR ? errno : 0;
}

int catch_signal(int signal) {
  if (SimInside* inside = simulated_inside()) return set_simulated(*inside->signals, signal, false, true);
  struct sigaction action {};
  action.sa_handler = remember;
  return ::sigaction(signal, &action, nullptr) == 0 ? 0 : errno;
}

SignalDisposition signal_disposition(int signal) {
  if (const SimInside* inside = simulated_inside()) return simulated_disposition(*inside->signals, signal);
  struct sigaction action {};
  if (::sigaction(signal, nullptr, &action) != 0) return SignalDisposition::invalid;
  if (action.sa_handler == SIG_IGN) return SignalDisposition::ignored;
  return action.sa_handler == remember ? SignalDisposition::caught : SignalDisposition::by_default;
}

base::Result<IntervalTimer> set_interval_timer(int which, const IntervalTimer& timer) {
  if (is_refused("timers that send signals are not explored.")) return IntervalTimer{};
  const itimerval wanted{.it_interval = to_timeval(timer.interval_ns),
                         .it_value = to_timeval(timer.first_ns)};
  itimerval before{};
  if (::setitimer(static_cast<__itimer_which_t>(which), &wanted, &before) != 0)
    return base::system_error("Cannot set the timer", errno);
  return IntervalTimer{.first_ns = to_ns(before.it_value), .interval_ns = to_ns(before.it_interval)};
}

base::Result<IntervalTimer> interval_timer(int which) {
  itimerval now{};
  if (::getitimer(static_cast<__itimer_which_t>(which), &now) != 0)
    return base::system_error("Cannot read the timer", errno);
  return IntervalTimer{.first_ns = to_ns(now.it_value), .interval_ns = to_ns(now.it_interval)};
}

int take_arrived_signal() {
  // Looked at first: this is asked often, and an exchange would take the cache line.
  const std::uint64_t now = arrived.load(std::memory_order_relaxed);
  if (now == 0) return 0;
  const int signal = std::countr_zero(now);
  return take(bit_of(signal)) ? signal : 0;
}

bool take_interrupt_flag() {
  return (arrived.load(std::memory_order_relaxed) & bit_of(SIGINT)) != 0 && take(bit_of(SIGINT));
}

void forget_arrived_signals() {
  arrived.store(0);
}

void stop_waits_at(const std::atomic<std::uint32_t>* gate) {
  gate_word = gate;
  struct sigaction action {};
  action.sa_handler = [](int) {};
  ::sigaction(kGateSignal, &action, nullptr);
}

bool stops_at_gate() {
  const std::atomic<std::uint32_t>* const gate = gate_word.load();
  return gate != nullptr && gate->load() != 0;
}

void wait_for_arrived_signal() {
  // Blocked between the look and the sleep: what arrives there ends the sleep at once.
  sigset_t all, before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_BLOCK, &all, &before);
  while (arrived.load(std::memory_order_relaxed) == 0) {
    ::sigsuspend(&before);
    if (stops_at_gate()) break;
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

bool interrupts_this_thread() {
  return arrived.load(std::memory_order_relaxed) != 0 && ::gettid() == ::getpid();
}

}  // namespace forkscope::kernel
