// LessonQuestion: what a lesson asks before a step (or before the program runs), when it asks, and from what of the
// run the true answer is found. Read from lesson.toml; const afterwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/trace/event.h"

namespace forkscope::app {

// All that is given must hold at once; the question is asked where it holds first.
struct QuestionMoment {
  bool start = false;      // before anything is done
  std::uint32_t line = 0;  // `thread` is about to go on from this line of the program
  trace::EventKind before = trace::EventKind::none;  // `thread` is about to do this Request
  std::string thread;                                // its name in schedules; "" = any
  std::optional<std::size_t> step;                   // after so many steps
};

enum class AnswerSource : std::uint8_t {
  call,       // what the next call of this name gives back, or the exception it ends by: "empty"
  printed,    // whether this text is printed from here on: True, False
  next_line,  // the next line that is printed
  exit_code,  // of the process of this name; "main" = the first one
  processes,  // how many begin in the whole run, the first one included
  stuck,      // whether the program gets stuck: True, False
  items,      // after the next step, of the first queue: "pipe", "buffer", "slots"
};

struct QuestionAnswer {
  AnswerSource source = AnswerSource::call;
  std::string name;  // see above
};

struct TwoTexts {
  std::string en, ko;
  const std::string& in(const std::string& language) const { return language == "ko" ? ko : en; }
};

struct QuestionChoice {
  std::string value;  // what the true answer is compared with; "*" = any that no other choice has
  TwoTexts text;      // what the button says
};

struct LessonQuestion {
  QuestionMoment when;
  TwoTexts text, reason;
  std::vector<QuestionChoice> choices;
  bool is_number = false;  // without choices: a whole number is asked for
  QuestionAnswer answer;
};

}  // namespace forkscope::app
