// How many schedules there are, exactly: orders of moves from the beginning to an end. Any thread.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <string>
#include <vector>

#include "core/explore/outcomes.h"

namespace forkscope::explore {

struct ScheduleCount {
  boost::multiprecision::cpp_int number = 0;
  bool unbounded = false;  // a circle of states lies on the way: there are ever longer ones

  // "13914", or "unbounded".
  std::string text() const;
  ScheduleCount& operator+=(const ScheduleCount& other);
  bool operator==(const ScheduleCount&) const = default;
};

struct ScheduleCounts {
  ScheduleCount all;                       // what is known of them, if the outcomes are not complete
  std::vector<ScheduleCount> per_outcome;  // by OutcomeId
};

ScheduleCounts count_schedules(const Unfolding& unfolding, const Outcomes& outcomes);

}  // namespace forkscope::explore
