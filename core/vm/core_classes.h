// The classes that the interpreter itself depends on: object, property, staticmethod, classmethod, super, and
// the methods of generators. Needs the GIL.
#pragma once

namespace forkscope::vm {

class Vm;

void install_core_classes(Vm& vm);

}  // namespace forkscope::vm
