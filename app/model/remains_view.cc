#include "app/model/remains_view.h"

#include <algorithm>
#include <string_view>

#include "app/model/step_goal.h"

namespace forkscope::app {

namespace {

// Letters; the rest is hard to understand without the little that was cut.
constexpr std::size_t kWorthCutting = 8;

const lab::OutcomeRow& row_of(const lab::OutcomesReport& report, int row) {
  return report.rows[static_cast<std::size_t>(row)];
}

std::size_t common_beginning(std::string_view one, std::string_view other) {
  const auto differ = std::ranges::mismatch(one, other);
  return static_cast<std::size_t>(differ.in1 - one.begin());
}

enum class Kind : std::uint8_t { thread, time, kill };

Kind kind_of(const std::string& entry) {
  if (entry == "time" || entry.starts_with("time:")) return Kind::time;
  return entry.starts_with("kill:") ? Kind::kill : Kind::thread;
}

// What is expected where the thread that moved last cannot go on: see explore/turns.h.
Kind expected_kind(const std::vector<NextMove>& moves) {
  if (std::ranges::any_of(moves, &NextMove::can_move)) return Kind::thread;
  const bool any_waits =
      std::ranges::any_of(moves, [](const NextMove& move) { return move.deadline_s >= 0; });
  return any_waits ? Kind::time : Kind::kill;
}

}  // namespace

Certainty certainty_of(const lab::OutcomeSet& set, const lab::OutcomesReport& report) {
  if (!set.complete || set.rows.empty() || !set.others.empty()) return Certainty::none;
  const auto all_end = [&](const char* end) {
    return std::ranges::all_of(set.rows, [&](int row) { return row_of(report, row).end == end; });
  };
  if (all_end("stuck")) return Certainty::stuck;
  if (all_end("endless")) return Certainty::endless;
  return set.rows.size() == 1 ? Certainty::one : Certainty::none;
}

std::vector<std::string> short_names(const std::vector<std::string>& names) {
  if (names.size() < 2) return names;
  const std::string_view first = names.front();
  std::size_t begin = first.size(), end = first.size();
  for (const std::string& name : names) {
    begin = std::min(begin, common_beginning(first, name));
    const auto differ = std::mismatch(first.rbegin(), first.rend(), name.rbegin(), name.rend());
    end = std::min(end, static_cast<std::size_t>(differ.first - first.rbegin()));
  }
  // Whole words only.
  const std::size_t word = begin == 0 ? std::string::npos : first.rfind(' ', begin - 1);
  begin = word == std::string::npos ? 0 : word + 1;
  const std::size_t rest = first.find(' ', first.size() - end);
  end = rest == std::string::npos ? 0 : first.size() - rest;
  if (begin + end < kWorthCutting) return names;
  std::vector<std::string> cut;
  for (const std::string& name : names) {
    if (name.size() <= begin + end) return names;
    cut.push_back(name.substr(begin, name.size() - begin - end));
  }
  return cut;
}

const lab::OutcomeSet* remaining_after(const lab::OutcomesRemaining& answer, const std::string& mover) {
  const auto found = std::ranges::find(answer.after, mover, &lab::OutcomesAfter::mover);
  return found == answer.after.end() ? nullptr : &found->possible;
}

std::size_t preemptions_in(const StepRecord& record, std::size_t position) {
  std::size_t count = 0;
  for (std::size_t step = 0; step < position; ++step) {
    const std::vector<NextMove> moves = record.moves_at(step);
    const std::string entry(mover_of(record.steps()[step].entry));
    const NextMove* last =
        step == 0 ? nullptr : find_move(moves, std::string(mover_of(record.steps()[step - 1].entry)));
    const bool preempts =
        last != nullptr && last->can_move ? entry != last->thread : kind_of(entry) != expected_kind(moves);
    count += preempts ? 1 : 0;
  }
  return count;
}

ChallengeState challenge_state(int row, const lab::OutcomesReport& report,
                               const lab::OutcomesRemaining* answer, PathEnd end) {
  if (answer == nullptr || !answer->trouble.empty()) return ChallengeState::unknown;
  const lab::OutcomeSet& now = answer->now;
  const bool can_be = std::ranges::find(now.rows, row) != now.rows.end();
  if (!can_be) return now.complete ? ChallengeState::lost : ChallengeState::unknown;
  const bool is_only = now.rows.size() == 1 && now.others.empty();
  if (end != PathEnd::open && is_only) return ChallengeState::reached;
  if (!is_only || !now.complete) return ChallengeState::open;
  // What goes on for ever has no end to wait for.
  return row_of(report, row).end == "endless" ? ChallengeState::reached : ChallengeState::certain;
}

}  // namespace forkscope::app
