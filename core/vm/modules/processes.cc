// The part of module `_forkscope` about processes: spawn, wait, signals, and ending this one.
#include <string>
#include <utility>
#include <vector>

#include "core/vm/modules/asking.h"
#include "core/vm/modules/item_buffer.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

// What a spawn Request points into.
struct SpawnArguments final : Native<SpawnArguments> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.texts(arguments);
    state.texts(environment);
    state.numbers(descriptors);
  }
  void refill(kernel::Request& request) override {
    request.arguments = &arguments;
    request.environment = environment.empty() ? nullptr : &environment;
    request.descriptors = descriptors;
  }
  std::vector<std::string> arguments;
  std::vector<std::string> environment;
  std::vector<int> descriptors;
};

bool read_strings(NativeCall& call, const Value& list, std::vector<std::string>& out) {
  std::vector<Value> items;
  if (collect(call.thread, list, items) != Outcome::ok) return true;
  for (const Value& item : items) {
    if (!item.is(Kind::string)) {
      raise(call, "TypeError", "expected a list of strings");
      return true;
    }
    out.push_back(item.known<String>()->text);
  }
  return false;
}

bool read_descriptors(NativeCall& call, const Value& list, std::vector<int>& out) {
  std::vector<Value> items;
  if (collect(call.thread, list, items) != Outcome::ok) return true;
  for (const Value& item : items) {
    std::int64_t descriptor = 0;
    if (read_int(call, item, descriptor)) return true;
    out.push_back(static_cast<int>(descriptor));
  }
  return false;
}

// spawn(arguments, descriptors [, environment or None [, out of reach of SIGINT and SIGTERM]]) -> pid
NativeResult spawn(NativeCall& call) {
  if (call.positional.size() < 2) return raise(call, "TypeError", "spawn() takes arguments and descriptors");
  auto* keep = new SpawnArguments(class_in(loaded_module(call.vm, "_forkscope"), "ItemBuffer"));
  call.keep = Value::adopt(keep);
  if (read_strings(call, call.positional[0], keep->arguments) ||
      read_descriptors(call, call.positional[1], keep->descriptors)) {
    return NativeResult::raised;
  }
  kernel::Request request;
  request.kind = EventKind::process_spawn;
  request.arguments = &keep->arguments;
  request.descriptors = keep->descriptors;
  if (call.positional.size() > 2 && !call.positional[2].is_none()) {
    if (read_strings(call, call.positional[2], keep->environment)) return NativeResult::raised;
    request.environment = &keep->environment;
  }
  if (call.positional.size() > 3) request.a = call.positional[3].is_true() ? 1 : 0;
  if (keep->arguments.empty()) return raise(call, "ValueError", "spawn() needs a program to run");
  request.text = keep->arguments.front();
  return ask(call, request, finish_value);
}

NativeResult finish_wait(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  if (answer.value == 0) return call.returns_none();
  return call.returns(make_int(answer.second));
}

// Of any child: with its pid.
NativeResult finish_wait_any(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  if (answer.value == 0) return call.returns_none();
  return call.returns(make_tuple({make_int(answer.value), make_int(answer.second)}));
}

// wait_any(seconds or None) -> (pid, exit code or -signal) of a child that has ended; None while all run
NativeResult wait_any(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::process_wait;
  request.handle = request.a = -1;
  if (call.positional.size() != 1) return raise(call, "TypeError", "wait_any() takes seconds");
  if (read_timeout(call, call.positional[0], request.timeout_ns)) return NativeResult::raised;
  return ask(call, request, finish_wait_any);
}

// wait(pid [, seconds or None]) -> exit code or -signal; None while it still runs
NativeResult wait(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::process_wait;
  if (call.positional.empty()) return raise(call, "TypeError", "wait() takes a pid");
  if (read_int(call, call.positional[0], request.handle)) return NativeResult::raised;
  request.a = request.handle;
  if (call.positional.size() > 1 && read_timeout(call, call.positional[1], request.timeout_ns)) {
    return NativeResult::raised;
  }
  return ask(call, request, finish_wait);
}

// watch(pid) -> a descriptor that can be read when the process has ended
NativeResult watch(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::process_watch;
  if (call.positional.empty()) return raise(call, "TypeError", "watch() takes a pid");
  if (read_int(call, call.positional[0], request.handle)) return NativeResult::raised;
  return ask(call, request, finish_value);
}

NativeResult kill(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::process_kill;
  if (call.positional.size() != 2) return raise(call, "TypeError", "kill() takes a pid and a signal");
  if (read_int(call, call.positional[0], request.handle) || read_int(call, call.positional[1], request.b)) {
    return NativeResult::raised;
  }
  // Cut to an int it would be another process, or all of them.
  if (!std::in_range<int>(request.handle) || !std::in_range<int>(request.b))
    return raise(call, "OverflowError", "signed integer is greater than maximum");
  request.a = request.b;
  return ask(call, request, finish_none);
}

}  // namespace

void add_processes(Vm&, Module& module) {
  static constexpr NativeDefinition kFunctions[] = {
      {"spawn", spawn}, {"wait", wait}, {"wait_any", wait_any}, {"watch", watch}, {"kill", kill}};
  define_functions(module, kFunctions);
}

}  // namespace forkscope::vm::modules
