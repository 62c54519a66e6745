// The interpreter: runs a thread's frames until it asks the kernel, must let others run, or its first frame
// has ended. No native stack is kept across any of these. Needs the GIL; blocks nowhere.
#pragma once

#include <cstdint>

#include "core/vm/thread.h"

namespace forkscope::vm {

enum class RunState : std::uint8_t {
  asks,     // thread.call.request is to be asked; deliver() the answer
  yields,   // somebody wants the GIL, the gate is closed, or a signal may have come
  stopped,  // the Vm's observer said so: the next instruction is still to be done
  ended,    // thread.result is set, or thread.raised if an exception ended it
};

// Looks at every instruction before it is done. A Vm that has one (Vm::observer) runs a loop of its own, so
// that others do not pay for it, and in which no instruction does the one behind it too but where that is
// nobody's business (a comparison and its jump): how many there are does not depend on what a cache holds.
class InstructionObserver {
 public:
  virtual ~InstructionObserver() = default;
  // The frame's stack ends at `top`. True: run_frames() returns `stopped`.
  virtual bool before(PythonThread& thread, const Frame& frame, Instruction instruction,
                      const Value* top) = 0;
};

// What every thread's first frame runs: it calls what begin() puts on its stack.
Value make_entry_function(Vm& vm);
// Prepares `thread` to call `callable(*arguments)`; `arguments` is a Tuple.
void begin(PythonThread& thread, Value callable, Value arguments);
RunState run_frames(PythonThread& thread);
// The kernel's answer to thread.call.request. run_frames() goes on with it.
void deliver(PythonThread& thread, kernel::Answer& answer);

}  // namespace forkscope::vm
