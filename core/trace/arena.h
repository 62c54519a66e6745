// Arena: the shared memory (a memfd) of one session. The lab makes it; every process of the program has it
// mapped (inherited by fork, by descriptor number in the environment for exec); the window maps it through a
// descriptor that the lab passes. It holds the clock's calibration, the id counters, the process and thread
// slots, the strings, the knobs, the gate and one ring per thread. It holds no locks: a SIGKILL at any
// instant leaves it usable.
//
// Everything in ArenaHeader is touched by several processes at once: atomics only, no pointers.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/trace/event.h"
#include "core/trace/step_plan.h"
#include "core/trace/steps.h"

namespace forkscope::trace {

inline constexpr std::uint32_t kMaxProcessSlots = 256;
inline constexpr std::uint32_t kMaxThreadSlots = 512;
inline constexpr std::uint32_t kMaxKnobs = 32;
inline constexpr std::uint32_t kRingEvents = 1u << 15;       // 2 MiB a thread, touched only when used
inline constexpr std::uint64_t kStringBytes = 256ull << 20;  // sparse
inline constexpr std::uint32_t kArenaVersion = 3;
// waits_for of a thread that waits for what is no object: sleep, the end of a thread or process.
inline constexpr base::ObjectId kWaitsForNoObject = 0xffff'ffffu;

enum class SlotState : std::uint32_t { free = 0, claimed = 1, live = 2, ended = 3 };

// One Python thread. Written by that thread alone, except `tail` (the reader) and `state` ended->free (the
// reader).
struct alignas(64) ThreadSlot {
  std::atomic<SlotState> state;
  std::atomic<base::ThreadId> thread;
  std::atomic<base::ProcessId> process;
  std::atomic<std::int32_t> os_thread;  // gettid()
  std::atomic<std::uint32_t> line;      // line of the program it is on now (sampled by the window)
  std::atomic<std::uint32_t>
      waits_for;                       // object it waits for inside a blocking Request, 0 = it does not wait
  std::atomic<std::uint32_t> parked;   // 1 = stopped at the closed gate
  std::atomic<std::uint64_t> dropped;  // events lost because the ring was full
  alignas(64) std::atomic<std::uint64_t> head;  // events written (monotonic)
  alignas(64) std::atomic<std::uint64_t> tail;  // events read (monotonic)
};

// One process of the program. Claimed by the process that starts it (pid is then minus the starter's), so
// that a process start is counted before it happens; `ended` slots are used again.
struct alignas(64) ProcessSlot {
  std::atomic<SlotState> state;
  std::atomic<base::ProcessId> process;
  std::atomic<base::ProcessId> parent;
  std::atomic<std::int32_t> pid;
};

// A value that a slider of the window changes while the program runs.
struct Knob {
  std::atomic<std::uint32_t>
      state;  // 0 unset, 1 set (by the program's own first assignment or by the window)
  std::atomic<std::uint32_t> is_float;
  std::atomic<std::int64_t> bits;  // int value, or the bits of a double
};

struct ArenaHeader {
  std::uint64_t magic;
  std::uint32_t version;
  std::uint32_t uses_tsc;  // 1: ring times are TSC ticks; 0: CLOCK_MONOTONIC ns
  double ns_per_tick;
  std::int64_t origin_ticks;    // ring time of session time 0
  std::int64_t origin_wall_ns;  // CLOCK_REALTIME at session time 0
  char session_prefix[8];       // 4 characters of [a-z0-9_] and a 0: begins every semaphore's random name

  std::atomic<std::uint32_t> next_process;
  std::atomic<std::uint32_t> next_thread;
  std::atomic<std::uint32_t> next_object;
  std::atomic<std::uint64_t> string_end;    // next free byte of the string area
  std::atomic<std::uint64_t> strings_lost;  // strings for which there was no room

  std::atomic<std::uint32_t> tracing;       // 0: nothing is written to the rings
  std::atomic<std::uint32_t> lossless;      // 1: a full ring waits for the reader, 0: it drops and counts
  std::atomic<std::uint32_t> reader_alive;  // 0: a full ring always drops (nobody would make room)
  std::atomic<std::uint32_t>
      gate_closed;  // futex word: 1 = every thread stops at its next Request or backward jump
  std::atomic<std::uint32_t> process_budget;   // most processes alive at a time
  std::atomic<std::uint32_t> processes_alive;  // for display; what counts are the slots
  std::atomic<std::uint32_t> budget_refused;   // process starts refused
  std::atomic<std::uint32_t> terminal_output;  // 1: the program's stdout counts as a terminal (line buffered)
  std::atomic<std::uint32_t> shows_children;   // 1: a child tells what it knows, and stops before and after
                                               // its target, or where it fails before, until the lab lets it
                                               // go on

  Knob knobs[kMaxKnobs];
  ProcessSlot processes[kMaxProcessSlots];
  ThreadSlot threads[kMaxThreadSlots];

  StepClock steps;
  Seat seats[kMaxThreadSlots];  // as `threads`
  StepPlan plan;
};

class Arena {
 public:
  Arena() = default;
  ~Arena();
  Arena(Arena&& other) noexcept;
  Arena& operator=(Arena&& other) noexcept;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Makes a new arena; its descriptor is close-on-exec and >= 200, out of the way of the program's own
  // descriptors.
  static base::Result<Arena> create();
  // Maps an arena made elsewhere. Takes ownership of `fd`. Fails on a wrong magic number, version or size.
  static base::Result<Arena> open(int fd);

  bool valid() const { return header_ != nullptr; }
  int fd() const { return fd_; }
  ArenaHeader& header() const { return *header_; }
  Event* ring(std::uint32_t slot) const;  // kRingEvents events of thread slot `slot`

  // The current ring time, and its conversion to session nanoseconds.
  std::int64_t ticks() const;
  std::int64_t ns_of_ticks(std::int64_t ticks) const;

  std::string_view session_prefix() const;

  // Copies `text` into the string area; the same text from the same process may get several ids. Wait-free.
  // Returns 0 and counts when the area is full.
  base::StringId add_string(std::string_view text) const;
  // The text of an id (number labels included). Safe against ids torn by a kill: returns "" for what is not
  // there.
  std::string string(base::StringId id) const;

 private:
  Arena(int fd, ArenaHeader* header);
  int fd_ = -1;
  ArenaHeader* header_ = nullptr;
};

}  // namespace forkscope::trace
