// Touches: what the next instruction of a thread may read or change that other threads of the process could
// see as well: variables, attributes, what is in containers. More than it really touches is allowed, less is
// not: who searches all orders of threads (core/explore) lets them change places only there. Values that
// cannot change are not named. Part of the library guards its own state with locks, whose Requests are places
// anyway (guards_itself()): of its code only what it does with the program's objects is named, and the few
// flags that it reads without a lock; a call from the program into it counts as a change of all that is
// handed over. The other library code is looked at like the program's. Needs the GIL; blocks nowhere.
#pragma once

#include <vector>

#include "core/vm/frame.h"

namespace forkscope::vm {

struct PythonThread;

struct Touch {
  const Object*
      object;         // module, class, instance, cell, container, iterator ...; alive until the instruction
  const Value* name;  // of one variable or attribute; null: its content
  bool writes;
  bool asks = false;  // it is done by a Request of its own, where the thread stops anyway
};

// Before `thread` executes `instruction` in `frame`, whose stack ends at `top`, without the one behind it
// (InstructionObserver). Adds to `touches`.
void list_touches(const PythonThread& thread, const Frame& frame, Instruction instruction, const Value* top,
                  std::vector<Touch>& touches);
// The same of code of the library, with what it keeps for itself.
void list_touches_of_library(const PythonThread& thread, const Frame& frame, Instruction instruction,
                             const Value* top, std::vector<Touch>& touches);

// Its code is the program's, or part of the library that leaves it to the program to keep threads apart.
bool is_unguarded(const Frame& frame);

// A lock, condition or semaphore, of threads or of processes: methods of it are Requests.
bool is_lock(const Object& object);

}  // namespace forkscope::vm
