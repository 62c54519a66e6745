// The attributes of built-in objects that are fields of theirs and lie in no table: a function's __name__, an
// exception's __cause__, what a range starts with. What a class or the program says of an attribute is in
// attributes.h, which asks here. Need the GIL; block nowhere.
#pragma once

#include <string_view>

#include "core/vm/objects.h"

namespace forkscope::vm {

class Vm;

// In a class some of whose instances have a dict of the program's in the place of their attributes.
inline constexpr const char* kSharesNames = "_shares_names";

// A new dict with what is in the table.
Value dict_of(const Table& table);

// Empty: it has none of that name.
Value class_field(const Class& type, std::string_view name);
Value field_of(const Value& object, std::string_view name);

// False: there is none of that name that can be set to this.
bool set_exception_field(const Vm& vm, Exception& exception, std::string_view name, const Value& value);
// What a function's field must be that `value` is not: "string"; empty: it may be set to it.
std::string_view kind_of_function_field(std::string_view name, const Value& value);
bool set_function_field(Function& function, std::string_view name, const Value& value);

}  // namespace forkscope::vm
