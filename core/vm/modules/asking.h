// What the native modules behind our multiprocessing and threading share: reading arguments, time limits and
// answers, and how a long computation lets go of the GIL. Used with the GIL held; nothing else here blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <typeinfo>

#include "core/vm/native.h"
#include "core/vm/objects.h"
#include "core/vm/thread.h"

namespace forkscope::vm::modules {

// True if an exception is set: the argument is not an int that fits.
bool read_int(NativeCall& call, const Value& value, std::int64_t& number);
// The same for an int of C.
bool read_c_int(NativeCall& call, const Value& value, std::int64_t& number);
// A number of seconds as nanoseconds, not below 0; None or empty as -1 (no limit). TypeError for others; true
// then.
bool read_timeout(NativeCall& call, const Value& seconds, std::int64_t& nanoseconds);
// The value as its C++ type; null if it is another. Compares instead of casting where nothing can derive from
// T: it is asked at every step of a queue.
template <typename T>
T* as_native(const Value& value) {
  if (!value.is(Kind::native_object)) return nullptr;
  auto* object = value.known<NativeObject>();
  if constexpr (std::is_final_v<T>) return typeid(*object) == typeid(T) ? static_cast<T*>(object) : nullptr;
  return dynamic_cast<T*>(object);
}
// The same; null and a TypeError "expected WHAT" if it is another.
template <typename T>
T* read_native(NativeCall& call, const Value& value, const char* what) {
  T* object = as_native<T>(value);
  if (object == nullptr) raise(call, "TypeError", std::string("expected ") + what);
  return object;
}

NativeResult ask(NativeCall& call, const kernel::Request& request,
                 NativeResult (*finish)(NativeCall& call, kernel::Answer& answer));
// As Kernel::answer_at_once(); kernel::Kernel::kAsk where only an ask can answer.
std::int64_t answer_at_once(PythonThread& thread, kernel::EventKind kind, std::int64_t handle,
                            std::int64_t number = 0);
// Where a signal cut a wait short: the program's handler runs (KeyboardInterrupt without one), then the same
// Request is asked once more for the time that is left.
NativeResult ask_again(NativeCall& call);

// Common ends of an ask: each raises OSError if it was refused.
NativeResult finish_none(NativeCall& call, kernel::Answer& answer);
NativeResult finish_value(NativeCall& call, kernel::Answer& answer);
NativeResult finish_truth(NativeCall& call, kernel::Answer& answer);

// Whether a long computation of a native may let go of the GIL, as CPython's do. Not in a program that is
// stepped or whose state is looked at: nothing may move there between two Requests.
bool may_drop_gil(const NativeCall& call);
// Runs `compute`, which touches no Python value but the bytes of its arguments, without the GIL where that is
// allowed.
template <typename Compute>
void without_gil(NativeCall& call, Compute compute) {
  if (!may_drop_gil(call)) return compute();
  call.thread.before_wait();
  compute();
  call.thread.after_wait();
}

// A class that `module` (one of ours, loaded) defines.
Value class_in(const Module& module, std::string_view name);
// The module that is loaded under this name; it must be there.
Module& loaded_module(Vm& vm, std::string_view name);

}  // namespace forkscope::vm::modules
