// The fields of every kind of object, named once for capture, restore and the search for garbage. A new field
// of an object needs a line here. Needs the GIL.
#pragma once

#include "core/vm/objects.h"
#include "core/vm/state_visitor.h"

namespace forkscope::vm {

// Numbers and texts: of themselves they refer to nothing.
constexpr bool is_leaf(Kind kind) {
  return kind == Kind::big_int || kind == Kind::float_number || kind == Kind::complex_number ||
         kind == Kind::string || kind == Kind::bytes;
}

// A leaf whose class adds nothing to it.
inline bool refers_to_nothing(const Object& object) {
  return is_leaf(object.kind) && (object.flags & kExtended) == 0;
}

// Of strings, bytes, floats and big ints only what their class adds: their content is written with their
// kind.
void visit_fields(Object& object, StateVisitor& state);

// Of an object that is met in the first part of a state (state_archive.h), what is written there: of a module
// without what those of its variables hold that its functions set; and that.
void visit_imported_fields(Object& object, StateVisitor& state);
void visit_changing_fields(Object& object, StateVisitor& state);

// Some of its variables are in the second part though it is met in the first. Those of a dict that others
// have are where that is.
inline bool changes_apart(const Module& module) {
  return !module.shows_names && !module.set_by_functions.empty();
}

template <typename Each>
void each_set_by_functions(Module& module, Each each) {
  if (!changes_apart(module)) return;
  for (const Value& name : module.set_by_functions) {
    if (Value* value = module.globals().find_name(name)) each(*value);
  }
}

// What a class pointer beside a Value refers to: kept alive by others, but written like a Value.
template <typename T>
void visit_pointer(T*& pointer, StateVisitor& state) {
  if (state.counts()) {
    if (pointer != nullptr) state.borrowed(pointer);
    return;
  }
  Value held = pointer == nullptr ? Value() : Value::share(pointer);
  state.value(held);
  if (state.fills()) pointer = held.empty() ? nullptr : held.known<T>();
}

}  // namespace forkscope::vm
