// StepPlan: turns that are known ahead, in the arena, so that one thread of a stepped program hands its turn
// to the next without whoever steps it in between; and the marks of all steps, by which a run is known to go
// the same way as an earlier one. The controller writes a plan and gives the first order; from then on
// whoever has the turn writes, and nobody else, until `runner` is 0 or the runner is dead. No locks.
#pragma once

#include <atomic>
#include <cstdint>

#include "core/base/ids.h"
#include "core/trace/event.h"
#include "core/trace/switch_at.h"

namespace forkscope::trace {

class Arena;
struct ThreadSlot;

inline constexpr std::uint32_t kMostTurns = 4096;
// Steps that have a mark; later ones are not compared. Touched only when used.
inline constexpr std::uint64_t kMostMarks = 1u << 20;

// A Request as far as it is the same in every run that goes the same way; without the system's own numbers
// (pids, names that are drawn).
struct StepMark {
  EventKind kind = EventKind::none;
  base::ObjectId object = 0;
  std::uint32_t line = 0;
  std::uint32_t content = 0;  // of its numbers, and of a text that is printed

  bool operator==(const StepMark&) const = default;
};

struct StepTurn {
  std::uint32_t slot;    // of the thread
  std::uint32_t grants;  // Requests it does
  std::uint32_t places;  // where it stops: after so many behind the last of them; 0: at its next Request
  SwitchAt switch_at;    // which places: calls and backward jumps, or bytecodes
};

struct StepPlan {
  std::atomic<std::uint32_t> runner;           // slot + 1 of who has the turn; 0 = the controller
  std::atomic<std::uint32_t> handed_by;        // slot + 1 of who had it before; 0 = the controller
  std::atomic<std::uint32_t> at, size;         // of `turns`: the one that runs, and their end
  std::atomic<std::uint32_t> touched;          // by all steps of the plan (core/trace/steps.h, touch)
  std::atomic<std::uint32_t> touched_object;   // the only semaphore or lock among that; 0 = several
  std::atomic<std::uint32_t> touched_process;  // the only process that touched; 0 = several
  std::atomic<std::uint64_t> done;             // steps since the session began
  std::atomic<std::uint64_t> expected_end;     // marks from `done` to here are what is expected
  StepTurn turns[kMostTurns];
  StepMark marks[kMostMarks];  // of step n, from 0 on: what was done, or what is expected
};

// Of the controller: the turns that are in the plan begin.
void begin_turns(const Arena& arena);
// Of a thread: it sits down, with `left` of its grants not used; the turn, if it has it, goes to the next or
// to the controller, who is told of the arrival.
void end_turn(const Arena& arena, const ThreadSlot& slot, std::uint32_t left);
// The plan ends with the turn that runs: what comes next has to be looked at.
void cut_plan(const Arena& arena);

// Of a thread that is about to do `mark` as the next step: whether something else is expected.
bool is_unexpected(const Arena& arena, const StepMark& mark);
// Notes that it does it.
void count_step(const Arena& arena, const StepMark& mark);

}  // namespace forkscope::trace
