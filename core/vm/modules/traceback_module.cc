#include "core/vm/modules/traceback_module.h"

#include <string>

#include "core/vm/modules/asking.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

// What CPython does in C has no frame there: the VM's first frame, the prelude and the program's start.
bool is_internal(const Code& code) {
  return code.file.empty() || code.file.starts_with("<forkscope>/_");
}

std::int32_t line_of(const Frame& frame) {
  const Code& code = *frame.code;
  const std::ptrdiff_t at = frame.next - code.instructions.data();
  return code.positions[static_cast<std::size_t>(at > 0 ? at - 1 : 0)].line;
}

// caller(file, level): where the call came from that led into the library's `file`: (file name, line,
// function), `level` frames further out. None if there is no such frame.
NativeResult caller(NativeCall& call) {
  std::int64_t level = 0;
  if (call.positional.size() != 2 || !call.positional[0].is(Kind::string))
    return raise(call, "TypeError", "caller() takes a file name and a number");
  if (read_int(call, call.positional[1], level)) return NativeResult::raised;
  const std::string& file = call.positional[0].known<String>()->text;
  const Frame* frame = call.thread.frame;
  while (frame != nullptr && (is_internal(*frame->code) || frame->code->file == file))
    frame = frame->previous;
  for (; frame != nullptr && level > 0; frame = frame->previous) {
    if (!is_internal(*frame->code)) --level;
  }
  while (frame != nullptr && is_internal(*frame->code)) frame = frame->previous;
  if (frame == nullptr) return call.returns_none();
  return call.returns(make_tuple(
      {make_string(frame->code->file), make_int(line_of(*frame)), make_string(frame->code->name)}));
}

constexpr NativeDefinition kFunctions[] = {{"caller", caller}};

void build(Vm&, Module& module) {
  define_functions(module, kFunctions);
}

}  // namespace

void register_traceback_module() {
  register_native_module("_traceback", build);
}

}  // namespace forkscope::vm::modules
