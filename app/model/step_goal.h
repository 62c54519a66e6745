// StepGoal: how far a program that is stepped goes on by itself. A plain value with one question: are we
// there? Window thread only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/model/step_view.h"
#include "core/trace/store.h"

namespace forkscope::app {

struct StepGoal {
  enum class Kind : std::uint8_t {
    end,       // until it has ended, or nobody can move
    line,      // until some thread comes to `line`
    blocked,   // until `thread` cannot move
    empty,     // until a queue is asked empty()
    new_line,  // `thread` alone, until it is on another line
    call_end,  // `thread` alone, until the library call is over that it is in, or comes to
  };
  Kind kind = Kind::end;
  std::uint32_t line = 0;
  std::string thread = {};

  // Whether it is always `thread` that moves.
  bool is_of_one_thread() const { return kind == Kind::new_line || kind == Kind::call_end; }
};

// Follows a program step by step.
class GoalWatch {
 public:
  // `moves`: where the program stands when it sets out.
  GoalWatch(const StepGoal& goal, const std::vector<NextMove>& moves);

  const StepGoal& goal() const { return goal_; }
  // After each step: where the program stands now, and what the step wrote.
  bool reached(const std::vector<NextMove>& moves, const DoneStep& step, const trace::Store& store);

 private:
  bool came_to_line(const std::vector<NextMove>& moves, const DoneStep& step, const trace::Store& store);
  bool is_blocked(const NextMove* move);
  bool is_past(const NextMove* move) const;

  StepGoal goal_;
  NextMove begin_;  // of the goal's thread
  bool could_move_ = false;
  std::vector<std::pair<base::ThreadId, std::uint32_t>> lines_;  // where each thread was
};

const NextMove* find_move(const std::vector<NextMove>& moves, const std::string& thread);
// The move of the thread that is selected, or else of the one that is suggested; null if neither has one.
const NextMove* chosen_move(const StepView& step, base::ThreadId selected);

}  // namespace forkscope::app
