#include "app/model/pool_history.h"

#include <algorithm>

namespace forkscope::app {

using trace::Event;
using trace::EventKind;

void PoolHistory::follow(const trace::Store& store, int runs) {
  if (runs != runs_ || next_ > store.first_index() + store.size()) {
    *this = PoolHistory();
    runs_ = runs;
  }
  next_ = std::max(next_, store.first_index());
  const std::uint64_t end = store.first_index() + store.size();
  for (; next_ < end; ++next_) take(store, store.event(next_));
  view_.end_ns = store.end_ns();
  view_.begin_ns = view_.rows.empty() ? store.begin_ns() : view_.rows.front().front().began_ns;
}

PoolWorker* PoolHistory::worker(base::ProcessId process) {
  const auto place = places_.find(process);
  return place == places_.end() ? nullptr : &view_.rows[place->second.first][place->second.second];
}

std::int64_t PoolHistory::index_of(const Task& task) const {
  const auto first = first_of_job_.find(task.first);
  return (first == first_of_job_.end() ? 0 : first->second) + task.second;
}

void PoolHistory::count_waiting(std::int64_t time_ns) {
  view_.waiting.push_back(
      {time_ns, std::max<std::int64_t>(0, std::max(view_.chunks, view_.submitted) - started_)});
}

// A process counts as a worker once it begins a task, or once it is known by its name.
void PoolHistory::begin_process(const trace::Store& store, const Event& event) {
  const auto method = static_cast<trace::StartMethod>(event.a);
  const bool is_helper = method == trace::StartMethod::first ||
                         method == trace::StartMethod::resource_tracker ||
                         method == trace::StartMethod::fork_server;
  if (is_helper || event.b == 1 || places_.count(event.process) > 0) return;
  PoolWorker added;
  added.process = event.process;
  added.name = store.string(event.string);
  const auto& processes = store.now().processes;
  const auto found = processes.find(event.process);
  if (found != processes.end()) added.pid = found->second.pid;
  added.began_ns = found == processes.end() ? event.time_ns : found->second.began_ns;
  for (std::size_t row = 0; row < view_.rows.size(); ++row) {
    const std::int64_t ended = view_.rows[row].back().ended_ns;
    if (ended < 0 || ended > event.time_ns) continue;
    places_[event.process] = {row, view_.rows[row].size()};
    view_.rows[row].push_back(std::move(added));
    return;
  }
  places_[event.process] = {view_.rows.size(), 0};
  view_.rows.push_back({std::move(added)});
}

void PoolHistory::end_process(const Event& event) {
  PoolWorker* ended = worker(static_cast<base::ProcessId>(event.b));
  if (ended == nullptr || ended->ended_ns >= 0) return;
  ended->ended_ns = event.time_ns;
  ended->exit_code = static_cast<int>(event.a);
  if (ended->chunks.empty() || ended->chunks.back().state != ChunkState::runs) return;
  ended->chunks.back().state = ChunkState::lost;
  ended->chunks.back().end_ns = event.time_ns;
  ++view_.lost;
}

void PoolHistory::end_task(const Event& event) {
  PoolWorker* by = worker(event.process);
  if (by == nullptr || by->chunks.empty() || by->chunks.back().state != ChunkState::runs) return;
  by->chunks.back().end_ns = event.time_ns;
  by->chunks.back().state = event.result != 0 ? ChunkState::done : ChunkState::failed;
}

void PoolHistory::count_lines(const trace::Store& store, const Event& event) {
  const std::string& text = store.string(event.string);
  const auto lines = std::count(text.begin(), text.end(), '\n');
  if (event.a != 1 || lines == 0) return;
  const std::int64_t before = view_.printed.empty() ? 0 : view_.printed.back().count;
  view_.printed.push_back({event.time_ns, before + lines});
}

void PoolHistory::take(const trace::Store& store, const Event& event) {
  if (event.phase != trace::Phase::done) return;
  switch (event.kind) {
    case EventKind::process_named:
      return begin_process(store, event);
    case EventKind::process_ended:
      return end_process(event);
    case EventKind::pool_job:
      first_of_job_[event.a] = view_.chunks;
      view_.chunks += std::max<std::int64_t>(0, event.b);
      return count_waiting(event.time_ns);
    case EventKind::task_submitted:
      ++view_.submitted;
      return count_waiting(event.time_ns);
    case EventKind::task_started:
      ++started_;
      if (PoolWorker* by = worker(event.process))
        by->chunks.push_back({index_of({event.a, event.b}), event.time_ns, -1, ChunkState::runs});
      return count_waiting(event.time_ns);
    case EventKind::task_done:
      return end_task(event);
    case EventKind::result_received:
      view_.arrived.push_back({event.time_ns, ++view_.received});
      return;
    case EventKind::stream_write:
      return count_lines(store, event);
    default:
      return;
  }
}

std::string tasks_of_chunk(std::int64_t index, std::int64_t size, std::int64_t tasks) {
  const std::int64_t first = index * size, last = std::min(tasks, first + size) - 1;
  if (first > last) return {};
  return first == last ? std::to_string(first) : std::to_string(first) + "–" + std::to_string(last);
}

std::int64_t automatic_chunk(std::int64_t tasks, std::int64_t workers) {
  const std::int64_t shares = std::max<std::int64_t>(1, workers * 4);
  return std::max<std::int64_t>(1, (tasks + shares - 1) / shares);
}

}  // namespace forkscope::app
