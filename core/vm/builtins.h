// The built-in functions, the methods of the built-in types and their constructors, put into a new Vm.
#pragma once

namespace forkscope::vm {

class Vm;

void install_builtins(Vm& vm);

}  // namespace forkscope::vm
