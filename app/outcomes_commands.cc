// The part of App that belongs to the Outcomes page: guessing, searching, real runs beside it, and which rows
// are opened.
#include <algorithm>
#include <utility>

#include "app/app.h"

namespace forkscope::app {

namespace {

// For a program that is no lesson: its own outputs are typed.
const std::vector<OutcomeGuess>& usual_guesses() {
  static const std::vector<OutcomeGuess> guesses{{"stuck", "", false}};
  return guesses;
}

}  // namespace

void App::enter_outcomes() {
  session_.show(path_);
  const bool is_same = outcomes_.has_report() &&
                       outcomes_.program == program_to_measure(path_, settings_.personality) &&
                       outcomes_.start_method == settings_.start_method;
  if (is_same || path_.empty()) return;
  if (outcomes_.program.path != path_) ask_for_outcomes();
  apply(FindOutcomes{});
}

// What is known is about another program.
void App::ask_for_outcomes() {
  const Lesson* lesson = opened_lesson();
  outcomes_ = {};
  outcomes_.guesses = lesson == nullptr || lesson->guesses.empty() ? usual_guesses() : lesson->guesses;
}

void App::renew_outcomes() {
  OutcomesView& view = outcomes_;
  const bool was_exploring = view.exploring;
  view.exploring = session_.explores();
  view.running_python = session_.runs_on_python();
  view.known = session_.outcomes();
  view.python = session_.python_outcomes();
  if (was_exploring && !view.exploring) view.p = usual_p(view.report());
  const auto rows = static_cast<int>(view.report().rows.size());
  view.chosen = std::clamp(view.chosen, 0, std::max(0, rows - 1));
  if (view.beside >= rows) view.beside = -1;
  if (settings_.mode != Mode::outcomes) return;
  const bool is_old = !view.exploring && view.has_report() &&
                      (view.start_method != settings_.start_method ||
                       view.program != program_to_measure(path_, settings_.personality));
  if (is_old != view.is_old) frames_due_ = std::max(frames_due_, 2);
  view.is_old = is_old;
}

void App::apply(const FindOutcomes&) {
  find_outcomes(false);
}

void App::apply(const ToggleEveryBytecode&) {
  outcomes_.every_bytecode = !outcomes_.every_bytecode;
  find_outcomes(false);
}

void App::find_outcomes(bool beside) {
  if (session_.state() == RunState::lab_lost || path_.empty()) return;
  if (!beside) session_.show(path_);
  const MeasuredProgram program = program_to_measure(path_, settings_.personality);
  const bool same_file = outcomes_.program.path == path_ && outcomes_.has_report();
  const bool is_changed = outcomes_.program != program || outcomes_.start_method != settings_.start_method ||
                          outcomes_.report().every_bytecode != outcomes_.every_bytecode;
  if (!same_file) outcomes_.before = {};
  if (same_file && is_changed) {
    outcomes_.before = outcomes_.report();
    outcomes_.source_before = std::move(outcomes_.source);
  }
  outcomes_.source = session_.source_lines();
  outcomes_.program = program;
  outcomes_.start_method = settings_.start_method;
  outcomes_.is_old = false;
  outcomes_.beside = -1;
  if (same_file) remains_.challenge = {};
  session_.forget_python_outcomes();
  lab::ExploreOutcomes order{.path = path_, .start_method = settings_.start_method};
  order.python_version = settings_.personality.python_version;
  order.personality = settings_.personality.system;
  order.empty_by_semaphore = settings_.personality.empty_by_semaphore;
  order.every_bytecode = outcomes_.every_bytecode;
  order.beside = beside;
  session_.explore(order);
  outcomes_.exploring = true;
}

void App::apply(const CancelOutcomes&) {
  session_.cancel_outcomes();
}

void App::apply(const TickGuess& command) {
  if (outcomes_.revealed || command.index >= outcomes_.guesses.size()) return;
  OutcomeGuess& guess = outcomes_.guesses[command.index];
  guess.ticked = !guess.ticked;
}

void App::apply(const AddGuess& command) {
  if (outcomes_.revealed) return;
  const OutcomeGuess guess{"ok", command.output + "\n", true};
  const auto known = std::ranges::find(outcomes_.guesses, guess.output, &OutcomeGuess::output);
  if (known == outcomes_.guesses.end()) {
    outcomes_.guesses.push_back(guess);
  } else {
    known->ticked = true;
  }
}

void App::apply(const RevealOutcomes&) {
  outcomes_.revealed = true;
  remains_.is_shown = true;
}

void App::apply(const SetPreemptionChance& command) {
  outcomes_.p = std::min(command.index, std::max<std::size_t>(1, outcomes_.report().chance_at.size()) - 1);
}

void App::apply(const ShowOutcome& command) {
  if (!command.beside) {
    outcomes_.chosen = command.row;
    if (outcomes_.beside == command.row) outcomes_.beside = -1;
  } else if (command.row != outcomes_.chosen) {
    outcomes_.beside = outcomes_.beside == command.row ? -1 : command.row;
  }
}

void App::apply(const RunBesideOnPython& command) {
  if (session_.state() == RunState::lab_lost || path_.empty() || session_.explores()) return;
  session_.run_on_python({.path = path_, .runs = command.runs});
}

void App::apply(const StepThroughOutcome& command) {
  const auto& rows = outcomes_.report().rows;
  if (command.row < 0 || static_cast<std::size_t>(command.row) >= rows.size()) return;
  const std::string schedule = rows[static_cast<std::size_t>(command.row)].schedule;
  apply(SetMode{Mode::step});
  stepping_.follow(schedule);
}

void App::reveal_outcomes(int row, int runs) {
  outcomes_.revealed = true;
  outcomes_.chosen = std::max(0, row);
  if (runs > 0) apply(RunBesideOnPython{runs});
}

void App::choose_outcome(int by) {
  const auto rows = static_cast<int>(outcomes_.report().rows.size());
  apply(ShowOutcome{std::clamp(outcomes_.chosen + by, 0, std::max(0, rows - 1)), false});
}

void App::act_on_outcomes(Action action, const KeyPress& press) {
  const auto rows = static_cast<int>(outcomes_.report().rows.size());
  switch (action) {
    case Action::outcomes_reveal:
      return apply(RevealOutcomes{});
    case Action::outcomes_tick:
      return apply(TickGuess{static_cast<std::size_t>(static_cast<int>(press.key) - '1')});
    case Action::outcomes_next:
      return choose_outcome(1);
    case Action::outcomes_before:
      return choose_outcome(-1);
    case Action::outcomes_beside:
      if (outcomes_.beside >= 0) return apply(ShowOutcome{outcomes_.beside, true});
      if (rows > 1) apply(ShowOutcome{(outcomes_.chosen + 1) % rows, true});
      return;
    case Action::outcomes_less:
      return apply(SetPreemptionChance{outcomes_.p == 0 ? 0 : outcomes_.p - 1});
    case Action::outcomes_more:
      return apply(SetPreemptionChance{outcomes_.p + 1});
    case Action::outcomes_step:
      return apply(StepThroughOutcome{outcomes_.chosen});
    case Action::outcomes_challenge:
      return apply(BeginChallenge{outcomes_.chosen});
    case Action::outcomes_python:
      return apply(RunBesideOnPython{kPythonRuns});
    case Action::outcomes_bytecodes:
      return apply(ToggleEveryBytecode{});
    case Action::outcomes_find:
      return apply(FindOutcomes{});
    case Action::outcomes_cancel:
      return apply(CancelOutcomes{});
    default:
      return;
  }
}

}  // namespace forkscope::app
