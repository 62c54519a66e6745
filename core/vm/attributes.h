// Look-up of attributes: instances, classes along their resolution order, descriptors (functions, property,
// staticmethod, classmethod), super(), modules, functions, exceptions. None of these run Python code: where a
// property's getter or a
// __getattr__ must run, they say which callable with which arguments. All need the GIL.
#pragma once

#include <string_view>

#include "core/vm/objects.h"
#include "core/vm/operations.h"
#include "core/vm/value.h"

namespace forkscope::vm {

// ok: `result` is the attribute. raised: AttributeError. needs_python: call result(arguments...): a property
// or __getattr__.
Outcome get_attribute(PythonThread& thread, const Value& object, const Value& name, Value& result,
                      std::vector<Value>& arguments);
// needs_python: call callee(arguments...) and forget its result.
Outcome set_attribute(PythonThread& thread, const Value& object, const Value& name, Value value,
                      Value& callee, std::vector<Value>& arguments);
Outcome delete_attribute(PythonThread& thread, const Value& object, const Value& name, Value& callee,
                         std::vector<Value>& arguments);

// The table a value's own attributes are in; null: it has none.
Table* own_attributes(const Value& object);
// Brings a dict up to date that shows them: those that __dict__ has.
void show_names(const Vm& vm, const Value& object, Table& names);
// The object whose __dict__ gave `names`; null: it is another value.
const Value* owner_of_names(const Vm& vm, const Value& names);
// Of what a __dict__ gave; other values are left alone.
void refresh_names(const Vm& vm, const Value& names);

// As the three above without __getattribute__, __getattr__, __setattr__ and __delattr__ in Python: what those of object do.
Outcome get_default_attribute(PythonThread& thread, const Value& object, const Value& name, Value& result,
                              std::vector<Value>& arguments);
Outcome set_default_attribute(PythonThread& thread, const Value& object, const Value& name, Value value,
                              Value& callee, std::vector<Value>& arguments);
Outcome delete_default_attribute(PythonThread& thread, const Value& object, const Value& name, Value& callee,
                                 std::vector<Value>& arguments);

// As long as this lives, an instance's attributes are those in the dict `names`: what an object has for each thread by
// itself. No Python code may run meanwhile. The class of the instance intercepts its attributes in Python.
class NamesInstead {
 public:
  NamesInstead(const Value& object, const Value& names);
  ~NamesInstead();
  NamesInstead(const NamesInstead&) = delete;
  NamesInstead& operator=(const NamesInstead&) = delete;

 private:
  Value object_;
};

// The special method `name` (interned or not) of the value's type, not bound; null if it has none. Only user
// and library classes count: methods of built-in kinds are not special methods here.
const Value* find_special(const Vm& vm, const Value& object, std::string_view name);

// The value as found on a class, made into what the instance gives: functions become methods, static methods
// the function ... Not for properties.
Value bind(const Vm& vm, const Value& found, const Value& object, Class* type);

}  // namespace forkscope::vm
