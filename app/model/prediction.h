// Prediction: which question of the lesson is open at the moment shown, what the user has chosen, and whether
// the run proves it right. Knows steps by their positions, so going back opens a question again. Owned by
// App, window thread only; never blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/model/question.h"
#include "app/model/question_answer.h"
#include "app/model/step_view.h"
#include "core/trace/store.h"

namespace forkscope::app {

enum class PredictionState : std::uint8_t {
  none,     // there is nothing to ask here
  asked,    // the user may choose, and choose again
  waiting,  // chosen; the run has not told yet
  judged,
};

struct PredictionView {
  PredictionState state = PredictionState::none;
  const LessonQuestion* question = nullptr;
  std::string chosen;  // a choice's value, or a number; "" = nothing yet
  std::string answer;  // judged: what the run says
  bool is_right = false;
  int right = 0, judged = 0;  // of the lesson's questions
  std::size_t count = 0;      // of the lesson's questions
};

class Prediction {
 public:
  // Forgets everything. `questions` is not owned and must outlive this or the next begin().
  void begin(const std::vector<LessonQuestion>& questions);

  // What the user thinks, of the question that is asked; nothing happens where none is.
  void choose(const std::string& value);

  // A program that is stepped, at the moment shown.
  void show_step(const StepView& step, const trace::Store& store, int exit_code);
  // A program that runs freely: only what is asked at the start. `has_begun`: since the user has chosen.
  void show_run(const AskedRun& run, bool has_begun);
  void show_nothing() { view_ = {}; }
  const PredictionView& view() const { return view_; }
  // The values that can be chosen now, in the order of their keys.
  std::vector<std::string> choices() const;

 private:
  struct Asked {
    std::size_t question = 0, position = 0;
    std::uint64_t event = 0;
    std::string chosen;
  };

  void ask(const StepView& step, std::uint64_t event);
  void show(const Asked& asked, const AskedRun& run, bool may_choose);
  bool is_right(const LessonQuestion& question, const std::string& chosen, const std::string& answer) const;

  const std::vector<LessonQuestion>* questions_ = nullptr;
  std::vector<Asked> asked_;                   // in the order of their positions
  std::vector<std::optional<bool>> verdicts_;  // of each question, the last one
  PredictionView view_;
};

// Whether a question is to be asked at this moment of a stepped program.
bool holds(const QuestionMoment& moment, const StepView& step);

}  // namespace forkscope::app
