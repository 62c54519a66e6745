// StepBranches: the ways a stepped program has gone that one can return to, beside the one that is shown. A
// plain value; window thread only.
#pragma once

#include <vector>

#include "app/model/step_record.h"
#include "app/model/step_view.h"

namespace forkscope::app {

class StepBranches {
 public:
  // Forgets all; the way that is shown is number 1 again.
  void clear() { *this = StepBranches(); }
  // The way that is shown is left for a new one; it is kept, unless another has all of it.
  void leave(StepRecord shown, PathEnd end);
  // It is left for an older one, which is no longer among these: what that did. Nothing where there is none
  // of that number.
  StepRecord return_to(int number, StepRecord shown, PathEnd end);
  bool has(int number) const;

  int shown() const { return shown_; }
  // Each beside the way that is shown, which has only grown since the last call.
  std::vector<BranchView> views(const StepRecord& shown);
  // The one to return to next, by number; 0 if there is none.
  int next() const;

 private:
  struct Branch {
    int number = 0;
    StepRecord record;
    PathEnd end = PathEnd::open;
    std::size_t shared = 0;
  };

  void keep(StepRecord record, PathEnd end);

  std::vector<Branch> branches_;  // by number
  int shown_ = 1, last_number_ = 1;
};

// How many steps both begin with; `known` of them are known to be the same.
std::size_t shared_steps(const StepRecord& left, const StepRecord& right, std::size_t known = 0);

}  // namespace forkscope::app
