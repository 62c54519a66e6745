// How Python shows the methods of its built-in classes: which class they are of, and whether they stand for a
// slot of the type. Pure.
#pragma once

#include <string>

#include "core/vm/objects.h"

namespace forkscope::vm {

// A method that CPython makes from a slot of the type, such as int.__add__: a wrapper_descriptor.
bool is_slot_wrapper(const NativeFunction& function);
// "append" of a function, "list.append" of a method.
std::string native_qualified_name(const NativeFunction& function);
// The name of its class: "method_descriptor" ...
std::string native_function_class(const NativeFunction& function);
// What repr() shows.
std::string native_function_text(const NativeFunction& function);

}  // namespace forkscope::vm
