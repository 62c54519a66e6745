// StepSchedule: who moves, in order, as data and as text: "main*7 feeder*9 time kill:Process-1 main". A word
// is the name of a thread, "time" or "time:THREAD" (time passes until the next wait, or that thread's, is
// over) or "kill:PROCESS";
// "*N" repeats it; "+N" behind a thread stops it after the last time at the N-th call or backward jump, where
// the GIL can change hands, and "+Nb" before the N-th bytecode, where it cannot in CPython 3.11: its next
// step is to go on from there. Plain values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/trace/switch_at.h"

namespace forkscope::lab {

struct StepEntry {
  enum class Kind : std::uint8_t { thread, time, kill };
  Kind kind = Kind::thread;
  std::string name = {};  // time: "" = whoever is next
  std::uint32_t count = 1;
  std::uint32_t places = 0;  // "+N"; 0: on to the next Request
  trace::SwitchAt switch_at = trace::SwitchAt::calls_and_jumps;

  bool operator==(const StepEntry&) const = default;
};

using StepSchedule = std::vector<StepEntry>;

// Errors name the word that makes no sense.
base::Result<StepSchedule> parse_schedule(std::string_view text);
std::string print_schedule(const StepSchedule& schedule);
// "+3", "+3b"; "" for 0.
std::string print_places(std::uint32_t places, trace::SwitchAt switch_at);
// Without its count and where it stops.
std::string print_entry(const StepEntry& entry);
// Adds a step at the end; the same one again only counts.
void append_step(StepSchedule& schedule, const StepEntry& step);

}  // namespace forkscope::lab
