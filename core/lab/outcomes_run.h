// One search for everything that a program can do, in a process of its own (`forkscope-lab outcomes
// --messages`): whatever it takes or comes to, the lab goes on. Main thread of the lab, which polls; nothing
// blocks.
#pragma once

#include <poll.h>
#include <sys/types.h>

#include <memory>
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
    descriptors.push_back({output_, POLLIN, 0});
  }
  // What it has said since. The last message is `over`, also where the search broke down: then the report
  // says so.
  std::vector<OutcomesProgress> turn();
  // It ends its search and reports what it has found.
  void stop();
  bool over() const { return over_; }

 private:
  OutcomesRun(pid_t pid, int output) : pid_(pid), output_(output) {}

  pid_t pid_;
  int output_;
  std::string incoming_;
  bool over_ = false;
};

}  // namespace forkscope::lab
