// Model: a small concurrent system in C++, written down by hand: threads that take steps on shared numbers.
// What the passes are tested on, apart from any program: `search` makes its graph of states, `enumerate` goes
// through every schedule one by one, without merging states, counts, and knows nothing of graphs.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/explore/graph.h"

namespace forkscope::explore::models {

struct State {
  std::map<std::string, int> shared;  // locks, counters, buffers
  std::vector<std::size_t> at;        // per thread: which step is next

  int operator[](const std::string& name) const {
    const auto found = shared.find(name);
    return found == shared.end() ? 0 : found->second;
  }
  int& operator[](const std::string& name) { return shared[name]; }
  auto operator<=>(const State&) const = default;
};

inline constexpr std::size_t kNext = static_cast<std::size_t>(-1);

// One step: possible when `can`; what it does, what it prints, and which step of its thread follows.
struct Step {
  std::function<bool(const State&)> can = [](const State&) { return true; };
  std::function<std::string(State&)> act = [](State&) { return ""; };
  std::function<std::size_t(const State& before)> then = [](const State&) { return kNext; };
};

struct Thread {
  std::string name;
  std::vector<Step> steps;
  bool is_helper = false;  // its waiting for ever is no deadlock
};

struct Model {
  std::vector<Thread> threads;
  State beginning;
  std::function<std::string(const State&)> prints_at_end = [](const State&) { return ""; };

  State start() const;
  bool can_move(const State& state, std::size_t thread) const;
  // What it prints.
  std::string move(State& state, std::size_t thread) const;
  EndKind end(const State& state) const;  // nobody can move
};

// Small steps.
Step acquire(const std::string& lock);
Step release(const std::string& lock);
Step run(std::function<void(State&)> act);
Step print(std::function<std::string(const State&)> text);

Graph search(const Model& model);

struct Found {
  boost::multiprecision::cpp_int schedules = 0;
  std::uint32_t preemptions = 0;
  double chance = 0;
};
using Key = std::pair<EndKind, std::string>;

// p: of chance.h.
std::map<Key, Found> enumerate(const Model& model, double p);

// The families of proved outcome sets. One step is one operation on a semaphore, lock, pipe or buffer.
// `puts` times put, then empty(); a feeder; a pipe for `capacity` messages.
Model empty_after_puts(int puts, int capacity);
enum class Protection { none, each_access, whole };
Model lost_updates(int times, Protection protection);
Model two_locks(bool same_order);
Model philosophers(int number);

}  // namespace forkscope::explore::models
