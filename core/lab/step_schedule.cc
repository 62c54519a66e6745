#include "core/lab/step_schedule.h"

#include <algorithm>
#include <charconv>

namespace forkscope::lab {

namespace {

constexpr std::string_view kSpaces = " \t\r\n";
constexpr std::string_view kTime = "time", kKill = "kill";
constexpr std::uint32_t kMostRepeats = 1'000'000'000;

base::Error nonsense(std::size_t number, std::string_view word, const std::string& why) {
  return base::Error{"Word " + std::to_string(number) + " of the schedule, \"" + std::string(word) +
                     "\": " + why};
}

// What is before the "*", and how often.
base::Result<StepEntry> parse_word(std::size_t number, std::string_view word) {
  StepEntry entry;
  std::string_view name = word;
  if (const std::size_t star = word.rfind('*'); star != std::string_view::npos) {
    const std::string_view digits = word.substr(star + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), entry.count);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    if (!whole || entry.count == 0 || entry.count > kMostRepeats)
      return nonsense(number, word, "after * comes how often, a number from 1 on.");
    name = word.substr(0, star);
  }
  const auto takes = [&](std::string_view prefix) {
    return name.size() > prefix.size() && name.starts_with(prefix) && name[prefix.size()] == ':';
  };
  if (name == kTime || takes(kTime)) {
    entry.kind = StepEntry::Kind::time;
    name.remove_prefix(name == kTime ? kTime.size() : kTime.size() + 1);
  } else if (takes(kKill)) {
    entry.kind = StepEntry::Kind::kill;
    name.remove_prefix(kKill.size() + 1);
  }
  if (name.empty() && entry.kind != StepEntry::Kind::time)
    return nonsense(number, word, "the name of a thread is missing.");
  entry.name = name;
  return entry;
}

}  // namespace

base::Result<StepSchedule> parse_schedule(std::string_view text) {
  StepSchedule schedule;
  for (std::size_t at = text.find_first_not_of(kSpaces), number = 1; at != std::string_view::npos; ++number) {
    const std::size_t end = std::min(text.find_first_of(kSpaces, at), text.size());
    auto entry = parse_word(number, text.substr(at, end - at));
    if (!entry.ok()) return entry.error();
    schedule.push_back(std::move(entry.value()));
    at = text.find_first_not_of(kSpaces, end);
  }
  return schedule;
}

std::string print_entry(const StepEntry& entry) {
  if (entry.kind == StepEntry::Kind::kill) return "kill:" + entry.name;
  if (entry.kind == StepEntry::Kind::time) return entry.name.empty() ? "time" : "time:" + entry.name;
  return entry.name;
}

std::string print_schedule(const StepSchedule& schedule) {
  std::string text;
  for (const StepEntry& entry : schedule) {
    if (!text.empty()) text += ' ';
    text += print_entry(entry);
    if (entry.count > 1) text += "*" + std::to_string(entry.count);
  }
  return text;
}

void append_step(StepSchedule& schedule, const StepEntry& step) {
  if (!schedule.empty() && schedule.back().kind == step.kind && schedule.back().name == step.name) {
    schedule.back().count += step.count;
  } else {
    schedule.push_back(step);
  }
}

}  // namespace forkscope::lab
