// The window's orders for a program that is stepped.
#include <algorithm>
#include <span>
#include <string>

#include "core/lab/server.h"
#include "core/lab/step_run.h"
#include "core/lab/stepper.h"

namespace forkscope::lab {

struct Server::Steps {
  Session& session;
  Stepper stepper;
  StepRun run;
  std::size_t told = 0;          // entries of what was done that the window knows ...
  std::uint32_t told_count = 0;  // ... and how often the last of them

  // `memory`: null where the run is not stepped from its beginning.
  Steps(Session& of, StepMemory* memory)
      : session(of), stepper(of.arena(), [&of] { of.turn(); }), run(stepper, {}, memory) {}

  base::Status follow(const StepSchedule& schedule);
  StepSchedule not_told();
};

// The trace has every step; those that no thread takes are noted here.
base::Status Server::Steps::follow(const StepSchedule& schedule) {
  constexpr int kTimePasses = 1, kKill = 2;
  const auto is_of_thread = [](const StepEntry& entry) { return entry.kind == StepEntry::Kind::thread; };
  for (auto at = schedule.begin(); at != schedule.end();) {
    const auto next = std::find_if_not(at, schedule.end(), is_of_thread);
    if (next != at) {
      if (base::Status done = run.follow(std::span(at, next)); !done.ok()) return done;
      at = next;
      continue;
    }
    const bool kills = at->kind == StepEntry::Kind::kill;
    for (std::uint32_t count = 0; count < at->count; ++count) {
      const bool possible = kills ? stepper.find(at->name) != nullptr : stepper.time_can_pass();
      if (possible) session.note_step(kills ? kKill : kTimePasses);
      if (base::Status done = run.follow({at->kind, at->name, 1}); !done.ok()) return done;
    }
    ++at;
  }
  return base::Done{};
}

StepSchedule Server::Steps::not_told() {
  const StepSchedule& done = run.done();
  StepSchedule rest;
  if (told > 0 && done[told - 1].count > told_count) {
    rest.push_back(done[told - 1]);
    rest.back().count -= told_count;
  }
  rest.insert(rest.end(), done.begin() + static_cast<std::ptrdiff_t>(told), done.end());
  told = done.size();
  told_count = done.empty() ? 0 : done.back().count;
  return rest;
}

namespace {

std::string state_name(trace::MoveState state) {
  switch (state) {
    case trace::MoveState::ready:
      return "ready";
    case trace::MoveState::blocked:
      return "blocked";
    case trace::MoveState::time_ran_out:
      return "time_ran_out";
    case trace::MoveState::interrupted:
      break;
  }
  return "interrupted";
}

double seconds(std::int64_t ns) {
  return ns < 0 ? -1 : static_cast<double>(ns) / 1e9;
}

std::string request_name(trace::EventKind kind) {
  return kind == trace::EventKind::none ? "" : std::string(trace::info(kind).name);
}

MoveInfo info_of(const Move& move) {
  return {.thread = move.thread,
          .thread_id = static_cast<int>(move.id),
          .process_id = static_cast<int>(move.process),
          .request = request_name(move.kind),
          .state = state_name(move.state),
          .object = static_cast<int>(move.object),
          .line = static_cast<int>(move.line),
          .size = static_cast<int>(move.size),
          .calls = static_cast<int>(move.calls),
          .depth = static_cast<int>(move.depth),
          .handle = std::to_string(move.handle),
          .a = std::to_string(move.a),
          .b = std::to_string(move.b),
          .text = move.text,
          .deadline_s = seconds(move.deadline_ns),
          .library_file = move.library_file,
          .library_function = move.library_function,
          .library_line = static_cast<int>(move.library_line)};
}

Moves moves_of(const Stepper& stepper, const StepRun& run, const StepSchedule& schedule) {
  Moves message;
  for (const Move& move : stepper.moves()) message.moves.push_back(info_of(move));
  message.time_can_pass = stepper.time_can_pass();
  const bool can_move = stepper.anybody_can_move();
  message.is_stuck = !stepper.over() && !can_move && !message.time_can_pass;
  if (const Move* next = run.suggested())
    message.suggested = next->thread;
  else if (message.time_can_pass)
    message.suggested = "time";
  message.clock_s = seconds(stepper.now_ns());
  message.schedule = print_schedule(schedule);
  if (const std::optional<StepDifference>& difference = run.difference()) {
    message.differs_at = static_cast<int>(difference->step);
    message.before_request = request_name(difference->before.kind);
    message.before_line = static_cast<int>(difference->before.line);
  }
  return message;
}

}  // namespace

// Runs of the same text, in the same way, are compared with each other.
void Server::begin_steps(const std::string& program) {
  from_beginning_ = true;
  if (remembered_program_ != program) step_memory_.clear();
  remembered_program_ = program;
}

// The program runs by itself, or is gone.
void Server::end_steps() {
  steps_.reset();
  from_beginning_ = false;
}

// Null, and said, where the program is not paused or does not stop.
Server::Steps* Server::steps() {
  if (steps_) return steps_.get();
  if (!session_ || session_->arena().header().gate_closed.load() == 0) return nullptr;
  auto made = std::make_shared<Steps>(*session_, from_beginning_ ? &step_memory_ : nullptr);
  if (const base::Status settled = made->stepper.settle(); !settled.ok()) {
    send(Trouble{settled.error().message});
    return nullptr;
  }
  steps_ = std::move(made);
  return steps_.get();
}

void Server::answer_step(const base::Status& done) {
  if (!done.ok()) send(Trouble{done.error().message});
  if (steps_) send(moves_of(steps_->stepper, steps_->run, steps_->not_told()));
}

void Server::handle(const ListMoves&) {
  Steps* stepped = steps();
  if (stepped == nullptr) return;
  stepped->stepper.look_again();
  answer_step(base::Done{});
}

void Server::handle(const StepThread& order) {
  Steps* stepped = steps();
  if (stepped == nullptr) return;
  StepSize size = StepSize::request;
  if (order.size == "line") size = StepSize::line;
  if (order.size == "call") size = StepSize::call;
  answer_step(stepped->run.advance(order.thread, static_cast<std::uint32_t>(std::max(order.count, 1)), size));
}

// A kill is a step too: a schedule that is repeated has it.
bool Server::kill_as_step(int pid) {
  if (!steps_) return false;
  for (const trace::ProcessSlot& slot : session_->arena().header().processes) {
    if (slot.pid.load() != pid || slot.state.load() != trace::SlotState::live) continue;
    for (const Move& move : steps_->stepper.moves()) {
      if (move.process != slot.process.load()) continue;
      answer_step(steps_->follow({{StepEntry::Kind::kill, std::string(move.thread), 1}}));
      return true;
    }
  }
  return false;
}

void Server::handle(const PassTime& order) {
  if (Steps* stepped = steps()) answer_step(stepped->follow({{StepEntry::Kind::time, order.thread, 1}}));
}

void Server::handle(const FollowSchedule& order) {
  Steps* stepped = steps();
  if (stepped == nullptr) return;
  auto schedule = parse_schedule(order.schedule);
  if (!schedule.ok()) return answer_step(schedule.error());
  answer_step(stepped->follow(schedule.value()));
}

}  // namespace forkscope::lab
