// Long event sequences that look like real runs, made in a moment and always the same: for benchmarks, for
// the window's tests, and for pictures.
#pragma once

#include <cstddef>

#include "tests/support/trace_script.h"

namespace forkscope::test {

// Lesson 1: Queue(), put "red", put "blue", empty() that answers True, get().
void lying_queue(TraceScript& script);

struct CrowdShape {
  int producers = 2;
  int consumers = 2;
  std::size_t events = 10'000;  // about
  unsigned seed = 1;
};
// Producers put numbers, each with a feeder; consumers get() them or poll with get_nowait(); the main process
// asks empty().
void crowd(TraceScript& script, const CrowdShape& shape);

}  // namespace forkscope::test
