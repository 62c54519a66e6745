// StepView: what panels see of a program that is stepped: what was done so far, which of it is shown, and
// what each thread would do next. Part of Frame; plain values, filled by whoever owns the steps.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/trace/event.h"

namespace forkscope::app {

// What a thread is about to do at the moment shown.
struct NextMove {
  std::string thread;  // its name in schedules, the same in every run
  base::ThreadId id = 0;
  base::ProcessId process = 0;
  trace::EventKind kind = trace::EventKind::none;  // none: it computes; thread_begins: it begins
  bool can_move = false;
  bool time_ran_out = false, interrupted = false;  // what its wait would come to now
  base::ObjectId object = 0;
  std::uint32_t line = 0, size = 0;
  std::int64_t handle = 0, a = 0, b = 0;  // as in the Request
  std::string text;
  double deadline_s = -1;  // on the stepped clock; -1 = it waits without end
  // The innermost call of our library that it is in: "multiprocessing/queues.py", "Queue._feed"; line 0 =
  // none.
  std::string library_file, library_function;
  std::uint32_t library_line = 0;
};

// One step that was done: an entry of the schedule, and the events it made.
struct DoneStep {
  std::string entry;  // "main", "time", "kill:Process-1"
  base::ThreadId thread = 0;
  std::uint64_t first_event = 0, end_event = 0;  // indices of the store
};

struct StepView {
  bool active = false;  // the program stands still at its gates
  std::vector<NextMove> moves;
  std::string suggested;  // a thread, "time", or "": nobody can move
  bool is_stuck = false;
  bool time_can_pass = false;
  double clock_s = 0;

  std::size_t position = 0;        // steps before the moment shown
  std::size_t count = 0;           // steps done, all in all
  const DoneStep* last = nullptr;  // the step before the moment shown; null at the beginning
  bool at_end() const { return position == count; }
};

}  // namespace forkscope::app
