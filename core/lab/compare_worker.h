// How one thread of a traced run spent its time: goes through its events in order and gives every stretch of
// time a kind. See compare_program.py for the reads of clocks that mark tasks.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/trace/event.h"

namespace forkscope::lab {

enum class TimeKind : std::uint8_t { start_up, task, io, gil, pickling, pipe, locks, idle, count };

struct TimeStretch {
  std::int64_t begin_ns = 0, end_ns = 0;
  TimeKind kind = TimeKind::idle;
  int tasks = 0;            // that begin in it
  std::int64_t chunk = -1;  // number of the pool's chunk it belongs to
};

class CompareThread {
 public:
  // From `begin_ns` on it is said to start up, until its first task; a thread that does no tasks hands them
  // out, and starts the others up before that.
  explicit CompareThread(std::int64_t begin_ns) : last_(begin_ns) {}

  // Events of this thread, in order of time.
  void take(const trace::Event& event);
  // It did not live before.
  void begin_at(std::int64_t begin_ns);
  // Nothing is known of it after `end_ns`; the first end counts.
  void finish(std::int64_t end_ns);
  // Of a thread without tasks: the first task of another one has begun.
  void workers_are_up(std::int64_t time_ns);

  bool does_tasks() const { return does_tasks_; }
  const std::vector<TimeStretch>& stretches() const { return stretches_; }
  const std::vector<std::int64_t>& task_begins() const { return begins_; }
  const std::vector<std::int64_t>& task_ends() const { return ends_; }

 private:
  void take_request(const trace::Event& event);
  void take_task_mark(const trace::Event& event);
  // The time from last_ until `until_ns` is of this kind.
  void pass(std::int64_t until_ns, TimeKind kind);
  TimeKind usual() const;
  TimeKind kind_of_wait(trace::EventKind kind) const;

  std::vector<TimeStretch> stretches_;
  std::vector<std::int64_t> begins_, ends_;
  std::int64_t last_;
  std::int64_t chunk_ = -1;
  bool up_ = false, does_tasks_ = false, in_task_ = false, wants_gil_ = false, finished_ = false;
  trace::EventKind waits_for_ = trace::EventKind::none;
  std::size_t after_last_task_ = 0;  // the first stretch behind the last task so far
  int begun_tasks_ = 0;              // that are in no stretch yet
};

}  // namespace forkscope::lab
