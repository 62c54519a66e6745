// StepRun: one stepped run of a program from its beginning: a schedule first, then a policy, until the
// program has ended, is stuck, or has had its steps. Main thread of the lab.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "core/lab/step_memory.h"
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

// Where a run does not do what was done after the same choices before.
struct StepDifference {
  std::uint64_t step = 0;  // from 1 on; not done
  trace::StepMark before;
  Move now;
};

class StepRun {
 public:
  // `stepper` has settled. `memory` is compared with, and learns; null: nothing is compared. Neither is
  // owned.
  StepRun(Stepper& stepper, const StepPolicy& policy, StepMemory* memory = nullptr);

  // Does what the schedule says. Errors say which step could not be done, or which differs from what was done
  // there before (`difference`; it is told once, the next order goes on).
  base::Status follow(std::span<const StepEntry> schedule);
  base::Status follow(const StepEntry& entry) { return follow({&entry, 1}); }
  // `count` times as far as `size` says.
  base::Status advance(const std::string& thread, std::uint32_t count, StepSize size);
  StepOutcome run(const StepSchedule& schedule);
  const StepSchedule& done() const { return done_; }
  std::uint64_t steps() const { return steps_; }
  // Of the last order.
  const std::optional<StepDifference>& difference() const { return difference_; }

  // Who would move next without a schedule; null: only time can, or nobody.
  const Move* suggested() const;

 private:
  bool goes_on() const { return !stepper_.over() && steps_ < policy_.most_steps; }
  base::Status go_on();
  base::Result<std::uint64_t> take_turns(std::span<const Turn> turns);
  base::Status take_choice(const StepEntry& entry);
  void expect(std::span<const Turn> turns);
  void count(const Turn& done);
  base::Status differs(std::string_view thread);
  const Move* drawn();
  bool main_has_ended() const;

  Stepper& stepper_;
  StepPolicy policy_;
  std::mt19937_64 random_;
  StepMemory* memory_;
  StepMemory::Position position_ = 0;
  std::uint64_t counted_;  // of the steps that the stepper has done
  std::optional<StepDifference> difference_;
  StepSchedule done_;
  std::uint64_t steps_ = 0;
  std::string last_;  // who moved last
  std::uint64_t in_a_row_ = 0;
};

// A text that was printed, without line ends.
std::string one_line(const std::string& text);

// Of those that cannot move: a circle if there is one, else all. `world` says who holds what.
std::vector<WaitLink> stuck_links(const Stepper& stepper, const trace::World& world);

}  // namespace forkscope::lab
