#include "core/vm/modules/main_module.h"

#include <string>
#include <vector>

#include "core/kernel/host.h"
#include "core/vm/exceptions.h"
#include "core/vm/import.h"
#include "core/vm/modules/asking.h"
#include "core/vm/operations.h"
#include "core/vm/operations_parts.h"
#include "core/vm/suggestions.h"
#include "core/vm/thread.h"
#include "core/vm/traceback.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

bool is_text(const NativeCall& call, std::size_t index) {
  return index < call.positional.size() && call.positional[index].is(Kind::string);
}

NativeResult run_text(NativeCall& call, const std::string& text, const std::string& file,
                      const std::string& name) {
  const Value module = make_module(call.vm, name, file == "<string>" ? "" : file, false);
  // A module of the program itself is in no package; scripts ask for it as None.
  module.known<Module>()->globals().set("__package__", Value::none());
  call.vm.keep_source(file, text);
  Value body = compile_body(call.thread, module, text, file, true);
  if (body.empty()) return NativeResult::raised;
  call.thread.recursion_base = call.thread.depth + more_recursion(call.vm);
  call.callee = std::move(body);
  call.callee_arguments.clear();
  return NativeResult::call;
}

// run_file_as(path, module_name): runs the file as that module; returns when it has ended.
NativeResult run_file_as(NativeCall& call) {
  if (!is_text(call, 0) || !is_text(call, 1))
    return raise(call, "TypeError", "run_file_as() takes a path and a name");
  std::string path = call.positional[0].known<String>()->text;
  const auto text = kernel::read_file(path);
  if (!text.ok()) return raise_os_error(call, text.error().code, path);
  // As python3, whose tracebacks name the whole path whatever was typed.
  if (!path.starts_with('/')) path = kernel::current_directory() + "/" + path;
  return run_text(call, text.value(), path, call.positional[1].known<String>()->text);
}

// run_again(module, path): the file once more, in the module that it has made.
NativeResult run_again(NativeCall& call) {
  if (call.positional.empty() || !call.positional[0].is(Kind::module) || !is_text(call, 1))
    return raise(call, "TypeError", "run_again() takes a module and a path");
  const std::string path = call.positional[1].known<String>()->text;
  const auto text = kernel::read_file(path);
  if (!text.ok()) return raise_os_error(call, text.error().code, path);
  call.vm.keep_source(path, text.value());
  Value body = compile_body(call.thread, call.positional[0], text.value(), path, true);
  if (body.empty()) return NativeResult::raised;
  call.callee = std::move(body);
  call.callee_arguments.clear();
  return NativeResult::call;
}

NativeResult run_command(NativeCall& call) {
  if (!is_text(call, 0)) return raise(call, "TypeError", "run_command() takes a text");
  return run_text(call, call.positional[0].known<String>()->text, "<string>", "__main__");
}

NativeResult finish_fork(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  if (answer.value == 0) call.vm.after_fork_in_child(call.thread);
  return call.returns(make_int(answer.value));
}

NativeResult fork(NativeCall& call) {
  return ask(call, kernel::Request{.kind = EventKind::process_fork}, finish_fork);
}

NativeResult exit(NativeCall& call) {
  kernel::Request request{.kind = EventKind::process_exit};
  if (!call.positional.empty() && read_int(call, call.positional[0], request.a)) return NativeResult::raised;
  call.vm.exit_status = make_int(request.a);
  return ask(call, request, finish_none);
}

// A SyntaxError of a file of the program ends with the line it is about instead of its message.
std::string text_with_source(const Exception& exception, std::string text) {
  const Value* source = exception.attributes.find_name(intern("_source_text"));
  if (source == nullptr) return text;
  if (exception.trace.empty()) return source->known<String>()->text;
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.substr(0, text.rfind('\n') + 1) + source->known<String>()->text;
}

using Writer = TracebackWriter;

template <Writer writer>
NativeResult format_messages(NativeCall& call, std::vector<std::string> messages) {
  const Value& exception = call.positional[0];
  const std::vector<Value> chain = exception_chain(exception);
  const bool suggests = writer == Writer::interpreter || call.vm.personality.minor_version() >= 12;
  for (std::size_t i = 0; suggests && i < chain.size() && i < messages.size(); ++i) {
    messages[i] += suggestion_text(call.vm, *chain[i].known<Exception>());
  }
  std::string text = format_exception(call.vm, exception, messages, writer);
  return call.returns(make_string(text_with_source(*exception.known<Exception>(), std::move(text))));
}

// format_with(exception, messages): as format_exception, with the str() of each exception of the chain.
template <Writer writer>
NativeResult format_with(NativeCall& call) {
  std::vector<Value> items;
  if (call.positional.size() != 2 || !call.positional[0].is(Kind::exception)) {
    return raise(call, "TypeError", "format_with() takes an exception and its messages");
  }
  if (collect(call.thread, call.positional[1], items) != Outcome::ok) return NativeResult::raised;
  std::vector<std::string> messages;
  for (const Value& item : items) messages.push_back(item.as<String>()->text);
  return format_messages<writer>(call, messages);
}

// format_exception(exception) -> the traceback's text, as CPython prints it for an uncaught one;
// format_as_module(exception): as traceback.print_exc() does
template <Writer writer>
NativeResult format_any(NativeCall& call) {
  if (call.positional.empty() || !call.positional[0].is(Kind::exception)) {
    return raise(call, "TypeError", "format_exception() takes an exception");
  }
  std::vector<std::string> messages;
  const std::vector<Value> chain = exception_chain(call.positional[0]);
  for (const Value& exception : chain) {
    const Outcome outcome = str(call.thread, exception, messages.emplace_back());
    if (outcome == Outcome::ok) continue;
    call.thread.raised = Value();
    call.callee = call.vm.prelude("format_exception");
    const char* const formatter = writer == Writer::interpreter ? "format_with" : "format_as_module_with";
    call.callee_arguments = {*loaded_module(call.vm, "_vm").globals().find(formatter), call.positional[0],
                             make_list(chain)};
    return NativeResult::call;
  }
  return format_messages<writer>(call, messages);
}

NativeResult intern_text(NativeCall& call) {
  if (!is_text(call, 0)) return raise(call, "TypeError", "intern() argument must be str");
  return call.returns(intern(call.positional[0].known<String>()->text));
}

// set_line_notes(on): a `line` note at every line of the program.
NativeResult set_line_notes(NativeCall& call) {
  call.vm.line_notes = !call.positional.empty() && call.positional[0].is_true();
  return call.returns_none();
}

// personality() -> (minor version, "linux" | "macos" | "windows", empty by semaphore, the options that say
// so)
NativeResult personality(NativeCall& call) {
  const Personality& shown = call.vm.personality;
  std::vector<Value> flags;
  for (const std::string& flag : shown.flags()) flags.push_back(make_string(flag));
  return call.returns(make_tuple({Value::small_int(shown.minor_version()), make_string(shown.system),
                                  Value::boolean(shown.empty_by_semaphore), make_list(std::move(flags))}));
}

// is_loading(module): its body has begun, and not ended
NativeResult is_loading(NativeCall& call) {
  if (call.positional.size() != 1 || !call.positional[0].is(Kind::module))
    return raise(call, "TypeError", "is_loading() takes a module");
  return call.returns(Value::boolean(is_being_loaded(call.vm, *call.positional[0].known<Module>())));
}

constexpr NativeDefinition kFunctions[] = {
    {"run_file_as", run_file_as},
    {"run_command", run_command},
    {"run_again", run_again},
    {"fork", fork},
    {"exit", exit},
    {"format_exception", format_any<Writer::interpreter>},
    {"format_with", format_with<Writer::interpreter>},
    {"format_as_module", format_any<Writer::module>},
    {"format_as_module_with", format_with<Writer::module>},
    {"intern", intern_text},
    {"personality", personality},
    {"set_line_notes", set_line_notes},
    {"is_loading", is_loading},
};

void build(Vm& vm, Module& module) {
  define_functions(module, kFunctions);
  for (const char* name : {"formatter_parser", "formatter_field_name_split"})
    module.globals().set(name, vm.prelude(name));
}

}  // namespace

void register_main_module() {
  register_native_module("_vm", build);
}

}  // namespace forkscope::vm::modules
