// Module `_multiprocessing`: the semaphore behind every lock of multiprocessing, as CPython's SemLock
// (semantics of the count, of the owner and of each refusal included). The counter is the kernel's; count and
// last thread are this process's.
#include <algorithm>
#include <cerrno>
#include <limits>

#include "core/vm/exceptions.h"
#include "core/vm/modules/asking.h"
#include "core/vm/modules/library_modules.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

constexpr std::int64_t kRecursive = 0;  // RECURSIVE_MUTEX
constexpr std::int64_t kCounting = 1;   // SEMAPHORE

// macOS has no sem_getvalue() and no sem_timedwait(): the first is refused, or found out by taking one; the
// second is a loop of tries and sleeps.
bool is_macos(const Vm& vm) {
  return vm.personality.system == "macos";
}

std::int64_t largest_value(const Vm& vm) {
  return is_macos(vm) ? 32767 : 2147483647;
}

// Semaphores whose objects are gone. Nothing can be asked while an object is destroyed, so the next one that
// is made closes them.
struct Closing final : Native<Closing> {
  using Native::Native;
  void visit(StateVisitor& state) override { state.numbers(handles); }
  std::vector<std::int64_t> handles;
};

struct Semaphore final : Native<Semaphore> {
  using Native::Native;
  ~Semaphore() override {
    if (handle.handle < 0 || !closing.is(Kind::native_object)) return;
    static_cast<Closing*>(closing.known<NativeObject>())->handles.push_back(handle.handle);
  }
  void visit(StateVisitor& state) override {
    state.number(handle.handle);
    state.number(handle.object);
    state.number(kind);
    state.number(largest);
    state.value(name);
    visit_owner(state);
    state.value(closing);
  }
  // What it said before a fork nobody asks any more, nor who had it last.
  void visit_owner(StateVisitor& state) {
    const bool is_written = !state.fills() && state.process() != 0;
    const bool is_taken = count > 0 && process == state.process();
    std::int64_t count_now = is_written && process != state.process() ? 0 : count;
    base::ThreadId owner = is_written && !is_taken ? 0 : last_thread;
    base::ProcessId process_now = is_written ? state.process() : process;
    state.number(count_now);
    state.number(owner);
    state.number(process_now);
    if (!state.fills()) return;
    count = count_now;
    last_thread = owner;
    process = process_now;
  }
  kernel::Handle handle;
  std::int64_t kind = kCounting;
  std::int64_t largest = 1;
  Value name;
  std::int64_t count = 0;  // acquires minus releases through this object in this process
  base::ThreadId last_thread = 0;
  base::ProcessId process = 0;  // the process `count` belongs to: a forked child starts at 0
  Value closing;                // a Closing
};

base::ThreadId me(const NativeCall& call) {
  return call.thread.kernel_thread.id;
}

Semaphore* self_of(NativeCall& call) {
  auto* self = read_native<Semaphore>(call, call.positional.front(), "a SemLock");
  if (self != nullptr && self->process != call.thread.kernel_thread.process) {
    self->process = call.thread.kernel_thread.process;
    self->count = 0;
  }
  return self;
}

Semaphore& known_self(NativeCall& call) {
  return *static_cast<Semaphore*>(call.positional.front().known<NativeObject>());
}

bool is_mine(const NativeCall& call, const Semaphore& self) {
  return self.count > 0 && self.last_thread == me(call);
}

kernel::Request request_of(const Semaphore& self, kernel::EventKind kind) {
  kernel::Request request;
  request.kind = kind;
  request.handle = self.handle.handle;
  request.object = self.handle.object;
  return request;
}

NativeResult finish_new(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  auto* self = static_cast<Semaphore*>(call.keep.known<NativeObject>());
  self->handle = {answer.value, answer.object};
  return call.returns(call.keep);
}

Value make_semaphore(NativeCall& call, std::int64_t kind, std::int64_t largest, const Value& name) {
  auto* self = new Semaphore(class_in(loaded_module(call.vm, "_multiprocessing"), "SemLock"));
  self->kind = kind;
  self->largest = largest;
  self->name = name;
  self->process = call.thread.kernel_thread.process;
  self->closing = class_in(loaded_module(call.vm, "_multiprocessing"), "_closing");
  return Value::adopt(self);
}

// True if one that nobody has any more is to be closed first; `again` runs then.
bool closes_first(NativeCall& call, NativeResult (*again)(NativeCall& call, kernel::Answer& answer)) {
  const Value closing = class_in(loaded_module(call.vm, "_multiprocessing"), "_closing");
  std::vector<std::int64_t>& handles = static_cast<Closing*>(closing.known<NativeObject>())->handles;
  if (handles.empty()) return false;
  kernel::Request request;
  request.kind = kernel::EventKind::sem_close;
  request.handle = handles.back();
  handles.pop_back();
  ask(call, request, again);
  return true;
}

NativeResult make_after_close(NativeCall& call, kernel::Answer&);
NativeResult open_after_close(NativeCall& call, kernel::Answer&);

// new_semaphore(kind, value, maxvalue, name)
NativeResult new_semaphore(NativeCall& call) {
  if (closes_first(call, make_after_close)) return NativeResult::ask;
  static constexpr const char* kNames[] = {"kind", "value", "maxvalue", "name"};
  Value given[4];
  if (!bind_arguments(call, "SemLock", kNames, 4, given)) return NativeResult::raised;
  std::int64_t kind = 0;
  std::int64_t value = 0;
  std::int64_t largest = 0;
  if (read_int(call, given[0], kind) || read_int(call, given[1], value) ||
      read_int(call, given[2], largest)) {
    return NativeResult::raised;
  }
  if (kind != kRecursive && kind != kCounting) return raise(call, "ValueError", "unrecognized kind");
  constexpr std::int64_t kLargestInt = std::numeric_limits<int>::max();
  if (value > kLargestInt || largest > kLargestInt) {
    return raise(call, "OverflowError", "Python int too large to convert to C int");
  }
  const std::int64_t limit = largest_value(call.vm);
  if (value < 0 || value > limit || largest > limit) return raise_os_error(call, EINVAL);
  if (!given[3].is(Kind::string)) return raise(call, "TypeError", "name must be a string");
  call.keep = make_semaphore(call, kind, largest, given[3]);
  kernel::Request request;
  request.kind = kernel::EventKind::sem_create;
  request.a = value;
  request.b = largest;
  request.text = given[3].known<String>()->text;
  return ask(call, request, finish_new);
}

// open_semaphore(kind, maxvalue, name, object): what unpickling a lock does in a spawned process
NativeResult open_semaphore(NativeCall& call) {
  if (closes_first(call, open_after_close)) return NativeResult::ask;
  static constexpr const char* kNames[] = {"kind", "maxvalue", "name", "object"};
  Value given[4];
  if (!bind_arguments(call, "SemLock._rebuild", kNames, 4, given)) return NativeResult::raised;
  std::int64_t kind = 0;
  std::int64_t largest = 0;
  std::int64_t object = 0;
  if (read_int(call, given[0], kind) || read_int(call, given[1], largest) ||
      read_int(call, given[3], object)) {
    return NativeResult::raised;
  }
  if (!given[2].is(Kind::string)) return raise(call, "TypeError", "name must be a string");
  call.keep = make_semaphore(call, kind, largest, given[2]);
  kernel::Request request;
  request.kind = kernel::EventKind::sem_open;
  request.b = largest;
  request.text = given[2].known<String>()->text;
  request.object = static_cast<base::ObjectId>(object);
  return ask(call, request, finish_new);
}

NativeResult make_after_close(NativeCall& call, kernel::Answer&) {
  return new_semaphore(call);
}

NativeResult open_after_close(NativeCall& call, kernel::Answer&) {
  return open_semaphore(call);
}

void now_taken(const PythonThread& thread, Semaphore& self) {
  ++self.count;
  self.last_thread = thread.kernel_thread.id;
}

NativeResult unlink_semaphore(NativeCall& call) {
  if (call.positional.empty() || !call.positional[0].is(Kind::string)) {
    return raise(call, "TypeError", "sem_unlink() takes a name");
  }
  kernel::Request request;
  request.kind = kernel::EventKind::sem_unlink;
  request.text = call.positional[0].known<String>()->text;
  if (call.positional.size() > 1 && call.positional[1].is_small_int()) {
    request.object = static_cast<base::ObjectId>(call.positional[1].small());
  }
  return ask(call, request, finish_none);
}

NativeResult taken(NativeCall& call, Semaphore& self) {
  now_taken(call.thread, self);
  return call.returns(Value::boolean(true));
}

NativeResult finish_acquire(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  if (answer.value == 0) return call.returns(Value::boolean(false));
  return taken(call, known_self(call));
}

NativeResult try_once_more(NativeCall& call, kernel::Answer& answer);

// Behind a try that failed: a sleep, each 1 ms longer than the one before up to 20 ms, then the next try.
// call.keep is (nanoseconds left, the last sleep).
NativeResult finish_try(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0 || answer.value != 0) return finish_acquire(call, answer);
  constexpr std::int64_t kStep = 1'000'000, kLongest = 20'000'000;
  const Tuple& pace = *call.keep.known<Tuple>();
  const std::int64_t left = pace.items[0].small();
  if (left <= 0) return call.returns(Value::boolean(false));
  const std::int64_t delay = std::min({pace.items[1].small() + kStep, kLongest, left});
  call.keep = make_tuple({make_int(left - delay), make_int(delay)});
  return ask(call, kernel::Request{.kind = kernel::EventKind::sleep, .a = delay}, try_once_more);
}

NativeResult ask_try(NativeCall& call) {
  kernel::Request request = request_of(known_self(call), kernel::EventKind::sem_acquire);
  request.timeout_ns = 0;
  return ask(call, request, finish_try);
}

NativeResult try_once_more(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  return ask_try(call);
}

NativeResult take(NativeCall& call, Semaphore& self, std::int64_t timeout_ns) {
  if (self.kind == kRecursive && is_mine(call, self)) {
    ++self.count;
    return call.returns(Value::boolean(true));
  }
  if (timeout_ns > 0 && is_macos(call.vm)) {
    call.keep = make_tuple({make_int(timeout_ns), make_int(0)});
    return ask_try(call);
  }
  const std::int64_t known =
      answer_at_once(call.thread, kernel::EventKind::sem_acquire, self.handle.handle, timeout_ns);
  if (known > 0) return taken(call, self);
  if (known == 0) return call.returns(Value::boolean(false));
  kernel::Request request = request_of(self, kernel::EventKind::sem_acquire);
  request.timeout_ns = timeout_ns;
  return ask(call, request, finish_acquire);
}

bool acquire_directly(PythonThread& thread, std::span<Value> arguments, Value& result) {
  Semaphore* self = arguments.size() == 1 ? as_native<Semaphore>(arguments[0]) : nullptr;
  if (self == nullptr || self->kind == kRecursive) return false;
  if (answer_at_once(thread, kernel::EventKind::sem_acquire, self->handle.handle, -1) <= 0) return false;
  now_taken(thread, *self);
  result = Value::boolean(true);
  return true;
}

// acquire(block=True, timeout=None)
NativeResult acquire(NativeCall& call) {
  Semaphore* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  if (call.positional.size() == 1 && call.keywords.empty()) return take(call, *self, -1);
  static constexpr const char* kNames[] = {"", "block", "timeout"};
  const std::size_t given_count = call.positional.size() - 1 + call.keywords.size();
  if (given_count > 2) {
    return raise(call, "TypeError",
                 "acquire() takes at most 2 arguments (" + std::to_string(given_count) + " given)");
  }
  Value given[3];
  if (!bind_arguments(call, "acquire", kNames, 1, given)) return NativeResult::raised;
  std::int64_t block = 1;
  if (!given[1].empty() && read_int(call, given[1], block)) return NativeResult::raised;
  std::int64_t timeout_ns = -1;
  if (read_timeout(call, given[2], timeout_ns)) return NativeResult::raised;
  return take(call, *self, block != 0 ? timeout_ns : 0);
}

NativeResult finish_release(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EOVERFLOW) {
    return raise(call, "ValueError", "semaphore or lock released too many times");
  }
  if (answer.error != 0) return raise_os_error(call, answer.error);
  --known_self(call).count;
  return call.returns_none();
}

NativeResult finish_refused_release(NativeCall& call, kernel::Answer&) {
  return raise(call, "ValueError", "semaphore or lock released too many times");
}

// One could be taken from a semaphore whose bound is 1: it was not taken before.
NativeResult finish_try_before_release(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return ask(call, request_of(known_self(call), kernel::EventKind::sem_release),
             answer.value != 0 ? finish_refused_release : finish_release);
}

NativeResult release_without_value(NativeCall& call, const Semaphore& self) {
  if (self.largest != 1) return ask(call, request_of(self, kernel::EventKind::sem_release), finish_release);
  kernel::Request request = request_of(self, kernel::EventKind::sem_acquire);
  request.timeout_ns = 0;
  return ask(call, request, finish_try_before_release);
}

NativeResult release(NativeCall& call) {
  Semaphore* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  if (self->kind == kRecursive) {
    if (!is_mine(call, *self)) {
      return raise(call, "AssertionError", "attempt to release recursive lock not owned by thread");
    }
    if (self->count > 1) {
      --self->count;
      return call.returns_none();
    }
    return ask(call, request_of(*self, kernel::EventKind::sem_release), finish_release);
  }
  if (is_macos(call.vm)) return release_without_value(call, *self);
  if (answer_at_once(call.thread, kernel::EventKind::sem_release, self->handle.handle, self->largest) >= 0) {
    --self->count;
    return call.returns_none();
  }
  kernel::Request request = request_of(*self, kernel::EventKind::sem_release);
  request.b = self->largest;
  return ask(call, request, finish_release);
}

bool release_directly(PythonThread& thread, std::span<Value> arguments, Value& result) {
  Semaphore* self = arguments.size() == 1 ? as_native<Semaphore>(arguments[0]) : nullptr;
  if (self == nullptr || self->kind == kRecursive || is_macos(thread.vm)) return false;
  if (answer_at_once(thread, kernel::EventKind::sem_release, self->handle.handle, self->largest) < 0)
    return false;
  --self->count;
  result = Value::none();
  return true;
}

NativeResult enter(NativeCall& call) {
  Semaphore* self = self_of(call);
  return self == nullptr ? NativeResult::raised : take(call, *self, -1);
}

NativeResult count(NativeCall& call) {
  const Semaphore* self = self_of(call);
  return self == nullptr ? NativeResult::raised : call.returns(make_int(self->count));
}

NativeResult mine(NativeCall& call) {
  const Semaphore* self = self_of(call);
  return self == nullptr ? NativeResult::raised : call.returns(Value::boolean(is_mine(call, *self)));
}

NativeResult finish_get_value(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(make_int(answer.value < 0 ? 0 : answer.value));
}

NativeResult get_value(NativeCall& call) {
  const Semaphore* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  if (is_macos(call.vm)) {
    raise_in(call.thread, make_exception(call.vm.exception_class("NotImplementedError"), {}));
    return NativeResult::raised;
  }
  const std::int64_t known = answer_at_once(call.thread, kernel::EventKind::sem_value, self->handle.handle);
  if (known != kernel::Kernel::kAsk) return call.returns(make_int(known));
  return ask(call, request_of(*self, kernel::EventKind::sem_value), finish_get_value);
}

NativeResult finish_is_zero(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(Value::boolean(answer.value == 0));
}

NativeResult finish_give_back(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(Value::boolean(false));
}

NativeResult finish_take_to_see(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  if (answer.value == 0) return call.returns(Value::boolean(true));
  return ask(call, request_of(known_self(call), kernel::EventKind::sem_release), finish_give_back);
}

NativeResult is_zero(NativeCall& call) {
  const Semaphore* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  if (is_macos(call.vm)) {
    kernel::Request request = request_of(*self, kernel::EventKind::sem_acquire);
    request.timeout_ns = 0;
    return ask(call, request, finish_take_to_see);
  }
  const std::int64_t known = answer_at_once(call.thread, kernel::EventKind::sem_value, self->handle.handle);
  if (known != kernel::Kernel::kAsk) return call.returns(Value::boolean(known == 0));
  return ask(call, request_of(*self, kernel::EventKind::sem_value), finish_is_zero);
}

// _state() -> (kind, maxvalue, name, object): what a pickle of it carries
NativeResult state(NativeCall& call) {
  const Semaphore* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(make_tuple({make_int(self->kind), make_int(self->largest), self->name,
                                  make_int(static_cast<std::int64_t>(self->handle.object))}));
}

NativeResult object_id(NativeCall& call) {
  const Semaphore* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(make_int(static_cast<std::int64_t>(self->handle.object)));
}

NativeResult after_fork(NativeCall& call) {
  Semaphore* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  self->count = 0;
  return call.returns_none();
}

void build(Vm& vm, Module& module) {
  static constexpr NativeDefinition kMethods[] = {
      {"acquire", acquire, acquire_directly},
      {"release", release, release_directly},
      {"__enter__", enter},
      {"__exit__", release},
      {"_count", count},
      {"_is_mine", mine},
      {"_is_zero", is_zero},
      {"_get_value", get_value},
      {"_after_fork", after_fork},
      {"_state", state},
      {"_object", object_id},
  };
  static constexpr NativeDefinition kFunctions[] = {
      {"new_semaphore", new_semaphore},
      {"open_semaphore", open_semaphore},
      {"sem_unlink", unlink_semaphore},
  };
  module.globals().set("_closing", Value::adopt(new Closing(Value::share(vm.classes().object))));
  Class* type = vm.define_class(&module, "SemLock");
  type->instance_kind = Kind::native_object;
  define_methods(*type, kMethods);
  define_functions(module, kFunctions);
  module.globals().set("SEM_VALUE_MAX", make_int(largest_value(vm)));
}

}  // namespace

void register_semaphore_module() {
  register_native_module("_multiprocessing", build);
}

}  // namespace forkscope::vm::modules
