// Lesson: one entry of assets/lessons, as read from disk at start. Const afterwards.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/mode.h"
#include "app/model/outcomes_view.h"
#include "app/model/question.h"
#include "core/base/result.h"
#include "core/lab/protocol.h"

namespace forkscope::app {

struct Lesson {
  int number = 0;
  std::string folder;
  std::string program_path;
  std::string title_en, title_ko;
  std::optional<Mode> mode;  // in which it opens; nothing = in the one that is in use
  std::string start_method = "fork";
  // Compare mode: what it orders at first, and whether its program is the pool lab's.
  std::optional<lab::CompareSettings> compare;
  bool is_pool_lab = false;
  std::string schedule;            // that it is stepped along at first; "" = none
  std::string notes_en, notes_ko;  // Markdown
  std::vector<LessonQuestion> questions;
  std::vector<OutcomeGuess> guesses;  // what can be ticked on the Outcomes page
};

// Reads every NN_name folder under `lessons_folder`, sorted by number. A broken lesson is an Error that names
// the file.
[[nodiscard]] base::Result<std::vector<Lesson>> load_lessons(const std::string& lessons_folder);

}  // namespace forkscope::app
