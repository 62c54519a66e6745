// Graph: every state a program can be in and every move between them, as plain data. The search fills it,
// once; the passes (outcomes, schedules, chances, examples, fates) read it. Plain values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/trace/switch_at.h"

namespace forkscope::explore {

using StateId = std::uint32_t;   // dense, in the order in which the search met them; 0 is the beginning
using MoverId = std::uint16_t;   // index into Graph::movers
using OutputId = std::uint32_t;  // index into Graph::outputs
using ActionId = std::uint32_t;  // index into Graph::actions
using EdgeId = std::uint32_t;    // index into Graph::edges

// Who can move: a word of a schedule. Names are those of `forkscope-lab step`.
struct Mover {
  enum class Kind : std::uint8_t { thread, time, kill };
  Kind kind = Kind::thread;
  std::string name = {};     // time: "" = whoever is next
  std::uint32_t places = 0;  // of one step in a schedule: after which it is stopped, if any
  trace::SwitchAt switch_at = trace::SwitchAt::calls_and_jumps;  // which places these are

  bool operator==(const Mover&) const = default;
};

// What a move does, for people: "writes", "the pipe of q", line 7.
struct Action {
  std::uint16_t kind = 0;  // trace::EventKind
  std::uint32_t line = 0;  // of the program; 0: none
  std::string object;      // "": none
  std::string sentence;

  bool operator==(const Action&) const = default;
};

// One move. Whether it is a preemption follows from the graph: it is one if the thread that moved before
// could have gone on. Several edges of one mover from one state are choices that the world makes (a random
// number).
struct Edge {
  StateId from = 0;
  StateId to = 0;
  OutputId output = 0;  // what it adds to stdout; 0: nothing
  ActionId action = 0;  // 0: not known
  MoverId mover = 0;
  std::uint16_t steps = 1;   // how many steps of `forkscope-lab step` it is: Requests that are no choice are
                             // done along with the one that is
  std::uint32_t places = 0;  // the mover is stopped behind so many places (Graph::switch_at) after the last
                             // of them, and its next step is to go on; 0: it comes to its next Request
};

struct ExitCode {
  std::string process;
  std::int32_t code = 0;  // -N: signal N

  bool operator==(const ExitCode&) const = default;
  auto operator<=>(const ExitCode&) const = default;
};

// Who waits for what, and who could end that.
struct Wait {
  std::string thread;
  std::string what;   // "take one from a semaphore (line 6)"
  std::string owner;  // "": nobody that is known

  bool operator==(const Wait&) const = default;
  auto operator<=>(const Wait&) const = default;
};

// ok: every process has ended, with 0. error: every process has ended, not all with 0. stuck: somebody waits
// and nobody will ever move. endless: it goes round a circle of states and never leaves; the search does not
// report it, the passes find it.
enum class EndKind : std::uint8_t { ok, error, stuck, endless };

// A state from which no move leads.
struct End {
  StateId state = 0;
  EndKind kind = EndKind::ok;
  std::vector<ExitCode> exit_codes = {};  // of the processes that have ended, by name
  std::vector<Wait> waits = {};           // stuck only
};

struct Graph {
  trace::SwitchAt switch_at = trace::SwitchAt::calls_and_jumps;
  std::vector<Mover> movers;
  std::vector<std::string> outputs{""};
  std::vector<Action> actions{{}};
  std::uint32_t states = 0;
  std::vector<Edge> edges;  // sorted by `from`
  std::vector<End> ends;    // sorted by `state`
  // False: the search stopped at a cap or was cancelled. States without edges that are no ends were not
  // looked at then: what is found is possible, nothing is excluded.
  bool complete = true;
  std::string stopped;  // why, a sentence; "" when complete
};

// Where each state's edges lie in Graph::edges: those of s are [first[s], first[s + 1]). Has states + 1
// entries.
std::vector<EdgeId> first_edges(const Graph& graph);

// Checks that ids are in range, edges and ends are sorted, and no end has edges; "" or what is wrong.
std::string fault_of(const Graph& graph);

}  // namespace forkscope::explore
