#include "core/vm/modules/sys_module.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "core/kernel/host.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/exceptions.h"
#include "core/vm/modules/asking.h"
#include "core/vm/modules/object_sizes.h"
#include "core/vm/modules/text_stream.h"
#include "core/vm/numbers.h"
#include "core/vm/operations.h"
#include "core/vm/operations_parts.h"
#include "core/vm/runner.h"
#include "core/vm/thread.h"
#include "core/vm/traceback.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

NativeResult exit(NativeCall& call) {
  Value code = call.positional.empty() ? Value::none() : call.positional[0];
  Class* type = call.vm.exception_class("SystemExit");
  std::vector<Value> arguments;
  if (!call.positional.empty()) arguments.push_back(code);
  raise_in(call.thread, make_exception(type, std::move(arguments)));
  return NativeResult::raised;
}

NativeResult exc_info(NativeCall& call) {
  const Value& handled = call.thread.handled;
  if (handled.empty() || handled.is_none())
    return call.returns(make_tuple({Value::none(), Value::none(), Value::none()}));
  return call.returns(make_tuple(
      {handled.as<Exception>()->class_value, handled, traceback_of(call.vm, *handled.as<Exception>())}));
}

NativeResult exception(NativeCall& call) {
  const Value& handled = call.thread.handled;
  return call.returns(handled.empty() ? Value::none() : handled);
}

// _getframe(depth=0): with what is called and where now, as it is at this moment
NativeResult getframe(NativeCall& call) {
  std::int64_t depth = 0;
  if (!call.positional.empty() && read_c_int(call, call.positional[0], depth)) return NativeResult::raised;
  const Frame* frame = call.thread.frame;
  while (frame != nullptr && depth-- > 0) frame = frame->previous;
  Value made = frame_value(call.vm, frame);
  return made.is_none() ? raise(call, "ValueError", "call stack is not deep enough")
                        : call.returns(std::move(made));
}

NativeResult getrecursionlimit(NativeCall& call) {
  return call.returns(Value::small_int(kRecursionLimit + more_recursion(call.vm)));
}

// A larger limit is a base of the recursion that lies higher, in every thread.
NativeResult setrecursionlimit(NativeCall& call) {
  std::int64_t limit = 0;
  if (call.positional.size() != 1)
    return raise(
        call, "TypeError",
        fmt::format("sys.setrecursionlimit() takes exactly one argument ({} given)", call.positional.size()));
  if (read_c_int(call, call.positional[0], limit)) return NativeResult::raised;
  if (limit < 1) return raise(call, "ValueError", "recursion limit must be greater or equal than 1");
  const int before = more_recursion(call.vm);
  const int more = static_cast<int>(limit) - kRecursionLimit;
  const int depth = call.thread.depth - (call.thread.recursion_base - before);
  if (depth >= limit)
    return raise(
        call, "RecursionError",
        fmt::format("cannot set the recursion limit to {} at the recursion depth {}: the limit is too low",
                    limit, depth));
  for (const auto& thread : call.vm.threads()) thread->recursion_base += more - before;
  loaded_module(call.vm, "sys").globals().set(kMoreRecursionName, Value::small_int(more));
  return call.returns_none();
}

NativeResult get_int_max_str_digits(NativeCall& call) {
  return call.returns(make_int(static_cast<std::int64_t>(max_int_digits(call.vm))));
}

NativeResult set_int_max_str_digits(NativeCall& call) {
  constexpr std::int64_t kLowest = 640;
  std::int64_t digits = 0;
  if (call.positional.size() != 1)
    return raise(call, "TypeError", "set_int_max_str_digits() missing required argument 'maxdigits' (pos 1)");
  if (read_int(call, call.positional[0], digits)) return NativeResult::raised;
  if (digits != 0 && digits < kLowest)
    return raise(call, "ValueError", fmt::format("maxdigits must be 0 or larger than {}", kLowest));
  loaded_module(call.vm, "sys").globals().set(kMaxIntDigitsName, make_int(digits));
  return call.returns_none();
}

NativeResult getsizeof(NativeCall& call) {
  if (call.positional.empty() || call.positional.size() > 2)
    return raise(call, "TypeError", "getsizeof() missing required argument 'object' (pos 1)");
  const Value& value = call.positional[0];
  if (find_user_special(call.vm, value, "__sizeof__") != nullptr)
    return in_prelude(call, "size_of", {value, Value::small_int(object_size(value) - own_size(value))});
  return call.returns(make_int(object_size(value)));
}

NativeResult is_finalizing(NativeCall& call) {
  return call.returns(Value::boolean(false));
}

NativeResult getswitchinterval(NativeCall& call) {
  return call.returns(make_float(std::chrono::duration<double>(call.vm.gil().switch_interval()).count()));
}

NativeResult setswitchinterval(NativeCall& call) {
  constexpr double kMostMicroseconds = 9e18;
  if (call.positional.size() != 1)
    return raise(
        call, "TypeError",
        fmt::format("sys.setswitchinterval() takes exactly one argument ({} given)", call.positional.size()));
  const std::optional<double> seconds = to_double(call.positional[0]);
  if (!seconds) return raise(call, "TypeError", "must be real number, not " + type_name(call.positional[0]));
  if (!(*seconds > 0)) return raise(call, "ValueError", "switch interval must be strictly positive");
  const double microseconds = std::clamp(*seconds * 1e6, 1.0, kMostMicroseconds);
  call.vm.gil().set_switch_interval(std::chrono::microseconds(std::llround(microseconds)));
  return call.returns_none();
}

NativeResult getrefcount(NativeCall& call) {
  if (call.positional.size() != 1)
    return raise(call, "TypeError", "sys.getrefcount() takes exactly one argument");
  const Value& value = call.positional[0];
  return call.returns(Value::small_int(value.is_object() ? value.object()->references
                                                         : std::numeric_limits<std::uint32_t>::max()));
}

NativeResult intern_text(NativeCall& call) {
  if (call.positional.size() != 1 || !call.positional[0].is(Kind::string))
    return raise(call, "TypeError", "intern() argument must be str");
  return call.returns(intern(call.positional[0].known<String>()->text));
}

NativeResult getdefaultencoding(NativeCall& call) {
  return call.returns(make_string("utf-8"));
}

constexpr std::array kFunctions = {NativeDefinition{"exit", exit},
                                   NativeDefinition{"exc_info", exc_info},
                                   NativeDefinition{"exception", exception},
                                   NativeDefinition{"_getframe", getframe},
                                   NativeDefinition{"getrecursionlimit", getrecursionlimit},
                                   NativeDefinition{"setrecursionlimit", setrecursionlimit},
                                   NativeDefinition{"get_int_max_str_digits", get_int_max_str_digits},
                                   NativeDefinition{"set_int_max_str_digits", set_int_max_str_digits},
                                   NativeDefinition{"getsizeof", getsizeof},
                                   NativeDefinition{"is_finalizing", is_finalizing},
                                   NativeDefinition{"getswitchinterval", getswitchinterval},
                                   NativeDefinition{"setswitchinterval", setswitchinterval},
                                   NativeDefinition{"getrefcount", getrefcount},
                                   NativeDefinition{"intern", intern_text},
                                   NativeDefinition{"getdefaultencoding", getdefaultencoding},
                                   NativeDefinition{"getfilesystemencoding", getdefaultencoding}};

// The release of each version with which our behaviour was compared.
int release_of(int minor_version) {
  static constexpr std::array kReleases = {7, 1, 0, 0};
  return kReleases[static_cast<std::size_t>(minor_version - 11)];
}

// A tuple whose items have names.
Value named_tuple(Vm& vm, Module& module, const char* name,
                  std::initializer_list<std::pair<const char*, Value>> items) {
  Class* type = vm.define_class(&module, name);
  std::vector<Value> parts;
  for (const auto& [key, value] : items) {
    type->attributes.set(key, value);
    parts.push_back(value);
  }
  Value made = make_tuple(std::move(parts));
  made.known<Tuple>()->named_class = type;
  return made;
}

// The language version that this VM speaks is CPython 3.11's; what it calls itself is the personality's.
Value version_info(Vm& vm, Module& module) {
  const int minor = vm.personality.minor_version();
  return named_tuple(vm, module, "version_info",
                     {{"major", Value::small_int(3)},
                      {"minor", Value::small_int(minor)},
                      {"micro", Value::small_int(release_of(minor))},
                      {"releaselevel", make_string("final")},
                      {"serial", Value::small_int(0)}});
}

void set_numbers(Vm& vm, Module& module) {
  using Double = std::numeric_limits<double>;
  const auto number = [](std::int64_t value) { return make_int(value); };
  module.globals().set("float_info", named_tuple(vm, module, "float_info",
                                               {{"max", make_float(Double::max())},
                                                {"max_exp", number(Double::max_exponent)},
                                                {"max_10_exp", number(Double::max_exponent10)},
                                                {"min", make_float(Double::min())},
                                                {"min_exp", number(Double::min_exponent)},
                                                {"min_10_exp", number(Double::min_exponent10)},
                                                {"dig", number(Double::digits10)},
                                                {"mant_dig", number(Double::digits)},
                                                {"epsilon", make_float(Double::epsilon())},
                                                {"radix", number(Double::radix)},
                                                {"rounds", number(1)}}));
  module.globals().set("int_info", named_tuple(vm, module, "int_info",
                                             {{"bits_per_digit", number(30)},
                                              {"sizeof_digit", number(4)},
                                              {"default_max_str_digits", number(kMaxIntDigits)},
                                              {"str_digits_check_threshold", number(640)}}));
}

void build(Vm& vm, Module& module) {
  define_functions(module, kFunctions);
  install_streams(vm, module);
  Table& names = module.globals();
  names.set("argv", Value::share(&vm.arguments()));
  names.set("path", Value::share(&vm.search_path()));
  names.set("modules", Value::share(&vm.modules()));
  names.set("executable", make_string(kernel::executable_path()));
  names.set("platform", make_string(vm.personality.platform()));
  names.set("byteorder", make_string("little"));
  names.set("maxsize", make_int(std::numeric_limits<std::int64_t>::max()));
  names.set("maxunicode", Value::small_int(0x10ffff));
  set_numbers(vm, module);
  const int minor = vm.personality.minor_version();
  const int release = release_of(minor);
  names.set("version",
            make_string(vm.personality.python_version + "." + std::to_string(release) + " (Forkscope)"));
  names.set("hexversion", Value::small_int(0x030000f0 + minor * 0x10000 + release * 0x100));
  names.set("version_info", version_info(vm, module));
  names.set("copyright", make_string("Copyright (c) 2026 The Forkscope authors"));
}

}  // namespace

void register_sys_module() {
  register_native_module("sys", build);
}

}  // namespace forkscope::vm::modules
