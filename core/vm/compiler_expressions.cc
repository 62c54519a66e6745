#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "core/vm/compiler_internal.h"
#include "core/vm/objects.h"

namespace forkscope::vm {
namespace {

using ast::Expression;
using ast::ExpressionKind;

constexpr std::size_t kMaxOnStack = 256;     // items of a display that are built in one instruction
constexpr std::size_t kMinConstantList = 3;  // shorter lists are built from their items

// Ascending numbers that a set yields so however it was made: they have slots of their own in the smallest
// table that can hold so many.
bool stay_ascending(const std::vector<Value>& values) {
  const std::size_t slots = values.size() < 5 ? 8 : std::bit_ceil(2 * values.size() + 1);
  std::int64_t least = 0;
  return std::ranges::all_of(values, [slots, &least](const Value& value) {
    const bool fits =
        value.is_small_int() && value.small() >= least && value.small() < static_cast<std::int64_t>(slots);
    if (fits) least = value.small() + 1;
    return fits;
  });
}

std::optional<bool> truth_of(const Value& value) {
  if (value.is_bool()) return value.is_true();
  if (value.is_none()) return false;
  if (value.is_small_int()) return value.small() != 0;
  return std::nullopt;
}

bool has_starred(const ast::Expressions& items) {
  return std::any_of(items.begin(), items.end(),
                     [](const Expression* item) { return item->kind == ExpressionKind::starred; });
}

}  // namespace

void Compiler::compile_all(const ast::Expressions& expressions) {
  for (const Expression* expression : expressions) compile(expression);
}

void Compiler::compile(const Expression* expression) {
  const At at(*this, expression->at);
  if (const auto value = fold(expression)) return code().load_constant(*value);
  compile_here(expression);
}

void Compiler::compile_here(const Expression* expression) {
  switch (expression->kind) {
    case ExpressionKind::constant:
      return code().load_constant(expression->as<ast::Constant>()->value);
    case ExpressionKind::name:
      return access_name(expression->as<ast::Name>()->id, Access::load);
    case ExpressionKind::binary:
      return compile_binary(*expression->as<ast::Binary>());
    case ExpressionKind::unary:
      return compile_unary(*expression->as<ast::Unary>());
    case ExpressionKind::boolean:
      return compile_boolean(*expression->as<ast::Boolean>());
    case ExpressionKind::compare:
      return compile_compare(*expression->as<ast::Compare>());
    case ExpressionKind::call:
      return compile_call(*expression->as<ast::Call>());
    case ExpressionKind::attribute:
      return compile_attribute(*expression->as<ast::Attribute>());
    case ExpressionKind::subscript:
      warn_of_subscript(*expression->as<ast::Subscript>());
      compile(expression->as<ast::Subscript>()->object);
      compile(expression->as<ast::Subscript>()->index);
      return code().emit(Opcode::load_subscript);
    case ExpressionKind::slice:
      return compile_slice(*expression->as<ast::Slice>());
    case ExpressionKind::starred:
      raise("can't use starred expression here", expression->at);
    case ExpressionKind::tuple:
      return compile_display(expression, expression->as<ast::TupleDisplay>()->items);
    case ExpressionKind::list:
      return compile_display(expression, expression->as<ast::ListDisplay>()->items);
    case ExpressionKind::set:
      return compile_display(expression, expression->as<ast::SetDisplay>()->items);
    case ExpressionKind::dict:
      return compile_dict(*expression->as<ast::DictDisplay>());
    case ExpressionKind::conditional:
      return compile_conditional(*expression->as<ast::Conditional>());
    case ExpressionKind::lambda:
      return compile_lambda(*expression->as<ast::Lambda>());
    case ExpressionKind::comprehension:
      return compile_comprehension(*expression->as<ast::Comprehension>());
    case ExpressionKind::yield:
      return compile_yield(*expression->as<ast::Yield>());
    case ExpressionKind::yield_from:
      return compile_yield_from(*expression->as<ast::YieldFrom>());
    case ExpressionKind::named:
      compile(expression->as<ast::Named>()->value);
      code().emit(Opcode::duplicate);
      return store(expression->as<ast::Named>()->target);
    case ExpressionKind::joined_string:
      return compile_joined_string(*expression->as<ast::JoinedString>());
    case ExpressionKind::formatted_value:
      return compile_formatted_value(*expression->as<ast::FormattedValue>());
  }
}

void Compiler::compile_binary(const ast::Binary& node) {
  compile(node.left);
  compile(node.right);
  code().emit(Opcode::binary, static_cast<std::uint32_t>(node.op));
}

void Compiler::compile_unary(const ast::Unary& node) {
  compile(node.operand);
  switch (node.op) {
    case ast::UnaryOperator::negative:
      return code().emit(Opcode::unary_negative);
    case ast::UnaryOperator::positive:
      return code().emit(Opcode::unary_positive);
    case ast::UnaryOperator::invert:
      return code().emit(Opcode::unary_invert);
    case ast::UnaryOperator::not_:
      return code().emit(Opcode::unary_not);
  }
}

void Compiler::compile_boolean(const ast::Boolean& node) {
  const CodeBuilder::Label end = code().new_label();
  for (std::size_t i = 0; i < node.values.size(); ++i) {
    compile(node.values[i]);
    if (i + 1 < node.values.size())
      code().jump(node.is_and ? Opcode::jump_if_false_or_pop : Opcode::jump_if_true_or_pop, end);
  }
  code().bind(end);
}

// a < b < c: b is kept for the second comparison; where the first is false, b is dropped from below the
// result.
void Compiler::compile_compare(const ast::Compare& node) {
  warn_of_comparison(node);
  compile(node.left);
  const CodeBuilder::Label cleanup = code().new_label(), end = code().new_label();
  for (std::size_t i = 0; i + 1 < node.rest.size(); ++i) {
    compile(node.rest[i].second);
    code().emit(Opcode::duplicate);
    code().emit(Opcode::rotate_three);
    code().emit(Opcode::compare, static_cast<std::uint32_t>(node.rest[i].first));
    code().jump(Opcode::jump_if_false_or_pop, cleanup);
  }
  const auto& [last, right] = node.rest.back();
  if (right->kind == ExpressionKind::set &&
      (last == CompareOperator::in || last == CompareOperator::not_in)) {
    compile_display(right, right->as<ast::SetDisplay>()->items, false);
  } else {
    compile(right);
  }
  code().emit(Opcode::compare, static_cast<std::uint32_t>(last));
  if (node.rest.size() == 1) return;
  code().jump(Opcode::jump, end);
  code().bind(cleanup);
  code().emit(Opcode::swap, 2);
  code().emit(Opcode::pop);
  code().bind(end);
}

void Compiler::compile_conditional(const ast::Conditional& node) {
  const CodeBuilder::Label otherwise = code().new_label(), end = code().new_label();
  jump_if(node.test, otherwise, false);
  compile(node.then);
  code().jump(Opcode::jump, end);
  code().bind(otherwise);
  compile(node.otherwise);
  code().bind(end);
}

// A look-up on a later line than the expression begins is told at the line of the attribute.
Position Compiler::attribute_position(const ast::Attribute& node, const Position& whole) const {
  Position result = whole;
  if (whole.line == node.at.end_line) return result;
  result.line = node.at.end_line;
  result.column = std::max(0, node.at.end_column - static_cast<std::int32_t>(node.name.size()));
  return result;
}

void Compiler::compile_attribute(const ast::Attribute& node) {
  compile(node.object);
  const At at(*this, attribute_position(node, node.at));
  code().emit(Opcode::load_attribute, code().name(mangled(node.name)));
}

void Compiler::compile_slice(const ast::Slice& node) {
  for (const Expression* part : {node.start, node.stop}) {
    if (part != nullptr) {
      compile(part);
    } else {
      code().emit(Opcode::load_none);
    }
  }
  if (node.step != nullptr) compile(node.step);
  code().emit(Opcode::build_slice, node.step != nullptr ? 3 : 2);
}

void Compiler::compile_display(const Expression* display, const ast::Expressions& items, bool is_ordered) {
  const bool is_set = display->kind == ExpressionKind::set, is_tuple = display->kind == ExpressionKind::tuple;
  const auto count = static_cast<std::uint32_t>(items.size());
  if (!has_starred(items) && items.size() <= kMaxOnStack) {
    std::vector<Value> values;
    for (const Expression* item : items) {
      const auto value = fold(item);
      if (!value) break;
      values.push_back(*value);
    }
    if (!is_tuple && values.size() == items.size() && items.size() >= kMinConstantList) {
      code().emit(is_set ? Opcode::build_set : Opcode::build_list, 0);
      // CPython's constant is a set made of another one's items, and is copied: the order comes from that.
      const bool is_copy = is_set && is_ordered && !values[0].is(Kind::string) && !stay_ascending(values);
      if (is_copy)
        for (const Opcode make : {Opcode::build_set, Opcode::build_list, Opcode::build_set})
          code().emit(make, 0);
      code().load_constant(make_tuple(std::move(values)));
      if (is_copy)
        for (const Opcode take : {Opcode::set_update, Opcode::list_extend, Opcode::set_update})
          code().emit(take, 1);
      return code().emit(is_set ? Opcode::set_update : Opcode::list_extend, 1);
    }
    compile_all(items);
    return code().emit(is_tuple ? Opcode::build_tuple
                       : is_set ? Opcode::build_set
                                : Opcode::build_list,
                       count);
  }
  code().emit(is_set ? Opcode::build_set : Opcode::build_list, 0);
  for (const Expression* item : items) {
    const auto* starred = item->as<ast::Starred>();
    compile(starred != nullptr ? starred->value : item);
    if (starred != nullptr) {
      code().emit(is_set ? Opcode::set_update : Opcode::list_extend, 1);
    } else {
      code().emit(is_set ? Opcode::set_add : Opcode::list_append, 1);
    }
  }
  if (is_tuple) code().emit(Opcode::list_to_tuple);
}

void Compiler::compile_dict(const ast::DictDisplay& node) {
  const bool has_mapping = std::any_of(node.items.begin(), node.items.end(),
                                       [](const auto& item) { return item.first == nullptr; });
  if (!has_mapping && node.items.size() <= kMaxOnStack) {
    for (const auto& [key, value] : node.items) {
      compile(key);
      compile(value);
    }
    return code().emit(Opcode::build_dict, static_cast<std::uint32_t>(node.items.size()));
  }
  code().emit(Opcode::build_dict, 0);
  for (const auto& [key, value] : node.items) {
    if (key != nullptr) compile(key);
    compile(value);
    code().emit(key != nullptr ? Opcode::dict_set : Opcode::dict_update, 1);
  }
}

void Compiler::compile_joined_string(const ast::JoinedString& node) {
  compile_all(node.parts);
  const bool is_string_already = node.parts.size() == 1;
  if (!is_string_already) code().emit(Opcode::build_string, static_cast<std::uint32_t>(node.parts.size()));
}

void Compiler::compile_formatted_value(const ast::FormattedValue& node) {
  compile(node.value);
  std::uint32_t flags = node.conversion == 's'   ? 1
                        : node.conversion == 'r' ? 2
                        : node.conversion == 'a' ? 3
                                                 : 0;
  if (node.specification != nullptr) {
    compile(node.specification);
    flags |= 4;
  }
  code().emit(Opcode::format_value, flags);
}

void Compiler::require_function(std::string_view what, const Position& where) const {
  if (!unit_->scope->is_function()) raise(fmt::format("'{}' outside function", what), where);
}

void Compiler::compile_yield(const ast::Yield& node) {
  require_function("yield", node.at);
  if (node.value != nullptr) {
    compile(node.value);
  } else {
    code().emit(Opcode::load_none);
  }
  code().emit(Opcode::yield_value);
}

void Compiler::compile_yield_from(const ast::YieldFrom& node) {
  require_function("yield", node.at);
  compile(node.value);
  code().emit(Opcode::get_yield_from_iterator);
  code().emit(Opcode::load_none);
  const CodeBuilder::Label again = code().new_label(), end = code().new_label();
  code().bind(again);
  code().jump(Opcode::yield_from, end);
  code().emit(Opcode::yield_value);
  code().jump(Opcode::jump_back, again);
  code().bind(end);
}

// Jumps if the truth of `test` is `condition`, without making a bool of it where it can be avoided.
void Compiler::jump_if(const Expression* test, CodeBuilder::Label target, bool condition) {
  const At at(*this, test->at);
  if (const auto value = fold(test)) {
    if (const auto truth = truth_of(*value)) {
      if (*truth == condition) code().jump(Opcode::jump, target);
      return;
    }
  }
  if (const auto* unary = test->as<ast::Unary>(); unary != nullptr && unary->op == ast::UnaryOperator::not_)
    return jump_if(unary->operand, target, !condition);
  const auto* boolean = test->as<ast::Boolean>();
  if (boolean == nullptr) {
    compile(test);
    return code().jump(condition ? Opcode::jump_if_true : Opcode::jump_if_false, target);
  }
  // `and` is decided by its first false value, `or` by its first true one.
  const bool decided_by = !boolean->is_and;
  const bool decides_target = decided_by == condition;
  const CodeBuilder::Label skip = code().new_label();
  for (std::size_t i = 0; i + 1 < boolean->values.size(); ++i)
    jump_if(boolean->values[i], decides_target ? target : skip, decided_by);
  jump_if(boolean->values.back(), target, condition);
  code().bind(skip);
}

}  // namespace forkscope::vm
