#include "core/vm/builtins.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/vm/buffer.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/collector.h"
#include "core/vm/extended.h"
#include "core/vm/numbers.h"

namespace forkscope::vm {

void install_builtins(Vm& vm) {
  register_builtins_support();
  install_text_types(vm);
  install_bytes_type(vm);
  install_sequence_types(vm);
  install_table_types(vm);
  install_number_types(vm);
  install_complex_type(vm);
  install_functions(vm);
  install_iteration(vm);
  install_execution(vm);
}

namespace {

std::string counted(std::size_t count, const char* exactly_one) {
  return count == 1 ? exactly_one : fmt::format("{} arguments", count);
}

// CPython words a wrong number of arguments after how the function takes them.
std::string wrong_count(std::string_view name, std::size_t least, std::size_t most, std::size_t given) {
  const std::size_t dot = name.find('.');
  const bool is_call = name.ends_with("()");
  const std::size_t wanted = given < least ? least : most;
  if (is_call && dot != std::string_view::npos)
    return fmt::format("{} takes {} {} ({} given)", name.substr(dot + 1),
                       given < least ? "at least" : "at most", counted(wanted, "1 argument"), given);
  if (dot != std::string_view::npos && most == 0)
    return fmt::format("{}() takes no arguments ({} given)", name, given);
  if (least == most && least == 1 && (is_call || dot != std::string_view::npos))
    return fmt::format("{}{} takes exactly one argument ({} given)", name, is_call ? "" : "()", given);
  if (is_call && most == 0) return fmt::format("{} takes no arguments ({} given)", name, given);
  const char* bound = least == most ? "" : given < least ? "at least " : "at most ";
  return fmt::format("{} expected {}{}, got {}", dot == std::string_view::npos ? name : name.substr(dot + 1),
                     bound, counted(wanted, "1 argument"), given);
}

bool check_given(NativeCall& call, std::string_view name, std::size_t least, std::size_t most,
                 std::size_t given) {
  if (!call.keywords.empty()) {
    const std::string_view shown = name.ends_with("()") ? name.substr(0, name.size() - 2) : name;
    raise(call, "TypeError", fmt::format("{}() takes no keyword arguments", shown));
    return false;
  }
  if (given >= least && given <= most) return true;
  raise(call, "TypeError", wrong_count(name, least, most, given));
  return false;
}

}  // namespace

bool raise_wrong_count(NativeCall& call, std::string_view name, std::size_t least, std::size_t most) {
  const std::size_t self = name.find('.') == std::string_view::npos ? 0 : 1;
  return check_given(call, name, least - self, most - self, call.positional.size() - self);
}

bool check_constructor(NativeCall& call, std::string_view name, std::size_t least, std::size_t most) {
  return check_given(call, name, least, most, call.positional.size() - 1);
}

void add_class_method(Class& type, const char* name, NativeFunctionPointer pointer) {
  type.attributes.set(name, Value::adopt(new ClassMethod(Value::adopt(new NativeFunction(name, pointer)))));
}

bool fits_memory(PythonThread& thread, std::uint64_t bytes) {
  if (make_room(thread.vm, bytes)) return true;
  raise_in(thread, "MemoryError", "");
  return false;
}

bool view_bytes(const Value& value, std::string_view& data) {
  if (const Buffer* buffer = as_buffer(value)) {
    data = buffer->bytes();
    return true;
  }
  const auto* bytes = value.try_as<Bytes>();
  if (bytes != nullptr) data = bytes->data;
  return bytes != nullptr;
}

bool take_bytes(Value& value) {
  if (value.is(Kind::bytes)) return true;
  std::string_view data;
  if (!view_bytes(value, data)) return false;
  value = make_bytes(std::string(data));
  return true;
}

NativeResult wrong_self(NativeCall& call, std::string_view method, std::string_view type) {
  if (call.positional.empty()) {
    const std::string_view name = type.substr(type.rfind('.') + 1);
    return raise(call, "TypeError", fmt::format("unbound method {}.{}() needs an argument", name, method));
  }
  return raise(call, "TypeError",
               fmt::format("descriptor '{}' for '{}' objects doesn't apply to a '{}' object", method, type,
                           type_name(call.positional[0])));
}

NativeResult wrong_self(NativeCall& call, std::string_view method, Kind kind) {
  return wrong_self(
      call, method,
      (kind == Kind::exception ? call.vm.classes().base_exception : call.vm.class_of_kind(kind))->name);
}

Value argument(const NativeCall& call, std::size_t index) {
  return index < call.positional.size() ? call.positional[index] : Value();
}

NativeResult in_prelude(NativeCall& call, std::string_view name, std::vector<Value> arguments) {
  call.callee = call.vm.prelude(name);
  call.callee_arguments = std::move(arguments);
  return NativeResult::call;
}

namespace {

// The prelude function calls `again` with the arguments, of which it replaces what `which` says.
NativeResult call_again(NativeCall& call, const char* prelude, NativeFunctionPointer again, Value which) {
  Value keywords = make_dict();
  for (std::size_t at = 0; at < call.keywords.size(); ++at)
    keywords.known<Dict>()->table.set_name(call.keyword_names->items[at], call.keywords[at]);
  return in_prelude(
      call, prelude,
      {Value::adopt(new NativeFunction(prelude, again)), std::move(which),
       make_list(std::vector<Value>(call.positional.begin(), call.positional.end())), std::move(keywords)});
}

}  // namespace

bool collect_argument(NativeCall& call, NativeFunctionPointer again, std::size_t index,
                      std::vector<Value>& items, NativeResult& next) {
  const Outcome outcome = collect(call.thread, call.positional[index], items);
  if (outcome == Outcome::ok) return true;
  next = NativeResult::raised;
  if (outcome != Outcome::needs_python) return false;
  next = call_again(call, "with_collected", again, Value::small_int(static_cast<std::int64_t>(index)));
  return false;
}

bool asks_for_index(NativeCall& call, const Value& value) {
  if (is_int(value) || find_user_special(call.vm, value, "__index__") == nullptr) return false;
  call.wants_index = value;
  return true;
}

NativeResult again_with_index(NativeCall& call, NativeFunctionPointer again) {
  return call_again(call, "with_index", again, std::exchange(call.wants_index, Value()));
}

bool read_index(NativeCall& call, const Value& value, std::int64_t& number) {
  if (asks_for_index(call, value)) return false;
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
        fmt::format("{}must be str, not {}", what == nullptr ? "" : std::string(what) + " ",
                    value.empty() ? "nothing" : type_name(value)));
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
    if (asks_for_index(call, given)) return false;
    if (!is_int(given)) {
      raise(call, "TypeError", "slice indices must be integers or None or have an __index__ method");
      return false;
    }
    std::int64_t bound = clamp_int64(given);
    if (bound < 0) bound = std::max<std::int64_t>(0, bound + size);
    // A start beyond the end stays there: nothing is found, not even an empty text.
    *bounds[at] = at == 0 ? bound : std::min(bound, size);
  }
  return true;
}

NativeResult from_outcome(NativeCall& call, Outcome outcome, Value result) {
  return outcome == Outcome::ok ? call.returns(std::move(result)) : NativeResult::raised;
}

}  // namespace forkscope::vm
