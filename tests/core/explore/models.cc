#include "models.h"

#include <algorithm>
#include <utility>

namespace forkscope::explore::models {

State Model::start() const {
  State state = beginning;
  state.at.assign(threads.size(), 0);
  return state;
}

bool Model::can_move(const State& state, std::size_t thread) const {
  const std::vector<Step>& steps = threads[thread].steps;
  return state.at[thread] < steps.size() && steps[state.at[thread]].can(state);
}

std::string Model::move(State& state, std::size_t thread) const {
  const Step& step = threads[thread].steps[state.at[thread]];
  const std::size_t next = step.then(state);
  std::string printed = step.act(state);
  state.at[thread] = next == kNext ? state.at[thread] + 1 : next;
  // Zeros are what was never set: one way to say it.
  std::erase_if(state.shared, [](const auto& entry) { return entry.second == 0; });
  return printed;
}

EndKind Model::end(const State& state) const {
  for (std::size_t thread = 0; thread < threads.size(); ++thread) {
    if (!threads[thread].is_helper && state.at[thread] < threads[thread].steps.size()) return EndKind::stuck;
  }
  return EndKind::ok;
}

Step acquire(const std::string& lock) {
  return {.can = [lock](const State& state) { return state[lock] == 0; },
          .act = [lock](State& state) { return state[lock] = 1, std::string(); }};
}

Step release(const std::string& lock) {
  return run([lock](State& state) { state[lock] = 0; });
}

Step run(std::function<void(State&)> act) {
  return {.act = [act = std::move(act)](State& state) { return act(state), std::string(); }};
}

Step print(std::function<std::string(const State&)> text) {
  return {.act = [text = std::move(text)](State& state) { return text(state); }};
}

namespace {

class Searcher {
 public:
  explicit Searcher(const Model& model) : model_(model) {
    for (const Thread& thread : model.threads) graph_.movers.push_back({.name = thread.name});
  }

  Graph run() {
    id_of(model_.start());
    for (StateId id = 0; id < states_.size(); ++id) {
      const State state = states_[id];
      bool moved = false;
      for (std::size_t thread = 0; thread < model_.threads.size(); ++thread) {
        if (!model_.can_move(state, thread)) continue;
        moved = true;
        add_edge(id, state, thread);
      }
      if (!moved) graph_.ends.push_back({.state = id, .kind = model_.end(state)});
    }
    graph_.states = static_cast<std::uint32_t>(states_.size());
    return std::move(graph_);
  }

 private:
  void add_edge(StateId from, State state, std::size_t thread) {
    std::string printed = model_.move(state, thread);
    bool over = true;
    for (std::size_t i = 0; i < model_.threads.size(); ++i) over &= !model_.can_move(state, i);
    if (over) printed += model_.prints_at_end(state);
    graph_.edges.push_back({.from = from,
                            .to = id_of(state),
                            .output = output_of(printed),
                            .mover = static_cast<MoverId>(thread)});
  }

  StateId id_of(const State& state) {
    const auto [place, is_new] = ids_.try_emplace(state, static_cast<StateId>(states_.size()));
    if (is_new) states_.push_back(state);
    return place->second;
  }

  OutputId output_of(const std::string& text) {
    const auto place = std::ranges::find(graph_.outputs, text) - graph_.outputs.begin();
    if (place == std::ssize(graph_.outputs)) graph_.outputs.push_back(text);
    return static_cast<OutputId>(place);
  }

  const Model& model_;
  std::map<State, StateId> ids_;
  std::vector<State> states_;
  Graph graph_;
};

class Enumerator {
 public:
  Enumerator(const Model& model, double p) : model_(model), p_(p) {}

  std::map<Key, Found> run() {
    go_on({model_.start(), "", model_.threads.size(), 0, 1});
    return std::move(found_);
  }

 private:
  struct Way {
    State state;
    std::string printed;
    std::size_t last;
    std::uint32_t preemptions;
    double chance;
  };

  void go_on(const Way& way) {
    std::vector<std::size_t> able;
    for (std::size_t i = 0; i < model_.threads.size(); ++i) {
      if (model_.can_move(way.state, i)) able.push_back(i);
    }
    if (able.empty()) return note(way);
    const bool last_is_able = std::ranges::count(able, way.last) > 0;
    const auto number = static_cast<double>(able.size());
    for (const std::size_t thread : able) {
      Way next = way;
      next.printed += model_.move(next.state, thread);
      next.last = thread;
      if (!last_is_able) {
        next.chance /= number;
      } else if (thread != way.last) {
        ++next.preemptions;
        next.chance *= p_ / (number - 1);
      } else if (able.size() > 1) {
        next.chance *= 1 - p_;
      }
      go_on(next);
    }
  }

  void note(const Way& way) {
    const auto [place, is_new] =
        found_.try_emplace({model_.end(way.state), way.printed + model_.prints_at_end(way.state)});
    Found& found = place->second;
    found.schedules += 1;
    found.chance += way.chance;
    found.preemptions = is_new ? way.preemptions : std::min(found.preemptions, way.preemptions);
  }

  const Model& model_;
  double p_;
  std::map<Key, Found> found_;
};

}  // namespace

Graph search(const Model& model) {
  return Searcher(model).run();
}

std::map<Key, Found> enumerate(const Model& model, double p) {
  return Enumerator(model, p).run();
}

namespace {

void append(std::vector<Step>& steps, std::vector<Step> more) {
  steps.insert(steps.end(), more.begin(), more.end());
}

// Queue.put: the queue's semaphore, the condition's lock, the buffer, notify and release.
std::vector<Step> put(bool is_first) {
  std::vector<Step> steps = {run([](State& state) { ++state["used"]; }), acquire("notempty")};
  if (is_first) steps.push_back(run([](State& state) { state["started"] = 1; }));
  steps.push_back(run([](State& state) { ++state["buffer"]; }));
  steps.push_back(run([](State& state) {
    if (state["waiting"] == 1) state["waiting"] = 2;
    state["notempty"] = 0;
  }));
  return steps;
}

// Queue._feed: waits for the buffer, then sends until the buffer is empty.
std::vector<Step> feed(int capacity) {
  enum : std::size_t { lock, look, wake, unlock, pop, take, send, give };
  std::vector<Step> steps(8);
  steps[lock] = acquire("notempty");
  steps[lock].can = [](const State& state) { return state["started"] == 1 && state["notempty"] == 0; };
  steps[look] = run([](State& state) {
    state["waiting"] = state["buffer"] == 0 ? 1 : 0;
    state["notempty"] = 0;
  });
  steps[look].then = [](const State& before) { return before["buffer"] == 0 ? wake : pop; };
  steps[wake] = {.can = [](const State& state) { return state["waiting"] == 2 && state["notempty"] == 0; },
                 .act = [](State& state) { return state["waiting"] = 0, state["notempty"] = 1, ""; }};
  steps[unlock] = release("notempty");
  steps[pop] = run([](State& state) {
    if (state["buffer"] > 0) --state["buffer"];
  });
  steps[pop].then = [](const State& before) { return before["buffer"] == 0 ? lock : take; };
  steps[take] = acquire("write");
  steps[send] = {.can = [capacity](const State& state) { return state["pipe"] < capacity; },
                 .act = [](State& state) { return ++state["pipe"], ""; }};
  steps[give] = release("write");
  steps[give].then = [](const State&) { return pop; };
  return steps;
}

}  // namespace

Model empty_after_puts(int puts, int capacity) {
  Model model;
  std::vector<Step> main;
  for (int i = 0; i < puts; ++i) append(main, put(i == 0));
  main.push_back(print([](const State& state) {
    return state["pipe"] == 0 ? std::string("True\n") : "False " + std::to_string(state["pipe"]) + "\n";
  }));
  main.push_back(run([](State&) {}));  // qsize()
  model.threads = {{"main", main}, {"feeder", feed(capacity), true}};
  return model;
}

Model lost_updates(int times, Protection protection) {
  Model model;
  for (const std::string name : {"p0", "p1"}) {
    const Step read = run([name](State& state) { state[name] = state["v"]; });
    const Step write = run([name](State& state) { state["v"] = std::exchange(state[name], 0) + 1; });
    std::vector<Step> steps;
    for (int i = 0; i < times; ++i) {
      if (protection == Protection::none) append(steps, {read, write});
      if (protection == Protection::whole) append(steps, {acquire("lock"), read, write, release("lock")});
      if (protection == Protection::each_access) {
        append(steps, {acquire("lock"), read, release("lock"), acquire("lock"), write, release("lock")});
      }
    }
    model.threads.push_back({name, steps});
  }
  model.prints_at_end = [](const State& state) { return std::to_string(state["v"]) + "\n"; };
  return model;
}

Model two_locks(bool same_order) {
  Model model;
  model.threads = {{"p0", {acquire("a"), acquire("b"), release("b"), release("a")}},
                   {"p1", {acquire("b"), acquire("a"), release("a"), release("b")}}};
  if (same_order) model.threads[1].steps = model.threads[0].steps;
  return model;
}

Model philosophers(int number) {
  Model model;
  for (int i = 0; i < number; ++i) {
    const std::string left = "fork " + std::to_string(i), right = "fork " + std::to_string((i + 1) % number);
    model.threads.push_back(
        {"p" + std::to_string(i), {acquire(left), acquire(right), release(right), release(left)}});
  }
  return model;
}

}  // namespace forkscope::explore::models
