#include "app/widgets/outcome_text.h"

#include <algorithm>
#include <cstdlib>

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
  std::string text = words == nullptr || move.object.empty()
                         ? std::string(move.sentence.empty() ? "" : tr(move.sentence.c_str()))
                         : tr_format(words->what, move.object);
  if (text.empty()) text = tr("computes");
  if (!move.prints.empty()) text += " \"" + in_one_line(move.prints) + "\"";
  return move.line == 0 ? text : tr_format("{0} (line {1})", text, move.line);
}

std::string wait_text(const lab::OutcomeWait& wait) {
  // The sentence of a Request, and a line of the program.
  const std::size_t place = std::min(wait.what.find(" (line "), wait.what.size());
  std::string what = tr(wait.what.substr(0, place).c_str());
  if (place < wait.what.size())
    what = tr_format("{0} (line {1})", what, std::atoi(wait.what.c_str() + place + 7));
  return wait.owner.empty() ? tr_format("{0} wants to: {1}", wait.thread, what)
                            : tr_format("{0} wants to: {1}; held up by {2}", wait.thread, what, wait.owner);
}

ImU32 mover_ink(const std::string& mover) {
  if (is_world(mover)) return theme().palette.gil_wait;
  const std::string process = process_of(mover);
  // Process-1 is the second process.
  const int number =
      process.empty() ? 1 : 1 + std::max(1, std::atoi(process.c_str() + process.rfind('-') + 1));
  const bool is_main = mover == "main" || mover == process;
  return thread_colour(static_cast<base::ProcessId>(number), is_main ? 0 : 1);
}

}  // namespace forkscope::app
