// Module `_thread`: locks, conditions and threads of one process. The counters and queues are the kernel's;
// what is kept here is who holds a lock, for the refusals that threading promises.
#include <fmt/format.h>

#include <cerrno>
#include <csignal>

#include "core/vm/builtins_parts.h"
#include "core/vm/exceptions.h"
#include "core/vm/modules/asking.h"
#include "core/vm/modules/held_locks.h"
#include "core/vm/modules/library_modules.h"
#include "core/vm/modules/thread_locals.h"
#include "core/vm/operations.h"
#include "core/vm/signals.h"
#include "core/vm/thread.h"
#include "core/vm/traceback.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

constexpr double kLongestWait = 9223372036.0;

struct Lock final : Native<Lock> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.number(handle.handle);
    state.number(handle.object);
    state.number(recursive);
    state.number(locked);
    state.number(owner);
    state.number(count);
  }
  std::string description() const override {
    const std::string state = locked ? "locked" : "unlocked";
    if (!recursive) return state + " _thread.lock object";
    return state + " _thread.RLock object owner=" + std::to_string(owner) + " count=" + std::to_string(count);
  }
  kernel::Handle handle;
  bool recursive = false;
  bool locked = false;
  base::ThreadId owner = 0;
  std::int64_t count = 0;
};

struct Condition final : Native<Condition> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.number(handle.handle);
    state.number(handle.object);
    state.value(lock);
    state.number(notified);
    state.number(waiting);
  }
  kernel::Handle handle;
  Value lock;
  std::int64_t notified = 0;  // how often
  std::int64_t waiting = 0;   // threads
  Lock& its_lock() const { return *static_cast<Lock*>(lock.known<NativeObject>()); }
};

base::ThreadId me(const NativeCall& call) {
  return call.thread.kernel_thread.id;
}

kernel::Request request_of(const kernel::Handle& handle, EventKind kind) {
  kernel::Request request;
  request.kind = kind;
  request.handle = handle.handle;
  request.object = handle.object;
  return request;
}

NativeResult finish_new_lock(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  static_cast<Lock*>(call.keep.known<NativeObject>())->handle = {answer.value, answer.object};
  return call.returns(call.keep);
}

NativeResult new_lock(NativeCall& call, const char* class_name, bool recursive) {
  auto* lock = new Lock(class_in(loaded_module(call.vm, "_thread"), class_name));
  lock->recursive = recursive;
  call.keep = Value::adopt(lock);
  kernel::Request request;
  request.kind = EventKind::lock_create;
  return ask(call, request, finish_new_lock);
}

NativeResult allocate_lock(NativeCall& call) {
  return new_lock(call, "lock", false);
}
NativeResult new_recursive_lock(NativeCall& call) {
  return new_lock(call, "RLock", true);
}

NativeResult construct_recursive_lock(NativeCall& call) {
  return check_constructor(call, "RLock", 0, 0) ? new_recursive_lock(call) : NativeResult::raised;
}

// A lock itself, or that of a condition; null: it is neither.
Lock* as_lock(const Value& value) {
  if (auto* lock = as_native<Lock>(value); lock != nullptr) return lock;
  auto* condition = as_native<Condition>(value);
  return condition == nullptr ? nullptr : &condition->its_lock();
}

// The lock that a method is called on.
Lock* lock_of(NativeCall& call) {
  Lock* lock = as_lock(call.positional.front());
  if (lock == nullptr) raise(call, "TypeError", "expected a lock");
  return lock;
}

void now_mine(Lock& lock, base::ThreadId thread) {
  lock.locked = true;
  lock.owner = thread;
  lock.count = 1;
}

void now_free(Lock& lock) {
  lock.locked = false;
  lock.owner = 0;
  lock.count = 0;
}

NativeResult finish_acquire(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  if (answer.value != 0) now_mine(*lock_of(call), me(call));
  return call.returns(Value::boolean(answer.value != 0));
}

NativeResult take(NativeCall& call, Lock& lock, std::int64_t timeout_ns) {
  if (lock.recursive && lock.locked && lock.owner == me(call)) {
    ++lock.count;
    return call.returns(Value::boolean(true));
  }
  const std::int64_t known =
      answer_at_once(call.thread, EventKind::lock_acquire, lock.handle.handle, timeout_ns);
  if (known != kernel::Kernel::kAsk) {
    if (known != 0) now_mine(lock, me(call));
    return call.returns(Value::boolean(known != 0));
  }
  kernel::Request request = request_of(lock.handle, EventKind::lock_acquire);
  request.timeout_ns = timeout_ns;
  return ask(call, request, finish_acquire);
}

bool acquire_directly(PythonThread& thread, std::span<Value> arguments, Value& result) {
  Lock* lock = arguments.size() == 1 ? as_lock(arguments[0]) : nullptr;
  if (lock == nullptr || lock->recursive) return false;
  if (answer_at_once(thread, EventKind::lock_acquire, lock->handle.handle, -1) <= 0) return false;
  now_mine(*lock, thread.kernel_thread.id);
  result = Value::boolean(true);
  return true;
}

double number_of(const Value& value) {
  return value.is_small_int()           ? static_cast<double>(value.small())
         : value.is(Kind::float_number) ? value.known<Float>()->value
                                        : 0;
}

// acquire(blocking=True, timeout=-1)
NativeResult acquire(NativeCall& call) {
  Lock* lock = lock_of(call);
  if (lock == nullptr) return NativeResult::raised;
  if (call.positional.size() == 1 && call.keywords.empty()) return take(call, *lock, -1);
  static constexpr const char* kNames[] = {"", "blocking", "timeout"};
  Value given[3];
  if (!bind_arguments(call, "acquire", kNames, 1, given)) return NativeResult::raised;
  bool blocking = true;
  if (!given[1].empty() && truth(call.thread, given[1], blocking) != Outcome::ok) return NativeResult::raised;
  std::int64_t timeout_ns = -1;
  if (!given[2].empty() && number_of(given[2]) != -1) {
    if (!blocking) return raise(call, "ValueError", "can't specify a timeout for a non-blocking call");
    if (number_of(given[2]) < 0) return raise(call, "ValueError", "timeout value must be positive");
    if (number_of(given[2]) > kLongestWait) return raise(call, "OverflowError", "timeout value is too large");
    if (read_timeout(call, given[2], timeout_ns)) return NativeResult::raised;
  }
  return take(call, *lock, blocking ? timeout_ns : 0);
}

NativeResult enter(NativeCall& call) {
  Lock* lock = lock_of(call);
  return lock == nullptr ? NativeResult::raised : take(call, *lock, -1);
}

NativeResult finish_release(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns_none();
}

NativeResult release(NativeCall& call) {
  Lock* lock = lock_of(call);
  if (lock == nullptr) return NativeResult::raised;
  if (lock->recursive) {
    if (!lock->locked || lock->owner != me(call))
      return raise(call, "RuntimeError", "cannot release un-acquired lock");
    if (--lock->count > 0) return call.returns_none();
  } else if (!lock->locked) {
    return raise(call, "RuntimeError", "release unlocked lock");
  }
  now_free(*lock);
  if (answer_at_once(call.thread, EventKind::lock_release, lock->handle.handle) > 0)
    return call.returns_none();
  return ask(call, request_of(lock->handle, EventKind::lock_release), finish_release);
}

bool release_directly(PythonThread& thread, std::span<Value> arguments, Value& result) {
  Lock* lock = arguments.size() == 1 ? as_lock(arguments[0]) : nullptr;
  if (lock == nullptr || lock->recursive || !lock->locked) return false;
  if (answer_at_once(thread, EventKind::lock_release, lock->handle.handle) <= 0) return false;
  now_free(*lock);
  result = Value::none();
  return true;
}

NativeResult locked(NativeCall& call) {
  const Lock* lock = lock_of(call);
  return lock == nullptr ? NativeResult::raised : call.returns(Value::boolean(lock->locked));
}

NativeResult is_owned(NativeCall& call) {
  const Lock* lock = lock_of(call);
  if (lock == nullptr) return NativeResult::raised;
  return call.returns(Value::boolean(lock->locked && (!lock->recursive || lock->owner == me(call))));
}

NativeResult finish_new_condition(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  static_cast<Condition*>(call.keep.known<NativeObject>())->handle = {answer.value, answer.object};
  return call.returns(call.keep);
}

NativeResult new_condition(NativeCall& call) {
  if (call.positional.size() != 1) return raise(call, "TypeError", "new_condition() takes a lock");
  const Lock* lock = read_native<Lock>(call, call.positional[0], "a lock");
  if (lock == nullptr) return NativeResult::raised;
  auto* condition = new Condition(class_in(loaded_module(call.vm, "_thread"), "Condition"));
  condition->lock = call.positional[0];
  call.keep = Value::adopt(condition);
  kernel::Request request;
  request.kind = EventKind::condition_create;
  request.handle = lock->handle.handle;
  request.object = lock->handle.object;
  request.a = static_cast<std::int64_t>(lock->handle.object);
  return ask(call, request, finish_new_condition);
}

Condition* condition_of(NativeCall& call, const char* refusal) {
  auto* condition = read_native<Condition>(call, call.positional.front(), "a condition");
  if (condition == nullptr) return nullptr;
  const Lock& lock = condition->its_lock();
  if (lock.locked && (!lock.recursive || lock.owner == me(call))) return condition;
  raise(call, "RuntimeError", refusal);
  return nullptr;
}

NativeResult finish_take_back(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  Lock& lock = static_cast<Condition*>(call.positional.front().known<NativeObject>())->its_lock();
  now_mine(lock, me(call));
  lock.count = call.positional[1].small();
  return call.returns_none();
}

// _take_back(count): the lock, as it was held before the wait
NativeResult take_back(NativeCall& call) {
  const auto* condition = read_native<Condition>(call, call.positional.front(), "a condition");
  if (condition == nullptr) return NativeResult::raised;
  if (call.positional.size() != 2 || !call.positional[1].is_small_int())
    return raise(call, "TypeError", "_take_back() takes a number");
  return ask(call, request_of(condition->its_lock().handle, EventKind::lock_acquire), finish_take_back);
}

// _notified() -> how often there was a notification
NativeResult notified(NativeCall& call) {
  const auto* condition = read_native<Condition>(call, call.positional.front(), "a condition");
  return condition == nullptr ? NativeResult::raised : call.returns(make_int(condition->notified));
}

// _waiting() -> how many threads wait
NativeResult waiting(NativeCall& call) {
  const auto* condition = read_native<Condition>(call, call.positional.front(), "a condition");
  return condition == nullptr ? NativeResult::raised : call.returns(make_int(condition->waiting));
}

// The lock is free, because the handler may need it: it is taken back before the wait goes on or the
// exception goes up. Of a wait that goes on already the result says what has interrupted it again.
NativeResult interrupted_wait(NativeCall& call, const Condition& condition) {
  constexpr const char* kGoesOn = "after_signal_in_wait";
  const int signal = call.thread.is_main ? call.vm.kernel().take_signal() : 0;
  Value handler = signal_handler(call.thread, signal);
  if (handler.empty()) handler = Value::none();
  const std::int64_t left_ns = call.request.timeout_ns;
  Value left = left_ns < 0 ? Value::none() : make_float(static_cast<double>(left_ns) * 1e-9);
  Value number = make_int(signal), seen = make_int(condition.notified);
  if (is_called_by_prelude(call, kGoesOn))
    return call.returns(
        make_tuple({std::move(handler), std::move(number), std::move(seen), std::move(left)}));
  call.callee = call.vm.prelude(kGoesOn);
  call.callee_arguments = {
      std::move(handler),      std::move(number), frame_value(call.vm, call.thread.frame),
      call.positional.front(), call.keep,         std::move(seen),
      std::move(left)};
  return NativeResult::call;
}

NativeResult finish_wait(NativeCall& call, kernel::Answer& answer) {
  auto* condition = static_cast<Condition*>(call.positional.front().known<NativeObject>());
  --condition->waiting;
  if (answer.error == EINTR) return interrupted_wait(call, *condition);
  now_mine(condition->its_lock(), me(call));
  condition->its_lock().count = call.keep.small();
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(Value::boolean(answer.value != 0));
}

// wait(timeout=None): the kernel gives the lock back, waits, and takes it again
NativeResult wait(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "timeout"};
  Value given[2];
  if (!bind_arguments(call, "wait", kNames, 1, given)) return NativeResult::raised;
  Condition* condition = condition_of(call, "cannot wait on un-acquired lock");
  if (condition == nullptr) return NativeResult::raised;
  kernel::Request request = request_of(condition->handle, EventKind::condition_wait);
  if (read_timeout(call, given[1], request.timeout_ns)) return NativeResult::raised;
  Lock& lock = condition->its_lock();
  call.keep = Value::small_int(lock.count);
  ++condition->waiting;
  now_free(lock);
  return ask(call, request, finish_wait);
}

NativeResult notify_some(NativeCall& call, std::int64_t how_many) {
  Condition* condition = condition_of(call, "cannot notify on un-acquired lock");
  if (condition == nullptr) return NativeResult::raised;
  ++condition->notified;
  if (answer_at_once(call.thread, EventKind::condition_notify, condition->handle.handle, how_many) >= 0)
    return call.returns_none();
  kernel::Request request = request_of(condition->handle, EventKind::condition_notify);
  request.a = how_many;
  return ask(call, request, finish_none);
}

NativeResult notify(NativeCall& call) {
  if (call.positional.size() == 1 && call.keywords.empty()) return notify_some(call, 1);
  static constexpr const char* kNames[] = {"", "n"};
  Value given[2];
  if (!bind_arguments(call, "notify", kNames, 1, given)) return NativeResult::raised;
  std::int64_t how_many = 1;
  if (!given[1].empty() && read_int(call, given[1], how_many)) return NativeResult::raised;
  return notify_some(call, how_many);
}

NativeResult notify_all(NativeCall& call) {
  return notify_some(call, 0x7fffffff);
}

// The operating system's number of this thread; where nothing is recorded, its ident.
NativeResult get_native_id(NativeCall& call) {
  const trace::ThreadSlot* slot = call.thread.kernel_thread.recorder.slot();
  if (slot == nullptr) return call.returns(make_int(static_cast<std::int64_t>(me(call))));
  return call.returns(make_int(slot->os_thread.load(std::memory_order_relaxed)));
}

NativeResult get_ident(NativeCall& call) {
  return call.returns(make_int(static_cast<std::int64_t>(me(call))));
}

// Gives its ident.
NativeResult start(NativeCall& call, const Value& function, const Value& arguments, std::string_view name) {
  const kernel::Answer answer = call.vm.start_thread(call.thread, function, arguments, name);
  if (answer.error != 0) return raise(call, "RuntimeError", "can't start new thread");
  return call.returns(make_int(answer.value));
}

// start_new_thread(function, args[, kwargs]); our threading gives a name in the place of the last, and looks
// after what its function raises.
NativeResult start_new_thread(NativeCall& call) {
  if (call.positional.size() < 2 || call.positional.size() > 3)
    return raise(call, "TypeError",
                 fmt::format("start_new_thread expected {} 2 arguments, got {}",
                             call.positional.size() < 2 ? "at least" : "at most", call.positional.size()));
  const Value function = call.positional[0], arguments = call.positional[1];
  const Value more = call.positional.size() > 2 ? call.positional[2] : make_dict();
  if (more.is(Kind::string)) return start(call, function, arguments, more.known<String>()->text);
  if (!is_callable(call.vm, function)) return raise(call, "TypeError", "first arg must be callable");
  if (!arguments.is(Kind::tuple)) return raise(call, "TypeError", "2nd arg must be a tuple");
  if (!more.is(Kind::dict)) return raise(call, "TypeError", "optional 3rd arg must be a dictionary");
  return start(call, call.vm.prelude("run_thread"), make_tuple({function, arguments, more}), "Thread");
}

NativeResult exit_thread(NativeCall& call) {
  raise_in(call.thread, make_exception(call.vm.exception_class("SystemExit"), {}));
  return NativeResult::raised;
}

// interrupt_main(signum=SIGINT, /)
NativeResult interrupt_main(NativeCall& call) {
  if (!check_count(call, "interrupt_main", 0, 1)) return NativeResult::raised;
  const Value number = call.positional.empty() ? Value::small_int(SIGINT) : call.positional[0];
  return in_prelude(call, "interrupt_main", {number});
}

NativeResult count_threads(NativeCall& call) {
  return call.returns(make_int(static_cast<std::int64_t>(call.vm.threads().size()) - 1));
}

NativeResult finish_join(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error == ESRCH) return call.returns(Value::boolean(true));
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(Value::boolean(answer.value != 0));
}

// join_thread(ident [, seconds or None]) -> True if it has ended
NativeResult join_thread(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::thread_join;
  if (call.positional.empty()) return raise(call, "TypeError", "join_thread() takes a thread's ident");
  if (read_int(call, call.positional[0], request.handle)) return NativeResult::raised;
  request.a = request.handle;
  if (call.positional.size() > 1 && read_timeout(call, call.positional[1], request.timeout_ns)) {
    return NativeResult::raised;
  }
  return ask(call, request, finish_join);
}

void build(Vm& vm, Module& module) {
  static constexpr NativeDefinition kLockMethods[] = {
      {"acquire", acquire, acquire_directly},
      {"release", release, release_directly},
      {"__enter__", enter},
      {"locked", locked},
      {"__exit__", release},
      {"_is_owned", is_owned},
  };
  static constexpr NativeDefinition kConditionMethods[] = {
      {"acquire", acquire, acquire_directly},
      {"release", release, release_directly},
      {"__enter__", enter},
      {"__exit__", release},
      {"wait", wait},
      {"notify", notify},
      {"notify_all", notify_all},
      {"_is_owned", is_owned},
      {"_take_back", take_back},
      {"_notified", notified},
      {"_waiting", waiting},
  };
  static constexpr NativeDefinition kFunctions[] = {
      {"allocate_lock", allocate_lock},       {"new_recursive_lock", new_recursive_lock},
      {"new_condition", new_condition},       {"get_ident", get_ident},
      {"get_native_id", get_native_id},       {"join_thread", join_thread},
      {"start_new_thread", start_new_thread}, {"exit", exit_thread},
      {"interrupt_main", interrupt_main},     {"_count", count_threads},
  };
  for (const char* name : {"lock", "RLock", "Condition"}) {
    Class* type = vm.define_class(&module, name);
    type->instance_kind = Kind::native_object;
    if (std::string_view(name) == "RLock") type->construct = construct_recursive_lock;
    if (std::string_view(name) == "Condition") {
      define_methods(*type, kConditionMethods);
    } else {
      define_methods(*type, kLockMethods);
    }
  }
  define_functions(module, kFunctions);
  define_thread_locals(module);
  constexpr double kLongestTimeout = 9223372036.0;
  module.globals().set("LockType", class_in(module, "lock"));
  module.globals().set("error", Value::share(vm.exception_class("RuntimeError")));
  module.globals().set("TIMEOUT_MAX", make_float(kLongestTimeout));
}

}  // namespace

void register_thread_module() {
  register_native_module("_thread", build);
}

bool holds_lock(const Value& object, base::ThreadId thread) {
  const auto* lock = as_native<Lock>(object);
  const auto* condition = as_native<Condition>(object);
  if (lock == nullptr && condition != nullptr) lock = &condition->its_lock();
  return lock != nullptr && lock->locked && lock->owner == thread;
}

}  // namespace forkscope::vm::modules
