// What python3 does in many runs of one program: what is printed and how it ends, counted. Main thread of the
// lab, which polls; nothing blocks but the end of a run's processes.
#pragma once

#include <poll.h>
#include <sys/types.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "core/lab/guard.h"
#include "core/lab/protocol.h"

namespace forkscope::lab {

// One run, in a process group of its own. It is stuck when all its processes have slept for so long as the
// order says, and endless when it has not ended after ten times as long.
class PythonOutcomeRun {
 public:
  static base::Result<std::unique_ptr<PythonOutcomeRun>> start(const RunOnPython& order);
  ~PythonOutcomeRun();
  PythonOutcomeRun(const PythonOutcomeRun&) = delete;
  PythonOutcomeRun& operator=(const PythonOutcomeRun&) = delete;

  void add_descriptors(std::vector<pollfd>& descriptors) const {
    descriptors.push_back({output_, POLLIN, 0});
  }
  void turn();
  bool over() const { return over_; }
  // Once over; `runs` is 1.
  const PythonOutcome& outcome() const { return outcome_; }

 private:
  using Clock = std::chrono::steady_clock;
  PythonOutcomeRun(pid_t pid, int output, double seconds) : pid_(pid), output_(output), seconds_(seconds) {}

  void read_output();
  void look_whether_asleep();
  void finish(const std::string& end);

  pid_t pid_;  // and its group's
  int output_;
  double seconds_;
  Clock::time_point begin_ = Clock::now(), asleep_since_ = begin_, next_look_ = begin_;
  std::string seen_;  // of the group, at the look before
  PythonOutcome outcome_;
  bool over_ = false;
};

class PythonOutcomeRuns {
 public:
  explicit PythonOutcomeRuns(RunOnPython order);

  void add_descriptors(std::vector<pollfd>& descriptors) const;
  void turn();
  // Ends the run that goes on and leaves out the others.
  void stop();
  bool over() const { return progress_.done == progress_.runs; }
  const PythonOutcomesProgress& progress() const { return progress_; }

 private:
  void count(const PythonOutcome& outcome);

  RunOnPython order_;
  std::unique_ptr<PythonOutcomeRun> run_;
  PythonOutcomesProgress progress_;
};

}  // namespace forkscope::lab
