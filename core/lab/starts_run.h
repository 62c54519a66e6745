// One run of a program by one start method on our engine, in a session of its own. Two kinds: a timed run,
// and one for the evidence, in which every child stops before its target and after it, or where it fails
// before, is looked at, and goes on. Main thread of the lab, which polls; nothing blocks but the end of a
// tree of processes.
#pragma once

#include <poll.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/lab/child_evidence.h"
#include "core/lab/guard.h"
#include "core/lab/protocol.h"
#include "core/lab/session.h"
#include "core/lab/start_stages.h"
#include "core/trace/reader.h"
#include "core/trace/store.h"

namespace forkscope::lab {

// More processes than this, one after the other, and a run is stopped.
inline constexpr std::uint32_t kMostStarts = 64;

class StartsRun {
 public:
  // `flags`: more options of `forkscope-lab run`.
  static base::Result<std::unique_ptr<StartsRun>> start(const MeasureStarts& order,
                                                        const std::vector<std::string>& flags,
                                                        const std::string& method, const Guarded& guarded,
                                                        bool for_evidence);

  void add_descriptors(std::vector<pollfd>& descriptors) const { session_->add_descriptors(descriptors); }
  void turn();
  void stop(const std::string& reason) { session_->stop(reason); }
  bool over() const { return session_->over(); }

  // Once over. What a run for evidence found out goes into `report`, except times.
  void describe(MethodReport& report) const;
  // Once over: what a timed run found out, about the first start by the method; stages of the first start
  // whose child came to its first line where that one's did not.
  struct Times {
    std::vector<double> first_us, later_us;
    std::vector<StartStage> stages;
  };
  Times times() const;

 private:
  using Clock = std::chrono::steady_clock;
  StartsRun(std::unique_ptr<Session> session, std::string method, double seconds, bool for_evidence);

  void watch_limits();
  void watch_children();
  void look_at_stopped(const trace::ProcessSlot& slot);
  void look_at_early();
  void take_unseen();
  std::pair<base::ProcessId, pid_t> first_child() const;  // whose pid the trace knows; zeros: there is none
  bool was_started_by_method(base::ProcessId child) const;
  void keep_tree(std::vector<ProcessLine> tree);
  void describe_child(MethodReport& report) const;

  std::unique_ptr<Session> session_;
  trace::Store store_;
  trace::Reader reader_;
  std::string method_;
  Clock::time_point begin_ = Clock::now();
  double seconds_;
  bool for_evidence_;
  std::uint64_t seen_ = 0;  // events looked at for a first line
  std::optional<Clock::time_point> first_line_;

  std::optional<ChildEvidence> child_;
  base::ProcessId child_id_ = 0;
  bool looked_at_stopped_ = false;  // the evidence was read while the child stood still
  std::vector<ProcessLine> tree_;
};

}  // namespace forkscope::lab
