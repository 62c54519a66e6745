#include "app/model/prediction.h"

#include <algorithm>

namespace forkscope::app {

namespace {

// Behind the last event of the moment shown.
std::uint64_t end_of(const StepView& step, const trace::Store& store) {
  const std::uint64_t all = store.first_index() + store.size();
  if (step.at_end()) return all;
  if (step.last != nullptr) return step.last->end_event;
  return step.steps == nullptr || step.steps->empty() ? all : step.steps->front().first_event;
}

}  // namespace

bool holds(const QuestionMoment& moment, const StepView& step) {
  if (moment.start && step.position != 0) return false;
  if (moment.step && step.position != *moment.step) return false;
  if (moment.line == 0 && moment.before == trace::EventKind::none) return moment.start || moment.step;
  return std::any_of(step.moves.begin(), step.moves.end(), [&](const NextMove& move) {
    return (moment.thread.empty() || move.thread == moment.thread) && move.can_move &&
           (moment.line == 0 || move.line == moment.line) &&
           (moment.before == trace::EventKind::none || move.kind == moment.before);
  });
}

void Prediction::begin(const std::vector<LessonQuestion>& questions) {
  questions_ = &questions;
  asked_.clear();
  verdicts_.assign(questions.size(), std::nullopt);
  view_ = {};
}

void Prediction::choose(const std::string& value) {
  if (view_.state != PredictionState::asked) return;
  for (Asked& asked : asked_)
    if (&(*questions_)[asked.question] == view_.question) asked.chosen = value;
}

std::vector<std::string> Prediction::choices() const {
  std::vector<std::string> values;
  if (view_.state != PredictionState::asked) return values;
  for (const QuestionChoice& choice : view_.question->choices) values.push_back(choice.value);
  return values;
}

bool Prediction::is_right(const LessonQuestion& question, const std::string& chosen,
                          const std::string& answer) const {
  if (chosen == answer) return true;
  return chosen == "*" && std::none_of(question.choices.begin(), question.choices.end(),
                                       [&](const QuestionChoice& choice) { return choice.value == answer; });
}

// A question that is not open yet and whose moment this is. Where two share a moment, the first comes first.
void Prediction::ask(const StepView& step, std::uint64_t event) {
  for (std::size_t index = 0; index < questions_->size(); ++index) {
    const bool known = std::any_of(asked_.begin(), asked_.end(),
                                   [&](const Asked& asked) { return asked.question == index; });
    if (known || !holds((*questions_)[index].when, step)) continue;
    asked_.push_back({index, step.position, event, {}});
    return;
  }
}

void Prediction::show(const Asked& asked, const AskedRun& run, bool may_choose) {
  const LessonQuestion& question = (*questions_)[asked.question];
  view_.question = &question;
  view_.chosen = asked.chosen;
  view_.answer.clear();
  view_.state = PredictionState::asked;
  if (may_choose) return;
  view_.state = asked.chosen.empty() ? PredictionState::none : PredictionState::waiting;
  const std::optional<std::string> answer = true_answer(question.answer, run);
  if (asked.chosen.empty() || !answer) return;
  view_.state = PredictionState::judged;
  view_.answer = *answer;
  view_.is_right = is_right(question, asked.chosen, *answer);
  verdicts_[asked.question] = view_.is_right;
}

void Prediction::show_step(const StepView& step, const trace::Store& store, int exit_code) {
  view_ = {};
  if (questions_ == nullptr || questions_->empty() || !step.active) return;
  const std::uint64_t end = end_of(step, store);
  std::erase_if(asked_, [&](const Asked& asked) { return asked.position > step.position; });
  if (step.end == PathEnd::open || !step.at_end()) ask(step, end);
  for (Asked& asked : asked_) {
    const bool may_choose = asked.position == step.position;
    if (may_choose) asked.event = end;
    show(asked,
         {.store = store,
          .begin = asked.event,
          .end = end,
          .has_moved = !may_choose,
          .is_over = step.at_end() && step.end == PathEnd::ended,
          .is_stuck = step.at_end() && step.end == PathEnd::stuck,
          .exit_code = exit_code},
         may_choose);
  }
  view_.count = questions_->size();
  for (const auto& verdict : verdicts_) {
    view_.judged += verdict.has_value() ? 1 : 0;
    view_.right += verdict.value_or(false) ? 1 : 0;
  }
}

void Prediction::show_run(const AskedRun& run, bool has_begun) {
  view_ = {};
  if (questions_ == nullptr) return;
  if (asked_.empty()) {
    const auto found = std::find_if(questions_->begin(), questions_->end(),
                                    [](const LessonQuestion& question) { return question.when.start; });
    if (found == questions_->end()) return;
    asked_.push_back({static_cast<std::size_t>(found - questions_->begin()), 0, 0, {}});
  }
  show(asked_.front(), run, !has_begun);
  view_.count = 1;
  view_.judged = view_.state == PredictionState::judged ? 1 : 0;
  view_.right = view_.judged != 0 && view_.is_right ? 1 : 0;
}

}  // namespace forkscope::app
