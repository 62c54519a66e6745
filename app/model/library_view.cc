#include "app/model/library_view.h"

#include <algorithm>

namespace forkscope::app {

namespace {

bool is_in_library(const NextMove& move) {
  return move.library_line > 0;
}

const NextMove* shown_move(const StepView& step, const Selection& selection) {
  const auto find = [&step](const auto& is_it) -> const NextMove* {
    const auto found = std::find_if(step.moves.begin(), step.moves.end(),
                                    [&](const NextMove& move) { return is_in_library(move) && is_it(move); });
    return found == step.moves.end() ? nullptr : &*found;
  };
  const base::ThreadId last = step.last == nullptr ? 0 : step.last->thread;
  const NextMove* move = find([&](const NextMove& one) { return one.id == selection.thread; });
  if (move == nullptr) move = find([&](const NextMove& one) { return one.id == last; });
  if (move == nullptr) move = find([&](const NextMove& one) { return one.thread == step.suggested; });
  if (move == nullptr) move = find([](const NextMove&) { return true; });
  return move;
}

}  // namespace

LibraryView library_view(const StepView& step, const Selection& selection) {
  LibraryView view;
  const NextMove* shown = shown_move(step, selection);
  if (shown == nullptr) return view;
  view.thread = shown->id;
  view.file = shown->library_file;
  view.function = shown->library_function;
  view.line = shown->library_line;
  for (const NextMove& move : step.moves)
    if (is_in_library(move) && move.library_file == view.file)
      view.marks.push_back({move.id, move.library_line, !move.can_move});
  return view;
}

}  // namespace forkscope::app
