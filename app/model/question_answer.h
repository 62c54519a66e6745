// What the true answer to a question is, as the run says. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/model/question.h"
#include "core/trace/store.h"

namespace forkscope::app {

// A part of a run: the events from where the question was asked to the moment shown, and how the run ended,
// if that has been.
struct AskedRun {
  const trace::Store& store;
  std::uint64_t begin = 0, end = 0;  // indices of the store
  bool has_moved = false;            // a step was done since
  bool is_over = false, is_stuck = false;
  int exit_code = 0;
};

// Nothing while the run has not told yet.
std::optional<std::string> true_answer(const QuestionAnswer& answer, const AskedRun& run);

}  // namespace forkscope::app
