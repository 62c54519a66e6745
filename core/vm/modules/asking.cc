#include "core/vm/modules/asking.h"

#include <cerrno>
#include <cmath>

#include "core/vm/numbers.h"
#include "core/vm/operations.h"
#include "core/vm/signals.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {

bool read_int(NativeCall& call, const Value& value, std::int64_t& number) {
  if (value.is_small_int()) {
    number = value.small();
    return false;
  }
  if (value.is_bool()) {
    number = value.is_true() ? 1 : 0;
    return false;
  }
  if (const auto fits = value.is(Kind::big_int) ? to_int64(value) : std::nullopt; fits.has_value()) {
    // of a class that derives from int
    number = *fits;
    return false;
  }
  if (value.is(Kind::big_int)) {
    raise(call, "OverflowError", "Python int too large to convert to C int");
  } else {
    raise(call, "TypeError", "'" + type_name(value) + "' object cannot be interpreted as an integer");
  }
  return true;
}

bool read_c_int(NativeCall& call, const Value& value, std::int64_t& number) {
  if (read_int(call, value, number)) return true;
  if (std::in_range<int>(number)) return false;
  raise(call, "OverflowError", "Python int too large to convert to C int");
  return true;
}

bool read_timeout(NativeCall& call, const Value& seconds, std::int64_t& nanoseconds) {
  constexpr double kForEver = 9.0e9;  // seconds that still fit
  double number = 0;
  if (seconds.empty() || seconds.is_none()) {
    nanoseconds = -1;
    return false;
  }
  if (seconds.is_small_int()) {
    number = static_cast<double>(seconds.small());
  } else if (seconds.is_bool()) {
    number = seconds.is_true() ? 1 : 0;
  } else if (seconds.is(Kind::float_number)) {
    number = seconds.known<Float>()->value;
  } else if (seconds.is(Kind::big_int)) {
    raise(call, "OverflowError", "timestamp too large to convert to C _PyTime_t");
    return true;
  } else {
    raise(call, "TypeError", "must be real number, not " + type_name(seconds));
    return true;
  }
  if (std::isnan(number)) {
    raise(call, "ValueError", "Invalid value NaN (not a number)");
    return true;
  }
  nanoseconds = number <= 0 ? 0 : static_cast<std::int64_t>(std::ceil(std::min(number, kForEver) * 1e9));
  return false;
}

NativeResult ask(NativeCall& call, const kernel::Request& request,
                 NativeResult (*finish)(NativeCall& call, kernel::Answer& answer)) {
  call.request = request;
  call.finish = finish;
  return NativeResult::ask;
}

std::int64_t answer_at_once(PythonThread& thread, kernel::EventKind kind, std::int64_t handle,
                            std::int64_t number) {
  // Its state is looked at behind every so many asks.
  if (thread.vm.state_checks.wanted()) return kernel::Kernel::kAsk;
  return thread.vm.kernel().answer_at_once(thread.kernel_thread, kind, handle, number);
}

NativeResult ask_again(NativeCall& call) {
  return serve_signal(call, true);
}

NativeResult finish_none(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns_none();
}

NativeResult finish_value(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(make_int(answer.value));
}

NativeResult finish_truth(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(Value::boolean(answer.value != 0));
}

bool may_drop_gil(const NativeCall& call) {
  return !call.vm.kernel().gate_closed() && !call.vm.state_checks.wanted();
}

Value class_in(const Module& module, std::string_view name) {
  const Value* found = module.globals().find(name);
  FORKSCOPE_CHECK(found != nullptr, "a native module without its class");
  return *found;
}

Module& loaded_module(Vm& vm, std::string_view name) {
  Value* found = vm.modules().table.find(name);
  FORKSCOPE_CHECK(found != nullptr && found->is(Kind::module), "a native module that is not loaded");
  return *found->known<Module>();
}

}  // namespace forkscope::vm::modules
