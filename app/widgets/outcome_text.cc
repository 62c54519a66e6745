#include "app/widgets/outcome_text.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

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

struct ObjectPhrase {
  const char* english;  // as the lab says it
  ObjectRole role;
};

constexpr ObjectPhrase kPhrases[] = {
    {"the pipe of {0}", ObjectRole::queue_pipe},
    {"the slots of {0}", ObjectRole::queue_slots},
    {"the reader lock of {0}", ObjectRole::queue_reader_lock},
    {"the writer lock of {0}", ObjectRole::queue_writer_lock},
    {"lock {0}", ObjectRole::lock},
    {"semaphore {0}", ObjectRole::semaphore},
    {"pipe {0}", ObjectRole::pipe},
    {"shared value {0}", ObjectRole::shared_value},
    {"a lock between processes", ObjectRole::lock},
    {"a semaphore", ObjectRole::semaphore},
    {"a shared value", ObjectRole::shared_value},
};

struct NamedObject {
  ObjectRole role = ObjectRole::unknown;
  std::string text;  // translated; "" = nothing is known of it
};

NamedObject named_object(const std::string& english) {
  for (const ObjectPhrase& phrase : kPhrases) {
    const std::string_view pattern = phrase.english;
    const std::size_t place = pattern.find("{0}");
    if (place == std::string_view::npos) {
      if (english == pattern) return {phrase.role, tr(phrase.english)};
      continue;
    }
    if (!english.starts_with(pattern.substr(0, place))) continue;
    const std::string name = english.substr(place);
    return {phrase.role, tr_format(phrase.english, name == "queue" ? std::string(tr("queue")) : name)};
  }
  return {ObjectRole::unknown, english};
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
  const NamedObject object = named_object(move.object);
  const MoveWords* words =
      move.request.empty() ? nullptr : find_words(kind_of_name(move.request), object.role);
  const bool has_place =
      words != nullptr && std::string_view(words->what).find("{0}") != std::string_view::npos;
  std::string text = words == nullptr || (has_place && object.text.empty())
                         ? std::string(move.sentence.empty() ? "" : tr(move.sentence.c_str()))
                         : tr_format(words->what, object.text);
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
