// One move of one thread: a Request that is a choice, and those behind it that are none.
#include <iterator>
#include <tuple>
#include <utility>

#include "core/explore/choices.h"
#include "core/explore/object_names.h"
#include "core/explore/search.h"
#include "core/explore/simulated_run.h"

namespace forkscope::explore {

namespace {

using kernel::SimKernel;
using kernel::SimStep;
using trace::EventKind;
using trace::MoveState;

// Requests that are no choice, in one move: a loop of them has to become states at some point.
constexpr std::uint32_t kMostSteps = 10'000;
// The same of left movers, of which there may be some in each round.
constexpr std::uint32_t kMostLeftMovers = 100;

bool is_of_locks(EventKind kind) {
  switch (kind) {
    case EventKind::lock_acquire:
    case EventKind::lock_release:
    case EventKind::condition_wait:
    case EventKind::condition_notify:
    case EventKind::sem_acquire:
    case EventKind::sem_release:
      return true;
    default:
      return false;
  }
}

}  // namespace

kernel::SimMove Search::move_of(State& state, Mine mine) const {
  kernel::SimProcess& process = state.world.processes.at(mine.process);
  return {state.world, process, process.threads.at(mine.thread),
          insides_.thread(state.insides.at(mine.process), mine.thread).request};
}

void Search::drop_ended(State& state) {
  for (auto at = state.insides.begin(); at != state.insides.end();)
    at = state.world.processes.at(at->first).runs() ? std::next(at) : state.insides.erase(at);
}

// Gives a process that was made an inside.
bool Search::put_in(State& state, Mine mine, const SimStep& taken, InsideId before) {
  const kernel::SimRequest& request = insides_.thread(before, mine.thread).request;
  if (request.kind == EventKind::process_fork) {
    state.insides[taken.made] = insides_.forked(before, mine.thread, taken.made);
    return true;
  }
  const vm::ProgramSpec program = spawned_program(options_.program, request.arguments);
  if (program.text.empty())
    return refuse(
        kernel::refuse(request, "other programs are not explored: " + request.arguments.front()).refusal);
  const auto inside = insides_.fresh(program, taken.made);
  if (!inside.ok()) return refuse(inside.error().message);
  state.insides[taken.made] = inside.value();
  return true;
}

// What is asked here tells what may be taken for granted elsewhere.
void Search::note(const kernel::SimMove& move) {
  left_movers_.note(move);
  if (move.request.kind == EventKind::process_fork && move.process.threads.size() > 1)
    sharing_.note_copy(move.process.id, move.thread.id);
}

// One Request. True: it was answered, and its thread stands at the next one.
bool Search::take(State& state, Mine mine, Step& step) {
  step.places = 0;
  step.crosses = false;
  const InsideId before = state.insides.at(mine.process);
  note(move_of(state, mine));
  const SimStep taken = kernel_.take(move_of(state, mine));
  ++step.steps;
  if (taken.then == SimStep::Then::refused) return refuse(taken.refusal);
  if (taken.made != 0 && !put_in(state, mine, taken, before)) return false;
  if (taken.printed_to == 1) step.printed += taken.printed;
  if (taken.then == SimStep::Then::waits) return false;
  if (taken.then == SimStep::Then::process_ended) {
    drop_ended(state);
    return false;
  }
  if (taken.then == SimStep::Then::thread_ended) {
    state.insides[mine.process] = insides_.without(before, mine.thread);
    return false;
  }
  kernel::SimProcess& process = state.world.processes.at(mine.process);
  const Insides::Next& next = insides_.run(before, mine.thread, taken.answer, process.signals);
  if (!next.refusal.empty()) return refuse(next.refusal);
  process.signals = next.signals;
  step.places = next.places;
  step.crosses = next.crosses;
  state.insides[mine.process] = next.inside;
  for (const Insides::Started& started : next.started) {
    SimKernel::add_thread(process, started.id, started.name);
    ++step.steps;
  }
  SimKernel::arrive(move_of(state, mine));
  drop_ended(state);
  return state.insides.contains(mine.process);
}

bool Search::goes_on_alone(State& state, Mine mine) const {
  const InsideId inside = state.insides.at(mine.process);
  return has_gil_alone(move_of(state, mine), [&](base::ThreadId thread) -> const kernel::SimRequest& {
    return insides_.thread(inside, thread).request;
  });
}

// Its next Request is done along with the one before: it is no choice, or a left mover, with all that Python
// does behind it. That only other threads of its process could see.
bool Search::goes_along(State& state, Mine mine, const kernel::SimRequest* before, const Step& step) {
  const kernel::SimMove next = move_of(state, mine);
  if (SimKernel::look(next) != MoveState::ready) return false;
  if (!is_choice(next, before)) return true;
  if (options_.every_request || options_.kills || step.steps >= kMostLeftMovers) return false;
  // Who prints in a loop comes to another state each time.
  if (!step.printed.empty() && trace::info(next.request.kind).family == trace::Family::stream) return false;
  if (sharing_.looks_at_locks(mine.process) && is_of_locks(next.request.kind)) return false;
  if (!left_movers_.takes_for_granted(next)) return false;
  if (next.process.threads.size() == 1) return true;
  // What has crossed before may well do so again: then it is done from here once more, and by others, too.
  const auto where = std::tuple(mine.thread, next.request.kind, next.request.line);
  InsideId& inside = state.insides.at(mine.process);
  if (crossed_.contains(where)) inside = insides_.identify(inside);
  State after = state;
  Step tried;
  take(after, mine, tried);
  state.world.note_touched(after.world);
  if (tried.crosses) crossed_.insert(where);
  return refusal_.empty() && !tried.crosses;
}

// A Request that is a choice, and those behind it that are none. False: the program is refused.
bool Search::move(State& state, Mine mine, Step& step) {
  kernel::SimRequest before = move_of(state, mine).request;
  step.kind = static_cast<std::uint16_t>(before.kind);
  step.line = before.line;
  step.object = object_of(move_of(state, mine));
  const std::uint32_t most = options_.every_request ? 1 : kMostSteps;
  while (take(state, mine, step) && step.steps < most) {
    if (!options_.every_request && step.places != 0 && goes_on_alone(state, mine)) {
      // It is not stopped there when this is done again: to go on is no step.
      --step.steps;
      continue;
    }
    if (!goes_along(state, mine, &before, step)) break;
    before = move_of(state, mine).request;
  }
  return refusal_.empty();
}

}  // namespace forkscope::explore
