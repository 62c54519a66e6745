// Lesson: one entry of assets/lessons, as read from disk at start. Const afterwards.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace forkscope::app {

struct Lesson {
  int number = 0;
  std::string folder;
  std::string program_path;
  std::string title_en, title_ko;
  std::string start_method = "fork";
  std::string notes_en, notes_ko;  // Markdown
};

// Reads every NN_name folder under `lessons_folder`, sorted by number. A broken lesson is an Error that names
// the file.
[[nodiscard]] base::Result<std::vector<Lesson>> load_lessons(const std::string& lessons_folder);

}  // namespace forkscope::app
