// The native modules that our multiprocessing, threading and pickle stand on. register_library_modules() is
// called once, before the first Vm of a process.
#pragma once

namespace forkscope::vm::modules {

void register_library_modules();
void register_semaphore_module();  // _multiprocessing
void register_forkscope_module();  // _forkscope
void register_thread_module();     // _thread
void register_pickle_module();     // _pickle
void register_memory_module();     // _memory
void register_ctypes_module();     // _ctypes

}  // namespace forkscope::vm::modules
