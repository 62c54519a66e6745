// What a queue's answer was and why it was wrong, as a title and one plain sentence. Pure apart from the
// language.
#pragma once

#include <string>

#include "core/trace/store.h"

namespace forkscope::app {

struct AnswerText {
  std::string title;     // "empty() said True. Two items are in the queue."
  std::string sentence;  // "It looked at the pipe: 1 in the buffer, 1 in the feeder's hand, 0 in the pipe."
  std::string brief;     // "True, with 2 queued", beside a dot
};

AnswerText answer_text(const trace::Store& store, const trace::Answer& answer);

}  // namespace forkscope::app
