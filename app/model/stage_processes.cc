#include <algorithm>
#include <map>

#include "app/model/stage_parts.h"

namespace forkscope::app {

namespace {

using trace::EventKind;

constexpr std::string_view kFeederName = "QueueFeederThread";

const NextMove* move_of(const StepView& step, base::ThreadId thread) {
  const auto found = std::find_if(step.moves.begin(), step.moves.end(),
                                  [thread](const NextMove& move) { return move.id == thread; });
  return found == step.moves.end() ? nullptr : &*found;
}

// The last call that began up to the moment shown; what it gave is said only while the thread is on its line.
void set_last_call(const StageSource& source, const trace::ThreadState& state, StageThread& thread) {
  const trace::ThreadTrack* track = source.store.thread(state.id);
  if (track == nullptr) return;
  const auto end =
      std::partition_point(track->calls.begin(), track->calls.end(),
                           [&](const trace::Span& span) { return span.begin_ns <= source.world.time_ns; });
  if (end == track->calls.begin()) return;
  const trace::Span& last = *(end - 1);
  if (last.end_ns < 0 || last.end_ns > source.world.time_ns || last.line != state.line) return;
  thread.call = source.store.string(last.label);
  thread.outcome = source.store.string(last.outcome);
}

void set_doing(const StageSource& source, const trace::ThreadState& state, StageThread& thread) {
  const NextMove* move = move_of(source.step, state.id);
  if (move != nullptr && !move->can_move && move->kind != EventKind::none) {
    thread.doing = Doing::waits;
    thread.waits_in = move->kind;
    thread.waits_for = move->object;
  } else if (move == nullptr && state.activity == trace::ThreadActivity::waits) {
    thread.doing = Doing::waits;
    thread.waits_in = state.waits_in;
    thread.waits_for = state.waits_for;
  } else if (move == nullptr && state.activity == trace::ThreadActivity::waits_for_gil) {
    thread.doing = Doing::waits_for_gil;
  } else if (thread.hand) {
    thread.doing = Doing::has_item;
  } else if (state.call != 0) {
    thread.doing = Doing::in_call;
  }
  if (state.call != 0)
    thread.call = source.store.string(state.call);
  else
    set_last_call(source, state, thread);
}

// What queues and pools know of the thread.
void set_items(const StageSource& source, StageThread& thread) {
  for (const auto& [id, queue] : source.world.queues) {
    for (const trace::ItemState& item : queue.in_hand)
      if (item.fed_by == thread.id) thread.hand = stage_item(source, id, item);
    for (const trace::ReadingState& reading : queue.reading) {
      if (reading.getter != thread.id) continue;
      thread.reading.push_back(stage_item(source, id, reading.item));
      thread.reading.back().changed = thread.changed && source.changes.objects.contains(id);
    }
  }
  for (const auto& [id, pool] : source.world.pools) {
    const auto task = pool.running.find(thread.id);
    if (task != pool.running.end()) thread.task = task->second;
  }
}

StageThread stage_thread(const StageSource& source, const trace::ThreadState& state,
                         const trace::ProcessState& process) {
  StageThread thread;
  thread.id = state.id;
  thread.name = thread_name(source.store, state.id);
  thread.is_main = state.is_main;
  thread.is_feeder = thread.name == kFeederName;
  thread.has_gil = process.gil_owner == state.id;
  thread.changed = source.changes.threads.contains(state.id);
  thread.line = state.line;
  set_items(source, thread);
  set_doing(source, state, thread);
  return thread;
}

void add_threads(const StageSource& source, const trace::ProcessState& state, StageProcess& process) {
  for (const auto& [id, thread] : source.world.threads) {
    if (thread.process != state.id || thread.activity == trace::ThreadActivity::ended) continue;
    if (process.threads.size() == kMostThreads)
      ++process.more_threads;
    else
      process.threads.push_back(stage_thread(source, thread, state));
  }
}

int index_of(const StageProcess& process, base::ThreadId thread) {
  for (std::size_t i = 0; i < process.threads.size(); ++i)
    if (process.threads[i].id == thread) return static_cast<int>(i);
  return -1;
}

StageBuffer stage_buffer(const StageSource& source, const trace::QueueState& queue,
                         const StageProcess& process) {
  StageBuffer buffer;
  buffer.queue = queue.id;
  const auto feeder = queue.feeders.find(process.id);
  if (feeder != queue.feeders.end()) buffer.feeder = index_of(process, feeder->second);
  const auto items = queue.buffers.find(process.id);
  if (items == queue.buffers.end()) return buffer;
  buffer.count = items->second.size();
  for (std::size_t i = 0; i < std::min(buffer.count, kMostItems); ++i)
    buffer.items.push_back(stage_item(source, queue.id, items->second[i]));
  return buffer;
}

// A feeder that has not taken anything yet is known by its name only. A put() starts it before its item
// enters the buffer, so the oldest such feeder belongs to the first queue that has none.
void give_new_feeders(StageProcess& process) {
  std::set<int> given;
  for (const StageBuffer& buffer : process.buffers) given.insert(buffer.feeder);
  for (std::size_t i = 0; i < process.threads.size(); ++i) {
    const int index = static_cast<int>(i);
    if (!process.threads[i].is_feeder || given.contains(index)) continue;
    auto free = std::find_if(process.buffers.begin(), process.buffers.end(),
                             [](const StageBuffer& buffer) { return buffer.feeder < 0 && buffer.count > 0; });
    if (free == process.buffers.end())
      free = std::find_if(process.buffers.begin(), process.buffers.end(),
                          [](const StageBuffer& buffer) { return buffer.feeder < 0; });
    if (free != process.buffers.end()) free->feeder = index;
  }
}

// A program with one process shows where items will go before there are any.
void add_buffers(const StageSource& source, bool is_alone, StageProcess& process) {
  for (const auto& [id, queue] : source.world.queues)
    process.buffers.push_back(stage_buffer(source, queue, process));
  give_new_feeders(process);
  std::erase_if(process.buffers, [is_alone](const StageBuffer& buffer) {
    return !is_alone && buffer.feeder < 0 && buffer.count == 0;
  });
  for (StageThread& thread : process.threads) thread.is_feeder = false;
  for (const StageBuffer& buffer : process.buffers)
    if (buffer.feeder >= 0) process.threads[static_cast<std::size_t>(buffer.feeder)].is_feeder = true;
}

StageProcess stage_process(const StageSource& source, const trace::ProcessState& state) {
  StageProcess process;
  process.id = state.id;
  process.pid = state.pid;
  process.name = process_name(source.store, state.id);
  process.role = process_role(source.store, state.id);
  process.method = state.method;
  process.ended = state.ended_ns >= 0;
  process.changed = source.changes.processes.contains(state.id);
  process.exit_code = state.exit_code;
  return process;
}

// Where there are too many, the oldest ended ones are left out.
void leave_out_ended(StageModel& model) {
  while (model.processes.size() > kMostProcesses) {
    const auto ended = std::find_if(model.processes.begin(), model.processes.end(),
                                    [](const StageProcess& process) { return process.ended; });
    model.processes.erase(ended != model.processes.end() ? ended : model.processes.end() - 1);
    ++model.more_processes;
  }
}

}  // namespace

void add_processes(const StageSource& source, StageModel& model) {
  for (const auto& [id, state] : source.world.processes)
    model.processes.push_back(stage_process(source, state));
  leave_out_ended(model);
  const auto busy = std::count_if(model.processes.begin(), model.processes.end(),
                                  [](const StageProcess& process) { return !process.is_brief(); });
  for (StageProcess& process : model.processes) {
    if (process.is_brief()) continue;
    add_threads(source, source.world.processes.at(process.id), process);
    add_buffers(source, busy == 1, process);
  }
}

}  // namespace forkscope::app
