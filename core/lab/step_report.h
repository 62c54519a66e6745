// What `forkscope-lab step` prints of a run: for people and as JSON. Plain functions; any thread.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/lab/step_run.h"
#include "core/trace/store.h"

namespace forkscope::lab {

// A Request that was answered.
struct StepEvent {
  std::string thread;
  trace::EventKind kind = trace::EventKind::none;
  base::ObjectId object = 0;
  std::uint32_t line = 0;
  std::int64_t a = 0, b = 0, result = 0;
  std::string text;

  // Whether it is the same in another run: the system's own numbers (pids, random names) do not count.
  bool same_as(const StepEvent& other) const;
};

struct StepReport {
  StepOutcome outcome;
  std::vector<StepEvent> events;
  std::vector<WaitLink> stuck;
  std::string output, errors;
  int exit_code = 0;  // -N: signal N
  std::int64_t clock_ns = 0;
  double seconds = 0;  // what the run took
};

std::vector<StepEvent> events_of(const trace::Store& store,
                                 const std::map<base::ThreadId, std::string>& names);
std::string line_of(const StepEvent& event);
std::string line_of(const WaitLink& link);
std::string json_of(const StepReport& report);
// What is different first; "" if nothing is.
std::string first_difference(const StepReport& first, const StepReport& other);
// "ok", "stuck", "error", "stopped", "refused".
std::string end_of(const StepReport& report);

}  // namespace forkscope::lab
