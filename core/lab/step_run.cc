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

std::string request_text(trace::EventKind kind, std::uint32_t line) {
  std::string text = kind == EventKind::none ? "compute" : std::string(trace::info(kind).sentence);
  if (line != 0) text += " (line " + std::to_string(line) + ")";
  return text;
}

std::string difference_text(const StepDifference& difference) {
  const Move& now = difference.now;
  const std::string was = request_text(difference.before.kind, difference.before.line);
  std::string is = request_text(now.kind, now.line);
  if (was == is) is += " with other values";
  if (now.kind == EventKind::stream_write) is += ": \"" + one_line(now.text) + "\"";
  return "this run goes another way. Here " + now.thread + " was about to " + was + "; now it is about to " +
         is + ".";
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

// A step that ends somewhere else is another one.
std::string step_name(const Turn& turn, bool is_last) {
  return std::string(turn.thread) + (is_last ? print_places(turn.places, turn.switch_at) : "");
}

}  // namespace

std::string one_line(const std::string& text) {
  std::string line;
  for (const char letter : text) line += letter == '\n' ? std::string("\\n") : std::string(1, letter);
  return line;
}

StepRun::StepRun(Stepper& stepper, const StepPolicy& policy, StepMemory* memory)
    : stepper_(stepper),
      policy_(policy),
      random_(policy.seed.value_or(0)),
      memory_(memory),
      counted_(stepper.steps_done()) {}

// The marks of these turns, as far as they were ever taken.
void StepRun::expect(std::span<const Turn> turns) {
  if (memory_ == nullptr) return;
  std::vector<trace::StepMark> marks;
  StepMemory::Position position = position_;
  const trace::StepMark* known = nullptr;
  for (const Turn& turn : turns) {
    for (std::uint32_t step = 0; step < turn.count; ++step) {
      position = StepMemory::after(position, step_name(turn, step + 1 == turn.count));
      known = memory_->find(position);
      if (known == nullptr) break;
      marks.push_back(*known);
    }
    if (known == nullptr) break;
  }
  stepper_.expect(marks);
}

// Notes steps that were done, or tried by a thread that died of it.
void StepRun::count(const Turn& done) {
  if (memory_ != nullptr) {
    for (std::uint32_t step = 0; step < done.count; ++step, ++counted_) {
      position_ = StepMemory::after(position_, step_name(done, step + 1 == done.count));
      if (counted_ < stepper_.steps_done()) memory_->learn(position_, stepper_.mark(counted_));
    }
  }
  in_a_row_ = done.thread == last_ ? in_a_row_ + done.count : done.count;
  last_ = done.thread;
  steps_ += done.count;
  append_step(done_, {StepEntry::Kind::thread, last_, done.count, done.places, done.switch_at});
}

// Told once: from now on it is known as it is now.
base::Status StepRun::differs(std::string_view thread) {
  const std::optional<trace::StepMark> before = stepper_.expected_instead(thread);
  if (!before) return base::Done{};
  difference_ = StepDifference{steps_ + 1, *before, *stepper_.find(thread)};
  memory_->forget(StepMemory::after(position_, thread));
  stepper_.expect({});
  return base::Error{with_step(steps_ + 1, difference_text(*difference_))};
}

// How many steps of the turns are over: at least one.
base::Result<std::uint64_t> StepRun::take_turns(std::span<const Turn> turns) {
  difference_.reset();
  expect(turns);
  auto done = stepper_.take_turns(turns);
  if (!done.ok()) return base::Error{with_step(steps_ + 1, done.error().message)};
  if (done.value() == 0) {
    if (const base::Status same = differs(turns.front().thread); !same.ok()) return same.error();
    count({.thread = turns.front().thread});
    return std::uint64_t{1};
  }
  std::uint64_t left = done.value();
  for (const Turn& turn : turns) {
    Turn here = turn;
    here.count = static_cast<std::uint32_t>(std::min<std::uint64_t>(left, turn.count));
    if (here.count == 0) break;
    if (here.count < turn.count) here.places = 0;
    count(here);
    left -= here.count;
  }
  return done.value();
}

// Time, or a kill.
base::Status StepRun::take_choice(const StepEntry& entry) {
  const bool kills = entry.kind == StepEntry::Kind::kill;
  const base::Status done = kills ? stepper_.kill(entry.name) : stepper_.pass_time(entry.name);
  if (!done.ok()) return base::Error{with_step(steps_ + 1, done.error().message)};
  append_step(done_, {entry.kind, entry.name, 1});
  position_ = StepMemory::after(position_, print_entry({entry.kind, entry.name, 1}));
  ++steps_;
  return base::Done{};
}

base::Status StepRun::follow(std::span<const StepEntry> schedule) {
  std::uint64_t used = 0;  // of the first entry that is not over
  while (!schedule.empty()) {
    std::vector<Turn> turns;
    for (const StepEntry& entry : schedule) {
      if (entry.kind != StepEntry::Kind::thread || turns.size() == trace::kMostTurns) break;
      turns.push_back({entry.name, entry.count, entry.places, entry.switch_at});
    }
    std::uint64_t done = 1;
    if (turns.empty()) {
      if (const base::Status taken = take_choice(schedule.front()); !taken.ok()) return taken;
    } else {
      turns.front().count -= static_cast<std::uint32_t>(used);
      auto taken = take_turns(turns);
      if (!taken.ok()) return taken.error();
      done = taken.value();
    }
    for (used += done; !schedule.empty() && used >= schedule.front().count; schedule = schedule.subspan(1))
      used -= schedule.front().count;
  }
  return base::Done{};
}

base::Status StepRun::advance(const std::string& thread, std::uint32_t count, StepSize size) {
  if (size == StepSize::request) return follow({StepEntry::Kind::thread, thread, count});
  for (difference_.reset(); count > 0; --count) {
    const Turn known{.thread = thread, .count = trace::kMostTurns};
    expect({&known, 1});
    auto done = stepper_.advance(thread, size);
    if (!done.ok()) return base::Error{with_step(steps_ + 1, done.error().message)};
    if (done.value() > 0) this->count({.thread = thread, .count = static_cast<std::uint32_t>(done.value())});
    in_a_row_ = 0;
    if (const base::Status same = differs(thread); !same.ok()) return same;
    if (done.value() == 0) break;
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
  const std::string name = next->thread;
  const Turn turn{name, static_cast<std::uint32_t>(std::max<std::uint64_t>(most, 1))};
  auto taken = take_turns({&turn, 1});
  return taken.ok() ? base::Status(base::Done{}) : base::Status(taken.error());
}

bool StepRun::main_has_ended() const {
  const base::ProcessId first = stepper_.names().empty() ? 0 : 1;
  return std::none_of(stepper_.moves().begin(), stepper_.moves().end(),
                      [&](const Move& move) { return move.process == first; });
}

StepOutcome StepRun::run(const StepSchedule& schedule) {
  StepOutcome outcome;
  base::Status followed = follow(schedule);
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
