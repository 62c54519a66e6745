#include "core/lab/outcomes_remaining.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <vector>

#include "core/explore/examples.h"
#include "core/lab/outcomes_text.h"
#include "core/lab/step_schedule.h"

namespace forkscope::lab {

namespace {

using explore::Mover;

constexpr std::uint64_t kMostSteps = 10'000'000;

// A mover a step.
base::Result<std::vector<Mover>> steps_of(const std::string& schedule) {
  auto entries = parse_schedule(schedule);
  if (!entries.ok()) return entries.error();
  std::vector<Mover> steps;
  for (const StepEntry& entry : entries.value()) {
    const Mover::Kind kind = entry.kind == StepEntry::Kind::time   ? Mover::Kind::time
                             : entry.kind == StepEntry::Kind::kill ? Mover::Kind::kill
                                                                   : Mover::Kind::thread;
    if (steps.size() + entry.count > kMostSteps) return base::Error{"These are too many steps."};
    steps.insert(steps.end(), entry.count, Mover{kind, entry.name});
    steps.back().places = entry.places;
    steps.back().switch_at = entry.switch_at;
  }
  return steps;
}

bool has_exit_codes(const OutcomeRow& row, const explore::Outcome& outcome) {
  const auto same = [](const OutcomeExit& exit, const explore::ExitCode& other) {
    return exit.process == other.process && exit.code == other.code;
  };
  return std::ranges::equal(row.exit_codes, outcome.exit_codes, same);
}

// What a loop prints is left out from where it is entered, which may lie before the position that was asked
// about.
bool has_output(const OutcomeRow& row, const explore::Outcome& outcome) {
  if (row.output_goes_on != outcome.output.goes_on) return false;
  return row.output_goes_on ? outcome.output.bytes.starts_with(row.output)
                            : outcome.output.bytes == row.output;
}

OutcomeSet set_of(const explore::Remaining& remaining, const OutcomesReport& report, bool is_all) {
  OutcomeSet set{.rows = {}, .others = {}, .complete = is_all && remaining.complete};
  for (const explore::Outcome& outcome : remaining.outcomes) {
    const std::string end = word_of(outcome.end);
    const auto row = std::ranges::find_if(report.rows, [&](const OutcomeRow& each) {
      return each.end == end && has_output(each, outcome) && has_exit_codes(each, outcome);
    });
    if (row == report.rows.end())
      set.others.push_back({end, outcome.output.bytes});
    else
      set.rows.push_back(static_cast<int>(row - report.rows.begin()));
  }
  std::ranges::sort(set.rows);
  return set;
}

}  // namespace

OutcomesRemaining remaining_of(explore::RemainsFinder& finder, const OutcomesReport& report, bool is_all,
                               const std::string& schedule) {
  OutcomesRemaining answer{.schedule = schedule, .trouble = {}, .now = {}, .after = {}};
  const auto steps = steps_of(schedule);
  if (!steps.ok()) {
    answer.trouble = steps.error().message;
    return answer;
  }
  const auto remains = finder.find(steps.value());
  if (!remains.ok()) {
    answer.trouble = remains.error().message;
    return answer;
  }
  answer.now = set_of(remains.value().now, report, is_all);
  for (const auto& [mover, remaining] : remains.value().after)
    answer.after.push_back({explore::word_of_mover(mover), set_of(remaining, report, is_all)});
  return answer;
}

void answer_questions(explore::Search& search, const OutcomesReport& report, bool is_all) {
  explore::RemainsFinder finder(search);
  for (std::string line; std::getline(std::cin, line);) {
    const auto question = decode_to_lab(line);
    const auto* asked = question.ok() ? std::get_if<FindRemaining>(&question.value()) : nullptr;
    if (asked == nullptr) continue;
    const std::string answer = encode(FromLab(remaining_of(finder, report, is_all, asked->schedule))) + "\n";
    std::fwrite(answer.data(), 1, answer.size(), stdout);
    std::fflush(stdout);
  }
}

}  // namespace forkscope::lab
