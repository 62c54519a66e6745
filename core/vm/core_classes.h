// The classes that the interpreter itself depends on: object, property, staticmethod, classmethod, super, and
// the methods of generators. Needs the GIL.
#pragma once

namespace forkscope::vm {

class Vm;

void install_core_classes(Vm& vm);
// Once all of them can be made: a __new__ for each that makes its objects itself.
void install_makers(Vm& vm);

}  // namespace forkscope::vm
