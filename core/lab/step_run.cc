#include "core/lab/step_run.h"

#include <algorithm>
#include <map>

namespace forkscope::lab {

namespace {

using trace::EventKind;

// A thread that only looks again and again, while what it looks for is another's to do, would go on for ever.
constexpr std::uint32_t kMostInARow = 1000;

std::string with_step(std::uint64_t step, const std::string& message) {
  return "Step " + std::to_string(step) + ": " + message;
}

base::ThreadId owner_of(const Move& move, const trace::World& world) {
  if (const auto semaphore = world.semaphores.find(move.object); semaphore != world.semaphores.end())
    return semaphore->second.owner;
  if (const auto lock = world.locks.find(move.object); lock != world.locks.end()) {
    if (lock->second.lock == 0) return lock->second.owner;
    const auto below = world.locks.find(lock->second.lock);
    return below == world.locks.end() ? 0 : below->second.owner;
  }
  if (move.kind == EventKind::thread_join) return static_cast<base::ThreadId>(move.handle);
  return 0;
}

// The main thread of the process that is waited for.
base::ThreadId awaited_process(const Move& move, const Stepper& stepper, const trace::World& world) {
  for (const auto& [id, process] : world.processes) {
    if (process.pid != move.handle || process.ended_ns >= 0) continue;
    for (const Move& other : stepper.moves()) {
      if (other.process == id) return other.id;
    }
  }
  return 0;
}

WaitLink link_of(const Move& move, const Stepper& stepper, const trace::World& world) {
  const bool joins = move.kind == EventKind::process_wait;
  const base::ThreadId owner = joins ? awaited_process(move, stepper, world) : owner_of(move, world);
  const auto name = stepper.names().find(owner);
  return {move.thread, move.kind, move.object, name == stepper.names().end() ? "" : name->second};
}

}  // namespace

StepRun::StepRun(Stepper& stepper, const StepPolicy& policy)
    : stepper_(stepper), policy_(policy), random_(policy.seed.value_or(0)) {}

base::Status StepRun::move(const Move& next, std::uint32_t most) {
  const std::string name = next.thread;
  auto done = stepper_.step(name, most);
  if (!done.ok()) return base::Error{with_step(steps_ + 1, done.error().message)};
  const std::uint64_t count = std::max<std::uint64_t>(done.value(), 1);
  in_a_row_ = name == last_ ? in_a_row_ + count : count;
  last_ = name;
  steps_ += count;
  append_step(done_, {StepEntry::Kind::thread, name, static_cast<std::uint32_t>(count)});
  return base::Done{};
}

base::Status StepRun::follow(const StepEntry& entry) {
  for (std::uint64_t left = entry.count; left > 0;) {
    if (entry.kind == StepEntry::Kind::thread) {
      const std::uint64_t before = steps_;
      const Move* next = stepper_.find(entry.name);
      Move nobody;
      nobody.thread = entry.name;
      const base::Status moved = move(next == nullptr ? nobody : *next, static_cast<std::uint32_t>(left));
      if (!moved.ok()) return moved;
      left -= std::min(left, steps_ - before);
      continue;
    }
    const bool kills = entry.kind == StepEntry::Kind::kill;
    const base::Status done = kills ? stepper_.kill(entry.name) : stepper_.pass_time(entry.name);
    if (!done.ok()) return base::Error{with_step(steps_ + 1, done.error().message)};
    append_step(done_, {entry.kind, entry.name, 1});
    ++steps_;
    --left;
  }
  return base::Done{};
}

base::Status StepRun::advance(const std::string& thread, std::uint32_t count, StepSize size) {
  if (size == StepSize::request) return follow({StepEntry::Kind::thread, thread, count});
  for (; count > 0; --count) {
    auto done = stepper_.advance(thread, size);
    if (!done.ok()) return base::Error{with_step(steps_ + 1, done.error().message)};
    const auto steps = static_cast<std::uint32_t>(done.value());
    if (steps == 0) break;
    append_step(done_, {StepEntry::Kind::thread, thread, steps});
    steps_ += steps;
    in_a_row_ = 0;
    last_ = thread;
  }
  return base::Done{};
}

const Move* StepRun::suggested() const {
  const Move* same = stepper_.find(last_.empty() ? "main" : last_);
  const bool may_go_on = in_a_row_ < kMostInARow;
  if (same != nullptr && same->can_move() && may_go_on) return same;
  const Move* later = nullptr;
  const Move* first = nullptr;
  for (const Move& move : stepper_.moves()) {
    if (!move.can_move() || &move == same) continue;
    if (first == nullptr || move.thread < first->thread) first = &move;
    if (move.thread > last_ && (later == nullptr || move.thread < later->thread)) later = &move;
  }
  if (later != nullptr || first != nullptr) return later != nullptr ? later : first;
  return same != nullptr && same->can_move() ? same : nullptr;
}

const Move* StepRun::drawn() {
  std::vector<const Move*> able;
  for (const Move& move : stepper_.moves()) {
    if (move.can_move()) able.push_back(&move);
  }
  // Not uniform_int_distribution: that differs between standard libraries.
  return able.empty() ? nullptr : able[random_() % able.size()];
}

base::Status StepRun::go_on() {
  const Move* next = policy_.seed ? drawn() : suggested();
  if (next == nullptr) return follow({StepEntry::Kind::time, "", 1});
  const std::uint64_t left = policy_.most_steps - steps_;
  const bool starts_a_row = next->thread != last_ || in_a_row_ >= kMostInARow;
  if (starts_a_row) in_a_row_ = 0;
  const std::uint64_t most = policy_.seed ? 1 : std::min<std::uint64_t>(left, kMostInARow - in_a_row_);
  return move(*next, static_cast<std::uint32_t>(std::max<std::uint64_t>(most, 1)));
}

bool StepRun::main_has_ended() const {
  const base::ProcessId first = stepper_.names().empty() ? 0 : 1;
  return std::none_of(stepper_.moves().begin(), stepper_.moves().end(),
                      [&](const Move& move) { return move.process == first; });
}

StepOutcome StepRun::run(const StepSchedule& schedule) {
  StepOutcome outcome;
  base::Status followed = base::Done{};
  for (const StepEntry& entry : schedule) {
    followed = follow(entry);
    if (!followed.ok()) break;
  }
  const auto stuck = [&] { return !stepper_.anybody_can_move() && !stepper_.time_can_pass(); };
  while (followed.ok() && !policy_.stops && goes_on() && !stuck()) followed = go_on();
  if (!followed.ok()) {
    outcome.end = StepEnd::refused;
    outcome.message = followed.error().message;
  } else if (stepper_.over() || main_has_ended()) {
    outcome.end = StepEnd::ended;
  } else {
    outcome.end = stuck() ? StepEnd::stuck : StepEnd::stopped;
  }
  outcome.steps = steps_;
  outcome.done = done_;
  return outcome;
}

std::vector<WaitLink> stuck_links(const Stepper& stepper, const trace::World& world) {
  std::map<std::string, WaitLink> links;
  for (const Move& move : stepper.moves()) {
    if (!move.can_move()) links[move.thread] = link_of(move, stepper, world);
  }
  for (const auto& [start, first] : links) {
    std::vector<WaitLink> circle;
    std::string at = start;
    while (circle.size() <= links.size() && links.contains(at)) {
      circle.push_back(links[at]);
      at = links[at].owner;
      if (at == start) return circle;
    }
  }
  std::vector<WaitLink> all;
  for (auto& [name, link] : links) all.push_back(link);
  return all;
}

}  // namespace forkscope::lab
