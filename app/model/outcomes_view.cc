#include "app/model/outcomes_view.h"

#include <algorithm>
#include <array>

namespace forkscope::app {

namespace {

bool ends_by_itself(const std::string& end) {
  return end == "ok" || end == "error";
}

bool same_end(const std::string& one, const std::string& other) {
  return one == other || (ends_by_itself(one) && ends_by_itself(other));
}

int main_code(const lab::OutcomeRow& row) {
  const auto main = std::ranges::find(row.exit_codes, "main", &lab::OutcomeExit::process);
  return main == row.exit_codes.end() ? 0 : main->code;
}

// Of a real run only the first process's exit code is known.
bool is_of(const lab::PythonOutcome& outcome, const lab::OutcomeRow& row) {
  if (!same_end(outcome.end, row.end) || outcome.output != row.output) return false;
  return !ends_by_itself(row.end) || outcome.exit_code == main_code(row);
}

bool is_of(const OutcomeGuess& guess, const lab::OutcomeRow& row) {
  if (!same_end(guess.end, row.end)) return false;
  return !ends_by_itself(guess.end) || guess.output == row.output;
}

bool is_possible(const OutcomesView& view, const OutcomeGuess& guess) {
  return std::ranges::any_of(view.report().rows, [&](const auto& row) { return is_of(guess, row); });
}

int row_before(const OutcomesView& view, const OutcomeLine& line) {
  const auto& rows = view.before.rows;
  const auto found = std::ranges::find_if(
      rows, [&](const lab::OutcomeRow& row) { return row.end == line.end && row.output == line.output; });
  return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

}  // namespace

std::size_t usual_p(const lab::OutcomesReport& report) {
  const auto found = std::ranges::find(report.chance_at, kUsualP);
  return found == report.chance_at.end() ? 0 : static_cast<std::size_t>(found - report.chance_at.begin());
}

std::vector<OutcomeLine> outcome_lines(const OutcomesView& view) {
  std::vector<OutcomeLine> lines;
  const auto& rows = view.report().rows;
  for (std::size_t index = 0; index < rows.size(); ++index) {
    OutcomeLine line{static_cast<int>(index), rows[index].end, rows[index].output};
    for (const OutcomeGuess& guess : view.guesses) line.guessed |= guess.ticked && is_of(guess, rows[index]);
    line.before = row_before(view, line);
    for (const auto& run : view.python.outcomes.found) {
      if (is_of(run, rows[index])) line.python_runs += run.runs;
    }
    lines.push_back(std::move(line));
  }
  for (const OutcomeGuess& guess : view.guesses) {
    if (!guess.ticked || is_possible(view, guess)) continue;
    lines.push_back({-1, guess.end, guess.output, true});
    lines.back().before = row_before(view, lines.back());
  }
  for (int row = 0; const lab::OutcomeRow& old : view.before.rows) {
    const auto known = std::ranges::find_if(
        lines, [&](const OutcomeLine& line) { return line.end == old.end && line.output == old.output; });
    if (known == lines.end()) lines.push_back({-1, old.end, old.output, false, row});
    ++row;
  }
  return lines;
}

std::vector<lab::PythonOutcome> not_found(const OutcomesView& view) {
  std::vector<lab::PythonOutcome> others;
  for (const lab::PythonOutcome& run : view.python.outcomes.found) {
    const auto fits = [&](const lab::OutcomeRow& row) { return is_of(run, row); };
    if (std::ranges::none_of(view.report().rows, fits)) others.push_back(run);
  }
  return others;
}

GuessScore score_of(const OutcomesView& view) {
  GuessScore score;
  for (const OutcomeGuess& guess : view.guesses) {
    ++score.all;
    score.right += guess.ticked == is_possible(view, guess) ? 1 : 0;
  }
  for (const lab::OutcomeRow& row : view.report().rows) {
    const auto thought_of = [&](const OutcomeGuess& guess) { return is_of(guess, row); };
    score.missed += std::ranges::none_of(view.guesses, thought_of) ? 1 : 0;
  }
  return score;
}

std::optional<std::size_t> parting_of(const lab::OutcomeRow& one, const lab::OutcomeRow& other) {
  const std::size_t both = std::min(one.example.size(), other.example.size());
  for (std::size_t move = 0; move < both; ++move) {
    if (one.example[move].mover != other.example[move].mover) return move;
  }
  return std::nullopt;
}

std::optional<std::size_t> no_return_of(const lab::OutcomeRow& row, int index) {
  const auto certain = std::ranges::find_if(row.example, [&](const lab::OutcomeMove& move) {
    return move.possible.size() == 1 && move.possible.front() == index;
  });
  if (certain == row.example.end() || certain == row.example.begin()) return std::nullopt;
  return static_cast<std::size_t>(certain - row.example.begin());
}

ExampleLanes lanes_of(const std::vector<lab::OutcomeMove>& moves, std::vector<std::string> known) {
  ExampleLanes lanes;
  lanes.movers = std::move(known);
  for (std::size_t move = 0; move < moves.size(); ++move) {
    const auto place = std::ranges::find(lanes.movers, moves[move].mover);
    const auto lane = static_cast<std::size_t>(place - lanes.movers.begin());
    if (place == lanes.movers.end()) lanes.movers.push_back(moves[move].mover);
    if (lanes.blocks.empty() || lanes.blocks.back().lane != lane) {
      lanes.blocks.push_back({lane, move, move, moves[move].preempts});
    }
    lanes.blocks.back().end = move + 1;
  }
  return lanes;
}

std::size_t telling_move(const std::vector<lab::OutcomeMove>& moves, std::size_t begin, std::size_t end) {
  static constexpr std::array kShared{"sem_acquire",  "sem_release",   "fd_read",      "fd_write",
                                      "fd_poll",      "memory_read",   "memory_write", "lock_acquire",
                                      "stream_write", "condition_wait"};
  for (std::size_t move = end; move-- > begin;) {
    if (std::ranges::count(kShared, moves[move].request) > 0) return move;
  }
  return end - 1;
}

std::string in_one_line(const std::string& output) {
  std::string text = output;
  if (text.ends_with('\n')) text.pop_back();
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 3)
    text.replace(at, 1, " / ");
  return text;
}

}  // namespace forkscope::app
