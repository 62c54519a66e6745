#include "core/vm/modules/signal_module.h"

#include <array>
#include <cerrno>
#include <cmath>

#include "core/kernel/host.h"
#include "core/vm/modules/asking.h"
#include "core/vm/operations.h"
#include "core/vm/signals.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using kernel::SignalDisposition;

bool read_number(NativeCall& call, std::size_t index, int& number) {
  std::int64_t wide = 0;
  if (index >= call.positional.size()) {
    raise(call, "TypeError", "a number is missing");
    return false;
  }
  if (read_c_int(call, call.positional[index], wide)) return false;
  number = static_cast<int>(wide);
  return true;
}

// as_number(value) -> what fits into an int of C
NativeResult as_number(NativeCall& call) {
  int number = 0;
  return read_number(call, 0, number) ? call.returns(make_int(number)) : NativeResult::raised;
}

// set_disposition(number, disposition): 0 what the system does, 1 ignored, 2 caught
NativeResult set_disposition(NativeCall& call) {
  int number = 0, disposition = 0;
  if (!read_number(call, 0, number) || !read_number(call, 1, disposition)) return NativeResult::raised;
  const auto change = disposition == 0   ? kernel::default_signal
                      : disposition == 1 ? kernel::ignore_signal
                                         : kernel::catch_signal;
  const int error = change(number);
  return error == 0 ? call.returns_none() : raise_os_error(call, error);
}

// disposition(number) -> as above, -1 for a signal that does not exist
NativeResult disposition(NativeCall& call) {
  int number = 0;
  if (!read_number(call, 0, number)) return NativeResult::raised;
  const SignalDisposition found = kernel::signal_disposition(number);
  return call.returns(make_int(found == SignalDisposition::invalid ? -1 : static_cast<int>(found)));
}

NativeResult in_main_thread(NativeCall& call) {
  return call.returns(Value::boolean(call.thread.is_main));
}

Value seconds_of(const kernel::IntervalTimer& timer) {
  return make_tuple({make_float(static_cast<double>(timer.first_ns) * 1e-9),
                     make_float(static_cast<double>(timer.interval_ns) * 1e-9)});
}

// set_timer(which, seconds, interval) -> what it was set to
NativeResult set_timer(NativeCall& call) {
  int which = 0;
  if (!read_number(call, 0, which)) return NativeResult::raised;
  std::array<std::int64_t, 2> times{};
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (read_timeout(call, i + 1 < call.positional.size() ? call.positional[i + 1] : Value(), times[i]))
      return NativeResult::raised;
  }
  const auto before = kernel::set_interval_timer(which, {.first_ns = times[0], .interval_ns = times[1]});
  call.thread.stop_soon = true;  // what a timer has sent is handled before the next statement
  return before.ok() ? call.returns(seconds_of(before.value())) : raise_os_error(call, before.error().code);
}

NativeResult get_timer(NativeCall& call) {
  int which = 0;
  if (!read_number(call, 0, which)) return NativeResult::raised;
  const auto now = kernel::interval_timer(which);
  return now.ok() ? call.returns(seconds_of(now.value())) : raise_os_error(call, now.error().code);
}

NativeResult finish_pause(NativeCall& call, kernel::Answer&) {
  const NativeResult result = serve_signal(call, false);
  return result == NativeResult::ask ? call.returns_none() : result;
}

NativeResult pause(NativeCall& call) {
  kernel::Request request;
  request.kind = trace::EventKind::signal_wait;
  return ask(call, request, finish_pause);
}

NativeResult finish_own_pid(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  kernel::Request request;
  request.kind = trace::EventKind::process_kill;
  request.handle = answer.value;
  if (read_int(call, call.positional[0], request.a)) return NativeResult::raised;
  return ask(call, request, finish_none);
}

NativeResult raise_signal(NativeCall& call) {
  int number = 0;
  if (!read_number(call, 0, number)) return NativeResult::raised;
  kernel::Request request;
  request.kind = trace::EventKind::process_identity;
  return ask(call, request, finish_own_pid);
}

NativeResult signal_text(NativeCall& call) {
  int number = 0;
  if (!read_number(call, 0, number)) return NativeResult::raised;
  return call.returns(make_string(kernel::signal_text(number)));
}

constexpr std::array kFunctions = {NativeDefinition{"set_disposition", set_disposition},
                                   NativeDefinition{"disposition", disposition},
                                   NativeDefinition{"in_main_thread", in_main_thread},
                                   NativeDefinition{"set_timer", set_timer},
                                   NativeDefinition{"get_timer", get_timer},
                                   NativeDefinition{"pause", pause},
                                   NativeDefinition{"raise_signal", raise_signal},
                                   NativeDefinition{"signal_text", signal_text},
                                   NativeDefinition{"as_number", as_number}};

void build(Vm& vm, Module& module) {
  define_functions(module, kFunctions);
  module.globals().set("handlers", make_dict());
  install_suspended_call(vm, module);
}

}  // namespace

void register_signal_module() {
  register_native_module("_signal", build);
}

}  // namespace forkscope::vm::modules
