// Where the time of a start goes, read from the trace of a run: nothing here is assumed from the method's
// name. Pure functions over a Store; any thread that owns it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/lab/starts_report.h"
#include "core/trace/store.h"

namespace forkscope::lab {

// One Process.start() that happened.
struct TracedStart {
  std::int64_t begin_ns = 0;  // start() was called
  int method = -1;            // 0 fork, 1 spawn, 2 forkserver; -1: it failed before that was known
  base::ProcessId parent = 0;
  base::ThreadId starter = 0;
  base::ProcessId child = 0;      // 0: no child came of it
  base::ProcessId forked_by = 0;  // parent or fork server
  std::int64_t first_line_ns = -1;
};

// Every start, in order of beginning.
std::vector<TracedStart> starts_in(const trace::Store& store);

// The stages of one of them, in the order of the table; those that did not happen are left out.
std::vector<StartStage> stages_of(const trace::Store& store, const TracedStart& start);

// The name of a start method's number; "" for others.
std::string method_name(int method);

// The index of the start that a run by `method` is about: the first by it; 0 where the program chose another
// for all.
std::size_t chosen_start(const std::vector<TracedStart>& starts, const std::string& method);

// Median, least and most; count 0 of nothing.
TimesUs times_of(std::vector<double> values);

}  // namespace forkscope::lab
