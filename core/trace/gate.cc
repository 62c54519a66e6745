#include "core/trace/gate.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <ctime>
#include <iterator>

namespace forkscope::trace {

namespace {

// Not the private form: the sleepers are in other processes.
template <typename Word>
void futex(Word& word, int operation, std::uint32_t value, const timespec* limit = nullptr) {
  static_assert(sizeof word == sizeof(std::uint32_t));
  ::syscall(SYS_futex, &word, operation, value, limit, nullptr, 0);
}

std::int64_t clock_now(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return now.tv_sec * std::int64_t{1'000'000'000} + now.tv_nsec;
}

// Not the lab's own.
bool lives(const ThreadSlot& slot) {
  return slot.state.load(std::memory_order_acquire) == SlotState::live &&
         slot.process.load(std::memory_order_relaxed) != 0;
}

bool stands_still(const ThreadSlot& slot) {
  if (!lives(slot)) return true;
  return slot.parked.load(std::memory_order_acquire) != 0 ||
         slot.waits_for.load(std::memory_order_acquire) != 0;
}

bool has_begun(const Arena& arena, const ProcessSlot& process) {
  const base::ProcessId id = process.process.load(std::memory_order_acquire);
  const auto& threads = arena.header().threads;
  return std::any_of(std::begin(threads), std::end(threads),
                     [id](const ThreadSlot& thread) { return lives(thread) && thread.process.load() == id; });
}

bool is_starting(const Arena& arena, const ProcessSlot& process) {
  const SlotState state = process.state.load(std::memory_order_acquire);
  return state == SlotState::claimed || (state == SlotState::live && !has_begun(arena, process));
}

}  // namespace

void close_gate(const Arena& arena) {
  StepClock& steps = arena.header().steps;
  const std::int64_t elapsed = steps.now_ns.load();
  steps.wall_ns.store(clock_now(CLOCK_REALTIME) - elapsed);
  steps.monotonic_ns.store(clock_now(CLOCK_MONOTONIC) - elapsed);
  steps.epoch.fetch_add(1);
  arena.header().gate_closed.store(1, std::memory_order_seq_cst);
}

void open_gate(const Arena& arena) {
  arena.header().gate_closed.store(0, std::memory_order_seq_cst);
  futex(arena.header().gate_closed, FUTEX_WAKE, INT_MAX);
  for (const ThreadSlot& slot : arena.header().threads) {
    if (slot.state.load(std::memory_order_acquire) == SlotState::live)
      give_order(seat_of(arena, slot), SeatOrder::go);
  }
}

bool all_parked(const Arena& arena) {
  for (const ThreadSlot& slot : arena.header().threads) {
    if (!stands_still(slot)) return false;
  }
  return true;
}

Activity activity_of(const Arena& arena) {
  const ArenaHeader& header = arena.header();
  const bool is_closed = header.gate_closed.load(std::memory_order_acquire) != 0;
  if (is_closed && std::any_of(std::begin(header.threads), std::end(header.threads), lives))
    return Activity::held;
  const bool starts = std::any_of(std::begin(header.processes), std::end(header.processes),
                                  [&](const ProcessSlot& process) { return is_starting(arena, process); });
  return starts || !all_parked(arena) ? Activity::runs : Activity::waits;
}

void wait_at_gate(const Arena& arena, ThreadSlot* slot) {
  if (slot != nullptr) slot->parked.store(1, std::memory_order_release);
  std::atomic<std::uint32_t>& gate = arena.header().gate_closed;
  while (gate.load(std::memory_order_acquire) != 0) futex(gate, FUTEX_WAIT, 1);
  if (slot != nullptr) slot->parked.store(0, std::memory_order_release);
}

void wait_while(const std::atomic<std::uint32_t>& word, std::uint32_t value, std::int64_t limit_ns) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  const timespec limit{.tv_sec = limit_ns / kSecond, .tv_nsec = limit_ns % kSecond};
  if (word.load(std::memory_order_acquire) == value)
    futex(word, FUTEX_WAIT, value, limit_ns < 0 ? nullptr : &limit);
}

void wake_all(const std::atomic<std::uint32_t>& word) {
  futex(word, FUTEX_WAKE, INT_MAX);
}

SeatOrder wait_in_seat(const Arena& arena, Seat& seat) {
  SeatOrder order = SeatOrder::none;
  while ((order = seat.order.load(std::memory_order_acquire)) == SeatOrder::none) {
    if (arena.header().gate_closed.load() == 0) return SeatOrder::go;
    futex(seat.order, FUTEX_WAIT, static_cast<std::uint32_t>(SeatOrder::none));
  }
  seat.order.store(SeatOrder::none);
  return order;
}

void give_order(Seat& seat, SeatOrder order) {
  seat.state.store(SeatState::away);
  seat.order.store(order, std::memory_order_release);
  futex(seat.order, FUTEX_WAKE, INT_MAX);
}

Seat& seat_of(const Arena& arena, const ThreadSlot& slot) {
  return arena.header().seats[&slot - arena.header().threads];
}

}  // namespace forkscope::trace
