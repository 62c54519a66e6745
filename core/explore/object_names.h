// Objects of the system and what the program calls them: "the pipe of q", "lock a". Names are no part of a
// state; the program is run once, with its notes, to know them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "core/explore/simulated_run.h"
#include "core/kernel/sim/sim_kernel.h"
#include "core/trace/arena.h"
#include "core/trace/store.h"

namespace forkscope::explore {

// What a Request is about; 0: nothing that could have a name.
base::ObjectId object_of(const kernel::SimMove& move);

// One thread. What it has run stays, since Machines that are in use are not destroyed: it has to outlive
// whatever else runs simulated programs.
class ObjectNames {
 public:
  // Runs the program as far as it goes without a schedule, but not for ever. What cannot be run has no names.
  ObjectNames(trace::Arena& arena, const vm::ProgramSpec& program);

  // As the window words it; without a name what it is: "a shared value". "" = nothing is known, since another
  // process than the first made it.
  std::string name_of(base::ObjectId object) const;

 private:
  void learn(const trace::Store& store);

  std::unique_ptr<SimulatedRun> run_;
  std::map<base::ObjectId, std::int64_t> largest_;  // values of semaphores
  std::map<base::ObjectId, std::string> names_;
};

}  // namespace forkscope::explore
