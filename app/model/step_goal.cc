#include "app/model/step_goal.h"

#include <algorithm>

namespace forkscope::app {

namespace {

constexpr std::int64_t kAsksEmpty = 0;  // queue_asks, see notes.inc

bool asked_empty(const DoneStep& step, const trace::Store& store) {
  for (std::uint64_t index = step.first_event; index < step.end_event; ++index) {
    const trace::Event& event = store.event(index);
    if (event.kind == trace::EventKind::queue_asks && event.a == kAsksEmpty) return true;
  }
  return false;
}

}  // namespace

const NextMove* find_move(const std::vector<NextMove>& moves, const std::string& thread) {
  const auto found =
      std::find_if(moves.begin(), moves.end(), [&](const NextMove& move) { return move.thread == thread; });
  return found == moves.end() ? nullptr : &*found;
}

const NextMove* chosen_move(const StepView& step, base::ThreadId selected) {
  const auto own = std::find_if(step.moves.begin(), step.moves.end(),
                                [&](const NextMove& move) { return selected != 0 && move.id == selected; });
  return own != step.moves.end() ? &*own : find_move(step.moves, step.suggested);
}

GoalWatch::GoalWatch(const StepGoal& goal, const std::vector<NextMove>& moves) : goal_(goal) {
  if (const NextMove* move = find_move(moves, goal.thread)) begin_ = *move;
  could_move_ = begin_.can_move;
  for (const NextMove& move : moves) lines_.emplace_back(move.id, move.line);
}

bool GoalWatch::reached(const std::vector<NextMove>& moves, const DoneStep& step, const trace::Store& store) {
  const NextMove* own = find_move(moves, goal_.thread);
  switch (goal_.kind) {
    case StepGoal::Kind::end:
      return false;
    case StepGoal::Kind::line:
      return came_to_line(moves, step, store);
    case StepGoal::Kind::blocked:
      return is_blocked(own);
    case StepGoal::Kind::empty:
      return asked_empty(step, store);
    case StepGoal::Kind::new_line:
    case StepGoal::Kind::call_end:
      return is_past(own);
  }
  return true;
}

bool GoalWatch::came_to_line(const std::vector<NextMove>& moves, const DoneStep& step,
                             const trace::Store& store) {
  const auto before = std::find_if(lines_.begin(), lines_.end(),
                                   [&](const auto& entry) { return entry.first == step.thread; });
  const bool was_there = before != lines_.end() && before->second == goal_.line;
  bool is_there = false;
  for (std::uint64_t index = step.first_event + 1; index < step.end_event; ++index) {
    const trace::Event& event = store.event(index);
    is_there = is_there || (event.line == goal_.line && event.thread == step.thread);
  }
  lines_.clear();
  for (const NextMove& move : moves) {
    is_there = is_there || (move.id == step.thread && move.line == goal_.line);
    lines_.emplace_back(move.id, move.line);
  }
  return is_there && !was_there;
}

bool GoalWatch::is_blocked(const NextMove* move) {
  if (move == nullptr) return true;
  if (move->can_move) could_move_ = true;
  return !move->can_move && could_move_;
}

bool GoalWatch::is_past(const NextMove* move) const {
  if (move == nullptr || !move->can_move) return true;
  if (goal_.kind == StepGoal::Kind::new_line) return move->line != begin_.line;
  return begin_.depth > 0 ? move->depth < begin_.depth : move->calls != begin_.calls && move->depth == 0;
}

}  // namespace forkscope::app
