#include <algorithm>
#include <vector>

#include "core/trace/fold_parts.h"

namespace forkscope::trace {

namespace {

bool ended(const ThreadState& thread) {
  return thread.activity == ThreadActivity::ended;
}

void set_activity(Folding& f, ThreadState& thread, ThreadActivity activity) {
  if (thread.activity == ThreadActivity::waits) remove_waiter(f.world, thread.waits_for, thread.id);
  thread.activity = activity;
  thread.since_ns = f.event.time_ns;
  thread.waits_in = EventKind::none;
  thread.waits_for = 0;
}

void begin_wait(Folding& f, ThreadState& thread) {
  set_activity(f, thread, ThreadActivity::waits);
  thread.waits_in = f.event.kind;
  thread.waits_for = f.event.object;
  add_waiter(f.world, f.event.object, thread.id);
}

void leave_gil(Folding& f, base::ProcessId process, base::ThreadId thread) {
  ProcessState& state = process_of(f, process);
  if (state.gil_owner != thread) return;
  state.gil_owner = 0;
  state.gil_since_ns = f.event.time_ns;
}

void take_gil(Folding& f, ThreadState& thread) {
  ProcessState& process = process_of(f, thread.process);
  if (ended(thread) || process.gil_owner == thread.id) return;
  if (process.gil_last_owner != 0 && process.gil_last_owner != thread.id) ++process.gil_handovers;
  process.gil_owner = process.gil_last_owner = thread.id;
  process.gil_since_ns = f.event.time_ns;
}

void end_thread(Folding& f, ThreadState& thread) {
  if (ended(thread)) return;
  set_activity(f, thread, ThreadActivity::ended);
  thread.ended_ns = f.event.time_ns;
  thread.call = 0;
  f.world.asking.erase(thread.id);
  leave_gil(f, thread.process, thread.id);
}

// These are written only by a thread that has its process' GIL, so they tell who has it even where the note
// that said so was lost, or never written because the process has only one thread.
bool needs_gil(EventKind kind) {
  return kind == EventKind::line || kind == EventKind::call_begins || kind == EventKind::queue_asks;
}

}  // namespace

ProcessState& process_of(Folding& f, base::ProcessId id) {
  const auto [entry, made] = f.world.processes.try_emplace(id);
  if (made) {
    entry->second.id = id;
    entry->second.began_ns = f.event.time_ns;
  }
  return entry->second;
}

ThreadState& thread_of(Folding& f, base::ThreadId id, base::ProcessId process) {
  const auto [entry, made] = f.world.threads.try_emplace(id);
  ThreadState& thread = entry->second;
  if (!made) return thread;
  thread.id = id;
  thread.process = process;
  thread.began_ns = thread.since_ns = f.event.time_ns;
  if (process_of(f, process).ended_ns >= 0) end_thread(f, thread);
  return thread;
}

void fold_activity(Folding& f) {
  const Event& event = f.event;
  ThreadState& thread = thread_of(f, event.thread, event.process);
  if (event.line != 0) thread.line = event.line;
  if (ended(thread)) return;
  if (event.phase == Phase::waits && info(event.kind).is_request) return begin_wait(f, thread);
  if (event.kind == EventKind::gil_dropped) return;
  if (event.kind == EventKind::gil_requested) return set_activity(f, thread, ThreadActivity::waits_for_gil);
  // Whoever writes an event is not waiting.
  if (thread.activity != ThreadActivity::running) set_activity(f, thread, ThreadActivity::running);
  if (needs_gil(event.kind) && process_of(f, thread.process).gil_owner == 0) take_gil(f, thread);
}

void fold_gil(Folding& f) {
  const auto thread = f.world.threads.find(f.event.thread);
  if (thread == f.world.threads.end()) return;
  if (f.event.kind == EventKind::gil_taken) take_gil(f, thread->second);
  if (f.event.kind == EventKind::gil_dropped) leave_gil(f, thread->second.process, thread->second.id);
}

void fold_thread(Folding& f) {
  const Event& event = f.event;
  if (event.thread == 0 || event.process == 0 || event.phase != Phase::done) return;
  ThreadState& thread = thread_of(f, event.thread, event.process);
  switch (event.kind) {
    case EventKind::thread_start:
      if (event.result >= 0 && event.a > 0) thread_of(f, static_cast<base::ThreadId>(event.a), event.process);
      return;
    case EventKind::thread_begins:
      thread.is_main = event.a == 0;
      thread.os_thread = static_cast<std::int32_t>(event.b);
      return;
    case EventKind::thread_named:
      thread.name = event.string;
      thread.daemon = event.a == 1;
      return;
    case EventKind::thread_exit:
    case EventKind::thread_ends:
      return end_thread(f, thread);
    default:
      return;
  }
}

void end_process(Folding& f, base::ProcessId id, int exit_code) {
  ProcessState& process = process_of(f, id);
  process.exit_code = exit_code;
  if (process.ended_ns >= 0) return;
  process.ended_ns = f.event.time_ns;
  std::vector<base::ThreadId> threads;
  for (auto& [thread_id, thread] : f.world.threads) {
    if (thread.process != id) continue;
    threads.push_back(thread_id);
    end_thread(f, thread);
  }
  process.gil_owner = 0;
  forget_process_items(f, id, threads);
  forget_process_tasks(f, threads);
}

namespace {

void fold_process_note(Folding& f) {
  const Event& event = f.event;
  if (event.kind == EventKind::process_ended) {
    if (event.b > 0) end_process(f, static_cast<base::ProcessId>(event.b), static_cast<int>(event.a));
    return;
  }
  if (event.process == 0) return;
  ProcessState& process = process_of(f, event.process);
  if (event.kind == EventKind::process_begins) {
    process.pid = static_cast<std::int32_t>(event.a);
    process.parent = static_cast<base::ProcessId>(event.b);
    process.command_line = event.string;
  } else {
    process.name = event.string;
    process.method = static_cast<StartMethod>(std::clamp<std::int64_t>(event.a, 0, 5));
    process.serves_manager = event.b == 1;
  }
}

void child_started(Folding& f, StartMethod method, std::int64_t pid) {
  if (f.event.a <= 0 || f.event.a == f.event.process) return;
  ProcessState& child = process_of(f, static_cast<base::ProcessId>(f.event.a));
  if (child.parent == 0) child.parent = f.event.process;
  if (child.pid == 0) child.pid = static_cast<std::int32_t>(pid);
  if (child.name == 0) child.method = method;
}

}  // namespace

void fold_process(Folding& f) {
  const Event& event = f.event;
  if (!info(event.kind).is_request) return fold_process_note(f);
  if (event.process == 0) return;
  if (event.kind == EventKind::process_exit) return end_process(f, event.process, static_cast<int>(event.a));
  if (event.phase != Phase::done || event.result < 0) return;
  if (event.kind == EventKind::process_fork) child_started(f, StartMethod::fork, event.result);
  if (event.kind == EventKind::process_spawn) child_started(f, StartMethod::spawn, event.b);
}

}  // namespace forkscope::trace
