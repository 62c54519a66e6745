// The part of App that says in Step mode what can still happen: the search that has to be known first, the
// questions to the lab, and the challenge.
#include <utility>

#include "app/app.h"
#include "app/widgets/i18n.h"

namespace forkscope::app {

namespace {

// What was searched is about another run.
bool is_other_program(const OutcomesView& outcomes, const MeasuredProgram& program,
                      const std::string& start_method) {
  return outcomes.program != program || outcomes.start_method != start_method;
}

}  // namespace

// False where it is still to be searched, or cannot be.
bool App::knows_outcomes_of_run() {
  if (session_.knobs_are_turned()) {
    remains_.trouble = tr("A knob is turned. The search takes the program as it stands in the file.");
    return false;
  }
  const bool is_other = is_other_program(outcomes_, stepped_program_, settings_.start_method);
  const bool is_empty = outcomes_.report().rows.empty() && outcomes_.report().stopped.empty();
  if (is_other || (!outcomes_.exploring && is_empty)) {
    if (stepped_program_ != program_to_measure(path_, settings_.personality)) {
      remains_.trouble = tr("The file has changed since the program began. Press R to begin anew.");
      return false;
    }
    if (outcomes_.program.path != path_) ask_for_outcomes();
    find_outcomes(true);
  }
  remains_.is_searching = outcomes_.exploring;
  remains_.states = outcomes_.known.states;
  if (outcomes_.exploring) return false;
  if (outcomes_.report().rows.empty()) remains_.trouble = outcomes_.report().stopped;
  return outcomes_.has_report() && remains_.trouble.empty();
}

void App::renew_remains() {
  remains_.answer = nullptr;
  remains_.trouble.clear();
  remains_.is_searching = remains_.was_decided = false;
  const StepView& view = stepping_.view();
  if (settings_.mode != Mode::step || !remains_.is_visible() || !view.active) return;
  if (!view.from_beginning) {
    remains_.trouble = tr("The program has run freely before. Press R to step it from its beginning.");
    return;
  }
  const bool stands = view.activity == StepActivity::stands;
  if (!knows_outcomes_of_run() || !stands) return;
  const std::vector<std::string> steps = stepping_.record().schedule(view.position);
  remains_.answer = session_.remaining(schedule_text(steps, 0, steps.size()));
  if (remains_.answer != nullptr) remains_.trouble = remains_.answer->trouble;
  if (!remains_.trouble.empty()) remains_.answer = nullptr;
  if (remains_.answer != nullptr && view.position > 0) {
    const auto* before = session_.known_remaining(schedule_text(steps, 0, steps.size() - 1));
    remains_.was_decided = before == nullptr || certainty_of(before->now, outcomes_.report()) ==
                                                    certainty_of(remains_.answer->now, outcomes_.report());
  }
  renew_challenge();
}

void App::renew_challenge() {
  Challenge& challenge = remains_.challenge;
  if (!challenge.is_on()) return;
  const StepView& view = stepping_.view();
  const PathEnd end = view.at_end() ? view.end : PathEnd::open;
  challenge.state = challenge_state(challenge.row, outcomes_.report(), remains_.answer, end);
  challenge.preemptions = preemptions_in(stepping_.record(), view.position);
}

// What was seen of one program tells nothing of another.
void App::forget_remains() {
  remains_ = RemainsView();
}

void App::apply(const ToggleRemains&) {
  remains_.is_shown = !remains_.is_shown;
}

void App::apply(const BeginChallenge& command) {
  const auto rows = static_cast<int>(outcomes_.report().rows.size());
  if (command.row < 0 || command.row >= rows || outcomes_.exploring) return;
  remains_.challenge = {.row = command.row};
  remains_.is_shown = false;
  if (settings_.mode == Mode::step)
    run_program();
  else
    apply(SetMode{Mode::step});
}

void App::apply(const EndChallenge&) {
  remains_.challenge = {};
  remains_.is_shown = true;
}

}  // namespace forkscope::app
