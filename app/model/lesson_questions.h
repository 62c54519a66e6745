// The [[question]] tables of a lesson.toml. Pure. For lesson.cc alone.
#pragma once

#include <vector>

#include "app/model/question.h"
#include "core/base/result.h"
#include "toml++/toml.h"

namespace forkscope::app {

// An Error says which question lacks what.
[[nodiscard]] base::Result<std::vector<LessonQuestion>> read_questions(const toml::table& lesson);

}  // namespace forkscope::app
