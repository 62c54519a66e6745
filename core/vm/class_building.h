// Making classes while a program runs: the class statement, type() with three arguments, metaclasses. What
// Python code must do on the way (__set_name__, __init_subclass__) is left to the prelude. Needs the GIL.
#pragma once

#include <vector>

#include "core/vm/native.h"

namespace forkscope::vm {

// A class with these bases, not ready yet: its body has not run. Empty: an exception is set.
Value begin_class(PythonThread& thread, const std::string& name, std::vector<Value> bases,
                  const Value& metaclass);
// After its attributes are there. False: an exception is set.
bool complete_class(PythonThread& thread, Class& type);
// The arguments for announce_class of the prelude; empty where nobody is to be told.
std::vector<Value> announcement(const Vm& vm, const Value& type, const Value& keywords);
// The most derived of the metaclass asked for (empty: none was) and those of the bases. False: an exception
// is set.
bool choose_metaclass(PythonThread& thread, const std::vector<Value>& bases, Value& metaclass);

// Where the names of a class body go, by what its frame has as `extra`.
Table* class_table(const Value& extra);
// The same; null where the namespace has Python code of its own for that.
Table* class_namespace(const Vm& vm, const Value& extra);

// type(...): the class of a value, or a new class.
NativeResult construct_type(NativeCall& call);
void install_type_methods(Vm& vm);

// The class that programs see. What __dict__ gives is of a class of the prelude, to them a dict.
Class* shown_class_of(const Vm& vm, const Value& value);

}  // namespace forkscope::vm
