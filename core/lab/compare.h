// The measurement behind `compare` and the window's Compare mode: one program in several ways, each run in a
// session of its own, one at a time. Owned by whoever drives it; main thread of the lab. turn() does not
// block but at the end of a run.
#pragma once

#include <poll.h>

#include <chrono>
#include <map>
#include <memory>
#include <vector>

#include "core/lab/compare_jobs.h"
#include "core/lab/compare_machine.h"
#include "core/lab/compare_run.h"
#include "core/lab/guard.h"
#include "core/lab/protocol.h"

namespace forkscope::lab {

class Compare {
 public:
  // There is no objection_to the settings, and a program that is named can run. `guarded` outlives it.
  Compare(const CompareSettings& settings, const Guarded& guarded);

  // What to poll for between two turns, which should be 2 ms apart at most.
  void add_descriptors(std::vector<pollfd>& descriptors) const;
  void turn();
  // Ends the run that goes on, which does not count, and leaves out the others.
  void stop();
  bool over() const { return !run_ && next_ == jobs_.size(); }

  // How far it is and what is known so far; complete once over.
  const CompareProgress& progress() const { return progress_; }
  // Lanes that have become known since the last call.
  std::vector<CompareTimeline> take_timelines();

 private:
  using Clock = std::chrono::steady_clock;

  void begin(const CompareJob& job);
  void finish_run();
  void take_outcome(const CompareOutcome& outcome);
  void take_trace(CompareMeasured& measured);
  void check_answer(const CompareOutcome& outcome, CompareMeasured& measured);
  void renew_report();
  double expected_s(const CompareJob& job) const;
  CompareWayReport& way_of(const CompareJob& job);
  CompareMeasured& measured_of(const CompareJob& job) { return way_of(job).measured[job.measured]; }

  const Guarded& guarded_;
  std::string python_;  // path; "" = without
  CompareProgress progress_;
  std::vector<CompareJob> jobs_;
  std::size_t next_ = 0;
  CompareJob current_;
  std::unique_ptr<CompareRun> run_;
  std::vector<CompareTimeline> timelines_;
  std::map<std::string, std::string> answers_;  // of all tasks together: "" of most ways, "-nogil" of others
  std::map<std::pair<std::size_t, bool>, double> took_s_;  // the last run of a way, by whom
  BusyTime settling_, measuring_;  // since when the machine is looked at before, and while, it is measured
  bool settled_ = false;
};

}  // namespace forkscope::lab
