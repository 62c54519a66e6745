// SimulatedRun: a program run once on the simulated kernel, its processes one after the other as far as each
// can go, as the stepped kernel does without a schedule. One thread of the system; run() returns when nobody
// can move any more.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/explore/machine.h"
#include "core/kernel/sim/sim_kernel.h"

namespace forkscope::explore {

struct SimulatedEnd {
  enum class Kind : std::uint8_t { ended, stuck, stopped, refused };
  Kind kind = Kind::ended;
  std::int32_t exit_code = 0;  // of the first process; -N: signal N
  std::string reason;          // refused, stopped: why
  std::uint64_t steps = 0;
};

class SimulatedRun {
 public:
  // What is printed, as it is printed: to 1 (output) or 2 (errors).
  using Print = std::function<void(int, std::string_view)>;

  SimulatedRun(const trace::Arena& arena, vm::ProgramSpec program, Print print);
  // Until so many steps were done, all in all; can be called again where it `stopped`.
  SimulatedEnd run(std::uint64_t most_steps);
  // Is told each Request that was answered, before its thread goes on.
  using Watch = std::function<void(const kernel::SimRequest&, const kernel::Answer&)>;
  void watch(Watch watch) { watch_ = std::move(watch); }

 private:
  struct Place {
    base::ProcessId process = 0;
    base::ThreadId thread = 0;
  };

  kernel::SimMove move_of(Place place);
  bool can_move(Place place);
  bool step(Place place);
  RunResult run_machine(Machine& machine, base::ThreadId thread, const kernel::Answer& answer,
                        kernel::SimSignals& signals);
  Machine& machine_of(base::ProcessId process);
  void put_in(kernel::SimStep& step, Place parent, vm::StateParts parent_state);
  void drop_ended();
  Place choose();
  bool pass_time();

  const trace::Arena& arena_;
  vm::ProgramSpec program_;
  Print print_;
  Watch watch_;
  kernel::SimKernel kernel_;
  kernel::SimWorld world_;
  // What a process was copied from, until it begins.
  struct Copy {
    vm::StateParts state;
    base::ThreadId parent = 0;
  };
  std::map<base::ProcessId, Copy> copies_;
  std::map<base::ProcessId, std::unique_ptr<Machine>> machines_;
  std::vector<std::unique_ptr<Machine>> unused_;
  vm::StateChecks checks_;         // of runs of Python
  std::unique_ptr<Machine> twin_;  // does what is checked once more
  Place last_;
  std::uint32_t in_a_row_ = 0;
  SimulatedEnd end_;
};

// What a process that spawns itself is to run, from its command line; "": not known.
vm::ProgramSpec spawned_program(const vm::ProgramSpec& parent, const std::vector<std::string>& arguments);

}  // namespace forkscope::explore
