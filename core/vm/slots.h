// __slots__: the names instances may have, and what the class itself has under them. Needs the GIL.
#pragma once

#include "core/vm/objects.h"

namespace forkscope::vm {

class Vm;
struct PythonThread;

// The attribute of the class: says that the value is the instance's own.
struct SlotDescriptor final : Native<SlotDescriptor> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.value(name);
    state.value(owner);
  }
  Value name, owner;  // texts
};
void install_slots(Vm& vm);
const SlotDescriptor* as_slot(const Value& value);  // null: it is none

// Reads __slots__ of a class in the making and puts descriptors into it. False: an exception is set.
bool make_slots(PythonThread& thread, Class& type);
// Whether __slots__ of the class or a base has this name.
bool has_slot(const Class& type, const Value& name);

}  // namespace forkscope::vm
