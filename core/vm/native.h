// How functions written in C++ are called, and how they ask. A native runs with the GIL held, never blocks and never calls
// Python code on the native stack: it returns a value, raises, asks the kernel, or hands over to a Python callable. So a
// thread that waits is always plain data (its frames plus a pending native).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/kernel/kernel.h"
#include "core/vm/objects.h"
#include "core/vm/value.h"

namespace forkscope::vm {

class Vm;
struct PythonThread;

enum class NativeResult : std::uint8_t {
  value,   // call.result is set
  raised,  // an exception is set in call.thread (raise_... below)
  ask,     // call.request is set; when it is answered, call.finish(call, answer) runs and its NativeResult counts
  call,    // call.callee and call.callee_arguments are set: the result of that call is the result of this one (a tail call)
};

struct NativeCall {
  Vm& vm;
  PythonThread& thread;
  std::span<Value> positional;   // self first for methods; may be moved from
  const Tuple* keyword_names;    // null = none
  std::span<Value> keywords;     // values, in the order of keyword_names
  Value result;

  // ask: views in `request` must point into values that stay alive: the arguments do, and so does `keep`.
  kernel::Request request;
  NativeResult (*finish)(NativeCall& call, kernel::Answer& answer) = nullptr;
  Value keep;

  // call
  Value callee;
  std::vector<Value> callee_arguments;

  Value wants_index;  // raised without an exception: the argument whose __index__ has to be asked; the native is called again

  NativeResult returns(Value value) {
    result = std::move(value);
    return NativeResult::value;
  }
  NativeResult returns_none() { return returns(Value::none()); }
};

// Binds the arguments of `call` to parameters by position or name. `out` has one slot a parameter: an empty Value where it was
// not given. `names` are the parameter names ("" = positional only). Raises TypeError with CPython's wording; false then.
bool bind_arguments(NativeCall& call, std::string_view function, std::span<const char* const> names, std::size_t required,
                    std::span<Value> out);

// Sets the thread's exception; return their result from the native: `return raise(call, "ValueError", "...")`. The class is
// looked up among the built-in exceptions.
NativeResult raise(NativeCall& call, std::string_view built_in_class, std::string message);
void raise_in(PythonThread& thread, std::string_view built_in_class, std::string message);
void raise_in(PythonThread& thread, Value exception);
// OSError or its subclass for an errno (BrokenPipeError, FileExistsError, ...), "[Errno 32] Broken pipe".
NativeResult raise_os_error(NativeCall& call, int error, std::string_view path = {});

// Adds natives to a module's globals or a class's attributes.
struct NativeDefinition {
  const char* name;
  NativeFunctionPointer pointer;
  DirectFunctionPointer direct = nullptr;
};
void define_functions(Module& module, std::span<const NativeDefinition> functions);
void define_methods(Class& type, std::span<const NativeDefinition> methods);

// Native modules register a builder; the VM calls it the first time the module is imported.
using ModuleBuilder = void (*)(Vm& vm, Module& module);
void register_native_module(std::string_view name, ModuleBuilder builder);
ModuleBuilder find_native_module(std::string_view name);  // null if there is none
std::vector<std::string> native_module_names();

}  // namespace forkscope::vm
