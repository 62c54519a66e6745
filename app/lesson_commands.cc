// The part of App that belongs to lessons: going from one to the next, what they ask, and the look inside the
// library.
#include <algorithm>

#include "app/app.h"
#include "app/widgets/format.h"

namespace forkscope::app {

namespace {

bool asks_at_start(const Lesson& lesson) {
  return std::any_of(lesson.questions.begin(), lesson.questions.end(),
                     [](const LessonQuestion& question) { return question.when.start; });
}

}  // namespace

const Lesson* App::opened_lesson() const {
  const auto found = std::find_if(lessons_.begin(), lessons_.end(),
                                  [this](const Lesson& lesson) { return lesson.number == lesson_; });
  return found == lessons_.end() ? nullptr : &*found;
}

void App::open_neighbour(int direction) {
  const auto at = std::find_if(lessons_.begin(), lessons_.end(),
                               [this](const Lesson& lesson) { return lesson.number == lesson_; });
  if (at == lessons_.end()) {
    if (!lessons_.empty()) commands_.push(OpenLesson{lessons_.front().number});
  } else if (direction < 0 && at != lessons_.begin()) {
    commands_.push(OpenLesson{(at - 1)->number});
  } else if (direction > 0 && at + 1 != lessons_.end()) {
    commands_.push(OpenLesson{(at + 1)->number});
  }
}

void App::open_lesson(int number, const Options* options) {
  const auto found = std::find_if(lessons_.begin(), lessons_.end(),
                                  [&](const Lesson& lesson) { return lesson.number == number; });
  if (found == lessons_.end()) return say(tr_format("There is no lesson {0}.", number));
  lesson_ = found->number;
  path_ = found->program_path;
  const bool by_options = options != nullptr && !options->start_method.empty();
  settings_.start_method =
      by_options ? options->start_method : start_method_for(settings_.personality, found->start_method);
  if (found->mode && (options == nullptr || !options->has_mode)) {
    if (settings_.mode == Mode::step && *found->mode != Mode::step) stepping_.leave();
    settings_.mode = *found->mode;
  }
  if (found->compare) compare_.order = *found->compare;
  if (found->compare) compare_.tab = found->is_pool_lab ? CompareTab::pool : CompareTab::ways;
  chosen_knob_ = 0;
  forget_remains();
  ask_anew();
  const bool is_picture = options != nullptr && !options->screenshot.empty();
  if (waits_for_prediction() && !is_picture)
    session_.show(path_);
  else
    run_program();
  if (settings_.mode == Mode::step && !found->schedule.empty()) stepping_.follow(found->schedule);
}

void App::ask_anew() {
  static const std::vector<LessonQuestion> none;
  const Lesson* lesson = opened_lesson();
  prediction_.begin(lesson == nullptr ? none : lesson->questions);
  predicted_run_ = 0;
}

bool App::waits_for_prediction() const {
  const Lesson* lesson = opened_lesson();
  return lesson != nullptr && settings_.mode == Mode::live && asks_at_start(*lesson);
}

void App::renew_prediction() {
  const trace::Store& store = session_.store();
  if (settings_.mode == Mode::step) return prediction_.show_step(step_view(), store, session_.exit_code());
  if (settings_.mode != Mode::live) return prediction_.show_nothing();
  const bool has_begun = predicted_run_ != 0 && session_.runs() >= predicted_run_;
  const bool is_over = session_.state() == RunState::ended || session_.state() == RunState::stopped;
  prediction_.show_run({.store = store,
                        .begin = store.first_index(),
                        .end = store.first_index() + store.size(),
                        .has_moved = has_begun,
                        .is_over = has_begun && is_over,
                        .exit_code = session_.exit_code()},
                       has_begun);
}

// In a program that runs freely the answer is what lets it run.
void App::apply(const Predict& command) {
  prediction_.choose(command.value);
  if (settings_.mode != Mode::live || predicted_run_ != 0) return;
  predicted_run_ = session_.runs() + 1;
  run_program();
}

void App::apply(const ToggleLibrary&) {
  settings_.show_library = !settings_.show_library;
}

void App::act_on_lessons(Action action, const KeyPress& press) {
  switch (action) {
    case Action::lesson_before:
      open_neighbour(-1);
      break;
    case Action::lesson_after:
      open_neighbour(1);
      break;
    case Action::library:
      commands_.push(ToggleLibrary{});
      break;
    case Action::answer: {
      const auto number = static_cast<std::size_t>(static_cast<int>(press.key) - '0');
      const PredictionView& view = prediction_.view();
      if (view.state != PredictionState::asked) break;
      const auto values = prediction_.choices();
      if (view.question->is_number) commands_.push(Predict{std::to_string(number)});
      if (number <= values.size()) commands_.push(Predict{values[number - 1]});
      break;
    }
    default:
      break;
  }
}

void App::renew_library() {
  if (!settings_.show_library || settings_.mode != Mode::step) {
    library_ = {};
    return;
  }
  library_ = library_view(step_view(), selection_);
  if (!library_.file.empty()) library_.lines = session_.library_lines(library_.file);
}

}  // namespace forkscope::app
