#include "core/vm/modules/os_module.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <string>
#include <vector>

#include "core/kernel/host.h"
#include "core/vm/modules/asking.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

// The one string argument; null and a TypeError if it is something else.
const std::string* path_of(NativeCall& call) {
  if (call.positional.empty() || !call.positional[0].is(Kind::string)) {
    raise(call, "TypeError",
          "expected str, bytes or os.PathLike object, not " +
              (call.positional.empty() ? std::string("nothing") : type_name(call.positional[0])));
    return nullptr;
  }
  return &call.positional[0].known<String>()->text;
}

// environment() -> ["NAME=value", ...]
NativeResult environment(NativeCall& call) {
  std::vector<Value> entries;
  for (const std::string& entry : kernel::environment()) entries.push_back(make_string(entry));
  return call.returns(make_list(std::move(entries)));
}

NativeResult current_directory(NativeCall& call) {
  return call.returns(make_string(kernel::current_directory()));
}

NativeResult change_directory(NativeCall& call) {
  const std::string* path = path_of(call);
  if (path == nullptr) return NativeResult::raised;
  const base::Status status = kernel::change_directory(*path);
  return status.ok() ? call.returns_none() : raise_os_error(call, status.error().code, *path);
}

NativeResult cpu_count(NativeCall& call) {
  return call.returns(Value::small_int(kernel::cpu_count()));
}

NativeResult executable(NativeCall& call) {
  return call.returns(make_string(kernel::executable_path()));
}

// file_kind(path) -> "missing", "file", "directory" or "other"
NativeResult file_kind(NativeCall& call) {
  static constexpr std::array kNames = {"missing", "file", "directory", "other"};
  const std::string* path = path_of(call);
  if (path == nullptr) return NativeResult::raised;
  return call.returns(make_string(kNames[static_cast<std::size_t>(kernel::file_kind(*path))]));
}

NativeResult list_directory(NativeCall& call) {
  const std::string* path = path_of(call);
  if (path == nullptr) return NativeResult::raised;
  const auto names = kernel::list_directory(*path);
  if (!names.ok()) return raise_os_error(call, names.error().code, *path);
  std::vector<Value> items;
  for (const std::string& name : names.value()) items.push_back(make_string(name));
  return call.returns(make_list(std::move(items)));
}

NativeResult change_files(NativeCall& call, base::Status (*change)(const std::string&)) {
  const std::string* path = path_of(call);
  if (path == nullptr) return NativeResult::raised;
  const base::Status status = change(*path);
  return status.ok() ? call.returns_none() : raise_os_error(call, status.error().code, *path);
}
// f(path, mode)
NativeResult change_with_mode(NativeCall& call, base::Status (*change)(const std::string&, unsigned)) {
  const std::string* path = path_of(call);
  if (path == nullptr) return NativeResult::raised;
  std::int64_t mode = 0;
  if (call.positional.size() != 2) return raise(call, "TypeError", "a path and a mode are needed");
  if (read_int(call, call.positional[1], mode)) return NativeResult::raised;
  const base::Status status = change(*path, static_cast<unsigned>(mode));
  return status.ok() ? call.returns_none() : raise_os_error(call, status.error().code, *path);
}
NativeResult make_directory(NativeCall& call) {
  return change_with_mode(call, kernel::make_directory);
}
NativeResult change_mode(NativeCall& call) {
  return change_with_mode(call, kernel::change_mode);
}
NativeResult remove_directory(NativeCall& call) {
  return change_files(call, kernel::remove_directory);
}
NativeResult remove_file(NativeCall& call) {
  return change_files(call, kernel::remove_file);
}

bool takes(NativeCall& call, std::size_t count) {
  if (call.positional.size() == count) return true;
  raise(call, "TypeError",
        fmt::format("expected {} argument{}, got {}", count, count == 1 ? "" : "s", call.positional.size()));
  return false;
}

NativeResult entropy(NativeCall& call) {
  std::int64_t size = 0;
  if (!takes(call, 1) || read_int(call, call.positional[0], size)) return NativeResult::raised;
  if (size < 0) return raise(call, "ValueError", "negative argument not allowed");
  return call.returns(make_bytes(kernel::entropy(static_cast<std::size_t>(size))));
}

// set_signal(number, is_ignored)
NativeResult set_signal(NativeCall& call) {
  std::int64_t number = 0;
  if (!takes(call, 2) || read_int(call, call.positional[0], number)) return NativeResult::raised;
  const auto change = call.positional[1].is_true() ? kernel::ignore_signal : kernel::default_signal;
  const int error = change(static_cast<int>(number));
  return error == 0 ? call.returns_none() : raise_os_error(call, error);
}

NativeResult is_terminal(NativeCall& call) {
  std::int64_t descriptor = 0;
  if (!takes(call, 1) || read_c_int(call, call.positional[0], descriptor)) return NativeResult::raised;
  return call.returns(Value::boolean(kernel::is_terminal(static_cast<int>(descriptor))));
}

// terminal_size(descriptor): columns and lines
NativeResult terminal_size(NativeCall& call) {
  std::int64_t descriptor = 0;
  if (!takes(call, 1) || read_c_int(call, call.positional[0], descriptor)) return NativeResult::raised;
  const auto size = kernel::terminal_size(static_cast<int>(descriptor));
  if (!size.ok()) return raise_os_error(call, size.error().code);
  return call.returns(make_tuple({make_int(size.value().columns), make_int(size.value().lines)}));
}

NativeResult error_text(NativeCall& call) {
  std::int64_t error = 0;
  if (!takes(call, 1) || read_c_int(call, call.positional[0], error)) return NativeResult::raised;
  return call.returns(make_string(kernel::error_text(static_cast<int>(error))));
}

template <std::int64_t whose>
NativeResult identity(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::process_identity;
  request.a = whose;
  return ask(call, request, finish_value);
}

// open(path, flags, mode) -> descriptor
NativeResult open(NativeCall& call) {
  kernel::Request request;
  const std::string* path = path_of(call);
  if (path == nullptr) return NativeResult::raised;
  if (call.positional.size() != 3 || read_int(call, call.positional[1], request.a) ||
      read_int(call, call.positional[2], request.b))
    return NativeResult::raised;
  request.kind = EventKind::file_open;
  request.text = *path;
  return ask(call, request, [](NativeCall& asked, kernel::Answer& answer) {
    if (answer.error != 0)
      return raise_os_error(asked, answer.error, asked.positional[0].known<String>()->text);
    return asked.returns(make_int(answer.value));
  });
}

template <std::span<const kernel::NamedNumber> (*numbers)()>
NativeResult named_numbers(NativeCall& call) {
  std::vector<Value> pairs;
  for (const kernel::NamedNumber& number : numbers())
    pairs.push_back(make_tuple({make_string(number.name), Value::small_int(number.value)}));
  return call.returns(make_list(std::move(pairs)));
}

constexpr std::array kFunctions = {NativeDefinition{"environment", environment},
                                   NativeDefinition{"current_directory", current_directory},
                                   NativeDefinition{"change_directory", change_directory},
                                   NativeDefinition{"cpu_count", cpu_count},
                                   NativeDefinition{"executable", executable},
                                   NativeDefinition{"file_kind", file_kind},
                                   NativeDefinition{"list_directory", list_directory},
                                   NativeDefinition{"make_directory", make_directory},
                                   NativeDefinition{"change_mode", change_mode},
                                   NativeDefinition{"remove_directory", remove_directory},
                                   NativeDefinition{"remove_file", remove_file},
                                   NativeDefinition{"entropy", entropy},
                                   NativeDefinition{"is_terminal", is_terminal},
                                   NativeDefinition{"terminal_size", terminal_size},
                                   NativeDefinition{"set_signal", set_signal},
                                   NativeDefinition{"error_text", error_text},
                                   NativeDefinition{"getpid", identity<0>},
                                   NativeDefinition{"getppid", identity<1>},
                                   NativeDefinition{"open", open},
                                   NativeDefinition{"error_numbers", named_numbers<kernel::error_numbers>},
                                   NativeDefinition{"signal_numbers", named_numbers<kernel::signal_numbers>},
                                   NativeDefinition{"open_flags", named_numbers<kernel::open_flags>}};

void build(Vm&, Module& module) {
  define_functions(module, kFunctions);
}

}  // namespace

void register_os_module() {
  register_native_module("_os", build);
}

}  // namespace forkscope::vm::modules
