// One run of the program of `compare` in one way, by our engine or by python3, in a session of its own. Main
// thread of the lab, which polls; nothing blocks but the end of a tree of processes.
#pragma once

#include <poll.h>

#include <chrono>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "core/lab/compare_report.h"
#include "core/lab/guard.h"
#include "core/lab/session.h"
#include "core/trace/reader.h"
#include "core/trace/store.h"

namespace forkscope::lab {

struct CompareCommand {
  std::string way;
  int workers = 1;
  std::string python;   // path of python3; "" = our engine
  bool traced = false;  // our engine only
};

struct CompareOutcome {
  double seconds = -1;  // as the program says; -1 if it did not come to that
  std::string answer;   // what all results together are; the same in every way
  std::string version;  // of Python
  std::string trouble;  // "" or what went wrong, a sentence
};

class CompareRun {
 public:
  static base::Result<std::unique_ptr<CompareRun>> start(const CompareSettings& settings,
                                                         const CompareCommand& command,
                                                         const Guarded& guarded);
  ~CompareRun();
  CompareRun(const CompareRun&) = delete;
  CompareRun& operator=(const CompareRun&) = delete;

  void add_descriptors(std::vector<pollfd>& descriptors) const { session_->add_descriptors(descriptors); }
  void turn();
  void stop() { session_->stop(""); }
  bool over() const { return session_->over(); }

  // Once over.
  CompareOutcome outcome();
  const trace::Store& store() const { return store_; }
  double took_s() const;  // all in all

 private:
  using Clock = std::chrono::steady_clock;
  CompareRun(std::string folder, std::ifstream result, std::unique_ptr<Session> session, double seconds);

  std::string folder_;    // of the program and its result; goes with the session
  std::ifstream result_;  // open before the folder goes
  std::unique_ptr<Session> session_;
  trace::Store store_;
  std::unique_ptr<trace::Reader> reader_;  // of a traced run
  double seconds_;
  Clock::time_point begin_ = Clock::now(), end_ = begin_;
};

// What the program wrote, and how it ended where it did not write all of it.
CompareOutcome outcome_of(std::istream& result, const std::string& how_it_ended);

}  // namespace forkscope::lab
