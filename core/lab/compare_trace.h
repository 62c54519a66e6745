// What the trace of a run of compare_program.py says: where its time went, who held the GIL, and the lanes of
// its workers. Reads the Store; any thread that owns that.
#pragma once

#include "core/lab/compare_report.h"
#include "core/trace/store.h"

namespace forkscope::lab {

struct CompareTrace {
  CompareSplit split;
  int gil_handovers = 0, gil_demanded = 0;
  double gil_held = 0;
  int lost_events = 0;
  CompareTimeline timeline;  // without its way
  bool is_whole = false;     // false: the run did not come to its end, and nothing of this is known
};

// `chunk`: how many tasks a Pool hands out at once.
CompareTrace read_trace(const trace::Store& store, int workers, int tasks, int chunk);

}  // namespace forkscope::lab
