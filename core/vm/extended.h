// Values of Python classes that derive from a built-in kind: `class Size(int)`, `class Stack(list)`. They are
// of the kind's C++ type, so that everything that works on the kind works on them, and have a class and
// attributes besides. Where the class defines special methods of its own, the operations must not take their
// fast ways: kOverrides says so. Needs the GIL.
#pragma once

#include <utility>

#include "core/vm/objects.h"

namespace forkscope::vm {

struct Extension {
  Value class_value;
  Table attributes;
};

template <typename Base>
struct Extended final : Base {
  template <typename... Arguments>
  explicit Extended(Arguments&&... arguments) : Base(std::forward<Arguments>(arguments)...) {
    this->flags |= kExtended;
  }
  Extension extension;
};

// Null for all other values.
Extension* extension_of(const Value& value);

// The class of an object that is one or derives from a native kind or is an exception; null for all others.
Class* python_class_of(Object* object);

// A new value like `plain`, a built-in one, of the class `type`.
Value extend(const Value& plain, const Value& type);

// For a new value of a native kind (deque, array, bytearray): one of a Python class has attributes, and may
// have special methods of its own.
void follow_class(NativeObject& made);

// Whether instances of the class are made empty, for an __init__ in Python that fills them.
bool is_filled_by_own_init(const Class& type);

// The kinds whose values can have a Python class.
bool is_extensible(Kind kind);

// Whether special methods in Python count before the built-in behaviour.
inline bool has_overrides(const Value& value) {
  return value.is_object() && (value.object()->flags & kOverrides) != 0;
}

// A special method that a Python class defines for the value; null if the built-in behaviour counts.
const Value* find_user_special(const Vm& vm, const Value& object, std::string_view name);

// Whether the value's own class defines the special method `name`, which the built-in behaviour must give way
// to.
inline bool is_overridden(const Vm& vm, const Value& value, std::string_view name) {
  return has_overrides(value) && find_user_special(vm, value, name) != nullptr;
}

// While it lives, the operations treat the value as one of the built-in kind alone: for list.append and the
// like when a method of a subclass calls them. No Python code may run meanwhile.
class AsBuiltIn {
 public:
  explicit AsBuiltIn(const Value& value) : object_(has_overrides(value) ? value.object() : nullptr) {
    if (object_ != nullptr) object_->flags &= static_cast<std::uint8_t>(~kOverrides);
  }
  ~AsBuiltIn() {
    if (object_ != nullptr) object_->flags |= kOverrides;
  }
  AsBuiltIn(const AsBuiltIn&) = delete;
  AsBuiltIn& operator=(const AsBuiltIn&) = delete;

 private:
  Object* object_;
};

}  // namespace forkscope::vm
