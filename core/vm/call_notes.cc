// The notes that a call from the program into the library begins and ends: put('red'), True.
#include "core/vm/operations.h"
#include "core/vm/repr_cost.h"
#include "core/vm/runner.h"

namespace forkscope::vm {

namespace {

constexpr std::size_t kLongestArgument = 24;

// A repr cut to a label's length at the end of a character.
std::string short_repr(PythonThread& thread, const Value& value) {
  std::string text;
  if (value.is(Kind::list) && value.known<List>()->items.size() > 8) return "[...]";
  if (value.is(Kind::string) && value.known<String>()->text.size() > 4 * kLongestArgument) return "'...'";
  if (has_long_repr(value)) return "<" + type_name(value) + ">";
  if (repr(thread, value, text) != Outcome::ok) {
    thread.raised = Value();
    return "<" + type_name(value) + ">";
  }
  if (text.size() <= kLongestArgument) return text;
  std::size_t end = kLongestArgument - 3;
  while (end > 0 && (text[end] & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

base::StringId result_label(PythonThread& thread, const Value& result) {
  if (result.is_small_int() && trace::fits_number_label(result.small()))
    return trace::number_label(result.small());
  return thread.vm.kernel().strings().intern(short_repr(thread, result));
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

// Whether argument `index` has its default value, so that the program probably did not give it.
bool is_default(const Frame& called, std::uint32_t index) {
  const auto* function = called.function.try_as<Function>();
  const auto* defaults = function == nullptr ? nullptr : function->defaults.try_as<Tuple>();
  if (defaults == nullptr) return false;
  const std::size_t first = called.code->positional - defaults->items.size();
  return index >= first && called.locals[index].same(defaults->items[index - first]);
}

base::ObjectId traced_object(const Value& self) {
  const auto* instance = self.try_as<Instance>();
  if (instance == nullptr) return 0;
  const Value* id = instance->attributes.find_name(intern("_trace_object"));
  return id != nullptr && id->is_small_int() ? static_cast<base::ObjectId>(id->small()) : 0;
}

// The name the caller is about to give to the result of the call: q in `q = Queue()`. Null if it does
// something else with it.
const Value* name_to_be(const Frame& caller) {
  const Instruction next = *caller.next;
  const Code& code = *caller.code;
  if (next.op() == Opcode::store_global && next.argument() < code.names.size())
    return &code.names[next.argument()];
  if (next.op() == Opcode::store_local && next.argument() < code.local_names.size())
    return &code.local_names[next.argument()];
  return nullptr;
}

void note_name(PythonThread& thread, const Frame& called, const Value& result) {
  const base::ObjectId object = traced_object(result);
  const Value* name = object == 0 || called.previous == nullptr ? nullptr : name_to_be(*called.previous);
  if (name == nullptr || !name->is(Kind::string)) return;
  thread.kernel_thread.recorder.note(trace::EventKind::object_named, object, 0, 0,
                                     thread.vm.kernel().strings().intern(name->known<String>()->text));
}

}  // namespace

void note_call_begins(PythonThread& thread, Frame& called) {
  const Code& code = *called.code;
  const std::string_view name = public_name(code);
  if (name.empty()) return;
  std::string label(name);
  label += '(';
  bool first = true;
  for (std::uint32_t i = is_method(code) ? 1 : 0; i < code.positional && code.name != "__exit__"; ++i) {
    const Value& argument = called.locals[i];
    if (argument.empty() || argument.is_none() || is_default(called, i)) continue;
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
  const base::StringId text =
      result != nullptr ? result_label(thread, *result)
                        : thread.vm.kernel().strings().intern(thread.raised.known<Exception>()->type()->name);
  recorder.note(trace::EventKind::call_ends, object, result == nullptr ? 1 : 0, 0, text);
  if (result != nullptr) note_name(thread, called, *result);
}

}  // namespace forkscope::vm
