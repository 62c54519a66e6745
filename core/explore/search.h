// Search: everything a program can do, breadth first: from each state every thread that can move does, a wait
// can run out of time, and, if asked for, a process can be killed. The graph of it is what the passes read.
// One thread; run() returns when all has been seen, or a limit was met, or `goes_on` says no.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/explore/graph.h"
#include "core/explore/insides.h"
#include "core/explore/interner.h"
#include "core/explore/known_processes.h"
#include "core/explore/left_movers.h"
#include "core/explore/number_rows.h"
#include "core/explore/shared_parts.h"
#include "core/kernel/sim/sim_kernel.h"

namespace forkscope::explore {

struct SearchProgress {
  std::uint64_t states = 0, transitions = 0;
  std::uint64_t waiting = 0;  // states that are known and not looked at yet
  std::uint64_t bytes = 0;    // about what it takes of the memory
};

struct SearchOptions {
  vm::ProgramSpec program;
  std::uint64_t most_states = 1'000'000;
  std::uint64_t most_bytes = std::uint64_t{2} << 30;
  bool kills = false;          // one process, at any moment, of those that the program started
  bool every_request = false;  // each is a move of its own, also where nobody could see another order
  bool moves_anew = false;     // each is done, also where it is known what it leads to: for tests
  // Where threads of one process may change places, besides at their Requests.
  trace::SwitchAt switch_at = trace::SwitchAt::calls_and_jumps;
  // What the program calls an object of the system (object_names.h). Empty: nothing has a name.
  std::function<std::string(base::ObjectId)> name_of = {};
  // Asked every some hundred states; false: stop. Empty: it goes on.
  std::function<bool(const SearchProgress&)> goes_on = {};
};

class Search {
 public:
  Search(const trace::Arena& arena, SearchOptions options);

  // An error: the program does something that cannot be explored; which says the message.
  base::Result<Graph> run();
  // The same, and the graph stays here: more can be asked about it.
  base::Status search();
  const Graph& graph() const { return graph_; }
  SearchProgress progress() const;
  const Insides::Work& work() const { return insides_.work(); }

  // search_position.cc. Where a program stands after some steps of `forkscope-lab step`, perhaps in the
  // middle of a move.
  class Position;
  Position beginning();
  // One step. False where it cannot be done; what is left then is no position.
  bool step(Position& at, const Mover& mover);
  // Who can take one there; time once.
  std::vector<Mover> movers(Position& at) const;
  // A state of the graph, and what has been printed before it.
  struct Begin {
    StateId state = 0;
    std::string printed;
  };
  // From which the same can happen as from the position: moves that have begun are done to their end.
  Begin settle(Position at);
  // The part of the graph that lies behind these, in a graph of its own: the first edge of its beginning
  // leads to the first of them, and so on. States that were not looked at yet are, up to a limit.
  struct Limit {
    std::uint64_t states = 0;
    std::chrono::milliseconds time{0};
  };
  Graph behind(const std::vector<Begin>& begins, const Limit& limit);

 private:
  // A state, whole.
  struct State {
    kernel::SimWorld world;
    kernel::SimMap<base::ProcessId, InsideId> insides;
    // What they were when it was loaded, or described, last.
    kernel::SimMap<base::ProcessId, KnownProcesses::Number> processes;
    std::optional<SharedParts::Number> shared;
  };
  // The same as numbers: of the shared part, and of each process and its inside.
  struct Place {
    KnownProcesses::Number process = 0;
    InsideId inside = kNoInside;
  };
  struct Parts {
    SharedParts::Number shared = 0;
    std::vector<Place> places;
  };
  // One move of one thread.
  struct Step {
    std::uint32_t steps = 0;
    std::uint32_t places = 0;  // the last one was stopped behind so many; 0: it was not
    bool crosses = false;      // Insides::Next::crosses, of the last one
    std::string printed;
    std::uint16_t kind = 0;
    std::uint32_t line = 0;
    base::ObjectId object = 0;
  };
  struct Mine {
    base::ProcessId process = 0;
    base::ThreadId thread = 0;

    bool exists() const { return thread != 0; }
  };
  // How far a move looks, besides at the objects that it looks for: at its own process and the rest of what
  // is shared, at what other processes show of themselves (KnownProcesses), or at all that they are.
  enum class Reach : std::uint8_t { own, shown, all };
  // What a move leads to wherever what it looks at is the same; never does it look at the insides of others.
  struct Known {
    enum class Kind : std::uint8_t { refused, looks_further, blocked, time, moves };
    Kind kind = Kind::refused;
    SharedParts::Objects touched;
    SharedParts::Change shared;
    // The places of processes that are others afterwards; kKeep: the inside it has.
    std::vector<std::pair<std::uint32_t, Place>> others;
    std::vector<std::uint32_t> from;  // where processes were made: of each its place before, or kMade
    Edge edge;                        // without its ends
  };
  static constexpr InsideId kKeep = kNoInside - 1;
  static constexpr std::uint32_t kMade = SharedParts::kMade;

  State first_state();
  StateId add(State& state);
  StateId add(const Parts& parts);
  // To row_, and that.
  void put(const Place& place);
  StateId add_row();
  Parts parts_of(State& state);
  Parts parts(StateId id) const;
  // What `state` holds already is left there.
  void load(const Parts& parts, State& state) const;
  // Looks at a state, unless that was done.
  void expand(StateId id);
  // One way to its end, so that there is something to show where the search stops early: the same thread goes
  // on while it can, or (`switches`) never does.
  void dive(bool switches, std::map<StateId, std::vector<Edge>>& edges_of);
  void expand_thread(StateId from, const Parts& before, std::size_t index, base::ThreadId thread);
  std::vector<Known>& known_at(const NumberRows::Row& row);
  const Known* known(const std::vector<Known>& all, SharedParts::Number shared) const;
  // Until the next one.
  const Known& known(const Parts& before, std::size_t index, base::ThreadId thread);
  Known find_out(const Parts& before, std::size_t index, base::ThreadId thread, Reach& reach);
  void describe(const Parts& before, const Parts& after, Known& known) const;
  bool changes_others(const Parts& before, std::size_t index, const Known& known) const;
  void pass_time(StateId from, const Parts& before, Mine mine);
  void expand_kills(StateId from, const Parts& before);
  bool move(State& state, Mine mine, Step& step);
  bool take(State& state, Mine mine, Step& step);
  void note(const kernel::SimMove& move);
  bool goes_on_alone(State& state, Mine mine) const;
  bool goes_along(State& state, Mine mine, const kernel::SimRequest* before, const Step& step);
  bool put_in(State& state, Mine mine, const kernel::SimStep& taken, InsideId before);
  bool refuse(const std::string& reason);
  static void drop_ended(State& state);
  kernel::SimMove move_of(State& state, Mine mine) const;
  Edge edge_of(const Mover& mover, const Step& step);
  void add_edge(StateId from, StateId to, Edge edge);
  MoverId mover_of(const Mover& mover);
  ActionId action_of(const Step& step);
  bool may_go_on(std::string& stopped) const;
  static Mine find_thread(const State& state, const std::string& name);
  Mine first_sleeper(State& state) const;
  bool kill(State& state, const std::string& name);
  bool take_whole(State& state, Mine mine, std::uint32_t places, Step& step);
  bool settle(Position& at, Mine mine, Step& step);
  std::vector<StateId> reach(const std::vector<Begin>& begins, Limit limit, bool& is_all);
  bool expand_later(StateId id);

  bool search_all();
  // It was wrong about what threads share, or of what others ask.
  bool was_wrong() const { return sharing_.has_grown() || left_movers_.has_grown(); }
  void begin_again();

  SearchOptions options_;
  kernel::SimKernel kernel_;
  Sharing sharing_;
  LeftMovers left_movers_;
  Insides insides_;
  Interner outputs_;
  SharedParts shared_;
  KnownProcesses processes_;
  NumberRows states_;                     // the shared part, and of each process its part and its inside
  NumberRows moves_;                      // what a move depends on besides the objects that it looks for
  std::deque<std::vector<Known>> known_;  // by number
  Known anew_;                            // SearchOptions::moves_anew
  std::size_t known_bytes_ = 0;
  std::vector<std::uint32_t> row_, key_;  // that are being looked up
  State scratch_;                         // in which a move is tried
  std::unordered_map<std::string, MoverId> movers_;
  std::map<std::tuple<std::uint16_t, std::uint32_t, std::string>, ActionId> actions_;
  Graph graph_;
  std::vector<bool> is_expanded_;  // by StateId
  std::uint64_t looked_at_ = 0;    // all before this one were
  std::uint64_t expanded_ = 0;
  std::set<std::tuple<base::ThreadId, trace::EventKind, std::uint32_t>> crossed_;  // at which lines
  std::string refusal_;
  std::vector<EdgeId> first_;  // first_edges(graph_), once somebody has asked for what is behind a state
};

// A copy is another position.
class Search::Position {
 private:
  friend class Search;

  // Of a thread in the middle of a move.
  struct Middle {
    std::uint32_t ahead = 0;  // steps that were done along with an earlier one: threads that were started
    std::vector<base::ThreadId> started;
    kernel::SimRequest before;
  };
  // A thread whose start was done along, ahead of its step, is not there yet.
  bool has(base::ThreadId thread) const;

  State state_;
  std::map<base::ThreadId, Middle> middles_;
  std::string printed_;
};

}  // namespace forkscope::explore
