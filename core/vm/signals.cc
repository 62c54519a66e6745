#include "core/vm/signals.h"

#include <utility>

#include "core/vm/exceptions.h"
#include "core/vm/operations.h"
#include "core/vm/runner.h"
#include "core/vm/state_natives.h"
#include "core/vm/state_visitor.h"
#include "core/vm/traceback.h"

namespace forkscope::vm {

namespace {

const Module* signal_module(const Vm& vm) {
  const Value* found = vm.modules().table.find("_signal");
  return found == nullptr ? nullptr : found->try_as<Module>();
}

// A native that waited when a signal came: all it needs to ask again.
struct SuspendedCall final : Native<SuspendedCall> {
  using Native::Native;
  std::vector<Value> arguments;  // positional ones, then keywords
  std::size_t positional = 0;
  Value keyword_names;
  Value keep;
  kernel::Request request;
  NativeResult (*finish)(NativeCall& call, kernel::Answer& answer) = nullptr;
  Value text_owner;  // what request.text is a part of
  std::int64_t text_at = 0;
  std::int64_t text_size = 0;
  bool is_asked = false;  // again, and has not been answered
  Value handler;          // of the signal that has interrupted it again
  std::int64_t signal = 0;

  void visit(StateVisitor& state) override {
    state.values(arguments);
    state.number(positional);
    state.value(keyword_names);
    state.value(keep);
    visit_request(request, state);
    visit_native_pointer(finish, state);
    state.value(text_owner);
    state.number(text_at);
    state.number(text_size);
    state.number(is_asked);
    state.value(handler);
    state.number(signal);
    state.afterwards([this] { set_views(); });
  }

  void set_views() {
    if (const std::string* bytes = bytes_of(text_owner))
      request.text = std::string_view(*bytes).substr(static_cast<std::size_t>(text_at),
                                                     static_cast<std::size_t>(text_size));
    for (const Value& argument : arguments) refill_from(argument);
    refill_from(keep);
  }

  void refill_from(const Value& value) {
    if (value.is(Kind::native_object)) value.known<NativeObject>()->refill(request);
  }

  static const std::string* bytes_of(const Value& value) {
    if (const auto* string = value.try_as<String>()) return &string->text;
    const auto* bytes = value.try_as<Bytes>();
    return bytes == nullptr ? nullptr : &bytes->data;
  }

  void find_text_owner(const Value& candidate) {
    const std::string* bytes = bytes_of(candidate);
    if (bytes == nullptr || request.text.empty()) return;
    const char* const begin = request.text.data();
    if (begin < bytes->data() || begin + request.text.size() > bytes->data() + bytes->size()) return;
    text_owner = candidate;
    text_at = begin - bytes->data();
    text_size = static_cast<std::int64_t>(request.text.size());
  }
};

void suspend(const NativeCall& call, SuspendedCall& suspended) {
  suspended.arguments.assign(call.positional.begin(), call.positional.end());
  suspended.positional = call.positional.size();
  suspended.arguments.insert(suspended.arguments.end(), call.keywords.begin(), call.keywords.end());
  suspended.keyword_names =
      call.keyword_names == nullptr ? Value() : Value::share(const_cast<Tuple*>(call.keyword_names));
  suspended.keep = call.keep;
  suspended.request = call.request;
  suspended.finish = call.finish;
  suspended.text_owner = Value();
  for (const Value& argument : suspended.arguments) suspended.find_text_owner(argument);
  suspended.find_text_owner(call.keep);
}

Value suspend(const NativeCall& call) {
  auto* suspended = new SuspendedCall(*signal_module(call.vm)->globals().find("suspended_call"));
  Value made = Value::adopt(suspended);
  suspend(call, *suspended);
  return made;
}

// The one in whose place this call waits; null: it was not interrupted before.
SuspendedCall* resumed_by(const NativeCall& call) {
  constexpr std::size_t kWaiting = 3;  // among the parameters of after_signal()
  if (!is_called_by_prelude(call, "after_signal")) return nullptr;
  const Value& waiting = call.thread.frame->locals[kWaiting];
  if (!waiting.is(Kind::native_object)) return nullptr;
  auto* suspended = static_cast<SuspendedCall*>(waiting.known<NativeObject>());
  return suspended->is_asked ? suspended : nullptr;
}

// suspended_call(): asks again, in the place of the call that was interrupted. Its result is this object if
// it was interrupted once more: however many signals come, no call is made in another.
NativeResult resume(NativeCall& call) {
  const Value held = call.positional.front();
  auto& suspended = *static_cast<SuspendedCall*>(held.known<NativeObject>());
  suspended.is_asked = true;
  call.thread.storage = suspended.arguments;
  call.thread.keyword_names = suspended.keyword_names;
  call.positional = std::span<Value>(call.thread.storage.data(), suspended.positional);
  call.keywords = std::span<Value>(call.thread.storage).subspan(suspended.positional);
  call.keyword_names = suspended.keyword_names.try_as<Tuple>();
  call.keep = suspended.keep;
  call.request = suspended.request;
  call.finish = suspended.finish;
  return NativeResult::ask;
}

// take_signal() -> the handler of what interrupted it again, and the number
NativeResult take_signal(NativeCall& call) {
  const Value held = call.positional.front();
  auto& suspended = *static_cast<SuspendedCall*>(held.known<NativeObject>());
  return call.returns(make_tuple({std::exchange(suspended.handler, Value()), make_int(suspended.signal)}));
}

NativeResult raise_interrupt(NativeCall& call) {
  raise_value(call.thread, make_exception(call.vm.exception_class("KeyboardInterrupt"), {}));
  return NativeResult::raised;
}

}  // namespace

bool is_called_by_prelude(const NativeCall& call, std::string_view name) {
  return call.thread.frame->code == call.vm.prelude(name).known<Function>()->code.known<Code>();
}

Value signal_handler(PythonThread& thread, int signal) {
  const Module* module = signal_module(thread.vm);
  if (module == nullptr) return {};
  const Value* handlers = module->globals().find("handlers");
  if (handlers == nullptr || !handlers->is(Kind::dict)) return {};
  const Value key = make_int(signal);
  std::uint64_t hash = 0;
  if (hash_value(thread, key, hash) != Outcome::ok) return {};
  const Value* found = handlers->known<Dict>()->table.find(key, hash);
  return found == nullptr ? Value() : *found;
}

NativeResult serve_signal(NativeCall& call, bool waits_on) {
  const int signal = call.thread.is_main ? call.vm.kernel().take_signal() : 0;
  if (signal == 0) return NativeResult::ask;
  const Value handler = signal_handler(call.thread, signal);
  if (handler.empty())
    return signal == kernel::Kernel::kInterruptSignal ? raise_interrupt(call) : NativeResult::ask;
  if (SuspendedCall* const suspended = waits_on ? resumed_by(call) : nullptr) {
    suspend(call, *suspended);
    suspended->is_asked = false;
    suspended->handler = handler;
    suspended->signal = signal;
    return call.returns(Value::share(suspended));
  }
  Value waiting = waits_on ? suspend(call) : Value::none();
  call.callee = call.vm.prelude("after_signal");
  call.callee_arguments = {handler, make_int(signal), frame_value(call.vm, call.thread.frame),
                           std::move(waiting)};
  return NativeResult::call;
}

void install_suspended_call(Vm& vm, Module& module) {
  static constexpr NativeDefinition kMethods[] = {{"__call__", resume}, {"take_signal", take_signal}};
  Class* type = vm.define_class(&module, "suspended_call");
  type->instance_kind = Kind::native_object;
  define_methods(*type, kMethods);
}

Step Runner::serve_signal(int signal, Continuation continuation) {
  const Value handler = signal_handler(thread, signal);
  if (!handler.empty())
    return call_with(handler, {make_int(signal), frame_value(vm, thread.frame)}, continuation);
  if (signal != kernel::Kernel::kInterruptSignal) return complete(continuation, {}, Value::none());
  raise_value(thread, make_exception(vm.exception_class("KeyboardInterrupt"), {}));
  return Step::raised;
}

}  // namespace forkscope::vm
