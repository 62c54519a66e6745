#include "core/vm/disassembler.h"

#include <fmt/format.h>

#include <array>

#include "core/vm/code_builder.h"
#include "core/vm/objects.h"
#include "core/vm/operators.h"

namespace forkscope::vm {
namespace {

constexpr std::array kOpcodeNames = {
#define FORKSCOPE_OPCODE(name, effect) #name,
#include "core/vm/opcodes.inc"
#undef FORKSCOPE_OPCODE
};
constexpr std::array kBinaryNames = {"+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"};
constexpr std::array kCompareNames = {"<", "<=", "==", "!=", ">", ">=", "is", "is not", "in", "not in"};

std::string shown(const Value& value) {
  if (value.is_none()) return "None";
  if (value.is_bool()) return value.is_true() ? "True" : "False";
  if (value.is_ellipsis()) return "...";
  if (value.is_small_int()) return fmt::format("{}", value.small());
  if (const auto* number = value.try_as<Float>()) return fmt::format("{}", number->value);
  if (const auto* number = value.try_as<BigIntObject>()) return number->value.str();
  if (const auto* text = value.try_as<String>()) return fmt::format("'{}'", text->text);
  if (const auto* bytes = value.try_as<Bytes>()) return fmt::format("<{} bytes>", bytes->data.size());
  if (const auto* inner = value.try_as<Code>()) return fmt::format("<code {}>", inner->qualified_name);
  const auto* tuple = value.try_as<Tuple>();
  if (tuple == nullptr) return "?";
  std::string text = "(";
  for (const Value& item : tuple->items) text += shown(item) + ", ";
  return text + ")";
}

std::string text_of(const Value& name) {
  return name.as<String>()->text;
}

std::string cell_name(const Code& code, std::uint32_t index) {
  const std::size_t own = code.cell_names.size();
  return text_of(index < own ? code.cell_names[index] : code.free_names[index - own]);
}

// What an argument refers to; empty where the number says all.
std::string explained(const Code& code, Opcode op, std::uint32_t argument) {
  switch (op) {
    case Opcode::load_constant:
      return shown(code.constants[argument]);
    case Opcode::load_local:
    case Opcode::store_local:
    case Opcode::delete_local:
      return text_of(code.local_names[argument]);
    case Opcode::load_cell:
    case Opcode::store_cell:
    case Opcode::delete_cell:
    case Opcode::load_closure:
    case Opcode::load_class_cell:
      return cell_name(code, argument);
    case Opcode::load_knob:
    case Opcode::store_knob:
      return fmt::format("{} (knob {})", text_of(code.names[argument >> 8]), argument & 0xff);
    case Opcode::load_global:
    case Opcode::store_global:
    case Opcode::delete_global:
    case Opcode::load_name:
    case Opcode::store_name:
    case Opcode::delete_name:
    case Opcode::load_attribute:
    case Opcode::store_attribute:
    case Opcode::delete_attribute:
    case Opcode::load_method:
    case Opcode::import_name:
    case Opcode::import_from:
      return text_of(code.names[argument]);
    case Opcode::binary:
    case Opcode::binary_in_place:
      return kBinaryNames.at(argument);
    case Opcode::compare:
      return kCompareNames.at(argument);
    default:
      return {};
  }
}

std::string header(const Code& code) {
  std::string text =
      fmt::format("{} line {} stack {}", code.qualified_name, code.first_line, code.stack_size);
  if (code.positional + code.keyword_only > 0 || code.has_star_args || code.has_star_kwargs) {
    text += fmt::format(" parameters {}/{}/{}{}{}", code.positional_only, code.positional, code.keyword_only,
                        code.has_star_args ? " *" : "", code.has_star_kwargs ? " **" : "");
  }
  if (code.is_generator) text += " generator";
  for (std::size_t i = 0; i < code.cell_names.size(); ++i)
    text += fmt::format(" cell {}{}", text_of(code.cell_names[i]),
                        code.cell_parameters[i] >= 0 ? fmt::format("={}", code.cell_parameters[i]) : "");
  for (const Value& name : code.free_names) text += " free " + text_of(name);
  return text + "\n";
}

}  // namespace

std::string disassemble(const Code& code) {
  std::string text = header(code);
  std::int32_t line = -1;
  for (std::size_t i = 0; i < code.instructions.size(); ++i) {
    const Instruction instruction = code.instructions[i];
    const bool is_new_line = code.positions[i].line != line;
    line = code.positions[i].line;
    text += fmt::format("{:>5} {:>4} {}", is_new_line ? fmt::format("{}", line) : "", i,
                        kOpcodeNames.at(static_cast<std::size_t>(instruction.op())));
    const std::string what = explained(code, instruction.op(), instruction.argument());
    if (!what.empty()) {
      text += " " + what;
    } else if (instruction.argument() != 0 || is_jump(instruction.op())) {
      text += fmt::format(" {}", instruction.argument());
    }
    text += '\n';
  }
  for (const HandlerRange& range : code.handlers)
    text +=
        fmt::format("  handler {}..{} -> {} depth {}\n", range.begin, range.end, range.handler, range.depth);
  for (const Value& constant : code.constants) {
    if (const auto* inner = constant.try_as<Code>()) text += "\n" + disassemble(*inner);
  }
  return text;
}

}  // namespace forkscope::vm
