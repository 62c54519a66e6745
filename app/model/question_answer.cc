#include "app/model/question_answer.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

namespace forkscope::app {

namespace {

using trace::Event;
using trace::EventKind;
using Found = std::optional<std::string>;

std::string truth(bool value) {
  return value ? "True" : "False";
}

// Of calls that go on when the question is asked, too: the thread may stand in the midst of one.
Found result_of_call(const std::string& name, const AskedRun& run) {
  std::map<base::ThreadId, std::vector<bool>> calls;
  for (std::uint64_t index = run.store.first_index(); index < run.end; ++index) {
    const Event& event = run.store.event(index);
    std::vector<bool>& open = calls[event.thread];
    if (event.kind == EventKind::call_begins) {
      open.push_back(run.store.string(event.string).starts_with(name + "("));
    } else if (event.kind == EventKind::call_ends && !open.empty()) {
      const bool is_it = open.back();
      open.pop_back();
      if (is_it && index >= run.begin) return run.store.string(event.string);
    }
  }
  return std::nullopt;
}

std::string printed_since(const AskedRun& run) {
  std::string text;
  for (std::uint64_t index = run.begin; index < run.end; ++index) {
    const Event& event = run.store.event(index);
    if (event.kind == EventKind::stream_write && event.phase == trace::Phase::done)
      text += run.store.string(event.string);
  }
  return text;
}

Found is_printed(const std::string& wanted, const AskedRun& run) {
  if (printed_since(run).find(wanted) != std::string::npos) return truth(true);
  return run.is_over || run.is_stuck ? Found(truth(false)) : std::nullopt;
}

Found next_line(const AskedRun& run) {
  const std::string text = printed_since(run);
  const std::size_t end = text.find('\n');
  return end == std::string::npos ? std::nullopt : Found(text.substr(0, end));
}

Found exit_code_of(const std::string& name, const AskedRun& run) {
  if (name == "main") return run.is_over ? Found(std::to_string(run.exit_code)) : std::nullopt;
  std::map<std::string_view, base::ProcessId> processes;
  for (std::uint64_t index = run.store.first_index(); index < run.end; ++index) {
    const Event& event = run.store.event(index);
    if (event.kind == EventKind::process_named)
      processes.try_emplace(run.store.string(event.string), event.process);
    const auto process = processes.find(name);
    if (process == processes.end()) continue;
    const bool reaped =
        event.kind == EventKind::process_ended && event.b == static_cast<std::int64_t>(process->second);
    const bool exits = event.kind == EventKind::process_exit && event.process == process->second;
    if (reaped || exits) return std::to_string(event.a);
  }
  return std::nullopt;
}

Found begun_processes(const AskedRun& run) {
  if (!run.is_over) return std::nullopt;
  int count = 0;
  for (std::uint64_t index = run.store.first_index(); index < run.end; ++index)
    count += run.store.event(index).kind == EventKind::process_begins ? 1 : 0;
  return std::to_string(count);
}

Found items_of_queue(const std::string& where, const AskedRun& run) {
  if (!run.has_moved || run.end == 0) return std::nullopt;
  const trace::World& world = run.store.world_at(run.store.event(run.end - 1).time_ns);
  if (world.queues.empty()) return std::nullopt;
  const trace::QueueState& queue = world.queues.begin()->second;
  if (where == "slots") return std::to_string(queue.slots_taken);
  return std::to_string(where == "pipe" ? queue.in_pipe.size() : static_cast<std::size_t>(queue.in_buffer()));
}

}  // namespace

std::optional<std::string> true_answer(const QuestionAnswer& answer, const AskedRun& run) {
  switch (answer.source) {
    case AnswerSource::call:
      return result_of_call(answer.name, run);
    case AnswerSource::printed:
      return is_printed(answer.name, run);
    case AnswerSource::next_line:
      return next_line(run);
    case AnswerSource::exit_code:
      return exit_code_of(answer.name, run);
    case AnswerSource::processes:
      return begun_processes(run);
    case AnswerSource::stuck:
      if (run.is_stuck) return truth(true);
      return run.is_over ? Found(truth(false)) : std::nullopt;
    case AnswerSource::items:
      break;
  }
  return items_of_queue(answer.name, run);
}

}  // namespace forkscope::app
