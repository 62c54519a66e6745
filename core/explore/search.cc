#include "core/explore/search.h"

#include <algorithm>
#include <utility>

#include "core/base/byte_text.h"
#include "core/explore/choices.h"
#include "core/explore/ends.h"
#include "core/explore/simulated_run.h"
#include "core/explore/state_bytes.h"

namespace forkscope::explore {

namespace {

using kernel::SimKernel;
using kernel::SimStep;
using trace::EventKind;
using trace::MoveState;

// Requests that are no choice, in one move: a loop of them has to become states at some point.
constexpr std::uint32_t kMostSteps = 10'000;
constexpr std::uint64_t kAskEvery = 256;

}  // namespace

Search::Search(const trace::Arena& arena, SearchOptions options)
    : options_(std::move(options)), insides_(arena, kernel_.names()) {
  outputs_.add("");
  actions_[{0, 0}] = 0;
}

bool Search::refuse(const std::string& reason) {
  if (refusal_.empty()) refusal_ = reason;
  return false;
}

Search::State Search::first_state() {
  constexpr base::ProcessId kFirst = kernel::SimNames::kFirst;
  State state{SimKernel::first_world(), {}};
  const auto inside = insides_.fresh(options_.program, kFirst);
  if (!inside.ok()) {
    refuse(inside.error().message);
    return state;
  }
  state.insides[kFirst] = inside.value();
  return state;
}

StateId Search::add(State& state) {
  normalize(state.world);
  std::string bytes;
  base::put_number(bytes, shared_.add(bytes_of_shared(state.world)).id);
  for (const auto& [id, process] : state.world.processes) {
    base::put_number(bytes, processes_.add(bytes_of(process)).id);
    const auto inside = state.insides.find(id);
    if (inside == state.insides.end()) {
      base::put_number(bytes, 0);
      continue;
    }
    inside->second = insides_.identify(inside->second);
    base::put_number(bytes, std::uint64_t{inside->second} + 1);
  }
  const Interner::Found found = states_.add(bytes);
  graph_.states = static_cast<std::uint32_t>(states_.size());
  return found.id;
}

Search::State Search::load(StateId id) const {
  State state;
  std::string_view bytes = states_[id];
  fill_shared(state.world, shared_[static_cast<Interner::Id>(base::take_number(bytes))]);
  while (!bytes.empty()) {
    kernel::SimProcess process = process_of(processes_[static_cast<Interner::Id>(base::take_number(bytes))]);
    const std::uint64_t inside = base::take_number(bytes);
    if (inside != 0) state.insides[process.id] = static_cast<InsideId>(inside - 1);
    state.world.processes[process.id] = std::move(process);
  }
  return state;
}

kernel::SimMove Search::move_of(State& state, Mine mine) const {
  kernel::SimProcess& process = state.world.processes.at(mine.process);
  return {state.world, process, process.threads.at(mine.thread),
          insides_.thread(state.insides.at(mine.process), mine.thread).request};
}

void Search::drop_ended(State& state) {
  std::erase_if(state.insides, [&state](const auto& entry) {
    return !state.world.processes.at(entry.first).runs();
  });
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
    return refuse(kernel::refuse(request, "other programs are not explored: " + request.arguments.front()).refusal);
  const auto inside = insides_.fresh(program, taken.made);
  if (!inside.ok()) return refuse(inside.error().message);
  state.insides[taken.made] = inside.value();
  return true;
}

// One Request. True: it was answered, and its thread stands at the next one.
bool Search::take(State& state, Mine mine, Step& step) {
  const InsideId before = state.insides.at(mine.process);
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
  if (!next.refusal.empty())
    return refuse(kernel::refuse(insides_.thread(before, mine.thread).request, next.refusal).refusal);
  process.signals = next.signals;
  state.insides[mine.process] = next.inside;
  for (const Insides::Started& started : next.started) {
    SimKernel::add_thread(process, started.id, started.name);
    ++step.steps;
  }
  SimKernel::arrive(move_of(state, mine));
  drop_ended(state);
  return state.insides.contains(mine.process);
}

// A Request that is a choice, and those behind it that are none. False: the program is refused.
bool Search::move(State& state, Mine mine, Step& step) {
  kernel::SimRequest before = move_of(state, mine).request;
  step.kind = static_cast<std::uint16_t>(before.kind);
  step.line = before.line;
  while (take(state, mine, step) && step.steps < kMostSteps) {
    const kernel::SimMove next = move_of(state, mine);
    if (is_choice(next, &before) || SimKernel::look(next) != MoveState::ready) break;
    before = next.request;
  }
  return refusal_.empty();
}

MoverId Search::mover_of(const Mover& mover) {
  const std::string key = std::to_string(static_cast<int>(mover.kind)) + mover.name;
  const auto [at, is_new] = movers_.emplace(key, static_cast<MoverId>(graph_.movers.size()));
  if (is_new) graph_.movers.push_back(mover);
  return at->second;
}

ActionId Search::action_of(const Step& step) {
  const auto [at, is_new] =
      actions_.emplace(std::pair(step.kind, step.line), static_cast<ActionId>(graph_.actions.size()));
  if (is_new) {
    const auto kind = static_cast<EventKind>(step.kind);
    graph_.actions.push_back({step.kind, step.line, "", std::string(trace::info(kind).sentence)});
  }
  return at->second;
}

void Search::add_edge(StateId from, StateId to, const Mover& mover, const Step& step) {
  const Interner::Found output = outputs_.add(step.printed);
  if (output.is_new) graph_.outputs.push_back(step.printed);
  graph_.edges.push_back({.from = from,
                          .to = to,
                          .output = output.id,
                          .action = action_of(step),
                          .mover = mover_of(mover),
                          .steps = static_cast<std::uint16_t>(step.steps)});
}

void Search::expand_thread(StateId from, const State& state, Mine mine) {
  State next = state;
  const kernel::SimMove now = move_of(next, mine);
  if (SimKernel::look(now) != MoveState::blocked) {
    const std::string name = now.thread.name;
    Step step;
    if (!move(next, mine, step)) return;
    const StateId to = add(next);
    add_edge(from, to, {Mover::Kind::thread, name}, step);
    return;
  }
  if (now.thread.deadline_ns <= next.world.now_ns) return;
  const Mover time{Mover::Kind::time, now.thread.name};
  SimKernel::pass_time(next.world, now.thread);
  const StateId to = add(next);
  add_edge(from, to, time, {.steps = 1, .printed = {}});
}

// One of the processes that the program has started; its first one is whose end is looked at.
void Search::expand_kills(StateId from, const State& state) {
  constexpr int kKill = 9;
  for (const auto& [id, process] : state.world.processes) {
    if (!process.runs() || id == kernel::SimNames::kFirst) continue;
    State next = state;
    ++next.world.kills;
    SimKernel::send_signal(next.world, next.world.processes.at(id), kKill);
    drop_ended(next);
    const StateId to = add(next);
    add_edge(from, to, {Mover::Kind::kill, process.name}, {.steps = 1, .printed = {}});
  }
}

void Search::expand(StateId id) {
  const State state = load(id);
  const std::size_t before = graph_.edges.size();
  for (const auto& [process_id, process] : state.world.processes) {
    for (const auto& [thread_id, thread] : process.threads) {
      expand_thread(id, state, {process_id, thread_id});
      if (!refusal_.empty()) return;
    }
  }
  if (graph_.edges.size() == before) {
    graph_.ends.push_back(end_of(id, state.world, [&](base::ProcessId of, base::ThreadId thread) {
      return insides_.thread(state.insides.at(of), thread).request;
    }));
    return;
  }
  if (options_.kills && state.world.kills == 0) expand_kills(id, state);
}

SearchProgress Search::progress() const {
  SearchProgress progress;
  progress.states = states_.size();
  progress.transitions = graph_.edges.size();
  progress.waiting = states_.size() - looked_at_;
  progress.bytes = shared_.bytes() + processes_.bytes() + states_.bytes() + outputs_.bytes() + insides_.bytes() +
                   graph_.edges.capacity() * sizeof(Edge);
  return progress;
}

bool Search::may_go_on(std::string& stopped) const {
  const SearchProgress now = progress();
  if (now.states >= options_.most_states) {
    stopped = "Stopped after " + std::to_string(now.states) + " states.";
  } else if (now.bytes >= options_.most_bytes) {
    stopped = "Stopped with " + std::to_string(now.bytes >> 20) + " MB of states.";
  } else if (looked_at_ % kAskEvery == 0 && options_.goes_on && !options_.goes_on(now)) {
    stopped = "Stopped on request.";
  }
  return stopped.empty();
}

base::Result<Graph> Search::run() {
  State first = first_state();
  if (refusal_.empty()) add(first);
  while (refusal_.empty() && looked_at_ < states_.size()) {
    if (!may_go_on(graph_.stopped)) break;
    expand(static_cast<StateId>(looked_at_));
    ++looked_at_;
  }
  if (!refusal_.empty()) return base::Error{refusal_};
  graph_.complete = graph_.stopped.empty();
  return std::move(graph_);
}

}  // namespace forkscope::explore
