// The native modules of Python's standard library that have nothing to do with processes.
// register_standard_modules() is called once, before the first Vm of a process.
#pragma once

namespace forkscope::vm::modules {

void register_standard_modules();

}  // namespace forkscope::vm::modules
