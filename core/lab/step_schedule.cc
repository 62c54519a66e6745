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

using trace::SwitchAt;

// Takes a number with its sign off the end of the name. False: what is behind the sign is none. A + may also
// be a part of the name.
bool take_number(std::string_view& name, char sign, std::uint32_t& number) {
  const std::size_t at = name.rfind(sign);
  if (at == std::string_view::npos) return true;
  const std::string_view digits = name.substr(at + 1);
  const bool is_number = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (sign == '+' && !is_number) return true;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  if (!whole || number == 0 || number > kMostRepeats) return false;
  name = name.substr(0, at);
  return true;
}

// "+3b" stops at bytecodes.
void take_bytecodes(std::string_view& name, StepEntry& entry) {
  const std::size_t sign = name.rfind('+');
  if (sign == std::string_view::npos || !name.ends_with('b')) return;
  const std::string_view digits = name.substr(sign + 1, name.size() - sign - 2);
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) return;
  entry.switch_at = SwitchAt::every_bytecode;
  name.remove_suffix(1);
}

base::Result<StepEntry> parse_word(std::size_t number, std::string_view word) {
  StepEntry entry;
  std::string_view name = word;
  take_bytecodes(name, entry);
  if (!take_number(name, '+', entry.places))
    return nonsense(number, word,
                    "after + comes at which call or jump to stop, a number from 1 on, or at which "
                    "bytecode: a number and b.");
  if (!take_number(name, '*', entry.count))
    return nonsense(number, word, "after * comes how often, a number from 1 on.");
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
  if (entry.places != 0 && entry.kind != StepEntry::Kind::thread)
    return nonsense(number, word, "only a thread can be stopped between two steps.");
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

std::string print_places(std::uint32_t places, SwitchAt switch_at) {
  if (places == 0) return "";
  return "+" + std::to_string(places) + (switch_at == SwitchAt::every_bytecode ? "b" : "");
}

std::string print_schedule(const StepSchedule& schedule) {
  std::string text;
  for (const StepEntry& entry : schedule) {
    if (!text.empty()) text += ' ';
    text += print_entry(entry);
    if (entry.count > 1) text += "*" + std::to_string(entry.count);
    text += print_places(entry.places, entry.switch_at);
  }
  return text;
}

void append_step(StepSchedule& schedule, const StepEntry& step) {
  const bool is_same = !schedule.empty() && schedule.back().kind == step.kind &&
                       schedule.back().name == step.name && schedule.back().places == 0;
  if (is_same) {
    schedule.back().count += step.count;
    schedule.back().places = step.places;
    schedule.back().switch_at = step.switch_at;
  } else {
    schedule.push_back(step);
  }
}

}  // namespace forkscope::lab
