// The part of module `_forkscope` by which a process tells what it knows, where somebody compares the ways to
// start one.
#include <string>

#include "core/vm/modules/asking.h"
#include "core/vm/modules/item_buffer.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

// shows_children() -> whether children tell what they know, and stop
NativeResult shows_children(NativeCall& call) {
  const trace::Arena* arena = call.vm.kernel().arena();
  return call.returns(Value::boolean(arena != nullptr && arena->header().shows_children.load() != 0));
}

// The address is what proves a copied value: the child has it where the parent has.
std::int64_t place_of(const Value& value) {
  return value.is_object() ? reinterpret_cast<std::int64_t>(value.object()) : 0;
}

// note_name(name, value, source, is_argument), see global_name in notes.inc
NativeResult note_name(NativeCall& call) {
  if (call.positional.size() != 4 || !call.positional[0].is(Kind::string))
    return raise(call, "TypeError", "note_name() takes a name, a value, a source and a bool");
  std::int64_t source = 0;
  if (read_int(call, call.positional[2], source)) return NativeResult::raised;
  const Value& value = call.positional[1];
  const std::string text = call.positional[0].known<String>()->text + " = " + label_text(call.thread, value);
  call.thread.kernel_thread.recorder.note(trace::EventKind::global_name, 0, source,
                                          call.positional[3].is_true() ? 1 : 0,
                                          call.vm.kernel().strings().intern(text), place_of(value));
  return call.returns_none();
}

}  // namespace

void add_evidence(Vm&, Module& module) {
  static constexpr NativeDefinition kFunctions[] = {{"shows_children", shows_children},
                                                    {"note_name", note_name}};
  define_functions(module, kFunctions);
}

}  // namespace forkscope::vm::modules
