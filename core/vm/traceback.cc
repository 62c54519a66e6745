#include "core/vm/traceback.h"

#include <algorithm>
#include <variant>

#include "core/vm/parser.h"
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

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
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

std::string frame_text(const Vm& vm, const TracebackEntry& entry) {
  const Code& code = *entry.code.as<Code>();
  Position at{code.first_line, code.first_line, -1, -1};
  if (entry.instruction < code.positions.size()) at = code.positions[entry.instruction];
  std::string text =
      "  File \"" + code.file + "\", line " + std::to_string(at.line) + ", in " + code.name + "\n";
  const std::string_view line = vm.source_line(code.file, at.line);
  if (stripped(line).empty()) return text;
  text.append("    ").append(stripped(line)).push_back('\n');
  const std::string carets = caret_line(line, at);
  if (!carets.empty()) text += "    " + carets + "\n";
  return text;
}

std::string frames_text(const Vm& vm, const std::vector<TracebackEntry>& trace) {
  std::string text, last;
  std::size_t repeats = 0;
  const auto tell_repeats = [&] {
    if (repeats <= kRepeatsShown) return;
    const std::size_t more = repeats - kRepeatsShown;
    text += "  [Previous line repeated " + std::to_string(more) +
            (more == 1 ? " more time]\n" : " more times]\n");
  };
  for (auto entry = trace.rbegin(); entry != trace.rend(); ++entry) {
    std::string frame = frame_text(vm, *entry);
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

std::string own_text(const Vm& vm, const Exception& exception, const std::string& message) {
  std::string text;
  if (!exception.trace.empty())
    text = "Traceback (most recent call last):\n" + frames_text(vm, exception.trace);
  const Class& type = *exception.type();
  if (!type.module.empty() && type.module != "builtins" && type.module != "__main__")
    text += type.module + ".";
  text += type.qualified_name.empty() ? type.name : type.qualified_name;
  if (!message.empty()) text += ": " + message;
  return text + "\n";
}

}  // namespace

std::string caret_line(std::string_view line, const Position& at) {
  if (at.column < 0 || at.end_column < 0 || at.line <= 0) return {};
  const std::string_view content = stripped(line);
  const auto indent = static_cast<std::size_t>(content.data() - line.data());
  const std::size_t begin = std::clamp(column(at.column), indent, indent + content.size());
  const std::size_t end = at.end_line == at.line ? std::clamp(column(at.end_column), begin, line.size())
                                                 : indent + content.size();
  const std::string_view segment = line.substr(begin, end - begin);
  Anchor anchor;
  const bool anchored = at.end_line == at.line && find_anchor(segment, anchor);
  if (!anchored && segment.size() == content.size()) return {};
  std::string carets(characters(line.substr(indent, begin - indent)), ' ');
  const auto mark = [&](std::string_view part, char sign) { carets.append(characters(part), sign); };
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

std::string format_exception(const Vm& vm, const Value& exception, const std::vector<std::string>& messages) {
  std::string text;
  const std::vector<Value> chain = exception_chain(exception);
  for (std::size_t at = 0; at < chain.size(); ++at) {
    const auto* current = chain[at].known<Exception>();
    if (at > 0)
      text += current->cause.same(chain[at - 1])
                  ? "\nThe above exception was the direct cause of the following exception:\n\n"
                  : "\nDuring handling of the above exception, another exception occurred:\n\n";
    text += own_text(vm, *current, at < messages.size() ? messages[at] : "");
  }
  return text;
}

}  // namespace forkscope::vm
