// Remains: which outcomes are still possible where a program stands that is stepped, and after each move that
// it could make there. Asks a search that is over; what that has not seen is looked at then. One thread, the
// search's; find() takes as long as the part of the graph behind the position is large, and a second more
// where that is not known yet.
#pragma once

#include <chrono>
#include <vector>

#include "core/explore/outcomes.h"
#include "core/explore/search.h"

namespace forkscope::explore {

struct Remaining {
  std::vector<Outcome> outcomes;  // in their order
  bool complete = true;           // false: there may be others
};

struct Remains {
  struct After {
    Mover mover;
    Remaining remaining;
  };
  Remaining now;
  std::vector<After> after;  // time has no name here: the wait that ends first
};

class RemainsFinder {
 public:
  // What one question may look at, beyond what is known.
  static constexpr Search::Limit kUsual{20'000, std::chrono::seconds(1)};

  // The search is over, and not owned.
  explicit RemainsFinder(Search& search, const Search::Limit& limit = kUsual);

  // `steps`: from the program's beginning, each one step of `forkscope-lab step`. An error: it cannot be
  // followed, and says at which step.
  base::Result<Remains> find(const std::vector<Mover>& steps);

 private:
  base::Status follow(const std::vector<Mover>& steps);

  Search& search_;
  Search::Limit limit_;
  // Where it was last: most questions are about the next step.
  std::vector<Mover> done_;
  Search::Position at_;
};

}  // namespace forkscope::explore
