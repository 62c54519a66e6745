// What is legal and surely a mistake: CPython's SyntaxWarnings of its compiler.
#include <fmt/format.h>

#include <algorithm>

#include "core/vm/compiler_internal.h"
#include "core/vm/operations.h"

namespace forkscope::vm {
namespace {

using ast::Expression;
using ast::ExpressionKind;

// The type that a value of this expression surely has; "" where that is not known.
std::string known_type(const Expression* expression) {
  if (const auto value = fold(expression)) return type_name(*value);
  switch (expression->kind) {
    case ExpressionKind::constant:
      return type_name(expression->as<ast::Constant>()->value);
    case ExpressionKind::tuple:
      return "tuple";
    case ExpressionKind::list:
      return "list";
    case ExpressionKind::set:
      return "set";
    case ExpressionKind::dict:
      return "dict";
    case ExpressionKind::lambda:
      return "function";
    case ExpressionKind::joined_string:
      return "str";
    case ExpressionKind::comprehension:
      switch (expression->as<ast::Comprehension>()->shape) {
        case ast::ComprehensionKind::list:
          return "list";
        case ast::ComprehensionKind::set:
          return "set";
        case ast::ComprehensionKind::dict:
          return "dict";
        case ast::ComprehensionKind::generator:
          return "generator";
      }
      return "";
    default:
      return "";
  }
}

// A constant that may exist several times: `is` says nothing about it.
bool is_literal(const Expression* expression) {
  const auto value = fold(expression);
  return value && !value->is_none() && !value->is_bool() && !value->is_ellipsis();
}

}  // namespace

void Compiler::warn(const Position& where, std::string_view message) {
  if (!is_program_) return;
  std::string_view line = source_.line(where.line);
  line.remove_prefix(std::min(line.find_first_not_of(" \t\f"), line.size()));
  line = line.substr(0, line.find_last_not_of(" \t\f") + 1);
  warnings_ += fmt::format("{}:{}: SyntaxWarning: {}\n  {}\n", file_name_, where.line, message, line);
}

void Compiler::warn_of_comparison(const ast::Compare& node) {
  bool left = is_literal(node.left);
  for (const auto& [comparison, operand] : node.rest) {
    const bool right = is_literal(operand);
    const bool is_not = comparison == CompareOperator::is_not;
    if ((is_not || comparison == CompareOperator::is) && (left || right)) {
      return warn(node.at, is_not ? R"("is not" with a literal. Did you mean "!="?)"
                                  : R"("is" with a literal. Did you mean "=="?)");
    }
    left = right;
  }
}

void Compiler::warn_of_call(const ast::Call& node) {
  const std::string type = known_type(node.function);
  if (type.empty() || type == "function") return;
  warn(node.at, fmt::format("'{}' object is not callable; perhaps you missed a comma?", type));
}

void Compiler::warn_of_subscript(const ast::Subscript& node) {
  const std::string type = known_type(node.object);
  const bool is_sequence = type == "str" || type == "bytes" || type == "tuple" || type == "list";
  if (type.empty() || type == "dict") return;
  if (!is_sequence)
    return warn(node.at, fmt::format("'{}' object is not subscriptable; perhaps you missed a comma?", type));
  const std::string index = known_type(node.index);
  if (index.empty() || index == "int" || index == "bool") return;
  warn(node.at, fmt::format("{} indices must be integers or slices, not {}; perhaps you missed a comma?",
                            type, index));
}

void Compiler::warn_of_assert(const ast::Assert& node) {
  const auto* display = node.test->as<ast::TupleDisplay>();
  if (display != nullptr && !display->items.empty())
    warn(node.at, "assertion is always true, perhaps remove parentheses?");
}

}  // namespace forkscope::vm
