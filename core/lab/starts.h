// The measurement behind `starts` and the window's Starts view: the same program by fork, spawn and
// forkserver, each run in a session of its own, one at a time; first a run for the evidence, then timed ones,
// alternating with python3's. Owned by whoever drives it; main thread of the lab. turn() does not block but
// at the end of a run.
#pragma once

#include <poll.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/lab/guard.h"
#include "core/lab/protocol.h"
#include "core/lab/python_run.h"
#include "core/lab/starts_run.h"

namespace forkscope::lab {

class Starts {
 public:
  // `flags` say the order's personality as the command line does. `guarded` outlives it. The program has been
  // checked: it can run.
  Starts(MeasureStarts order, std::vector<std::string> flags, const Guarded& guarded);

  // What to poll for between two turns, which should be 2 ms apart at most.
  void add_descriptors(std::vector<pollfd>& descriptors) const;
  void turn();
  // Ends the run that goes on and leaves out the others.
  void stop();
  bool over() const { return next_ == jobs_.size() && !ours_ && !pythons_; }

  // How far it is and what is known so far; complete once over.
  const StartsProgress& progress() const { return progress_; }

 private:
  struct Job {
    std::size_t method;  // index in the report
    bool by_python, for_evidence;
  };
  // What the timed runs of one method brought so far.
  struct Collected {
    std::vector<double> first_us, later_us;
    std::vector<std::vector<StartStage>> stages;
  };

  void plan();
  void begin(const Job& job);
  void finish_ours();
  void finish_pythons();
  void finished();
  bool knows(std::size_t method) const { return progress_.report.methods[method].known; }
  MethodReport& method_of(const Job& job) { return progress_.report.methods[job.method]; }

  MeasureStarts order_;
  std::vector<std::string> flags_;
  const Guarded& guarded_;
  std::vector<Job> jobs_;
  std::size_t next_ = 0;
  Job current_{};
  std::unique_ptr<StartsRun> ours_;
  std::unique_ptr<PythonRun> pythons_;
  std::map<std::size_t, Collected> collected_, collected_by_python_;
  StartsProgress progress_;
};

// The rows of all runs as one: a stage's times are the medians of the runs in which it happened.
std::vector<StartStage> medians_of(const std::vector<std::vector<StartStage>>& runs);

}  // namespace forkscope::lab
