// StepMemory: what was done at every step of earlier runs of a program, found by the choices that led there.
// A run that is repeated is compared with it: the same choices lead to the same Requests, unless the program
// changes its behaviour. Owned by whoever repeats runs; main thread of the lab.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "core/trace/step_plan.h"

namespace forkscope::lab {

class StepMemory {
 public:
  // A step, by a hash of all choices up to it; 0 = before the first.
  using Position = std::uint64_t;
  static Position after(Position before, std::string_view choice);

  // Null where nobody has been.
  const trace::StepMark* find(Position position) const;
  // What was known there is replaced.
  void learn(Position position, const trace::StepMark& mark);
  void forget(Position position) { marks_.erase(position); }
  void clear() { marks_.clear(); }

 private:
  std::unordered_map<Position, trace::StepMark> marks_;
};

}  // namespace forkscope::lab
