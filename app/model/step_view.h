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
  std::uint32_t calls = 0, depth = 0;     // library calls begun or ended so far; how many it is in
  std::int64_t handle = 0, a = 0, b = 0;  // as in the Request
  std::string text;
  double deadline_s = -1;  // on the stepped clock; -1 = it waits without end
  // The innermost call of our library that it is in: "multiprocessing/queues.py", "Queue._feed"; line 0 =
  // none.
  std::string library_file, library_function;
  std::uint32_t library_line = 0;

  bool operator==(const NextMove&) const = default;
};

// One step that was done: an entry of the schedule, and the events it made.
struct DoneStep {
  std::string entry;                               // "main", "time", "kill:Process-1"
  base::ThreadId thread = 0;                       // 0: time passed, or a process was killed
  trace::EventKind kind = trace::EventKind::none;  // of the Request; none: it computed
  std::uint64_t first_event = 0, end_event = 0;    // indices of the store
  std::int64_t began_ns = 0;
};

enum class PathEnd : std::uint8_t { open, ended, stuck };

// Another way the program has gone, which one can return to.
struct BranchView {
  int number = 0;          // from 1, kept
  std::size_t count = 0;   // its steps
  std::size_t shared = 0;  // how many of them are the same as here
  PathEnd end = PathEnd::open;
};

// Who waits for whom in a program that is stuck.
struct WaitLink {
  std::string thread;
  base::ThreadId id = 0, owner = 0;  // owner 0: nobody that is known
  base::ObjectId object = 0;
  trace::EventKind kind = trace::EventKind::none;
};

// What was different first when the program was run again.
struct Deviation {
  struct Side {
    trace::EventKind kind = trace::EventKind::none;  // none: there was nothing more
    std::uint32_t line = 0;
  };
  std::size_t step = 0;  // from 1; 0 = nothing was
  Side before, now;
};

// What the steps are doing by themselves.
enum class StepActivity : std::uint8_t {
  stands,     // waits for the user
  steps,      // one step was asked for
  goes_on,    // until something that was asked for
  runs_again  // to a step of an earlier run, or of another branch
};

struct StepView {
  bool active = false;  // a program is stepped, or was until it ended
  std::vector<NextMove> moves;
  std::string suggested;  // a thread, "time", or "": nobody can move
  bool is_stuck = false;
  bool time_can_pass = false;
  double clock_s = 0;

  std::size_t position = 0;                      // steps before the moment shown
  std::size_t count = 0;                         // steps done, all in all
  const DoneStep* last = nullptr;                // the step before the moment shown; null at the beginning
  const std::vector<DoneStep>* steps = nullptr;  // all of them; null before the first program is stepped
  bool from_beginning = true;    // otherwise it ran freely before; it cannot be run again to the same step
  PathEnd end = PathEnd::open;   // of the way that is shown
  std::vector<WaitLink> circle;  // stuck: each waits for the next, the last for the first; or whoever waits

  StepActivity activity = StepActivity::stands;
  std::size_t goal_steps = 0;        // runs_again: how many it has to do
  std::size_t done_steps = 0;        // since it goes by itself
  int branch = 1;                    // the number of the way that is shown
  std::vector<BranchView> branches;  // the others
  Deviation deviation;
  std::string trouble;  // what could not be done, as the lab says it

  bool at_end() const { return position == count; }
};

}  // namespace forkscope::app
