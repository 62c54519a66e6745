// How a Stepper lets threads take their turns.
#include <algorithm>

#include "core/lab/stepper.h"
#include "core/trace/gate.h"

namespace forkscope::lab {

namespace {

using trace::EventKind;
namespace touch = trace::touch;

constexpr std::int64_t kTurnNs = 1'000'000;
constexpr std::uint64_t kLongestAdvance = 100'000;

}  // namespace

// Whether who has the turn is gone. An order that a thread died with on its way to the next one is given
// again.
bool Stepper::runner_is_lost() {
  trace::StepPlan& plan = arena_.header().plan;
  const std::uint32_t runner = plan.runner.load(), giver = plan.handed_by.load();
  const auto in_slot = [&](std::uint32_t slot) {
    return std::find_if(players_.begin(), players_.end(),
                        [&](const Player& each) { return each.slot + 1 == slot; });
  };
  const auto running = in_slot(runner), before = in_slot(giver);
  if (running == players_.end() || is_gone(*running) || has_died(process_of(running->process))) return true;
  const bool may_be_lost = giver != 0 && before != players_.end() && has_died(process_of(before->process));
  if (may_be_lost && sits(*running) && plan.runner.load() == runner)
    trace::give_order(*running->seat, trace::SeatOrder::go);
  return false;
}

void Stepper::wait_for_plan() {
  trace::StepPlan& plan = arena_.header().plan;
  const std::atomic<std::uint32_t>& arrivals = arena_.header().steps.arrivals;
  for (;;) {
    const std::uint32_t seen = arrivals.load();
    const std::uint32_t runner = plan.runner.load(std::memory_order_acquire);
    if (runner == 0) return;
    const trace::ThreadSlot& slot = arena_.header().threads[runner - 1];
    const bool has_ended = slot.state.load(std::memory_order_acquire) != trace::SlotState::live;
    if (!has_ended) {
      trace::wait_while(arrivals, seen, kTurnNs);
      if (arrivals.load() != seen) continue;
      idle_();
    }
    if (plan.runner.load() != runner || (!has_ended && !runner_is_lost())) continue;
    plan.runner.store(0);
    return;
  }
}

base::Status Stepper::check_can_move(std::string_view thread) {
  const Player* const found = player(thread);
  if (found == nullptr) {
    const bool was_there =
        std::any_of(names_.begin(), names_.end(), [&](const auto& entry) { return entry.second == thread; });
    return base::Error{"There is no thread \"" + std::string(thread) +
                       (was_there ? "\" any more. These can move: " : "\". These can move: ") +
                       who_can_move() + "."};
  }
  if (!moves_[found->move].can_move())
    return base::Error{"The thread \"" + std::string(thread) +
                       "\" cannot move. These can: " + who_can_move() + "."};
  return base::Done{};
}

base::Result<std::uint64_t> Stepper::step(std::string_view thread, std::uint32_t count) {
  const Turn turn{.thread = thread, .count = count};
  return take_turns({&turn, 1});
}

// As far as the names are known; how many turns those are.
std::size_t Stepper::write_plan(std::span<const Turn> turns) {
  trace::StepPlan& plan = arena_.header().plan;
  std::size_t count = 0;
  for (; count < turns.size() && count < trace::kMostTurns; ++count) {
    const Player* const found = player(turns[count].thread);
    if (found == nullptr) break;
    plan.turns[count] = {found->slot, turns[count].count, turns[count].places, turns[count].switch_at};
  }
  plan.size.store(static_cast<std::uint32_t>(count));
  plan.touched.store(0);
  plan.touched_object.store(0);
  plan.touched_process.store(0);
  return count;
}

base::Result<std::uint64_t> Stepper::take_turns(std::span<const Turn> turns) {
  if (turns.empty()) return std::uint64_t{0};
  if (const base::Status can_move = check_can_move(turns.front().thread); !can_move.ok())
    return can_move.error();
  const Player first = *player(turns.front().thread);
  const std::uint64_t before = steps_done();
  const std::size_t planned = write_plan(turns);
  trace::begin_turns(arena_);
  wait_for_plan();
  look_around(planned, first);
  return steps_done() - before;
}

// After a plan: who is there, and what they are about to do now.
void Stepper::look_around(std::size_t turns, const Player& first) {
  const trace::StepPlan& plan = arena_.header().plan;
  const bool ended =
      std::any_of(players_.begin(), players_.end(), [&](const Player& each) { return is_gone(each); });
  if (ended) {
    for (const Player& each : players_) {
      if (is_gone(each) && each.seat->kind == EventKind::process_exit) await_death(process_of(each.process));
    }
  }
  const std::uint32_t touched = ended ? touch::kAll : plan.touched.load();
  if (touched == touch::kAll) {
    for (auto& [id, process] : processes_) static_cast<void>(has_died(process));
  }
  discover();
  if (turns > 1 || touched == touch::kAll || players_.size() != moves_.size())
    refresh();
  else
    read(*std::find_if(players_.begin(), players_.end(),
                       [&](const Player& each) { return each.id == first.id; }));
  ask_again(touched, plan.touched_object.load(), plan.touched_process.load());
}

void Stepper::expect(std::span<const trace::StepMark> marks) {
  trace::StepPlan& plan = arena_.header().plan;
  const std::uint64_t from = plan.done.load();
  const std::uint64_t room = trace::kMostMarks - std::min(from, trace::kMostMarks);
  const std::uint64_t count = std::min<std::uint64_t>(marks.size(), room);
  std::copy_n(marks.begin(), count, plan.marks + from);
  plan.expected_end.store(from + count);
}

std::optional<trace::StepMark> Stepper::expected_instead(std::string_view thread) const {
  const trace::StepPlan& plan = arena_.header().plan;
  const std::uint64_t step = plan.done.load();
  const Move* const next = find(thread);
  if (next == nullptr || !next->can_move() || step >= plan.expected_end.load()) return std::nullopt;
  if (!trace::is_unexpected(arena_, next->mark)) return std::nullopt;
  return plan.marks[step];
}

std::uint64_t Stepper::steps_done() const {
  return arena_.header().plan.done.load();
}

trace::StepMark Stepper::mark(std::uint64_t step) const {
  return step < trace::kMostMarks ? arena_.header().plan.marks[step] : trace::StepMark{};
}

base::Result<std::uint64_t> Stepper::advance(std::string_view thread, StepSize size) {
  const Move* const first = find(thread);
  if (size == StepSize::request || first == nullptr) return step(thread);
  const Move begin = *first;
  const auto has_arrived = [&](const Move& now) {
    if (size == StepSize::line) return now.line != begin.line;
    return begin.depth > 0 ? now.depth < begin.depth : now.calls != begin.calls && now.depth == 0;
  };
  std::uint64_t steps = 0;
  for (const Move* now = first; now != nullptr && steps < kLongestAdvance; now = find(thread)) {
    if (steps > 0 && (has_arrived(*now) || !now->can_move())) break;
    auto done = step(thread);
    if (!done.ok()) return done;
    if (done.value() == 0) break;
    steps += done.value();
  }
  return steps;
}

}  // namespace forkscope::lab
