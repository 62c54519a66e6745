// Module `_forkscope`: the kernel's Requests about descriptors and processes, one function each, and the
// notes that our library leaves in the trace.
#include "core/vm/modules/asking.h"
#include "core/vm/modules/item_buffer.h"
#include "core/vm/modules/library_modules.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

EventKind note_named(std::string_view name) {
  for (int i = static_cast<int>(EventKind::first_note) + 1; i < static_cast<int>(EventKind::count); ++i) {
    if (trace::info(static_cast<EventKind>(i)).name == name) return static_cast<EventKind>(i);
  }
  return EventKind::none;
}

bool read_numbers(NativeCall& call, std::size_t first, std::span<std::int64_t> out) {
  for (std::size_t i = 0; i < out.size() && first + i < call.positional.size(); ++i) {
    if (read_int(call, call.positional[first + i], out[i])) return true;
  }
  return false;
}

// note(name, object=0, a=0, b=0, text=None, result=0), positional only
NativeResult note(NativeCall& call) {
  trace::Recorder& recorder = call.thread.kernel_thread.recorder;
  if (!recorder.enabled()) return call.returns_none();
  if (call.positional.empty() || !call.positional[0].is(Kind::string)) {
    return raise(call, "TypeError", "note() takes the name of a note");
  }
  const EventKind kind = note_named(call.positional[0].known<String>()->text);
  if (kind == EventKind::none) return raise(call, "ValueError", "note() of an unknown kind");
  std::int64_t numbers[3] = {};
  std::int64_t result[1] = {};
  if (read_numbers(call, 1, numbers) || read_numbers(call, 5, result)) return NativeResult::raised;
  base::StringId text = 0;
  if (call.positional.size() > 4 && call.positional[4].is(Kind::string)) {
    text = call.vm.kernel().strings().intern(call.positional[4].known<String>()->text);
  }
  recorder.note(kind, static_cast<base::ObjectId>(numbers[0]), numbers[1], numbers[2], text, result[0]);
  return call.returns_none();
}

// name_child(name): what the process that this thread starts next is called while the program is stepped.
NativeResult name_child(NativeCall& call) {
  if (call.positional.size() != 1 || !call.positional[0].is(Kind::string)) {
    return raise(call, "TypeError", "name_child() takes a name");
  }
  call.thread.kernel_thread.child_name = call.positional[0].known<String>()->text;
  return call.returns_none();
}

// queue_asks(queue, question)
NativeResult queue_asks(NativeCall& call) {
  trace::Recorder& recorder = call.thread.kernel_thread.recorder;
  if (!recorder.enabled()) return call.returns_none();
  std::int64_t numbers[2] = {};
  if (read_numbers(call, 0, numbers)) return NativeResult::raised;
  recorder.note(EventKind::queue_asks, static_cast<base::ObjectId>(numbers[0]), numbers[1]);
  return call.returns_none();
}

// queue_answers(queue, question, answer, reason=0)
NativeResult queue_answers(NativeCall& call) {
  trace::Recorder& recorder = call.thread.kernel_thread.recorder;
  if (!recorder.enabled()) return call.returns_none();
  std::int64_t numbers[4] = {};
  if (read_numbers(call, 0, numbers)) return NativeResult::raised;
  recorder.note(EventKind::queue_answers, static_cast<base::ObjectId>(numbers[0]), numbers[1], numbers[2], 0,
                numbers[3]);
  return call.returns_none();
}

NativeResult new_object_id(NativeCall& call) {
  return call.returns(make_int(static_cast<std::int64_t>(call.vm.kernel().new_object_id())));
}

NativeResult tracing(NativeCall& call) {
  return call.returns(Value::boolean(call.thread.kernel_thread.recorder.enabled()));
}

NativeResult process_id(NativeCall& call) {
  return call.returns(make_int(static_cast<std::int64_t>(call.thread.kernel_thread.process)));
}

// "/mp-" and 8 characters: the session's, so that the lab finds what a killed program left, then a number of
// its own.
NativeResult semaphore_name(NativeCall& call) {
  constexpr std::string_view kDigits = "abcdefghijklmnopqrstuvwxyz0123456789";
  constexpr std::size_t kLength = 12;
  const trace::Arena* arena = call.vm.kernel().arena();
  std::string name = "/mp-";
  if (arena != nullptr) name += arena->session_prefix();
  std::uint64_t number = call.vm.kernel().new_object_id();
  while (name.size() < kLength) {
    name += kDigits[number % kDigits.size()];
    number /= kDigits.size();
  }
  return call.returns(make_string(name));
}

void build(Vm& vm, Module& module) {
  static constexpr NativeDefinition kFunctions[] = {
      {"note", note},
      {"name_child", name_child},
      {"queue_asks", queue_asks},
      {"queue_answers", queue_answers},
      {"new_object_id", new_object_id},
      {"tracing", tracing},
      {"process_id", process_id},
      {"semaphore_name", semaphore_name},
  };
  define_functions(module, kFunctions);
  add_item_buffer(vm, module);
  add_descriptors(vm, module);
  add_sockets(vm, module);
  add_processes(vm, module);
  add_evidence(vm, module);
}

}  // namespace

void register_forkscope_module() {
  register_native_module("_forkscope", build);
}

}  // namespace forkscope::vm::modules
