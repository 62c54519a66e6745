// The interpreter: runs a thread's frames until it asks the kernel, must let others run, or its first frame has ended. No
// native stack is kept across any of these. Needs the GIL; blocks nowhere.
#pragma once

#include <cstdint>

#include "core/vm/thread.h"

namespace forkscope::vm {

enum class RunState : std::uint8_t {
  asks,    // thread.call.request is to be asked; deliver() the answer
  yields,  // somebody wants the GIL, the gate is closed, or a signal may have come
  ended,   // thread.result is set, or thread.raised if an exception ended it
};

// Prepares `thread` to call `callable(*arguments)`; `arguments` is a Tuple.
void begin(PythonThread& thread, Value callable, Value arguments);
RunState run_frames(PythonThread& thread);
// The kernel's answer to thread.call.request. run_frames() goes on with it.
void deliver(PythonThread& thread, kernel::Answer& answer);

}  // namespace forkscope::vm
