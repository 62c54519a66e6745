#include "core/explore/simulated_run.h"

#include <algorithm>
#include <utility>

#include "core/base/check.h"
#include "core/kernel/host.h"

namespace forkscope::explore {

namespace {

using kernel::SimStep;
using trace::EventKind;
using trace::MoveState;

// A thread that only looks again and again, while what it looks for is another's to do, would go on for ever.
constexpr std::uint32_t kMostInARow = 1000;
// A check does everything three times.
constexpr std::uint32_t kChecksAtOneInterval = 10;

// What the first thread of a copy is about to do.
const kernel::SimRequest& begins() {
  static const kernel::SimRequest kBegins = [] {
    kernel::SimRequest request;
    request.kind = EventKind::thread_begins;
    return request;
  }();
  return kBegins;
}

}  // namespace

vm::ProgramSpec spawned_program(const vm::ProgramSpec& parent, const std::vector<std::string>& arguments) {
  vm::ProgramSpec program;
  program.personality = parent.personality;
  program.is_text = true;
  const auto option = std::ranges::find(arguments, "-c");
  if (option == arguments.end() || option + 1 == arguments.end()) return program;
  program.text = *(option + 1);
  program.arguments.assign(option + 2, arguments.end());
  return program;
}

SimulatedRun::SimulatedRun(const trace::Arena& arena, vm::ProgramSpec program, Print print)
    : arena_(arena),
      program_(std::move(program)),
      print_(std::move(print)),
      world_(kernel::SimKernel::first_world()) {
  constexpr base::ThreadId kFirst = kernel::SimNames::kFirst;
  if (const auto every = kernel::environment_variable(vm::kStateChecksVariable))
    checks_.begin(*every, kChecksAtOneInterval);
  auto first = std::make_unique<Machine>(arena_, kernel_.names());
  if (const base::Status begun = first->start(program_, kFirst); !begun.ok()) {
    end_.kind = SimulatedEnd::Kind::refused;
    end_.reason = begun.error().message;
  }
  machines_[kFirst] = std::move(first);
  last_ = {kFirst, kFirst};
}

kernel::SimMove SimulatedRun::move_of(Place place) {
  kernel::SimProcess& process = world_.processes.at(place.process);
  const auto machine = machines_.find(place.process);
  return {world_, process, process.threads.at(place.thread),
          machine == machines_.end() ? begins() : machine->second->thread(place.thread).request};
}

// Who has begun has a machine. Before, one that has ended until then may become free.
Machine& SimulatedRun::machine_of(base::ProcessId process) {
  const auto known = machines_.find(process);
  if (known != machines_.end()) return *known->second;
  const auto copy = copies_.find(process);
  if (unused_.empty()) unused_.push_back(std::make_unique<Machine>(arena_, kernel_.names()));
  Machine& machine = *(machines_[process] = std::move(unused_.back()));
  unused_.pop_back();
  machine.load(copy->second.state);
  machine.become_child(copy->second.parent, process);
  copies_.erase(copy);
  return machine;
}

bool SimulatedRun::can_move(Place place) {
  const auto process = world_.processes.find(place.process);
  if (process == world_.processes.end() || !process->second.threads.contains(place.thread)) return false;
  return kernel::SimKernel::look(move_of(place)) != MoveState::blocked;
}

// The same thread while it can, as StepRun does.
SimulatedRun::Place SimulatedRun::choose() {
  const bool same = can_move(last_);
  const bool computes = same && move_of(last_).request.kind == EventKind::none;
  if (same && in_a_row_ < kMostInARow && !computes) return last_;
  const auto process_of_last = world_.processes.find(last_.process);
  std::string last_name;
  if (process_of_last != world_.processes.end()) {
    const auto thread = process_of_last->second.threads.find(last_.thread);
    last_name =
        thread == process_of_last->second.threads.end() ? process_of_last->second.name : thread->second.name;
  }
  Place first, later;
  std::string first_name, later_name;
  for (const auto& [id, process] : world_.processes) {
    for (const auto& [thread_id, thread] : process.threads) {
      const Place place{id, thread_id};
      if (place.thread == last_.thread || !can_move(place)) continue;
      if (first.thread == 0 || thread.name < first_name) first = place, first_name = thread.name;
      if (thread.name > last_name && (later.thread == 0 || thread.name < later_name))
        later = place, later_name = thread.name;
    }
  }
  in_a_row_ = 0;
  if (later.thread != 0) return later;
  if (first.thread != 0) return first;
  return same ? last_ : Place{};
}

bool SimulatedRun::pass_time() {
  const kernel::SimThread* next = nullptr;
  for (const auto& [id, process] : world_.processes) {
    for (const auto& [thread_id, thread] : process.threads) {
      const bool waits = thread.deadline_ns > world_.now_ns && !can_move({id, thread_id});
      if (waits && (next == nullptr || thread.deadline_ns < next->deadline_ns)) next = &thread;
    }
  }
  if (next == nullptr) return false;
  kernel::SimKernel::pass_time(world_, *next);
  return true;
}

void SimulatedRun::put_in(SimStep& step, Place parent, vm::StateParts parent_state) {
  if (parent_state.imported != nullptr) {
    copies_[step.made] = {std::move(parent_state), parent.thread};
    return;
  }
  const auto& arguments = machines_.at(parent.process)->thread(parent.thread).request.arguments;
  const vm::ProgramSpec program = spawned_program(program_, arguments);
  if (program.text.empty()) {
    step.then = SimStep::Then::refused;
    step.refusal = "Other programs are not explored: " + arguments.front();
    return;
  }
  auto machine = std::make_unique<Machine>(arena_, kernel_.names());
  static_cast<void>(machine->start(program, step.made));
  machines_[step.made] = std::move(machine);
}

void SimulatedRun::drop_ended() {
  std::erase_if(copies_, [this](const auto& copy) { return !world_.processes.at(copy.first).runs(); });
  for (auto at = machines_.begin(); at != machines_.end();) {
    const auto process = world_.processes.find(at->first);
    if (process != world_.processes.end() && process->second.runs()) {
      ++at;
      continue;
    }
    unused_.push_back(std::move(at->second));
    at = machines_.erase(at);
  }
}

// Where states are checked, a machine that was loaded with the state has to come to the same one.
RunResult SimulatedRun::run_machine(Machine& machine, base::ThreadId thread, const kernel::Answer& answer,
                                    kernel::SimSignals& signals) {
  if (!checks_.due()) return machine.run(thread, answer, signals);
  if (twin_ == nullptr) twin_ = std::make_unique<Machine>(arena_, kernel_.names());
  twin_->load(machine.check_state());
  kernel::SimSignals signals_of_twin = signals;
  RunResult result = machine.run(thread, answer, signals);
  static_cast<void>(twin_->run(thread, answer, signals_of_twin));
  const vm::StateParts mine = machine.save(), other = twin_->save();
  FORKSCOPE_CHECK(*mine.imported == *other.imported && mine.run == other.run,
                  "the same is done from a state that was loaded");
  return result;
}

bool SimulatedRun::step(Place place) {
  ++end_.steps;
  world_.now_ns += trace::kStepTickNs;
  Machine& machine = machine_of(place.process);
  const EventKind kind = machine.thread(place.thread).request.kind;
  vm::StateParts parent_state = kind == EventKind::process_fork ? machine.save() : vm::StateParts();
  SimStep step = kernel_.take(move_of(place));
  if (step.made != 0) put_in(step, place, std::move(parent_state));
  if (!step.printed.empty()) print_(step.printed_to, step.printed);
  switch (step.then) {
    case SimStep::Then::refused:
      end_.kind = SimulatedEnd::Kind::refused;
      end_.reason = step.refusal;
      return false;
    case SimStep::Then::waits:
      return true;
    case SimStep::Then::process_ended:
      drop_ended();
      return true;
    case SimStep::Then::thread_ended:
      machine.forget(place.thread);
      return true;
    case SimStep::Then::answered:
      break;
  }
  if (watch_) watch_(machine.thread(place.thread).request, step.answer);
  kernel::SimProcess& process = world_.processes.at(place.process);
  const RunResult result = run_machine(machine, place.thread, step.answer, process.signals);
  if (!result.failure.empty()) print_(2, result.failure);
  if (!result.refusal.empty()) {
    end_.kind = SimulatedEnd::Kind::refused;
    end_.reason = result.refusal;
    return false;
  }
  for (const kernel::SimStartedThread& started : result.started)
    kernel::SimKernel::add_thread(process, started.id, started.name);
  kernel::SimKernel::arrive(move_of(place));
  drop_ended();
  return true;
}

SimulatedEnd SimulatedRun::run(std::uint64_t most_steps) {
  if (end_.kind == SimulatedEnd::Kind::refused) return end_;
  for (;;) {
    if (end_.steps >= most_steps) {
      end_.kind = SimulatedEnd::Kind::stopped;
      end_.reason = "It did not end within " + std::to_string(most_steps) + " steps.";
      return end_;
    }
    const Place place = choose();
    // Who computes on and on lets time pass.
    const bool computes = place.thread != 0 && move_of(place).request.kind == EventKind::none;
    if ((place.thread == 0 || computes) && pass_time()) continue;
    if (place.thread == 0) break;
    in_a_row_ = place.thread == last_.thread ? in_a_row_ + 1 : 1;
    last_ = place;
    if (!step(place)) return end_;
  }
  const kernel::SimProcess& first = world_.processes.begin()->second;
  end_.kind = first.runs() ? SimulatedEnd::Kind::stuck : SimulatedEnd::Kind::ended;
  end_.exit_code = first.exit_code;
  return end_;
}

}  // namespace forkscope::explore
