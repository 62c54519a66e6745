// The part of App that belongs to Step mode: what its commands and its keys do.
#include <algorithm>

#include "app/app.h"
#include "app/model/names.h"
#include "app/widgets/format.h"
#include "app/widgets/i18n.h"

namespace forkscope::app {

void App::apply(const SetMode& command) {
  const Mode before = settings_.mode;
  settings_.mode = command.mode;
  if (before == command.mode) return;
  settings_.show_goals = false;
  if (command.mode == Mode::step) {
    const bool runs = session_.state() == RunState::running || session_.state() == RunState::paused;
    cursor_.to_now(session_.store());
    if (runs)
      stepping_.begin_here();
    else
      run_program();
    return;
  }
  if (command.mode == Mode::starts) return enter_starts();
  if (command.mode == Mode::outcomes) {
    if (before == Mode::step) stepping_.leave();
    return enter_outcomes();
  }
  if (before == Mode::step) stepping_.leave();
  if (command.mode == Mode::compare) {
    if (is_in_pool_lab()) run_pool();
    return;
  }
  cursor_.to_now(session_.store());
  // What was opened on the Starts page or for a comparison has not run yet.
  const bool has_run = session_.program_path() == path_ && session_.state() != RunState::nothing;
  if (!has_run && !waits_for_prediction()) run_program();
}

void App::apply(const ChooseStep& command) {
  stepping_.choose(command.entry);
}
void App::apply(const GoToStep& command) {
  stepping_.go_to(command.position);
}
void App::apply(const GoOnUntil& command) {
  go_on_until(command.goal);
}
void App::apply(const StandStill&) {
  stepping_.stand();
}
void App::apply(const ReturnToBranch& command) {
  stepping_.return_to(command.number);
}
void App::apply(const ToggleGoals&) {
  settings_.show_goals = !settings_.show_goals;
  settings_.goal_line = 0;
}
void App::apply(const ToggleStepAxis&) {
  settings_.axis_of_steps = !settings_.axis_of_steps;
}

// The moment that is shown is that of the step.
void App::follow_steps() {
  const StepView& view = stepping_.view();
  if (settings_.mode != Mode::step || !view.active) return;
  if (view.at_end()) {
    if (!cursor_.live()) cursor_.to_now(session_.store());
  } else if (cursor_.live() || cursor_.time_ns() != stepping_.time_ns()) {
    const TimeWindow window = cursor_.window();
    cursor_.move(stepping_.time_ns(), session_.store());
    cursor_.set_window(window);
  }
}

// The card that was chosen by the arrows or the mouse, or else that of the suggested thread.
const NextMove* App::chosen_move() const {
  return app::chosen_move(stepping_.view(), selection_.thread);
}

void App::choose_card(int number) {
  const StepView& view = stepping_.view();
  const auto index = static_cast<std::size_t>(number - 1);
  if (index < view.moves.size())
    stepping_.choose(view.moves[index].thread);
  else if (index == view.moves.size() && view.time_can_pass)
    stepping_.choose("time");
}

void App::move_card(int by) {
  const std::vector<NextMove>& moves = stepping_.view().moves;
  if (moves.empty()) return;
  const NextMove* chosen = chosen_move();
  const int count = static_cast<int>(moves.size());
  const int at = chosen == nullptr ? 0 : static_cast<int>(chosen - moves.data()) + by;
  selection_.thread = moves[static_cast<std::size_t>((at + count) % count)].id;
}

void App::kill_chosen() {
  if (const NextMove* move = chosen_move()) stepping_.kill(move->thread);
}

void App::kill_by_pid(int pid) {
  for (const NextMove& move : stepping_.view().moves)
    if (process_pid(session_.store(), move.process) == pid) return stepping_.kill(move.thread);
}

void App::go_on_until(const StepGoal& goal) {
  settings_.show_goals = false;
  stepping_.go_on(goal);
}

// While the goals are shown all keys are theirs, except those with Control.
bool App::act_on_goals(const KeyPress& press) {
  if (!settings_.show_goals || press.control) return false;
  const auto character = static_cast<std::uint32_t>(press.key);
  if (press.key == Key::escape) {
    settings_.show_goals = false;
  } else if (press.key == Key::backspace) {
    settings_.goal_line /= 10;
  } else if (character >= '0' && character <= '9' && settings_.goal_line < 100'000) {
    settings_.goal_line = settings_.goal_line * 10 + (character - '0');
  } else if (press.key == Key::enter && settings_.goal_line > 0) {
    go_on_until({StepGoal::Kind::line, settings_.goal_line, {}});
  } else if (const NextMove* move = chosen_move(); press.key == letter('B') && move != nullptr) {
    go_on_until({StepGoal::Kind::blocked, 0, move->thread});
  } else if (press.key == letter('E')) {
    go_on_until({StepGoal::Kind::empty, 0, {}});
  } else if (press.key == letter('C')) {
    go_on_until({StepGoal::Kind::end, 0, {}});
  }
  frames_due_ = std::max(frames_due_, 2);
  return true;
}

// At once, not as commands: of two keys in one frame both count.
bool App::act_on_steps(Action action, const KeyPress& press) {
  const NextMove* chosen = chosen_move();
  const std::string suggested = stepping_.view().suggested;
  frames_due_ = std::max(frames_due_, 2);
  switch (action) {
    case Action::step:
      if (stepping_.view().activity == StepActivity::goes_on)
        stepping_.stand();
      else
        stepping_.step();
      return true;
    case Action::step_chosen:
      choose_card(static_cast<int>(press.key) - '0');
      return true;
    case Action::step_line:
      stepping_.go_on({StepGoal::Kind::new_line, 0, suggested});
      return true;
    case Action::step_call:
      stepping_.go_on({StepGoal::Kind::call_end, 0, suggested});
      return true;
    case Action::step_back:
      stepping_.back();
      return true;
    case Action::step_forth:
      stepping_.forth();
      return true;
    case Action::step_home:
      stepping_.go_to(0);
      return true;
    case Action::step_end:
      stepping_.to_end();
      return true;
    case Action::step_goals:
      apply(ToggleGoals{});
      return true;
    case Action::step_run:
      stepping_.go_on({StepGoal::Kind::end, 0, {}});
      return true;
    case Action::card_before:
      move_card(-1);
      return true;
    case Action::card_after:
      move_card(1);
      return true;
    case Action::kill_process:
      if (chosen != nullptr) kill_chosen();
      return true;
    case Action::step_branch:
      stepping_.return_to(stepping_.next_branch());
      return true;
    case Action::step_remains:
      apply(ToggleRemains{});
      return true;
    case Action::step_challenge:
      if (remains_.challenge.is_on()) apply(EndChallenge{});
      return true;
    case Action::step_axis:
      commands_.push(ToggleStepAxis{});
      return true;
    default:
      return false;
  }
}

}  // namespace forkscope::app
