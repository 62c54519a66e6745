// Module `_vm`: what the library's `_main`, `os` and `multiprocessing` need of the VM itself: running a program as a module,
// fork, exit, the text of an exception. Used with the GIL held.
#pragma once

namespace forkscope::vm::modules {

void register_main_module();

}  // namespace forkscope::vm::modules
