// StepRun: one stepped run of a program from its beginning: a schedule first, then a policy, until the
// program has ended, is stuck, or has had its steps. Main thread of the lab.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/lab/step_schedule.h"
#include "core/lab/stepper.h"
#include "core/trace/store.h"

namespace forkscope::lab {

struct StepPolicy {
  std::optional<std::uint64_t> seed;  // the next is drawn; otherwise the same thread goes on while it can
  bool stops = false;                 // at the schedule's end
  std::uint64_t most_steps = 1'000'000;
};

enum class StepEnd : std::uint8_t { ended, stuck, stopped, refused };

struct StepOutcome {
  StepEnd end = StepEnd::ended;
  std::string message;  // refused: why
  std::uint64_t steps = 0;
  StepSchedule done;  // what was really done, in order
};

class StepRun {
 public:
  // `stepper` has settled; not owned.
  StepRun(Stepper& stepper, const StepPolicy& policy);

  // Does one entry of a schedule. Errors say which step could not be done.
  base::Status follow(const StepEntry& entry);
  // `count` times as far as `size` says.
  base::Status advance(const std::string& thread, std::uint32_t count, StepSize size);
  StepOutcome run(const StepSchedule& schedule);
  const StepSchedule& done() const { return done_; }
  std::uint64_t steps() const { return steps_; }

  // Who would move next without a schedule; null: only time can, or nobody.
  const Move* suggested() const;

 private:
  bool goes_on() const { return !stepper_.over() && steps_ < policy_.most_steps; }
  base::Status go_on();
  base::Status move(const Move& next, std::uint32_t most);
  const Move* drawn();
  bool main_has_ended() const;

  Stepper& stepper_;
  StepPolicy policy_;
  std::mt19937_64 random_;
  StepSchedule done_;
  std::uint64_t steps_ = 0;
  std::string last_;  // who moved last
  std::uint64_t in_a_row_ = 0;
};

// Of those that cannot move: a circle if there is one, else all. `world` says who holds what.
std::vector<WaitLink> stuck_links(const Stepper& stepper, const trace::World& world);

}  // namespace forkscope::lab
