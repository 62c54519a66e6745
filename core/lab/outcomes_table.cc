#include <fmt/format.h>

#include <algorithm>

#include "core/lab/outcomes_text.h"

namespace forkscope::lab {

namespace {

// Of the chances one is printed: one preemption in a hundred moves.
constexpr double kPrintedP = 0.01;
constexpr std::size_t kMostOfEndless = 100;  // bytes, and up to the end of the line

std::string in_one_line(const OutcomeRow& row) {
  std::string text = row.output.empty() ? "(prints nothing)" : row.output;
  // What goes on for ever goes on alike: its beginning tells enough.
  if (row.output_goes_on && text.size() > kMostOfEndless)
    text.resize(std::min(text.size(), text.find('\n', kMostOfEndless)));
  while (text.ends_with('\n')) text.pop_back();
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 3)
    text.replace(at, 1, " / ");
  return row.output_goes_on ? text + " ... and so on" : text;
}

std::string end_of(const OutcomeRow& row) {
  std::string text = row.end;
  for (const OutcomeExit& exit : row.exit_codes) {
    if (exit.code != 0) text += fmt::format(", {} exits with {}", exit.process, exit.code);
  }
  return text;
}

std::string lines_of(const OutcomesReport& report, const OutcomeRow& row) {
  std::string text = fmt::format("\n{}\n  {}; {} {}, {} {}", in_one_line(row), end_of(row), row.preemptions,
                                 row.preemptions == 1 ? "preemption" : "preemptions", row.schedules,
                                 row.schedules == "1" ? "schedule" : "schedules");
  const auto p = std::ranges::find(report.chance_at, kPrintedP) - report.chance_at.begin();
  if (p < std::ssize(row.chances)) {
    text += fmt::format(", chance {:.4g} at p = {}", row.chances[static_cast<std::size_t>(p)], kPrintedP);
  }
  for (const OutcomeWait& wait : row.waits) {
    text += fmt::format("\n  {} wants to {}{}", wait.thread, wait.what,
                        wait.owner.empty() ? "" : ", held up by " + wait.owner);
  }
  return text + fmt::format("\n  {}\n", row.schedule);
}

}  // namespace

std::string table_of(const OutcomesReport& report) {
  std::string text = fmt::format("{} {}; {} states, {} transitions, {} schedules.\n", report.rows.size(),
                                 report.rows.size() == 1 ? "outcome" : "outcomes", report.states,
                                 report.transitions, report.schedules);
  text += report.complete
              ? "All states seen: nothing else can happen.\n"
              : "Not complete: what is shown is possible, nothing is excluded. " + report.stopped + "\n";
  if (report.every_bytecode)
    text += "Threads of one process change places at every bytecode, which CPython 3.11 does not do.\n";
  for (const OutcomeRow& row : report.rows) text += lines_of(report, row);
  return text;
}

}  // namespace forkscope::lab
