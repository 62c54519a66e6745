#include "core/vm/native_names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace forkscope::vm {

namespace {

// Methods with two underscores that are no slots, whatever class they are of.
constexpr std::array<std::string_view, 27> kPlainMethods = {
    "__bytes__",        "__ceil__",       "__class_getitem__", "__complex__",       "__copy__",
    "__deepcopy__",     "__dir__",        "__enter__",         "__exit__",          "__floor__",
    "__format__",       "__getnewargs__", "__getstate__",      "__init_subclass__", "__instancecheck__",
    "__length_hint__",  "__missing__",    "__prepare__",       "__reduce__",        "__reduce_ex__",
    "__reversed__",     "__round__",      "__setstate__",      "__sizeof__",        "__subclasscheck__",
    "__subclasshook__", "__trunc__"};

bool is_plain_by_owner(const NativeFunction& function) {
  if (function.name == "__getitem__") return function.owner == "list" || function.owner == "dict";
  if (function.name == "__contains__")
    return function.owner == "dict" || function.owner == "set" || function.owner == "frozenset";
  return false;
}

// As the C type is called: with its module, unless that is builtins.
std::string owner_name(const NativeFunction& function) {
  return function.module.empty() || function.module == "builtins" ? function.owner
                                                                  : function.module + "." + function.owner;
}

}  // namespace

bool is_slot_wrapper(const NativeFunction& function) {
  const std::string& name = function.name;
  return !function.owner.empty() && name.size() > 4 && name.starts_with("__") && name.ends_with("__") &&
         std::ranges::find(kPlainMethods, name) == kPlainMethods.end() && !is_plain_by_owner(function);
}

std::string native_qualified_name(const NativeFunction& function) {
  return function.owner.empty() ? function.name : function.owner + "." + function.name;
}

std::string native_function_class(const NativeFunction& function) {
  if (function.owner.empty()) return "builtin_function_or_method";
  return is_slot_wrapper(function) ? "wrapper_descriptor" : "method_descriptor";
}

std::string native_function_text(const NativeFunction& function) {
  if (function.owner.empty()) return "<built-in function " + function.name + ">";
  return (is_slot_wrapper(function) ? "<slot wrapper '" : "<method '") + function.name + "' of '" +
         owner_name(function) + "' objects>";
}

}  // namespace forkscope::vm
