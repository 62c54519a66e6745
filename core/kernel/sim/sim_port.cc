#include "core/kernel/sim/sim_port.h"

#include <bit>
#include <cerrno>
#include <utility>

#include "core/kernel/real/entropy.h"

namespace forkscope::kernel {

SimPort::~SimPort() {
  draw_entropy_from(nullptr);
  enter_simulated(nullptr);
}

// The arena's counters say what is given out next.
void SimPort::enter(base::ThreadId thread, const Drawn& drawn, SimSignals& signals) {
  thread_ = thread;
  drawn_ = drawn;
  trace::ArenaHeader& header = arena_->header();
  header.next_object = first_object();
  header.next_thread = names_.thread(thread, drawn.threads + 1);
  header.steps.entropy_seed = thread;
  header.steps.entropy_drawn = drawn.entropy;
  header.gate_closed = 1;
  draw_entropy_from(arena_);
  inside_.signals = &signals;
  enter_simulated(&inside_);
}

SimPort::Drawn SimPort::leave() {
  enter_simulated(nullptr);
  const trace::ArenaHeader& header = arena_->header();
  drawn_.objects += header.next_object - first_object();
  drawn_.entropy = header.steps.entropy_drawn;
  return drawn_;
}

std::vector<SimStartedThread> SimPort::take_started() {
  return std::exchange(started_, {});
}

std::string SimPort::take_failure() {
  return std::exchange(failure_, {});
}

void SimPort::begin_main_thread(Thread& thread) {
  thread.id = main_thread_;
  thread.process = main_thread_;
  if (arena_->header().tracing != 0) thread.recorder = trace::Recorder(arena_, main_thread_, main_thread_);
}

Answer SimPort::start_thread(Thread& starter, base::ThreadId id, void* token) {
  started_.push_back({id, token, std::exchange(starter.child_name, {})});
  arena_->header().next_thread = names_.thread(thread_, ++drawn_.threads + 1);
  return {.value = id};
}

int SimPort::take_signal() {
  if (inside_.signals == nullptr || inside_.signals->arrived == 0) return 0;
  const int signal = std::countr_zero(inside_.signals->arrived);
  inside_.signals->arrived &= ~(std::uint64_t{1} << signal);
  return signal;
}

bool SimPort::take_interrupt() {
  constexpr std::uint64_t kBit = std::uint64_t{1} << kInterruptSignal;
  if (inside_.signals == nullptr || (inside_.signals->arrived & kBit) == 0) return false;
  inside_.signals->arrived &= ~kBit;
  return true;
}

// Only the engine's own last words come here.
Answer SimPort::answer(Thread&, const Request& request) {
  failure_ += request.text;
  return {.value = static_cast<std::int64_t>(request.text.size())};
}

}  // namespace forkscope::kernel
