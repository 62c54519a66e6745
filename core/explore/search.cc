#include "core/explore/search.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/explore/ends.h"
#include "core/explore/state_bytes.h"

namespace forkscope::explore {

namespace {

using kernel::SimKernel;
using trace::EventKind;

constexpr std::uint64_t kAskEvery = 256;
// States of one dive, and of one after which the search begins anew in any case: what it learns of early
// it need not learn of when more is done.
constexpr std::size_t kDeepest = 5'000, kDeepestInVain = 500;

}  // namespace

Search::Search(const trace::Arena& arena, SearchOptions options)
    : options_(std::move(options)), insides_(arena, kernel_.names(), &sharing_, options_.switch_at) {
  graph_.switch_at = options_.switch_at;
  outputs_.add("");
  actions_[{0, 0, ""}] = 0;
}

bool Search::refuse(const std::string& reason) {
  if (refusal_.empty()) refusal_ = reason;
  return false;
}

Search::State Search::first_state() {
  constexpr base::ProcessId kFirst = kernel::SimNames::kFirst;
  State state{SimKernel::first_world(), {}, {}, {}};
  const auto inside = insides_.fresh(options_.program, kFirst);
  if (!inside.ok()) {
    refuse(inside.error().message);
    return state;
  }
  state.insides[kFirst] = inside.value();
  return state;
}

Search::Parts Search::parts_of(State& state) {
  normalize(state.world);
  Parts parts{.shared = shared_.add(state.world, state.shared), .places = {}};
  state.shared = parts.shared;
  for (const auto& [id, process] : state.world.processes) {
    const auto before = state.processes.emplace(id, KnownProcesses::kNone).first;
    before->second = processes_.add(process, before->second);
    const auto inside = state.insides.find(id);
    const bool has_inside = inside != state.insides.end();
    parts.places.push_back({before->second, has_inside ? insides_.identify(inside->second) : kNoInside});
  }
  return parts;
}

void Search::put(const Place& place) {
  row_.push_back(place.process);
  row_.push_back(place.inside);
}

StateId Search::add(const Parts& parts) {
  row_.assign(1, parts.shared);
  for (const Place& place : parts.places) put(place);
  return add_row();
}

StateId Search::add_row() {
  const Interner::Found found = states_.add(row_);
  graph_.states = static_cast<std::uint32_t>(states_.size());
  return found.id;
}

StateId Search::add(State& state) {
  return add(parts_of(state));
}

Search::Parts Search::parts(StateId id) const {
  const NumberRows::Row row = states_[id];
  Parts parts{.shared = row.front(), .places = {}};
  parts.places.reserve(row.size() / 2);
  for (std::size_t at = 1; at < row.size(); at += 2) parts.places.push_back({row[at], row[at + 1]});
  return parts;
}

void Search::load(const Parts& parts, State& state) const {
  shared_.load(parts.shared, state.world, state.shared);
  state.world.forget_touched();
  state.shared = parts.shared;
  state.world.looked_around = false;
  state.insides.clear();
  auto& processes = state.world.processes;
  auto at = processes.begin();
  for (const Place& place : parts.places) {
    const kernel::SimProcess& process = processes_[place.process];
    if (place.inside != kNoInside) state.insides.emplace_hint(state.insides.end(), process.id, place.inside);
    while (at != processes.end() && at->first < process.id) at = processes.erase(at);
    const auto known = state.processes.emplace(process.id, KnownProcesses::kNone).first;
    if (at == processes.end() || at->first != process.id)
      at = processes.emplace_hint(at, process.id, process);
    else if (known->second != place.process)
      at->second = process;
    known->second = place.process;
    ++at;
  }
  processes.erase(at, processes.end());
}

MoverId Search::mover_of(const Mover& mover) {
  const std::string key = std::to_string(static_cast<int>(mover.kind)) + mover.name;
  const auto [at, is_new] = movers_.emplace(key, static_cast<MoverId>(graph_.movers.size()));
  if (is_new) graph_.movers.push_back(mover);
  return at->second;
}

ActionId Search::action_of(const Step& step) {
  const std::string object = step.object != 0 && options_.name_of ? options_.name_of(step.object) : "";
  const auto [at, is_new] = actions_.emplace(std::tuple(step.kind, step.line, object),
                                             static_cast<ActionId>(graph_.actions.size()));
  if (is_new) {
    const auto kind = static_cast<EventKind>(step.kind);
    graph_.actions.push_back({step.kind, step.line, object, std::string(trace::info(kind).sentence)});
  }
  return at->second;
}

Edge Search::edge_of(const Mover& mover, const Step& step) {
  const Interner::Found output = outputs_.add(step.printed);
  if (output.is_new) graph_.outputs.push_back(step.printed);
  return {.output = output.id,
          .action = action_of(step),
          .mover = mover_of(mover),
          .steps = static_cast<std::uint16_t>(step.steps),
          .places = step.places};
}

void Search::add_edge(StateId from, StateId to, Edge edge) {
  edge.from = from;
  edge.to = to;
  graph_.edges.push_back(edge);
}

void Search::expand_thread(StateId from, const Parts& before, std::size_t index, base::ThreadId thread) {
  const Known& result = known(before, index, thread);
  if (!refusal_.empty() || result.kind == Known::Kind::blocked) return;
  if (result.kind == Known::Kind::time)
    return pass_time(from, before, {processes_[before.places[index].process].id, thread});
  row_.assign(1, shared_.changed(before.shared, result.shared));
  if (result.from.empty()) {
    for (const Place& place : before.places) put(place);
  } else {
    for (const std::uint32_t was : result.from) put(was == kMade ? Place() : before.places[was]);
  }
  for (const auto& [at, place] : result.others) {
    row_[1 + 2 * at] = place.process;
    if (place.inside != kKeep) row_[2 + 2 * at] = place.inside;
  }
  add_edge(from, add_row(), result.edge);
}

void Search::pass_time(StateId from, const Parts& before, Mine mine) {
  State& next = scratch_;
  load(before, next);
  const kernel::SimMove now = move_of(next, mine);
  const Mover time{Mover::Kind::time, now.thread.name};
  SimKernel::pass_time(next.world, now.thread);
  const StateId to = add(next);
  add_edge(from, to, edge_of(time, {.steps = 1, .printed = {}}));
}

// One of the processes that the program has started; its first one is whose end is looked at.
void Search::expand_kills(StateId from, const Parts& before) {
  constexpr int kKill = 9;
  State state;
  load(before, state);
  if (state.world.kills != 0) return;
  for (const auto& [id, process] : state.world.processes) {
    if (!process.runs() || id == kernel::SimNames::kFirst) continue;
    State next = state;
    ++next.world.kills;
    SimKernel::send_signal(next.world, next.world.processes.at(id), kKill);
    drop_ended(next);
    const StateId to = add(next);
    add_edge(from, to, edge_of({Mover::Kind::kill, process.name}, {.steps = 1, .printed = {}}));
  }
}

void Search::expand(StateId id) {
  if (is_expanded_.size() <= id) is_expanded_.resize(states_.size());
  if (is_expanded_[id]) return;
  is_expanded_[id] = true;
  ++expanded_;
  const Parts here = parts(id);
  const std::size_t before = graph_.edges.size();
  for (std::size_t index = 0; index < here.places.size(); ++index) {
    for (const auto& [thread, its_part] : processes_[here.places[index].process].threads) {
      expand_thread(id, here, index, thread);
      if (!refusal_.empty()) return;
    }
  }
  if (graph_.edges.size() == before) {
    State state;
    load(here, state);
    graph_.ends.push_back(end_of(id, state.world, [&](base::ProcessId of, base::ThreadId thread) {
      return insides_.thread(state.insides.at(of), thread).request;
    }));
    return;
  }
  if (options_.kills) expand_kills(id, here);
}

void Search::dive(bool switches, std::map<StateId, std::vector<Edge>>& edges_of) {
  std::set<StateId> seen;
  MoverId last = 0;
  for (StateId at = 0; seen.size() < (was_wrong() ? kDeepestInVain : kDeepest) && seen.insert(at).second;) {
    if (!edges_of.contains(at)) {
      const std::size_t first = graph_.edges.size();
      expand(at);
      edges_of[at].assign(graph_.edges.begin() + static_cast<std::ptrdiff_t>(first), graph_.edges.end());
    }
    const std::vector<Edge>& edges = edges_of[at];
    if (edges.empty() || !refusal_.empty()) return;
    const auto same = std::ranges::find(edges, last, &Edge::mover);
    const auto other = std::ranges::find_if(edges, [last](const Edge& edge) { return edge.mover != last; });
    const bool stays = other == edges.end() || (same != edges.end() && !switches);
    const Edge& taken = stays ? (same == edges.end() ? edges.front() : *same) : *other;
    at = taken.to;
    last = taken.mover;
  }
}

SearchProgress Search::progress() const {
  SearchProgress progress;
  progress.states = states_.size();
  progress.transitions = graph_.edges.size();
  progress.waiting = states_.size() - expanded_;
  progress.bytes = shared_.bytes() + processes_.bytes() + states_.bytes() + outputs_.bytes() +
                   insides_.bytes() + moves_.bytes() + known_bytes_ + graph_.edges.capacity() * sizeof(Edge);
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

void Search::begin_again() {
  left_movers_.begin_again();
  insides_.forget(sharing_.take_growth());
  outputs_ = {};
  shared_ = {};
  processes_ = {};
  scratch_ = {};
  for (NumberRows* each : {&states_, &moves_}) *each = {};
  known_.clear();
  known_bytes_ = 0;
  movers_.clear();
  actions_.clear();
  actions_[{0, 0, ""}] = 0;
  outputs_.add("");
  graph_ = {};
  graph_.switch_at = options_.switch_at;
  is_expanded_.clear();
  looked_at_ = expanded_ = 0;
}

// False: threads touch the same where they were not let change places, and all is to be looked at again.
bool Search::search_all() {
  State first = first_state();
  if (refusal_.empty()) add(first);
  if (refusal_.empty() && (!options_.goes_on || options_.goes_on(progress()))) {
    std::map<StateId, std::vector<Edge>> edges_of;
    dive(false, edges_of);
    if (refusal_.empty()) dive(true, edges_of);
  }
  while (refusal_.empty() && looked_at_ < states_.size()) {
    if (was_wrong()) break;
    if (!may_go_on(graph_.stopped)) break;
    expand(static_cast<StateId>(looked_at_));
    ++looked_at_;
  }
  return !was_wrong() || !refusal_.empty() || !graph_.stopped.empty();
}

base::Status Search::search() {
  while (!search_all()) begin_again();
  if (!refusal_.empty()) return base::Error{refusal_};
  std::ranges::stable_sort(graph_.edges, {}, &Edge::from);
  std::ranges::sort(graph_.ends, {}, &End::state);
  graph_.complete = graph_.stopped.empty();
  return base::Done{};
}

base::Result<Graph> Search::run() {
  if (const base::Status done = search(); !done.ok()) return done.error();
  return std::move(graph_);
}

}  // namespace forkscope::explore
