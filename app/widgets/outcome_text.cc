#include "app/widgets/outcome_text.h"

#include <algorithm>

#include "app/model/request_names.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/move_words.h"

namespace forkscope::app {

namespace {

// "Process-1" of "Process-1:feeder"; "" of the program's first process.
std::string process_of(const std::string& mover) {
  const bool is_child = mover.find("Process-") != std::string::npos;
  return is_child ? mover.substr(0, mover.find(':')) : std::string();
}

bool is_world(const std::string& mover) {
  return mover == "time" || mover.starts_with("time:") || mover.starts_with("kill:");
}

}  // namespace

std::string outcome_text(const std::string& end, const std::string& output) {
  const std::string printed = in_one_line(output);
  if (end == "stuck") return printed.empty() ? tr("gets stuck") : tr_format("gets stuck after: {0}", printed);
  if (end == "endless")
    return printed.empty() ? tr("goes on for ever") : tr_format("goes on for ever after: {0}", printed);
  return printed.empty() ? tr("prints nothing") : printed;
}

std::string chance_text(double chance) {
  const double percent = chance * 100;
  if (percent == 0 || percent >= 99.95) return fmt::format("{:.0f} %", percent);
  if (percent < 0.0001) return "< 0.0001 %";
  if (percent < 0.01) return fmt::format("{:.4f} %", percent);
  return percent < 10 ? fmt::format("{:.2f} %", percent) : fmt::format("{:.1f} %", percent);
}

std::string example_move_text(const lab::OutcomeMove& move) {
  const MoveWords* words = find_words(kind_of_name(move.request), ObjectRole::unknown);
  std::string text = words == nullptr ? move.sentence : tr_format(words->what, move.object);
  if (text.empty()) text = tr("computes");
  if (!move.prints.empty()) text += " \"" + in_one_line(move.prints) + "\"";
  return move.line == 0 ? text : tr_format("{0} (line {1})", text, move.line);
}

ImU32 mover_ink(const std::vector<std::string>& movers, const std::string& mover) {
  if (is_world(mover)) return theme().palette.gil_wait;
  std::vector<std::string> processes{""};
  for (const std::string& other : movers) {
    const std::string process = process_of(other);
    if (!is_world(other) && std::ranges::count(processes, process) == 0) processes.push_back(process);
  }
  const auto place = std::ranges::find(processes, process_of(mover)) - processes.begin();
  const bool is_main = mover == "main" || mover == process_of(mover);
  return thread_colour(static_cast<base::ProcessId>(place + 1), is_main ? 0 : 1);
}

}  // namespace forkscope::app
