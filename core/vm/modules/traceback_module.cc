#include "core/vm/modules/traceback_module.h"

#include <string>

#include "core/vm/modules/asking.h"
#include "core/vm/suggestions.h"
#include "core/vm/thread.h"
#include "core/vm/traceback.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

Value place_of(const Frame& frame) {
  return make_tuple(
      {make_string(frame.code->file), make_int(position_of(frame).line), make_string(frame.code->name)});
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
  return frame == nullptr ? call.returns_none() : call.returns(place_of(*frame));
}

// stack(): where every frame of this thread is, the innermost first.
NativeResult stack(NativeCall& call) {
  std::vector<Value> places;
  for (const Frame* frame = call.thread.frame; frame != nullptr; frame = frame->previous) {
    if (!is_internal(*frame->code)) places.push_back(place_of(*frame));
  }
  return call.returns(make_list(std::move(places)));
}

// source_line(file, line): of a file of the program, "" if it is unknown.
NativeResult source_line(NativeCall& call) {
  std::int64_t line = 0;
  if (call.positional.size() != 2 || !call.positional[0].is(Kind::string))
    return raise(call, "TypeError", "source_line() takes a file name and a number");
  if (read_int(call, call.positional[1], line)) return NativeResult::raised;
  return call.returns(make_string(
      call.vm.source_line(call.positional[0].known<String>()->text, static_cast<std::int32_t>(line))));
}

// carets(code, instruction): the line of carets under its source line, "" where there is none.
NativeResult carets(NativeCall& call) {
  std::int64_t instruction = 0;
  if (call.positional.size() != 2 || !call.positional[0].is(Kind::code))
    return raise(call, "TypeError", "carets() takes a code and a number");
  if (read_int(call, call.positional[1], instruction)) return NativeResult::raised;
  const auto& code = *call.positional[0].known<Code>();
  const auto at = static_cast<std::size_t>(instruction);
  if (at >= code.positions.size()) return call.returns(make_string(""));
  const std::string_view line = call.vm.source_line(code.file, code.positions[at].line);
  if (line.empty()) return call.returns(make_string(""));
  return call.returns(make_string(caret_line(line, code.positions[at], TracebackWriter::module)));
}

// last_lines(exception, message): how its text ends.
NativeResult last_lines(NativeCall& call) {
  if (call.positional.size() != 2 || !call.positional[0].is(Kind::exception) ||
      !call.positional[1].is(Kind::string))
    return raise(call, "TypeError", "last_lines() takes an exception and its message");
  const auto& exception = *call.positional[0].known<Exception>();
  std::string message = call.positional[1].known<String>()->text;
  // Before 3.12 only the interpreter itself suggests names, not the module traceback.
  if (call.vm.personality.minor_version() >= 12) message += suggestion_text(call.vm, exception);
  return call.returns(make_string(exception_lines(call.vm, exception, message)));
}

constexpr NativeDefinition kFunctions[] = {{"caller", caller},
                                           {"stack", stack},
                                           {"source_line", source_line},
                                           {"carets", carets},
                                           {"last_lines", last_lines}};

void build(Vm&, Module& module) {
  define_functions(module, kFunctions);
}

}  // namespace

void register_traceback_module() {
  register_native_module("_traceback", build);
}

}  // namespace forkscope::vm::modules
