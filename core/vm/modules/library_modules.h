// The native modules that our multiprocessing, threading and pickle stand on. register_library_modules() is
// called once, before the first Vm of a process.
#pragma once

#include <string>

#include "core/trace/arena.h"

namespace forkscope::vm::modules {

void register_library_modules();
void register_semaphore_module();  // _multiprocessing
void register_forkscope_module();  // _forkscope
void register_thread_module();     // _thread
void register_pickle_module();     // _pickle

// The three characters with which the names of this session's semaphores go on after "/mp-".
std::string session_semaphore_prefix(const trace::Arena* arena);

}  // namespace forkscope::vm::modules
