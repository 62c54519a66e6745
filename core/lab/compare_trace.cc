#include "core/lab/compare_trace.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "core/lab/compare_worker.h"

namespace forkscope::lab {

namespace {

using trace::Event;
using trace::EventKind;

constexpr std::int64_t kProcessClock = 2;
constexpr std::size_t kMostBlocks = 400, kMostPoints = 400;
constexpr double kFinest = 1000;  // parts of the whole, at first
constexpr std::string_view kKindNames[] = {"start_up", "task", "io",    "gil",
                                           "pickling", "pipe", "locks", "idle"};
static_assert(std::size(kKindNames) == static_cast<std::size_t>(TimeKind::count));

// Who holds the GIL of one process.
struct GilUse {
  base::ThreadId owner = 0, last_owner = 0;
  std::int64_t since_ns = 0, held_ns = 0;
  int demanded = 0;
  std::vector<std::int64_t> handovers;
};

struct Thread {
  CompareThread work;
  base::ProcessId process;
  base::ThreadId id;
  std::int64_t began_ns, ended_ns = -1;
};

class TraceReader {
 public:
  TraceReader(const trace::Store& store, int workers) : store_(store), workers_(workers) {}

  // False: the run has no beginning or no end.
  bool read() {
    if (!find_ends()) return false;
    for (std::uint64_t i = store_.first_index(); i < store_.first_index() + store_.size(); ++i) {
      const Event& event = store_.event(i);
      take_gil(event);
      if (event.time_ns > begin_ns_ && event.time_ns <= end_ns_) take(event);
    }
    trim_replacements();
    for (auto& [id, thread] : threads_) thread.work.finish(end_ns_);
    for (auto& [id, use] : gils_) let_go(use, end_ns_);
    return true;
  }

  CompareSplit split() const;
  void describe_gil(CompareTrace& result) const;
  CompareTimeline timeline(int tasks, int chunk) const;

 private:
  bool find_ends();
  void take(const Event& event);
  void take_gil(const Event& event);
  void let_go(GilUse& use, std::int64_t time_ns) const;
  Thread& thread_of(const Event& event);
  std::vector<const Thread*> workers() const;
  const GilUse* busiest() const;
  bool is_of_run(base::ProcessId process) const;
  void trim_replacements();
  double seconds(std::int64_t time_ns) const { return static_cast<double>(time_ns - begin_ns_) / 1e9; }
  CompareWorker row_of(const Thread& thread, int chunk, bool& shortened) const;
  std::vector<ComparePoint> points(std::vector<std::int64_t> times, int from, int step) const;
  std::string name_of(const Thread& thread) const;

  const trace::Store& store_;
  int workers_;
  base::ThreadId main_ = 0;
  base::ProcessId main_process_ = 0;
  std::int64_t begin_ns_ = -1, end_ns_ = -1;
  std::map<base::ThreadId, Thread> threads_;
  std::map<base::ThreadId, std::int64_t> began_;
  std::map<base::ProcessId, GilUse> gils_;
  std::vector<std::pair<std::int64_t, std::int64_t>> results_;  // when, which chunk of its job
  bool some_task_began_ = false;
};

bool TraceReader::find_ends() {
  for (std::uint64_t i = store_.first_index(); i < store_.first_index() + store_.size(); ++i) {
    const Event& event = store_.event(i);
    if (event.kind != EventKind::clock_read || event.a != kProcessClock) continue;
    if (begin_ns_ < 0) {
      begin_ns_ = event.time_ns;
      main_ = event.thread;
      main_process_ = event.process;
    } else if (event.thread == main_) {
      end_ns_ = event.began_ns;
      return true;
    }
  }
  return false;
}

Thread& TraceReader::thread_of(const Event& event) {
  const auto known = threads_.find(event.thread);
  if (known != threads_.end()) return known->second;
  const auto began = began_.find(event.thread);
  const std::int64_t began_ns = began == began_.end() ? begin_ns_ : began->second;
  Thread thread{CompareThread(begin_ns_), event.process, event.thread, began_ns};
  return threads_.emplace(event.thread, std::move(thread)).first->second;
}

// The first workers are said to start up from the beginning on; those that come in the place of others only
// live for a while.
void TraceReader::trim_replacements() {
  std::vector<Thread*> found;
  for (auto& [id, thread] : threads_) {
    if (thread.work.does_tasks()) found.push_back(&thread);
  }
  if (static_cast<int>(found.size()) <= workers_) return;
  std::sort(found.begin(), found.end(),
            [](const Thread* a, const Thread* b) { return a->began_ns < b->began_ns; });
  for (std::size_t i = static_cast<std::size_t>(workers_); i < found.size(); ++i)
    found[i]->work.begin_at(found[i]->began_ns);
  for (Thread* thread : found) {
    if (thread->ended_ns >= 0) thread->work.finish(thread->ended_ns);
  }
}

void TraceReader::take(const Event& event) {
  if (event.thread == 0) return;
  if (event.kind == EventKind::thread_begins || event.kind == EventKind::process_begins)
    began_.try_emplace(event.thread, event.time_ns);
  if (event.kind == EventKind::result_received && event.process == main_process_)
    results_.emplace_back(event.time_ns, event.b);
  Thread& thread = thread_of(event);
  const bool did_tasks = thread.work.does_tasks();
  thread.work.take(event);
  if (event.kind == EventKind::thread_ends || event.kind == EventKind::process_exit)
    thread.ended_ns = event.time_ns;
  if (did_tasks || !thread.work.does_tasks()) return;
  if (some_task_began_) return;
  some_task_began_ = true;
  const auto parent = threads_.find(main_);
  if (parent != threads_.end()) parent->second.work.workers_are_up(event.time_ns);
}

void TraceReader::let_go(GilUse& use, std::int64_t time_ns) const {
  const std::int64_t from = std::max(use.since_ns, begin_ns_), to = std::min(time_ns, end_ns_);
  if (use.owner != 0 && to > from) use.held_ns += to - from;
  use.owner = 0;
}

void TraceReader::take_gil(const Event& event) {
  if (event.kind == EventKind::gil_dropped) return let_go(gils_[event.process], event.time_ns);
  if (event.kind != EventKind::gil_taken) return;
  GilUse& use = gils_[event.process];
  const bool counts = event.time_ns > begin_ns_ && event.time_ns <= end_ns_;
  if (counts && use.last_owner != 0 && use.last_owner != event.thread) use.handovers.push_back(event.time_ns);
  if (counts && event.b == 1) ++use.demanded;
  use.owner = use.last_owner = event.thread;
  use.since_ns = event.time_ns;
}

std::vector<const Thread*> TraceReader::workers() const {
  std::vector<const Thread*> found;
  for (const auto& [id, thread] : threads_) {
    if (thread.work.does_tasks()) found.push_back(&thread);
  }
  return found;
}

// Not the server that the tasks ask.
bool TraceReader::is_of_run(base::ProcessId process) const {
  if (process == main_process_) return true;
  const std::vector<const Thread*> all = workers();
  return std::any_of(all.begin(), all.end(),
                     [&](const Thread* thread) { return thread->process == process; });
}

const GilUse* TraceReader::busiest() const {
  const GilUse* most = nullptr;
  for (const auto& [process, use] : gils_) {
    if (is_of_run(process) && (most == nullptr || use.held_ns > most->held_ns)) most = &use;
  }
  return most;
}

void TraceReader::describe_gil(CompareTrace& result) const {
  for (const auto& [process, use] : gils_) {
    if (!is_of_run(process)) continue;
    result.gil_handovers += static_cast<int>(use.handovers.size());
    result.gil_demanded += use.demanded;
  }
  const GilUse* most = busiest();
  if (most != nullptr && end_ns_ > begin_ns_)
    result.gil_held = static_cast<double>(most->held_ns) / static_cast<double>(end_ns_ - begin_ns_);
}

CompareSplit TraceReader::split() const {
  std::array<double, static_cast<std::size_t>(TimeKind::count)> sums{};
  for (const Thread* worker : workers()) {
    for (const TimeStretch& stretch : worker->work.stretches())
      sums[static_cast<std::size_t>(stretch.kind)] +=
          static_cast<double>(stretch.end_ns - stretch.begin_ns) / 1e9;
  }
  CompareSplit split;
  split.whole = seconds(end_ns_);
  const auto average = [&](TimeKind kind) {
    return sums[static_cast<std::size_t>(kind)] / std::max(1, workers_);
  };
  split.start_up = average(TimeKind::start_up);
  split.computing = average(TimeKind::task);
  split.io = average(TimeKind::io);
  split.gil = average(TimeKind::gil);
  split.pickling = average(TimeKind::pickling);
  split.pipe = average(TimeKind::pipe);
  split.locks = average(TimeKind::locks);
  // Workers that never had a task, and times between one worker and the next in its place, are in no lane.
  split.idle = std::max(0.0, split.whole - split.start_up - split.computing - split.io - split.gil -
                                 split.pickling - split.pipe - split.locks);
  return split;
}

std::string TraceReader::name_of(const Thread& thread) const {
  const trace::World& world = store_.now();
  if (thread.id == main_) return "parent";
  const auto state = world.threads.find(thread.id);
  if (thread.process == main_process_)
    return state == world.threads.end() ? "" : store_.string(state->second.name);
  const auto process = world.processes.find(thread.process);
  return process == world.processes.end() ? "" : store_.string(process->second.name);
}

// What is shorter than `finest_ns` becomes a part of what was before it.
std::vector<TimeStretch> coarse(const std::vector<TimeStretch>& stretches, std::int64_t finest_ns) {
  std::vector<TimeStretch> kept;
  for (const TimeStretch& stretch : stretches) {
    TimeStretch* before = kept.empty() ? nullptr : &kept.back();
    const bool same = before != nullptr && before->kind == stretch.kind && before->chunk == stretch.chunk &&
                      stretch.begin_ns - before->end_ns < finest_ns;
    if (before != nullptr && (same || stretch.end_ns - stretch.begin_ns < finest_ns)) {
      before->end_ns = stretch.end_ns;
      before->tasks += stretch.tasks;
    } else {
      kept.push_back(stretch);
    }
  }
  return kept;
}

CompareWorker TraceReader::row_of(const Thread& thread, int chunk, bool& shortened) const {
  CompareWorker row;
  row.name = name_of(thread);
  const auto process = store_.now().processes.find(thread.process);
  if (process != store_.now().processes.end()) row.pid = process->second.pid;
  std::vector<TimeStretch> stretches = thread.work.stretches();
  auto finest = static_cast<std::int64_t>(static_cast<double>(end_ns_ - begin_ns_) / kFinest);
  const bool is_pool =
      std::any_of(stretches.begin(), stretches.end(), [](const TimeStretch& s) { return s.chunk >= 0; });
  // The tasks of a chunk follow each other at once: they are one block.
  if (is_pool) stretches = coarse(stretches, 1);
  for (; stretches.size() > kMostBlocks; finest *= 2) {
    stretches = coarse(stretches, finest);
    shortened = true;
  }
  for (const TimeStretch& stretch : stretches) {
    CompareBlock block{seconds(stretch.begin_ns), seconds(stretch.end_ns),
                       std::string(kKindNames[static_cast<std::size_t>(stretch.kind)])};
    block.tasks = stretch.tasks;
    if (stretch.chunk >= 0 && stretch.tasks > 0) block.first_task = static_cast<int>(stretch.chunk) * chunk;
    row.blocks.push_back(std::move(block));
  }
  return row;
}

std::vector<ComparePoint> TraceReader::points(std::vector<std::int64_t> times, int from, int step) const {
  std::sort(times.begin(), times.end());
  std::vector<ComparePoint> found{{0, from}};
  const std::size_t stride = times.size() / kMostPoints + 1;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (i % stride == 0 || i + 1 == times.size())
      found.push_back({seconds(times[i]), from + step * static_cast<int>(i + 1)});
  }
  return found;
}

CompareTimeline TraceReader::timeline(int tasks, int chunk) const {
  CompareTimeline timeline;
  timeline.workers = workers_;
  timeline.whole_s = seconds(end_ns_);
  const auto parent = threads_.find(main_);
  if (parent != threads_.end() && !parent->second.work.does_tasks())
    timeline.rows.push_back(row_of(parent->second, chunk, timeline.shortened));
  std::vector<std::int64_t> begins, ends;
  for (const Thread* worker : workers()) {
    timeline.rows.push_back(row_of(*worker, chunk, timeline.shortened));
    begins.insert(begins.end(), worker->work.task_begins().begin(), worker->work.task_begins().end());
    ends.insert(ends.end(), worker->work.task_ends().begin(), worker->work.task_ends().end());
  }
  timeline.waiting = points(std::move(begins), tasks, -1);
  if (results_.empty()) {
    timeline.arrived = points(std::move(ends), 0, 1);
  } else {
    std::vector<std::int64_t> arrived;
    for (const auto& [time_ns, number] : results_) {
      const int count = std::min<int>(chunk, tasks - static_cast<int>(arrived.size()));
      arrived.insert(arrived.end(), static_cast<std::size_t>(std::max(0, count)), time_ns);
    }
    timeline.arrived = points(std::move(arrived), 0, 1);
  }
  if (const GilUse* most = busiest(); most != nullptr) timeline.handovers = points(most->handovers, 0, 1);
  return timeline;
}

}  // namespace

CompareTrace read_trace(const trace::Store& store, int workers, int tasks, int chunk) {
  CompareTrace result;
  TraceReader reader(store, workers);
  result.lost_events = static_cast<int>(store.lost());
  result.is_whole = reader.read();
  if (!result.is_whole) return result;
  result.split = reader.split();
  reader.describe_gil(result);
  result.timeline = reader.timeline(tasks, chunk);
  return result;
}

}  // namespace forkscope::lab
