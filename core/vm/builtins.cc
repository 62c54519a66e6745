#include "core/vm/builtins.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/vm/builtins_parts.h"
#include "core/vm/numbers.h"

namespace forkscope::vm {

void install_builtins(Vm& vm) {
  register_builtins_support();
  install_text_types(vm);
  install_bytes_type(vm);
  install_sequence_types(vm);
  install_table_types(vm);
  install_number_types(vm);
  install_functions(vm);
  install_iteration(vm);
}

bool check_count(NativeCall& call, const char* name, std::size_t least, std::size_t most) {
  const std::size_t given = call.positional.size();
  if (!call.keywords.empty()) {
    raise(call, "TypeError", fmt::format("{}() takes no keyword arguments", name));
    return false;
  }
  if (given >= least && given <= most) return true;
  const std::size_t wanted = given < least ? least : most;
  const char* bound = least == most ? "" : given < least ? "at least " : "at most ";
  raise(
      call, "TypeError",
      fmt::format("{} expected {}{} argument{}, got {}", name, bound, wanted, wanted == 1 ? "" : "s", given));
  return false;
}

Value argument(const NativeCall& call, std::size_t index) {
  return index < call.positional.size() ? call.positional[index] : Value();
}

NativeResult in_prelude(NativeCall& call, std::string_view name, std::vector<Value> arguments) {
  call.callee = call.vm.prelude(name);
  call.callee_arguments = std::move(arguments);
  return NativeResult::call;
}

bool collect_argument(NativeCall& call, NativeFunctionPointer again, std::size_t index,
                      std::vector<Value>& items, NativeResult& next) {
  const Outcome outcome = collect(call.thread, call.positional[index], items);
  if (outcome == Outcome::ok) return true;
  next = NativeResult::raised;
  if (outcome != Outcome::needs_python) return false;
  Value keywords = make_dict();
  for (std::size_t at = 0; at < call.keywords.size(); ++at)
    keywords.known<Dict>()->table.set_name(call.keyword_names->items[at], call.keywords[at]);
  Value function = Value::adopt(new NativeFunction("collected", again));
  next = in_prelude(
      call, "with_collected",
      {std::move(function), Value::small_int(static_cast<std::int64_t>(index)),
       make_list(std::vector<Value>(call.positional.begin(), call.positional.end())), std::move(keywords)});
  return false;
}

bool read_index(NativeCall& call, const Value& value, std::int64_t& number) {
  if (!is_int(value)) {
    raise(call, "TypeError",
          fmt::format("'{}' object cannot be interpreted as an integer", type_name(value)));
    return false;
  }
  if (const auto fitting = to_int64(value)) {
    number = *fitting;
    return true;
  }
  raise(call, "OverflowError", "Python int too large to convert to C ssize_t");
  return false;
}

const String* read_string(NativeCall& call, const Value& value, const char* what) {
  if (value.is(Kind::string)) return value.known<String>();
  raise(call, "TypeError",
        fmt::format("{} must be str, not {}", what, value.empty() ? "nothing" : type_name(value)));
  return nullptr;
}

bool read_bounds(NativeCall& call, std::size_t first, std::int64_t size, std::int64_t& start,
                 std::int64_t& stop) {
  start = 0;
  stop = size;
  std::int64_t* const bounds[] = {&start, &stop};
  for (std::size_t at = 0; at < 2; ++at) {
    const Value given = argument(call, first + at);
    if (given.empty() || given.is_none()) continue;
    if (!is_int(given)) {
      raise(call, "TypeError", "slice indices must be integers or None or have an __index__ method");
      return false;
    }
    std::int64_t bound = clamp_int64(given);
    if (bound < 0) bound = std::max<std::int64_t>(0, bound + size);
    *bounds[at] = std::min(bound, size);
  }
  return true;
}

NativeResult from_outcome(NativeCall& call, Outcome outcome, Value result) {
  return outcome == Outcome::ok ? call.returns(std::move(result)) : NativeResult::raised;
}

}  // namespace forkscope::vm
