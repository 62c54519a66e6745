#include "core/vm/traceback.h"

#include <algorithm>
#include <variant>

#include "core/vm/frame.h"
#include "core/vm/operations_parts.h"
#include "core/vm/parser.h"
#include "core/vm/text.h"
#include "core/vm/thread.h"
#include "core/vm/unicode_data.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

// Equal lines in a row that are printed before they are only counted.
constexpr std::size_t kRepeatsShown = 3;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\f';
}

std::string_view stripped(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

std::string_view without_indent(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  return line;
}

// Cells of a terminal: Korean letters take two each.
std::size_t width(std::string_view text) {
  std::size_t cells = 0;
  for (const char32_t c : to_code_points(text))
    cells += (unicode::properties_of(c).flags & unicode::kWide) != 0 ? 2 : 1;
  return cells;
}

// Bytes of the segment that are the operator of an operation, or the brackets of a subscript: they get ^, the
// rest ~.
struct Anchor {
  std::size_t begin = 0, end = 0;
};

std::size_t column(std::int32_t value) {
  return static_cast<std::size_t>(std::max(0, value));
}

bool operator_anchor(std::string_view segment, const ast::Binary& operation, Anchor& anchor) {
  const std::size_t last = column(operation.right->at.column);
  for (std::size_t at = column(operation.left->at.end_column); at < last && at < segment.size(); ++at) {
    if (is_blank(segment[at]) || segment[at] == ')' || segment[at] == '(') continue;
    anchor.begin = at;
    anchor.end = at + 1;
    if (anchor.end < last && !is_blank(segment[anchor.end]) && segment[anchor.end] != '(') ++anchor.end;
    return true;
  }
  return false;
}

bool find_anchor(std::string_view segment, Anchor& anchor) {
  const ParseResult parsed = parse_expression(SourceText::from_text(std::string(segment)));
  const auto* output = std::get_if<ParseOutput>(&parsed);
  if (output == nullptr || output->tree->expression == nullptr) return false;
  const ast::Expression& expression = *output->tree->expression;
  if (const auto* operation = expression.as<ast::Binary>(); operation != nullptr)
    return operator_anchor(segment, *operation, anchor);
  if (const auto* subscript = expression.as<ast::Subscript>(); subscript != nullptr) {
    anchor.begin = column(subscript->object->at.end_column);
    anchor.end = std::min(segment.size(), column(subscript->index->at.end_column) + 1);
    return true;
  }
  return false;
}

Position position_at(const Code& code, std::uint32_t instruction) {
  if (instruction < code.positions.size()) return code.positions[instruction];
  return {code.first_line, code.first_line, -1, -1};
}

std::string frame_text(const Vm& vm, const TracebackEntry& entry, TracebackWriter writer) {
  const Code& code = *entry.code.as<Code>();
  const Position at = position_at(code, entry.instruction);
  std::string text =
      "  File \"" + code.file + "\", line " + std::to_string(at.line) + ", in " + code.name + "\n";
  const std::string_view line = vm.source_line(code.file, at.line);
  if (stripped(line).empty()) return text;
  text.append("    ").append(writer == TracebackWriter::module ? stripped(line) : without_indent(line));
  text.push_back('\n');
  const std::string carets = caret_line(line, at, writer);
  if (!carets.empty()) text += "    " + carets + "\n";
  return text;
}

std::string frames_text(const Vm& vm, const std::vector<TracebackEntry>& trace, TracebackWriter writer) {
  std::string text, last;
  std::size_t repeats = 0;
  const auto tell_repeats = [&] {
    if (repeats <= kRepeatsShown) return;
    const std::size_t more = repeats - kRepeatsShown;
    text += "  [Previous line repeated " + std::to_string(more) +
            (more == 1 ? " more time]\n" : " more times]\n");
  };
  for (auto entry = trace.rbegin(); entry != trace.rend(); ++entry) {
    std::string frame = frame_text(vm, *entry, writer);
    // Carets are no part of what has to be equal: the first line names file, line and function.
    const std::string place = frame.substr(0, frame.find('\n'));
    if (place != last) {
      tell_repeats();
      last = place;
      repeats = 0;
    }
    if (++repeats <= kRepeatsShown) text += frame;
  }
  tell_repeats();
  return text;
}

std::string notes_text(const Exception& exception) {
  std::string text;
  const Value* notes = exception.attributes.find_name(intern("__notes__"));
  if (notes == nullptr || !notes->is(Kind::list)) return text;
  for (const Value& note : notes->known<List>()->items) {
    if (note.is(Kind::string)) text += note.known<String>()->text + "\n";
  }
  return text;
}

std::string class_and_message(const Exception& exception, const std::string& message) {
  std::string text;
  const Class& type = *exception.type();
  if (!type.module.empty() && type.module != "builtins" && type.module != "__main__")
    text += type.module + ".";
  text += type.qualified_name.empty() ? type.name : type.qualified_name;
  if (!message.empty()) text += ": " + message;
  return text + "\n" + notes_text(exception);
}

const Value* field(const Value& object, std::string_view name) {
  return object.is(Kind::instance) ? object.known<Instance>()->attributes.find_name(intern(name)) : nullptr;
}

// Empty: it is no entry of a traceback.
TracebackEntry entry_of(const Value& traceback) {
  const Value* frame = field(traceback, "tb_frame");
  const Value* code = frame == nullptr ? nullptr : field(*frame, "f_code");
  const Value* instruction = field(traceback, "tb_lasti");
  if (code == nullptr || !code->is(Kind::code) || instruction == nullptr || !instruction->is_small_int())
    return {};
  return {*code, static_cast<std::uint32_t>(instruction->small())};
}

Value next_traceback(const Value& traceback) {
  const Value* next = field(traceback, "tb_next");
  return next == nullptr ? Value::none() : Value(*next);
}

// Innermost first.
std::vector<TracebackEntry> entries_of(const Value& traceback) {
  std::vector<TracebackEntry> entries;
  for (Value at = traceback; !at.is_none(); at = next_traceback(at)) {
    TracebackEntry entry = entry_of(at);
    if (entry.code.empty()) break;
    entries.push_back(std::move(entry));
  }
  std::reverse(entries.begin(), entries.end());
  return entries;
}

// With what programs made of it.
std::vector<TracebackEntry> trace_of(const Exception& exception) {
  if (exception.traceback.empty()) return exception.trace;
  std::vector<TracebackEntry> entries = entries_of(exception.traceback);
  entries.insert(entries.end(), exception.trace.begin() + exception.told_entries, exception.trace.end());
  return entries;
}

std::string own_text(const Vm& vm, const Exception& exception, const std::string& message,
                     TracebackWriter writer) {
  std::string text;
  if (const auto trace = trace_of(exception); !trace.empty())
    text = "Traceback (most recent call last):\n" + frames_text(vm, trace, writer);
  return text + class_and_message(exception, message);
}

Value new_instance(Class* type) {
  return Value::adopt(new Instance(Value::share(type)));
}

// A frame of which only the place is known any more.
Value frame_at(const Vm& vm, const Value& code, std::int32_t line, std::uint32_t instruction) {
  Value made = new_instance(vm.classes().frame);
  Table& fields = made.known<Instance>()->attributes;
  fields.set("f_code", code);
  fields.set("f_lineno", make_int(line));
  fields.set("f_lasti", make_int(static_cast<std::int64_t>(instruction)));
  fields.set("f_back", Value::none());
  return made;
}

Value copy_of(const Table& names) {
  Value made = make_dict();
  for (const Table::Entry& entry : names.entries()) {
    if (!entry.key.empty()) made.known<Dict>()->table.set(entry.key, entry.hash, entry.value);
  }
  return made;
}

// Of a program's module the dict itself.
Value globals_of(const Frame& frame) {
  return frame.module->is_program ? frame.module->shown_names() : copy_of(frame.module->globals());
}

Value locals_of(const Frame& frame) {
  if (frame.names != nullptr) return copy_of(*frame.names);
  if (frame.code->name == "<module>") return globals_of(frame);
  Value made = make_dict();
  Table& names = made.known<Dict>()->table;
  for (std::size_t i = 0; i < frame.code->local_names.size(); ++i) {
    if (!frame.locals[i].empty()) names.set_name(frame.code->local_names[i], frame.locals[i]);
  }
  return made;
}

}  // namespace

Position position_of(const Frame& frame) {
  const std::ptrdiff_t at = frame.next - frame.code->instructions.data();
  return position_at(*frame.code, static_cast<std::uint32_t>(at > 0 ? at - 1 : 0));
}

std::string exception_lines(const Vm&, const Exception& exception, const std::string& message) {
  const Value* source = exception.attributes.find_name(intern("_source_text"));
  return source == nullptr ? class_and_message(exception, message) : source->known<String>()->text;
}

Value traceback_of(const Vm& vm, Exception& exception) {
  Value next = exception.traceback.empty() ? Value::none() : exception.traceback;
  for (; exception.told_entries < exception.trace.size(); ++exception.told_entries) {
    const TracebackEntry& entry = exception.trace[exception.told_entries];
    Value made = new_instance(vm.class_of_kind(Kind::traceback));
    Table& fields = made.known<Instance>()->attributes;
    const std::int32_t line = position_at(*entry.code.as<Code>(), entry.instruction).line;
    fields.set("tb_frame", frame_at(vm, entry.code, line, entry.instruction));
    fields.set("tb_lineno", make_int(line));
    fields.set("tb_lasti", make_int(static_cast<std::int64_t>(entry.instruction)));
    fields.set("tb_next", std::move(next));
    next = std::move(made);
  }
  exception.traceback = next;
  return next;
}

bool set_traceback(const Vm& vm, Exception& exception, const Value& traceback) {
  if (!traceback.is_none() && !is_traceback(vm, traceback)) return false;
  exception.trace = entries_of(traceback);
  exception.traceback = traceback;
  exception.told_entries = static_cast<std::uint32_t>(exception.trace.size());
  return true;
}

bool is_traceback(const Vm& vm, const Value& value) {
  return value.is(Kind::instance) && value.known<Instance>()->type() == vm.class_of_kind(Kind::traceback);
}

Outcome set_traceback_field(PythonThread& thread, const Value& traceback, const Value& name, Value value) {
  Table& fields = traceback.known<Instance>()->attributes;
  const std::string& text = name.known<String>()->text;
  if (text != "tb_next") {
    raise_in(thread, "AttributeError",
             fields.find_name(name) == nullptr
                 ? "'traceback' object has no attribute '" + text + "'"
                 : "attribute '" + text + "' of 'traceback' objects is not writable");
    return Outcome::raised;
  }
  if (!value.is_none() && !is_traceback(thread.vm, value))
    return raise_type_error(thread, "expected traceback object, got '" + type_name(value) + "'");
  for (Value at = value; !at.is_none(); at = next_traceback(at)) {
    if (!at.same(traceback)) continue;
    raise_in(thread, "ValueError", "traceback loop detected");
    return Outcome::raised;
  }
  fields.set_name(name, std::move(value));
  return Outcome::ok;
}

Value frame_value(const Vm& vm, const Frame* frame) {
  std::vector<const Frame*> chain;
  for (; frame != nullptr; frame = frame->previous) {
    if (!is_internal(*frame->code)) chain.push_back(frame);
  }
  Value outer = Value::none();
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
    const std::ptrdiff_t next = (*at)->next - (*at)->code->instructions.data();
    Value made = frame_at(vm, Value::share((*at)->code), position_of(**at).line,
                          static_cast<std::uint32_t>(next > 0 ? next - 1 : 0));
    Table& fields = made.known<Instance>()->attributes;
    fields.set("f_back", std::move(outer));
    fields.set("f_globals", globals_of(**at));
    fields.set("f_locals", locals_of(**at));
    outer = std::move(made);
  }
  return outer;
}

std::string caret_line(std::string_view line, const Position& at, TracebackWriter writer) {
  if (at.column < 0 || at.end_column < 0 || at.line <= 0) return {};
  const std::string_view content = stripped(line);
  const auto indent = static_cast<std::size_t>(content.data() - line.data());
  const std::size_t begin = std::clamp(column(at.column), indent, indent + content.size());
  const std::size_t end = at.end_line == at.line ? std::clamp(column(at.end_column), begin, line.size())
                                                 : indent + content.size();
  const std::string_view segment = line.substr(begin, end - begin);
  Anchor anchor;
  const bool anchored = at.end_line == at.line && find_anchor(segment, anchor);
  const bool is_cut = writer == TracebackWriter::module;
  if (!anchored && segment.size() == (is_cut ? content.size() : line.size() - indent)) return {};
  // The module takes what it cut at the end for a part of the indentation.
  const std::size_t cut = is_cut ? line.size() - indent - content.size() : 0;
  const std::size_t before = width(line.substr(indent, begin - indent));
  std::string carets(before - std::min(before, cut), ' ');
  const auto mark = [&](std::string_view part, char sign) { carets.append(width(part), sign); };
  if (!anchored) {
    mark(segment, '^');
    return carets;
  }
  mark(segment.substr(0, anchor.begin), '~');
  mark(segment.substr(anchor.begin, anchor.end - anchor.begin), '^');
  mark(segment.substr(anchor.end), '~');
  return carets;
}

std::vector<Value> exception_chain(const Value& exception) {
  std::vector<Value> chain;
  Value next = exception;
  const auto seen = [&chain](const Value& value) {
    return std::any_of(chain.begin(), chain.end(),
                       [&value](const Value& other) { return other.same(value); });
  };
  while (next.is(Kind::exception) && !seen(next)) {
    chain.push_back(next);
    const auto* current = next.known<Exception>();
    const bool has_cause = current->cause.is(Kind::exception);
    next = has_cause ? current->cause : current->suppress_context ? Value() : current->context;
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

std::string format_exception(const Vm& vm, const Value& exception, const std::vector<std::string>& messages,
                             TracebackWriter writer) {
  std::string text;
  const std::vector<Value> chain = exception_chain(exception);
  for (std::size_t at = 0; at < chain.size(); ++at) {
    const auto* current = chain[at].known<Exception>();
    if (at > 0)
      text += current->cause.same(chain[at - 1])
                  ? "\nThe above exception was the direct cause of the following exception:\n\n"
                  : "\nDuring handling of the above exception, another exception occurred:\n\n";
    text += own_text(vm, *current, at < messages.size() ? messages[at] : "", writer);
  }
  return text;
}

}  // namespace forkscope::vm
