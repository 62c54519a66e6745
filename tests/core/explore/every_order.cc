#include "tests/core/explore/every_order.h"

#include "core/base/byte_text.h"
#include "core/base/check.h"
#include "core/explore/ends.h"
#include "core/explore/state_bytes.h"

namespace forkscope::explore {

using kernel::SimKernel;
using kernel::SimStep;
using trace::MoveState;

std::string text_of_end(const End& end, const std::string& output) {
  std::string text = end.kind == EndKind::ok ? "ok" : end.kind == EndKind::error ? "error" : "stuck";
  for (const ExitCode& each : end.exit_codes) text += " " + each.process + "=" + std::to_string(each.code);
  return text + " \"" + output + "\"";
}

kernel::SimMove EveryOrder::move_of(State& state, base::ProcessId process, base::ThreadId thread) {
  kernel::SimProcess& its_process = state.world.processes.at(process);
  return {state.world, its_process, its_process.threads.at(thread),
          insides_.thread(state.insides.at(process), thread).request};
}

void EveryOrder::take(State& state, base::ProcessId process, base::ThreadId thread) {
  const InsideId before = state.insides.at(process);
  const SimStep taken = kernel_.take(move_of(state, process, thread));
  FORKSCOPE_CHECK(taken.then != SimStep::Then::refused, "a program that can be simulated");
  if (taken.made != 0) state.insides[taken.made] = insides_.forked(before, thread, taken.made);
  if (taken.printed_to == 1) state.output += taken.printed;
  if (taken.then == SimStep::Then::thread_ended) state.insides[process] = insides_.without(before, thread);
  if (taken.then == SimStep::Then::answered) {
    kernel::SimProcess& its_process = state.world.processes.at(process);
    const Insides::Next& next = insides_.run(before, thread, taken.answer, its_process.signals);
    its_process.signals = next.signals;
    state.insides[process] = next.inside;
    for (const Insides::Started& each : next.started) SimKernel::add_thread(its_process, each.id, each.name);
    SimKernel::arrive(move_of(state, process, thread));
  }
  std::erase_if(state.insides,
                [&state](const auto& entry) { return !state.world.processes.at(entry.first).runs(); });
}

std::string EveryOrder::key_of(const State& state) {
  std::string key = bytes_of_rest(state.world);
  for (std::size_t place = 0; place < objects_of(state.world).size(); ++place)
    base::put_text(key, bytes_of_object(state.world, place));
  for (const auto& [id, process] : state.world.processes) base::put_text(key, bytes_of(process));
  for (const auto& [id, inside] : state.insides) base::put_number(key, insides_.identify(inside));
  return key + state.output;
}

EveryOrder::Counts EveryOrder::go_on(const State& state) {
  if (equal_ == Equal::each_time) return do_all(state);
  const std::string key = key_of(state);
  const auto known = known_.find(key);
  return known != known_.end() ? known->second : known_[key] = do_all(state);
}

EveryOrder::Counts EveryOrder::do_all(const State& state) {
  Counts found;
  bool is_end = true;
  for (const auto& [process, its_process] : state.world.processes) {
    for (const auto& [thread, its_thread] : its_process.threads) {
      State next = state;
      const MoveState look = SimKernel::look(move_of(next, process, thread));
      if (look == MoveState::blocked && its_thread.deadline_ns <= state.world.now_ns) continue;
      is_end = false;
      if (look == MoveState::blocked)
        SimKernel::pass_time(next.world, its_thread);
      else
        take(next, process, thread);
      for (const auto& [end, count] : go_on(next)) found[end] += count;
    }
  }
  if (!is_end) return found;
  const End end = end_of(0, state.world, [&](base::ProcessId process, base::ThreadId thread) {
    return insides_.thread(state.insides.at(process), thread).request;
  });
  found[text_of_end(end, state.output)] = 1;
  return found;
}

EveryOrder::Counts EveryOrder::run(const vm::ProgramSpec& program) {
  State state{SimKernel::first_world(), {}, ""};
  auto inside = insides_.fresh(program, kernel::SimNames::kFirst);
  FORKSCOPE_CHECK(inside.ok(), "a program that begins");
  state.insides[kernel::SimNames::kFirst] = inside.value();
  Counts found = go_on(state);
  const std::vector<Sharing::PlaceId> grown = sharing_.take_growth();
  if (grown.empty()) return found;
  known_.clear();
  insides_.forget(grown);
  return run(program);
}

}  // namespace forkscope::explore
