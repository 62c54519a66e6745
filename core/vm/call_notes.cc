// The notes that a call from the program into the library begins and ends: put('red'), True.
#include "core/vm/operations.h"
#include "core/vm/runner.h"

namespace forkscope::vm {

namespace {

constexpr std::size_t kLongestArgument = 24;

// A repr cut to a label's length at the end of a character.
std::string short_repr(PythonThread& thread, const Value& value) {
  std::string text;
  if (value.is(Kind::list) && value.known<List>()->items.size() > 8) return "[...]";
  if (value.is(Kind::string) && value.known<String>()->text.size() > 4 * kLongestArgument) return "'...'";
  if (repr(thread, value, text) != Outcome::ok) {
    thread.raised = Value();
    return "<" + type_name(value) + ">";
  }
  if (text.size() <= kLongestArgument) return text;
  std::size_t end = kLongestArgument - 3;
  while (end > 0 && (text[end] & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

std::string_view public_name(const Code& code) {
  if (code.name == "__init__") {
    // "Queue.__init__": the call reads Queue().
    const std::string_view whole = code.qualified_name;
    const std::string_view type = whole.substr(0, whole.rfind('.'));
    const std::string_view name = type.substr(type.rfind('.') + 1);
    return name.starts_with('_') ? std::string_view() : name;
  }
  if (code.name == "__enter__" || code.name == "__exit__") return code.name;
  return code.name.starts_with('_') || code.name.starts_with('<') ? std::string_view() : code.name;
}

bool is_method(const Code& code) {
  return !code.local_names.empty() && code.positional > 0 &&
         code.local_names[0].known<String>()->text == "self";
}

base::ObjectId traced_object(const Value& self) {
  const auto* instance = self.try_as<Instance>();
  if (instance == nullptr) return 0;
  const Value* id = instance->attributes.find_name(intern("_trace_object"));
  return id != nullptr && id->is_small_int() ? static_cast<base::ObjectId>(id->small()) : 0;
}

}  // namespace

void note_call_begins(PythonThread& thread, Frame& called) {
  const Code& code = *called.code;
  const std::string_view name = public_name(code);
  if (name.empty()) return;
  std::string label(name);
  label += '(';
  bool first = true;
  for (std::size_t i = is_method(code) ? 1 : 0; i < code.positional && code.name != "__exit__"; ++i) {
    const Value& argument = called.locals[i];
    if (argument.empty() || argument.is_none()) continue;
    if (!first) label += ", ";
    label += short_repr(thread, argument);
    first = false;
  }
  label += ')';
  called.traced_call = true;
  const base::ObjectId object = is_method(code) ? traced_object(called.locals[0]) : 0;
  thread.kernel_thread.recorder.note(trace::EventKind::call_begins, object, 0, 0,
                                     thread.vm.kernel().strings().intern(label));
}

void note_call_ends(PythonThread& thread, const Frame& called, const Value* result) {
  trace::Recorder& recorder = thread.kernel_thread.recorder;
  if (!recorder.enabled()) return;
  const Code& code = *called.code;
  const base::ObjectId object = is_method(code) ? traced_object(called.locals[0]) : 0;
  const std::string text =
      result != nullptr ? short_repr(thread, *result) : thread.raised.known<Exception>()->type()->name;
  recorder.note(trace::EventKind::call_ends, object, result == nullptr ? 1 : 0, 0,
                thread.vm.kernel().strings().intern(text));
}

}  // namespace forkscope::vm
