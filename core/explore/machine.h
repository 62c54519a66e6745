// Machine: the inside of one simulated process: a Vm with its threads, of which one runs from its Request to
// the next. What it is can be saved as canonical bytes and loaded again, also into another Machine. One
// thread of the system, which may hold several Machines; blocks nowhere.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/explore/watch.h"
#include "core/kernel/sim/sim_port.h"
#include "core/vm/imported_part.h"
#include "core/vm/process.h"
#include "core/vm/process_globals.h"
#include "core/vm/state.h"
#include "core/vm/vm.h"

namespace forkscope::explore {

// What a thread is about to do, and what is kept of it besides the Vm's own.
struct Pending {
  enum class Phase : std::uint8_t {
    begins,    // its first step runs what it was made for
    forked,    // its first step is the answer to the fork that it was in
    asks,      // for what `request` says
    computes,  // it was stopped in between
    exits,     // its first function has ended
  };
  base::ThreadId thread = 0;
  Phase phase = Phase::begins;
  kernel::SimPort::Drawn drawn;
  std::string child_name;  // of the process that it starts next
  Sharing::Locks locks;    // that it holds
  kernel::SimRequest request;
};

struct RunResult {
  std::vector<kernel::SimStartedThread> started;
  std::string failure;  // "": none
  std::string refusal;  // what it did cannot be simulated; "": it can
  bool ended = false;   // the process's main thread, with this code
  std::int32_t exit_code = 0;
  bool crosses = false;  // what others do to the same may come before it or behind it (Watch)
  // That, and where it was stopped, would be others if one of these were shared.
  std::vector<Sharing::PlaceId> asked;
  // It was stopped in between, behind so many places (Stops::switch_at) since its last Request, and before
  // this instruction, as Watch counts them; 0: it was not.
  std::uint32_t places = 0;
  std::uint64_t stopped_before = 0;
};

class Machine {
 public:
  // Never destroyed while others live: native functions are made once for all of them.
  Machine(const trace::Arena& arena, kernel::SimNames& names);
  ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  // A fresh process whose main thread has not begun. Once, and before everything else.
  base::Status start(const vm::ProgramSpec& program, base::ThreadId main_thread);
  // This is the copy that the thread `parent` makes by a fork: it has the id `child`, and no other threads.
  void become_child(base::ThreadId parent, base::ThreadId child);

  // Runs `thread` from its Request, which has this answer, to its next one.
  RunResult run(base::ThreadId thread, kernel::Answer answer, kernel::SimSignals& signals,
                const Stops& stops = {});
  // The two parts of the state are what a whole one is, and the state that was checked before and this one,
  // put in its place, are those that were saved. The state.
  const vm::StateParts& check_state();
  // This is the state, whole.
  bool is_same(const vm::StateParts& state);
  // A thread that exits, after its last Request.
  void forget(base::ThreadId thread);
  const std::vector<Pending>& threads() const { return threads_; }
  const Pending& thread(base::ThreadId id) const;

  vm::StateParts save();
  void load(const vm::StateParts& state);

 private:
  Pending& find(base::ThreadId id);
  void forget_others(base::ThreadId id);
  vm::PythonThread& python_thread(base::ThreadId id) const;
  void run_to_request(vm::PythonThread& thread, Pending& pending, const Stops& stops, RunResult& result);
  void note_locks(Pending& pending, const kernel::Answer& answer);
  void pass_call_or_jump(vm::PythonThread& thread, const Stops& stops);
  void read_request(vm::PythonThread& thread, Pending& pending) const;

  base::ProcessId process_ = 0;
  // Between runs; while it runs they are the process's.
  vm::ProcessGlobals globals_;
  kernel::SimPort port_;
  std::unique_ptr<vm::Vm> vm_;
  vm::ImportedPart imported_;
  Watch watch_;
  bool knows_imported_ = false;   // what is imported is as imported_ remembers
  vm::StateParts checked_;        // the one before, where states are checked
  std::uint64_t started_ = 0;     // threads that the run has started so far
  std::uint32_t computed_ = 0;    // calls and backward jumps since its last Request
  std::vector<Pending> threads_;  // by id
};

}  // namespace forkscope::explore
