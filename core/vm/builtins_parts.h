// Between the files that make up the builtins: reading arguments, and handing over to the prelude. All need
// the GIL.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/vm/native.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

// Each defines methods and constructors of some built-in types, or functions, in a new Vm.
void install_text_types(Vm& vm);  // str
void install_text_splitting(Class& type);
void install_bytes_type(Vm& vm);  // bytes, bytearray and memoryview
Class* make_byte_array_class(Vm& vm);
void install_memory_view(Vm& vm);
void install_sequence_types(Vm& vm);  // list, tuple, range, slice
void install_table_types(Vm& vm);     // dict, set, frozenset and the views
void install_number_types(Vm& vm);    // int, bool, float
void install_complex_type(Vm& vm);
void install_functions(Vm& vm);
// locals()
NativeResult local_names(NativeCall& call);
void install_execution(Vm& vm);    // compile, eval, exec, locals
void install_iteration(Vm& vm);    // iter, next, zip, map, sorted ...
void register_builtins_support();  // module _builtins_support, under the prelude

// Positional arguments only, between `least` and `most` of them (self included); a TypeError in CPython's
// words otherwise, which depend on the name: "list.append" is a method, "len()" a function of a fixed number
// of arguments, "str.find()" a method that parses its arguments, "pow" a function that does.
bool raise_wrong_count(NativeCall& call, std::string_view name, std::size_t least, std::size_t most);
inline bool check_count(NativeCall& call, std::string_view name, std::size_t least, std::size_t most) {
  if (call.keywords.empty() && call.positional.size() >= least && call.positional.size() <= most) return true;
  return raise_wrong_count(call, name, least, most);
}
// The same for the constructor of a type, which is argument 0 and not counted.
bool check_constructor(NativeCall& call, std::string_view name, std::size_t least, std::size_t most);
// Adds a method that the class itself is given to, first.
void add_class_method(Class& type, const char* name, NativeFunctionPointer pointer);
// What `make` returns, called without the class that comes first: of that class, if it is one of the
// program's.
template <NativeFunctionPointer make>
NativeResult of_class(NativeCall& call) {
  const Value type = call.positional[0];
  call.positional = call.positional.subspan(1);
  const NativeResult result = make(call);
  if (result != NativeResult::value || type.known<Class>()->is_native) return result;
  call.callee = type;
  call.callee_arguments = {call.result};
  return NativeResult::call;
}

// A method's name as a template argument.
template <std::size_t size>
struct MethodName {
  char text[size];
  consteval MethodName(const char (&name)[size]) { std::copy_n(name, size, text); }
};
// TypeError: argument 0 is missing, or no object of the type, which is named with its module.
NativeResult wrong_self(NativeCall& call, std::string_view method, std::string_view type);
NativeResult wrong_self(NativeCall& call, std::string_view method, Kind kind);
template <MethodName name, Kind kind, NativeFunctionPointer function>
NativeResult with_self(NativeCall& call) {
  if (!call.positional.empty()) {
    const Value& self = call.positional[0];
    if (self.is(kind) || (kind == Kind::big_int && (self.is_small_int() || self.is_bool())))
      return function(call);
  }
  return wrong_self(call, name.text, kind);
}
// A method whose first argument is sure to be of the kind: it may be called through the class with anything.
template <MethodName name, Kind kind, NativeFunctionPointer function, DirectFunctionPointer direct = nullptr>
constexpr NativeDefinition method() {
  return {name.text, with_self<name, kind, function>, direct};
}
// For direct functions: there are `count` arguments, the first one of the kind.
template <Kind kind>
bool are_given(std::span<const Value> arguments, std::size_t count) {
  return arguments.size() == count && arguments[0].is(kind);
}
// The argument at `index`, or an empty Value.
Value argument(const NativeCall& call, std::size_t index);
// The result is that of a prelude function.
NativeResult in_prelude(NativeCall& call, std::string_view name, std::vector<Value> arguments);
// Fetches the items of positional argument `index`. False: return `next` (an exception, or `again` is called
// once more with a list in its place).
bool collect_argument(NativeCall& call, NativeFunctionPointer again, std::size_t index,
                      std::vector<Value>& items, NativeResult& next);
// Whether the value is an instance that stands for an int: the native then returns `raised` and is called
// again with what its __index__ gives in its place.
bool asks_for_index(NativeCall& call, const Value& value);
NativeResult again_with_index(NativeCall& call, NativeFunctionPointer again);
// An int argument (bool included); false: the native returns `raised`.
bool read_index(NativeCall& call, const Value& value, std::int64_t& number);
// False and MemoryError: nobody has as much memory as `bytes`.
bool fits_memory(PythonThread& thread, std::uint64_t bytes);
// What a bytes-like object holds; false: it is none (no exception is set).
bool view_bytes(const Value& value, std::string_view& data);
// Makes a bytes-like object into bytes, for what is asked of the kernel; false: it is none (no exception is
// set).
bool take_bytes(Value& value);
// A str argument; null: TypeError "NAME must be str, not X" (without the name if it is null).
const String* read_string(NativeCall& call, const Value& value, const char* what);
// Start and stop of s.find(x, start, stop) and its kin, clamped to 0..size.
bool read_bounds(NativeCall& call, std::size_t first, std::int64_t size, std::int64_t& start,
                 std::int64_t& stop);
// The stable order of `keys` by `<`; needs_python where an instance's __lt__ has to run.
Outcome sort_order(PythonThread& thread, const std::vector<Value>& keys, bool reverse,
                   std::vector<std::size_t>& order);
bool is_callable(const Vm& vm, const Value& value);
// dir(value), whatever its class says.
NativeResult names_of_value(NativeCall& call);
// The outcome of an operation as a native's result; `needs_python` must have been dealt with.
NativeResult from_outcome(NativeCall& call, Outcome outcome, Value result);

}  // namespace forkscope::vm
