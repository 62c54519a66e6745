#include "core/lab/compare_worker.h"

#include <algorithm>

namespace forkscope::lab {

namespace {

using trace::Event;
using trace::EventKind;

constexpr std::int64_t kThreadClock = 3;

bool hands_over(EventKind kind) {
  return kind == EventKind::fd_read || kind == EventKind::fd_write || kind == EventKind::fd_poll;
}

bool is_lock(EventKind kind) {
  return kind == EventKind::sem_acquire || kind == EventKind::lock_acquire;
}

}  // namespace

TimeKind CompareThread::usual() const {
  if (in_task_) return TimeKind::task;
  return up_ ? TimeKind::pipe : TimeKind::start_up;
}

// Inside a task whatever is waited for is the task's own business, but for the locks.
TimeKind CompareThread::kind_of_wait(EventKind kind) const {
  if (!up_) return TimeKind::start_up;
  if (is_lock(kind)) return TimeKind::locks;
  if (in_task_) return TimeKind::io;
  return kind == EventKind::fd_write ? TimeKind::pipe : TimeKind::idle;
}

void CompareThread::pass(std::int64_t until_ns, TimeKind kind) {
  if (until_ns <= last_) return;
  const bool begins_task = begun_tasks_ > 0 && kind == TimeKind::task;
  if (!stretches_.empty() && stretches_.back().kind == kind && stretches_.back().end_ns == last_ &&
      !begins_task) {
    stretches_.back().end_ns = until_ns;
  } else {
    stretches_.push_back({last_, until_ns, kind, begins_task ? begun_tasks_ : 0, in_task_ ? chunk_ : -1});
    if (begins_task) begun_tasks_ = 0;
  }
  last_ = until_ns;
}

void CompareThread::take(const Event& event) {
  switch (event.kind) {
    case EventKind::gil_requested:
      pass(event.time_ns, usual());
      wants_gil_ = true;
      return;
    case EventKind::gil_taken:
      if (wants_gil_) pass(event.time_ns, up_ ? TimeKind::gil : TimeKind::start_up);
      wants_gil_ = false;
      return;
    case EventKind::pickled:
    case EventKind::unpickled:
    case EventKind::item_pickled:
      pass(event.began_ns, usual());
      pass(event.time_ns, up_ && !in_task_ ? TimeKind::pickling : usual());
      return;
    case EventKind::task_started:
      chunk_ = event.b;
      return;
    case EventKind::task_done:
      chunk_ = -1;
      return;
    case EventKind::clock_read:
      if (event.a == kThreadClock) return take_task_mark(event);
      return;
    default:
      if (event.kind < EventKind::first_note) take_request(event);
  }
}

void CompareThread::take_request(const Event& event) {
  if (event.phase == trace::Phase::waits) {
    pass(event.time_ns, usual());
    waits_for_ = event.kind;
  } else if (waits_for_ != EventKind::none) {
    pass(event.time_ns, kind_of_wait(waits_for_));
    waits_for_ = EventKind::none;
  } else if (hands_over(event.kind) && in_task_) {
    pass(event.began_ns, usual());
    pass(event.time_ns, TimeKind::io);
  }
}

// Both marks belong to the task: asking for the time is where a busy system likes to let others run.
void CompareThread::take_task_mark(const Event& event) {
  if (in_task_) {
    pass(event.time_ns, TimeKind::task);
    ends_.push_back(event.time_ns);
    after_last_task_ = stretches_.size();
  } else {
    pass(event.began_ns, usual());
    begins_.push_back(event.began_ns);
    ++begun_tasks_;
    up_ = does_tasks_ = true;
  }
  in_task_ = !in_task_;
}

void CompareThread::workers_are_up(std::int64_t time_ns) {
  if (up_) return;
  pass(time_ns, TimeKind::start_up);
  up_ = true;
}

void CompareThread::begin_at(std::int64_t begin_ns) {
  if (stretches_.empty() || stretches_.front().kind != TimeKind::start_up) return;
  stretches_.front().begin_ns = std::min(begin_ns, stretches_.front().end_ns);
}

// A worker that waits for a lock behind its last task waits for a task that does not come.
void CompareThread::finish(std::int64_t end_ns) {
  if (finished_) return;
  finished_ = true;
  const bool waits = waits_for_ != EventKind::none;
  pass(end_ns, in_task_ ? (waits ? kind_of_wait(waits_for_) : TimeKind::task)
                        : (up_ ? TimeKind::idle : TimeKind::start_up));
  if (!does_tasks_) return;
  for (std::size_t i = after_last_task_; i < stretches_.size(); ++i) {
    if (stretches_[i].kind == TimeKind::locks) stretches_[i].kind = TimeKind::idle;
  }
}

}  // namespace forkscope::lab
