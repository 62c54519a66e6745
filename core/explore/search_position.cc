// The part of Search that follows a program step by step, and says what is behind a state.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/explore/choices.h"
#include "core/explore/search.h"

namespace forkscope::explore {

namespace {

using kernel::SimKernel;
using trace::MoveState;

constexpr std::uint32_t kMostSettled = 10'000;
constexpr int kKill = 9;

}  // namespace

bool Search::Position::has(base::ThreadId thread) const {
  return std::ranges::none_of(middles_, [thread](const auto& entry) {
    const Middle& middle = entry.second;
    const auto is_late = std::ranges::find(middle.started, thread);
    return middle.started.end() - is_late > 0 &&
           middle.started.end() - is_late <= static_cast<std::ptrdiff_t>(middle.ahead);
  });
}

Search::Mine Search::find_thread(const State& state, const std::string& name) {
  for (const auto& [process_id, process] : state.world.processes) {
    if (!process.runs()) continue;
    for (const auto& [thread_id, thread] : process.threads) {
      if (thread.name == name) return {process_id, thread_id};
    }
  }
  return {};
}

// Whose wait is the first that time ends.
Search::Mine Search::first_sleeper(State& state) const {
  Mine first;
  std::int64_t deadline_ns = 0;
  for (const auto& [process_id, process] : state.world.processes) {
    if (!process.runs()) continue;
    for (const auto& [thread_id, thread] : process.threads) {
      const Mine mine{process_id, thread_id};
      if (thread.deadline_ns <= state.world.now_ns) continue;
      if (first.exists() && thread.deadline_ns >= deadline_ns) continue;
      if (SimKernel::look(move_of(state, mine)) != MoveState::blocked) continue;
      first = mine;
      deadline_ns = thread.deadline_ns;
    }
  }
  return first;
}

bool Search::kill(State& state, const std::string& name) {
  const Mine mine = find_thread(state, name);
  if (!mine.exists()) return false;
  SimKernel::send_signal(state.world, state.world.processes.at(mine.process), kKill);
  drop_ended(state);
  return true;
}

Search::Position Search::beginning() {
  Position at;
  at.state_ = first_state();
  return at;
}

bool Search::step(Position& at, const Mover& mover) {
  State& state = at.state_;
  if (mover.kind == Mover::Kind::kill) return kill(state, mover.name);
  const bool is_time = mover.kind == Mover::Kind::time;
  const Mine mine = is_time && mover.name.empty() ? first_sleeper(state) : find_thread(state, mover.name);
  if (!mine.exists() || !at.has(mine.thread)) return false;
  Position::Middle& middle = at.middles_[mine.thread];
  if (!is_time && middle.ahead > 0) {
    --middle.ahead;
    return true;
  }
  const kernel::SimMove now = move_of(state, mine);
  const bool is_blocked = SimKernel::look(now) == MoveState::blocked;
  if (is_time != is_blocked) return false;
  if (is_time) {
    SimKernel::pass_time(state.world, now.thread);
    return true;
  }
  middle.before = now.request;
  std::set<base::ThreadId> threads;
  for (const auto& [id, thread] : now.process.threads) threads.insert(id);
  // Of the other places nothing is known here.
  if (mover.places != 0 && mover.switch_at != options_.switch_at) return false;
  Step step;
  if (!take_whole(state, mine, mover.places, step)) return false;
  at.printed_ += step.printed;
  middle.ahead = step.steps - 1;
  middle.started.clear();
  for (const auto& [id, thread] : state.world.processes.at(mine.process).threads) {
    if (!threads.contains(id)) middle.started.push_back(id);
  }
  return std::exchange(refusal_, {}).empty();
}

// To the next Request, or to the stop behind so many places: whether there is one.
bool Search::take_whole(State& state, Mine mine, std::uint32_t places, Step& step) {
  std::uint32_t passed = 0;
  while (take(state, mine, step) && step.places != 0) {
    passed += step.places;
    if (passed == places) return true;
    --step.steps;  // to go on from a stop that nobody asked for is no step
  }
  return places == 0;
}

std::vector<Mover> Search::movers(Position& at) const {
  std::vector<Mover> found;
  for (const auto& [process_id, process] : at.state_.world.processes) {
    if (!process.runs()) continue;
    for (const auto& [thread_id, thread] : process.threads) {
      if (!at.has(thread_id)) continue;
      const auto middle = at.middles_.find(thread_id);
      const bool is_ahead = middle != at.middles_.end() && middle->second.ahead > 0;
      if (is_ahead || SimKernel::look(move_of(at.state_, {process_id, thread_id})) != MoveState::blocked)
        found.push_back({Mover::Kind::thread, thread.name});
    }
  }
  if (first_sleeper(at.state_).exists()) found.push_back({Mover::Kind::time, ""});
  return found;
}

// Requests of one thread that are no choice. True if there were any besides those that `step` has.
bool Search::settle(Position& at, Mine mine, Step& step) {
  Position::Middle& middle = at.middles_[mine.thread];
  const std::uint32_t before = step.steps;
  while (step.steps < kMostSettled) {
    const kernel::SimRequest request = move_of(at.state_, mine).request;
    const bool is_stopped = request.kind == trace::EventKind::none;
    if (is_stopped ? !goes_on_alone(at.state_, mine) : !goes_along(at.state_, mine, &middle.before, step))
      break;
    const bool goes_on = take(at.state_, mine, step);
    middle.before = request;
    if (!goes_on) break;
  }
  return step.steps > before && refusal_.empty();
}

// What is done here depends on nobody and nobody on it: whatever can happen after it could before.
Search::Begin Search::settle(Position at) {
  std::map<base::ThreadId, Step> steps;
  for (bool again = !options_.every_request; again;) {
    again = false;
    std::vector<Mine> all;
    for (const auto& [process_id, process] : at.state_.world.processes) {
      if (!process.runs()) continue;
      for (const auto& [thread_id, thread] : process.threads) all.push_back({process_id, thread_id});
    }
    for (const Mine mine : all) {
      const auto process = at.state_.world.processes.find(mine.process);
      if (!process->second.runs() || !process->second.threads.contains(mine.thread)) continue;
      Step& step = steps[mine.thread];
      const std::size_t printed = step.printed.size();
      again = settle(at, mine, step) || again;
      at.printed_ += std::string_view(step.printed).substr(printed);
    }
  }
  refusal_.clear();
  return {add(at.state_), std::move(at.printed_)};
}

// False where the program is refused: then nothing is known of what is behind it.
bool Search::expand_later(StateId id) {
  const std::size_t edges = graph_.edges.size(), ends = graph_.ends.size();
  expand(id);
  if (refusal_.empty()) return true;
  refusal_.clear();
  is_expanded_[id] = false;
  graph_.edges.resize(edges);
  graph_.ends.resize(ends);
  return false;
}

// All states behind these, each once, these first. Looks at those that were not looked at.
std::vector<StateId> Search::reach(const std::vector<Begin>& begins, Limit limit, bool& is_all) {
  const auto deadline = std::chrono::steady_clock::now() + limit.time;
  if (first_.empty()) first_ = first_edges(graph_);
  const std::size_t known_edges = graph_.edges.size(), known_ends = graph_.ends.size();
  std::vector<StateId> order;
  std::vector<bool> seen(states_.size(), false);
  const auto visit = [&](StateId id) {
    if (seen.size() <= id) seen.resize(states_.size(), false);
    if (!seen[id]) order.push_back(id);
    seen[id] = true;
  };
  for (const Begin& begin : begins) visit(begin.state);
  for (std::size_t place = 0; place < order.size(); ++place) {
    const StateId id = order[place];
    const bool was_known = id < is_expanded_.size() && is_expanded_[id];
    std::size_t edge = was_known ? first_[id] : graph_.edges.size();
    if (!was_known) {
      const bool may = limit.states > 0 && progress().bytes < options_.most_bytes &&
                       std::chrono::steady_clock::now() < deadline;
      if (!may || !expand_later(id)) {
        is_all = false;
        continue;
      }
      --limit.states;
    }
    const std::size_t end = was_known ? first_[id + std::size_t{1}] : graph_.edges.size();
    for (; edge < end; ++edge) visit(graph_.edges[edge].to);
  }
  const auto later_edges = graph_.edges.begin() + static_cast<std::ptrdiff_t>(known_edges);
  std::ranges::stable_sort(later_edges, graph_.edges.end(), {}, &Edge::from);
  std::ranges::inplace_merge(graph_.edges, later_edges, {}, &Edge::from);
  const auto later_ends = graph_.ends.begin() + static_cast<std::ptrdiff_t>(known_ends);
  std::ranges::sort(later_ends, graph_.ends.end(), {}, &End::state);
  std::ranges::inplace_merge(graph_.ends, later_ends, {}, &End::state);
  if (first_.size() != graph_.states + std::size_t{1} || first_.back() != graph_.edges.size())
    first_ = first_edges(graph_);
  return order;
}

Graph Search::behind(const std::vector<Begin>& begins, const Limit& limit) {
  Graph part;
  const std::vector<StateId> order = reach(begins, limit, part.complete);
  part.switch_at = graph_.switch_at;
  part.movers = graph_.movers;
  part.outputs = graph_.outputs;
  part.actions = graph_.actions;
  part.states = static_cast<std::uint32_t>(order.size() + 1);
  if (part.movers.empty()) part.movers.push_back({});
  std::unordered_map<StateId, StateId> places;
  for (const StateId id : order) places.emplace(id, static_cast<StateId>(places.size() + 1));
  for (const Begin& begin : begins) {
    part.edges.push_back(
        {.from = 0, .to = places.at(begin.state), .output = static_cast<OutputId>(part.outputs.size())});
    part.outputs.push_back(begin.printed);
  }
  for (const StateId id : order) {
    for (EdgeId edge = first_[id]; edge < first_[id + std::size_t{1}]; ++edge) {
      Edge copy = graph_.edges[edge];
      copy.from = places.at(id);
      copy.to = places.at(copy.to);
      part.edges.push_back(copy);
    }
    const auto end = std::ranges::lower_bound(graph_.ends, id, {}, &End::state);
    if (end == graph_.ends.end() || end->state != id) continue;
    part.ends.push_back(*end);
    part.ends.back().state = places.at(id);
  }
  return part;
}

}  // namespace forkscope::explore
