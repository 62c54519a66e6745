// One search for everything that a program can do, in a process of its own (`forkscope-lab outcomes
// --messages --stay`): whatever it takes or comes to, the lab goes on. When the search is over the process
// stays, and answers what is asked about it. Main thread of the lab, which polls; nothing blocks.
#pragma once

#include <poll.h>
#include <sys/types.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/lab/protocol.h"

namespace forkscope::lab {

class OutcomesRun {
 public:
  // `flags` say the order's personality as the command line does. The program has been checked: it can run.
  static base::Result<std::unique_ptr<OutcomesRun>> start(const ExploreOutcomes& order,
                                                          const std::vector<std::string>& flags);
  ~OutcomesRun();
  OutcomesRun(const OutcomesRun&) = delete;
  OutcomesRun& operator=(const OutcomesRun&) = delete;

  void add_descriptors(std::vector<pollfd>& descriptors) const {
    if (!gone_) descriptors.push_back({output_, POLLIN, 0});
    if (!outgoing_.empty()) descriptors.push_back({input_, POLLOUT, 0});
  }
  // What it has said since. One OutcomesProgress is `over`, also where the search broke down: then the report
  // says so.
  std::vector<FromLab> turn();
  // It ends its search and reports what it has found.
  void stop();
  // After the search is over. A question that still waits for its turn is forgotten.
  void ask(const FindRemaining& question);
  bool over() const { return over_; }
  // It is over, and nothing is asked.
  bool is_idle() const { return over_ && !asked_ && !next_; }

 private:
  OutcomesRun(pid_t pid, int input, int output) : pid_(pid), input_(input), output_(output) {}
  void write();
  void read(std::vector<FromLab>& messages);
  void note_end(std::vector<FromLab>& messages);

  pid_t pid_;
  int input_, output_;
  std::string incoming_, outgoing_;
  std::optional<FindRemaining> asked_, next_;  // the question that it works at, and the one after it
  bool over_ = false, gone_ = false;
};

}  // namespace forkscope::lab
