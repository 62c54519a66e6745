// Stepper: the controller of a program whose gate is closed. It knows every thread by a name that is the same
// in every run, what each is about to do and whether it can, and lets one of them move at a time. It sees
// only the arena and the operating system's processes. Owned by the lab's main thread; a step blocks until
// the thread is in its seat again, and calls `idle` meanwhile, at least every few milliseconds.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/trace/arena.h"

namespace forkscope::lab {

// What a thread is about to do.
struct Move {
  std::string thread;  // its name
  base::ThreadId id = 0;
  base::ProcessId process = 0;
  trace::EventKind kind = trace::EventKind::none;  // none: it computes; thread_begins: it begins
  trace::MoveState state = trace::MoveState::ready;
  std::int64_t handle = 0, a = 0, b = 0;
  std::int64_t deadline_ns = -1;
  base::ObjectId object = 0;
  std::uint32_t line = 0;
  std::uint32_t size = 0;
  std::uint32_t calls = 0, depth = 0;
  std::string text;
  // The innermost call of our library that it is in: "multiprocessing/queues.py", "Queue._feed". Line 0:
  // none.
  std::string library_file, library_function;
  std::uint32_t library_line = 0;
  trace::StepMark mark = {};

  bool can_move() const { return state != trace::MoveState::blocked; }
};

struct Turn {
  std::string_view thread;
  std::uint32_t count = 1;
  // Behind the last Request, where it stops; 0: at its next one.
  std::uint32_t places = 0;
  trace::SwitchAt switch_at = trace::SwitchAt::calls_and_jumps;
};

// How far one order goes: to the next Request, to a Request of another line of the program, or until a call
// into the library has ended.
enum class StepSize : std::uint8_t { request, line, call };

// Who waits for what, and who holds it ("" = nobody that is known).
struct WaitLink {
  std::string thread;
  trace::EventKind kind = trace::EventKind::none;
  base::ObjectId object = 0;
  std::string owner;
};

class Stepper {
 public:
  using Idle = std::function<void()>;
  // Neither is owned. The gate is closed.
  Stepper(const trace::Arena& arena, Idle idle);
  ~Stepper();
  Stepper(const Stepper&) = delete;
  Stepper& operator=(const Stepper&) = delete;

  // Waits until the first thread of the program, and every other there is, sits in its seat; waits inside the
  // system that began before the gate was closed are ended, and go on in the seat. A thread that the system
  // does not let go is left out until it comes back.
  base::Status settle();

  // In the order in which they began.
  const std::vector<Move>& moves() const { return moves_; }
  const Move* find(std::string_view thread) const;
  bool anybody_can_move() const;
  bool over() const { return moves_.empty(); }
  std::int64_t now_ns() const;

  // Lets a thread do up to `count` Requests, without a stop in between; how many it did. At least one, unless
  // it ends while it tries, or something else is expected.
  base::Result<std::uint64_t> step(std::string_view thread, std::uint32_t count = 1);
  // The same for several, one after the other: each hands the turn to the next. How many Requests all of them
  // did; fewer where one cannot go on, does not do what is expected, or threads begin or end.
  base::Result<std::uint64_t> take_turns(std::span<const Turn> turns);

  // The marks of the next Requests that are done, from `marks` on; others are not done.
  void expect(std::span<const trace::StepMark> marks);
  // Of a thread that did not go on because something else is expected of it: what.
  std::optional<trace::StepMark> expected_instead(std::string_view thread) const;
  // Requests done since the session began, and the mark of one of them.
  std::uint64_t steps_done() const;
  trace::StepMark mark(std::uint64_t step) const;
  // Lets a thread go on so far, or until it cannot; how many Requests that were. `call` needs tracing.
  base::Result<std::uint64_t> advance(std::string_view thread, StepSize size);
  // The stepped clock goes on until `thread`'s wait is over; "": the wait that ends first.
  base::Status pass_time(std::string_view thread = {});
  bool time_can_pass() const;
  // SIGKILL; by the name of any of its threads. Returns when it is dead.
  base::Status kill(std::string_view thread);

  // Every name there ever was.
  const std::map<base::ThreadId, std::string>& names() const { return names_; }
  // Who could move instead, for messages.
  std::string who_can_move() const;
  // Asks all again, after something outside has changed.
  void look_again();

 private:
  struct Player {
    std::uint32_t slot = 0;
    base::ThreadId id = 0;
    base::ProcessId process = 0;
    const trace::ThreadSlot* thread = nullptr;
    trace::Seat* seat = nullptr;
    std::size_t move = 0;  // in moves_
  };
  struct Process {
    pid_t pid = 0;
    int handle = -1;  // pidfd
    std::string name;
    bool is_dead = false;
  };

  void end_waits();
  bool all_sit() const;
  void discover();
  void add(std::uint32_t slot);
  std::string name_of(const trace::ThreadSlot& slot, const trace::Seat& seat);
  Process& process_of(base::ProcessId id);
  bool sits(const Player& player) const;
  bool is_gone(const Player& player);
  bool has_died(Process& process);
  void await_death(Process& process);
  void wait_for(const Player& player);
  void wait_for_plan();
  bool runner_is_lost();
  base::Status check_can_move(std::string_view thread);
  std::size_t write_plan(std::span<const Turn> turns);
  void look_around(std::size_t turns, const Player& first);
  void ask_again(std::uint32_t touched, base::ObjectId object, base::ProcessId process);
  void look(Player& player);
  void read(Player& player);
  void refresh();
  Player* player(std::string_view thread);

  const trace::Arena& arena_;
  Idle idle_;
  std::vector<Player> players_;
  std::vector<Move> moves_;
  std::map<base::ProcessId, Process> processes_;
  std::map<base::ThreadId, std::string> names_;
  std::map<std::string, std::uint32_t, std::less<>> names_given_;
};

}  // namespace forkscope::lab
