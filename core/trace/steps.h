// Steps: what a thread that stands at the closed gate says about itself, and what it is told. A Seat a thread
// slot, in the arena: the thread writes what it is about to do and sleeps on `order`; whoever steps the
// program (one controller, in the lab) sleeps on StepClock::arrivals. At most one thread of a stepped program
// is not in its seat. No locks: a thread that is killed in its seat leaves it as it is.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string_view>

#include "core/base/ids.h"
#include "core/trace/event.h"
#include "core/trace/step_plan.h"

namespace forkscope::trace {

class Arena;

enum class SeatState : std::uint32_t { away = 0, taken = 1 };
// go: do the Request; look: say again whether it could be done.
enum class SeatOrder : std::uint32_t { none = 0, go = 1, look = 2 };
enum class MoveState : std::uint32_t { ready, blocked, time_ran_out, interrupted };

// What a step may have changed for those who wait, as bits.
namespace touch {
inline constexpr std::uint32_t kSemaphores = 1, kPipes = 2, kLocks = 4, kThreads = 8, kProcesses = 16,
                               kSignals = 32, kAll = 63;
}

inline constexpr std::uint32_t kMostGrants = 1u << 30;

struct alignas(64) Seat {
  std::atomic<SeatOrder> order;       // futex word: from the controller, taken back by the thread
  std::atomic<SeatState> state;       // `taken` is written last: what follows is then valid
  std::atomic<std::uint32_t> grants;  // Requests it may do before it sits down again
  std::atomic<std::uint32_t> places;  // behind the last of them, after which it sits down; 0: at its next one
  std::atomic<SwitchAt> switch_at;    // which places these are
  std::atomic<std::uint64_t> steps;   // Requests it has done, all in all

  // The next Request. kind `none`: it computes, and was stopped in between; `thread_begins`: it begins.
  EventKind kind;
  MoveState move;
  StepMark mark;
  std::int64_t handle, a, b;
  std::int64_t deadline_ns;  // on the stepped clock; -1 = none
  base::ObjectId object;
  std::uint32_t line;
  std::uint32_t size;   // of the text
  std::uint32_t calls;  // calls into the library that have begun or ended so far
  std::uint32_t depth;  // calls into the library it is in
  std::array<char, 64> text;
  std::array<char, 64> name;  // what its starter calls it; "" if unknown
  // The innermost call of our library that it is in, as texts: "multiprocessing/queues.py", "Queue._feed";
  // line 0 = it is in the program itself.
  std::array<char, 64> library_file;
  std::array<char, 64> library_function;
  std::uint32_t library_line;
};

struct StepClock {
  std::atomic<std::uint32_t> arrivals;  // futex word: counts who sits down
  std::atomic<std::uint32_t> epoch;     // how often the gate was closed
  std::atomic<std::int64_t> now_ns;     // time as the stepped program sees it
  std::atomic<std::int64_t> wall_ns;    // CLOCK_REALTIME and CLOCK_MONOTONIC at now_ns 0
  std::atomic<std::int64_t> monotonic_ns;
  std::atomic<std::uint64_t> entropy_seed;  // 0 = the system's own randomness
  std::atomic<std::uint64_t> entropy_drawn;
};

// How much time a step takes on the stepped clock.
inline constexpr std::int64_t kStepTickNs = 1000;

void put_text(std::array<char, 64>& place, std::string_view text);
std::string_view text_in(const std::array<char, 64>& place);

// The next 64 of the session's repeatable random bits; only where entropy_seed is set.
std::uint64_t draw_entropy(const Arena& arena);

}  // namespace forkscope::trace
