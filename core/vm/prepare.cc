// Rewriting a code's instructions for the interpreter: caches for look-ups by name, forms for the commonest
// operators, and the marks at which a line of the program begins.
#include <algorithm>

#include "core/vm/runner.h"
#include "core/vm/traceback.h"

namespace forkscope::vm {

namespace {

// Whether it names what looks at the variables of its caller.
bool may_show_locals(const Code& code) {
  return std::ranges::any_of(code.names, [](const Value& name) {
    const std::string& text = name.known<String>()->text;
    return text == "locals" || text == "vars" || text == "dir" || text == "eval" || text == "exec";
  });
}

Opcode cached_form(Opcode op) {
  switch (op) {
    case Opcode::load_global:
      return Opcode::load_global_cached;
    case Opcode::load_attribute:
      return Opcode::load_attribute_cached;
    case Opcode::store_attribute:
      return Opcode::store_attribute_cached;
    case Opcode::load_method:
      return Opcode::load_method_cached;
    default:
      return op;
  }
}

Opcode comparison_form(CompareOperator op) {
  switch (op) {
    case CompareOperator::is:
    case CompareOperator::is_not:
      return Opcode::compare_identity;
    case CompareOperator::in:
    case CompareOperator::not_in:
      return Opcode::compare_member;
    default:
      return Opcode::compare;
  }
}

Opcode operator_form(Instruction instruction) {
  if (instruction.op() == Opcode::compare)
    return comparison_form(static_cast<CompareOperator>(instruction.argument()));
  const auto op = static_cast<BinaryOperator>(instruction.argument());
  if (instruction.op() == Opcode::binary && op == BinaryOperator::add) return Opcode::binary_add;
  if (instruction.op() == Opcode::binary && op == BinaryOperator::multiply) return Opcode::binary_multiply;
  if (instruction.op() == Opcode::binary && op == BinaryOperator::subtract) return Opcode::binary_subtract;
  if (instruction.op() == Opcode::binary_in_place && op == BinaryOperator::add) return Opcode::in_place_add;
  return instruction.op();
}

// What is stored there is more than one name of the object: caches are for those.
bool replaces_much(const Code& code, Instruction instruction) {
  if (instruction.op() != Opcode::store_attribute) return false;
  const std::string& name = code.names[instruction.argument()].known<String>()->text;
  return name == "__dict__" || name == "__class__";
}

void specialise(Code& code) {
  for (Instruction& instruction : code.instructions) {
    const Opcode cached = cached_form(instruction.op());
    if (cached != instruction.op() && !replaces_much(code, instruction)) {
      const Value& name = code.names[instruction.argument()];
      InlineCache cache;
      cache.name = name.bits();
      cache.name_index = instruction.argument();
      code.caches.push_back(cache);
      instruction = Instruction::make(cached, static_cast<std::uint32_t>(code.caches.size() - 1));
      continue;
    }
    instruction = Instruction::make(operator_form(instruction), instruction.argument());
  }
}

void mark_lines(Code& code) {
  std::vector<bool> begins(code.instructions.size(), false);
  std::int32_t line = -1;
  for (std::size_t i = 0; i < code.instructions.size(); ++i) {
    if (code.positions[i].line != line && code.positions[i].line > 0) begins[i] = true;
    line = code.positions[i].line;
    // A loop comes back to the middle of its line.
    if (code.instructions[i].op() == Opcode::jump_back) begins[code.instructions[i].argument()] = true;
  }
  for (const HandlerRange& range : code.handlers) begins[range.handler] = true;
  for (std::size_t i = 0; i < code.instructions.size(); ++i) {
    if (!begins[i] || code.positions[i].line <= 0) continue;
    code.lines.push_back({code.instructions[i], static_cast<std::uint32_t>(code.positions[i].line)});
    code.instructions[i] =
        Instruction::make(Opcode::line_start, static_cast<std::uint32_t>(code.lines.size() - 1));
  }
}

// What `first` becomes where these instructions follow; itself: nothing.
Opcode joined_form(Opcode first, Opcode second, Opcode third) {
  if (first == Opcode::store_local) return second == Opcode::load_local ? Opcode::store_local_load : first;
  if (first != Opcode::load_local) return first;
  switch (second) {
    case Opcode::load_local:
      return third == Opcode::load_subscript ? Opcode::load_local_item : Opcode::load_local_local;
    case Opcode::load_constant:
      return Opcode::load_local_constant;
    case Opcode::load_attribute_cached:
      return Opcode::load_local_attribute;
    case Opcode::load_method_cached:
      return Opcode::load_local_method;
    case Opcode::list_append:
      return Opcode::load_local_append;
    default:
      return first;
  }
}

// After mark_lines(): an instruction with which a line begins is not passed over.
void join_pairs(Code& code) {
  auto& instructions = code.instructions;
  const auto at = [&instructions](std::size_t i) {
    return i < instructions.size() ? instructions[i].op() : Opcode::nop;
  };
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    Instruction& first = instructions[i].op() == Opcode::line_start
                             ? code.lines[instructions[i].argument()].replaced
                             : instructions[i];
    // A loop's step stores its variable itself.
    if (first.op() == Opcode::for_iterate) {
      if (at(i + 1) == Opcode::store_local) ++i;
      continue;
    }
    const Opcode joined = joined_form(first.op(), at(i + 1), at(i + 2));
    // The item comes first: the local before it stays alone.
    const bool item_follows = joined == Opcode::load_local_local && at(i + 2) == Opcode::load_local &&
                              at(i + 3) == Opcode::load_subscript;
    if (joined == first.op() || item_follows) continue;
    first = Instruction::make(joined, first.argument());
    i += joined == Opcode::load_local_item ? 2 : 1;
  }
}

}  // namespace

void prepare_code(Code& code) {
  if (code.prepared) return;
  code.is_in_c = is_internal(code);
  code.is_built_in = is_built_in_function(code);
  code.has_guards = guards_itself(code);
  code.prepared = true;
  // Names are compared by address in the caches and tables.
  for (Value& name : code.names) name = intern(name.known<String>()->text);
  for (Value& name : code.local_names) name = intern(name.known<String>()->text);
  code.local_values = static_cast<std::uint32_t>(code.local_names.size()) + (may_show_locals(code) ? 1 : 0);
  code.fixed_values =
      code.local_values + static_cast<std::uint32_t>(code.cell_names.size() + code.free_names.size());
  // A receiver can take the callable's place, which makes one value more.
  code.frame_values = code.fixed_values + code.stack_size + 2;
  const bool is_plain = code.keyword_only == 0 && !code.has_star_args && !code.has_star_kwargs &&
                        !code.is_generator && !code.is_class_body;
  code.fast_parameters = is_plain ? static_cast<std::int32_t>(code.positional) : -1;
  specialise(code);
  if (code.is_program) mark_lines(code);
  join_pairs(code);
}

}  // namespace forkscope::vm
