// What the VM does with signals that the program handles itself. The kernel remembers that one arrived; the
// main thread runs its handler between two instructions, or in the middle of a wait that the signal cut
// short, which then goes on. Handlers are what module `_signal` keeps. Needs the GIL; runs in the main thread
// only.
#pragma once

#include <string_view>

#include "core/vm/native.h"

namespace forkscope::vm {

// The program's handler; empty: there is none, and SIGINT raises KeyboardInterrupt.
Value signal_handler(PythonThread& thread, int signal);

// For a native whose Request was answered with EINTR: runs the handler of what arrived, and then asks the
// same again for the time that is left. `waits_on` false: the native returns None instead.
NativeResult serve_signal(NativeCall& call, bool waits_on);

// Whether the native was called by this function of the prelude: it waits on behind a handler.
bool is_called_by_prelude(const NativeCall& call, std::string_view name);

// The class behind the waits that a handler interrupts, for module `_signal`.
void install_suspended_call(Vm& vm, Module& module);

}  // namespace forkscope::vm
