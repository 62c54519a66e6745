#include "core/trace/step_plan.h"

#include "core/trace/arena.h"
#include "core/trace/gate.h"

namespace forkscope::trace {

namespace {

constexpr auto kRelaxed = std::memory_order_relaxed;

// Whoever dies on the way has either not yet said who is next, or is known to have handed the turn on.
void hand_to(const Arena& arena, std::uint32_t giver, std::uint32_t turn) {
  ArenaHeader& header = arena.header();
  StepPlan& plan = header.plan;
  const StepTurn next = plan.turns[turn];
  Seat& seat = header.seats[next.slot];
  plan.at.store(turn, kRelaxed);
  plan.handed_by.store(giver, kRelaxed);
  seat.grants.store(next.grants, kRelaxed);
  seat.places.store(next.places, kRelaxed);
  seat.switch_at.store(next.switch_at, kRelaxed);
  plan.runner.store(next.slot + 1, std::memory_order_release);
  if (giver != 0 && giver - 1 == next.slot) {
    seat.state.store(SeatState::away, kRelaxed);
    seat.order.store(SeatOrder::go, kRelaxed);
  } else {
    give_order(seat, SeatOrder::go);
  }
}

void tell_controller(const Arena& arena) {
  std::atomic<std::uint32_t>& arrivals = arena.header().steps.arrivals;
  arrivals.fetch_add(1);
  wake_all(arrivals);
}

bool sits(const ArenaHeader& header, std::uint32_t slot) {
  return header.threads[slot].state.load(std::memory_order_acquire) == SlotState::live &&
         header.seats[slot].state.load(std::memory_order_acquire) == SeatState::taken;
}

}  // namespace

void begin_turns(const Arena& arena) {
  hand_to(arena, 0, 0);
}

void end_turn(const Arena& arena, const ThreadSlot& slot, std::uint32_t left) {
  ArenaHeader& header = arena.header();
  StepPlan& plan = header.plan;
  const auto self = static_cast<std::uint32_t>(&slot - header.threads) + 1;
  // Asked before it sits: from then on the controller may begin another plan.
  const bool has_turn = plan.runner.load(kRelaxed) == self;
  Seat& seat = header.seats[self - 1];
  seat.order.store(SeatOrder::none);
  seat.state.store(SeatState::taken);
  if (has_turn) {
    const std::uint32_t next = plan.at.load(kRelaxed) + 1;
    const bool goes_on = left == 0 && next < plan.size.load(kRelaxed) && header.gate_closed.load() != 0;
    if (goes_on && sits(header, plan.turns[next].slot)) return hand_to(arena, self, next);
    plan.runner.store(0, std::memory_order_release);
  }
  tell_controller(arena);
}

void cut_plan(const Arena& arena) {
  StepPlan& plan = arena.header().plan;
  plan.size.store(plan.at.load(kRelaxed) + 1, kRelaxed);
}

bool is_unexpected(const Arena& arena, const StepMark& mark) {
  const StepPlan& plan = arena.header().plan;
  const std::uint64_t step = plan.done.load(kRelaxed);
  return step < plan.expected_end.load(kRelaxed) && step < kMostMarks && plan.marks[step] != mark;
}

void count_step(const Arena& arena, const StepMark& mark) {
  StepPlan& plan = arena.header().plan;
  const std::uint64_t step = plan.done.load(kRelaxed);
  if (step < kMostMarks) plan.marks[step] = mark;
  plan.done.store(step + 1, kRelaxed);
}

}  // namespace forkscope::trace
