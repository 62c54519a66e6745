#include "core/vm/parser_internal.h"

namespace forkscope::vm {

using ast::Expression;
using ast::ExpressionKind;

// The part of a target that cannot be one, or null: CPython names the first it finds.
const Expression* Parser::invalid_target(const Expression* target, TargetUse use) const {
  const auto first_of = [&](const ast::Expressions& items) -> const Expression* {
    for (const Expression* item : items) {
      if (const Expression* wrong = invalid_target(item, use)) return wrong;
    }
    return nullptr;
  };
  switch (target->kind) {
    case ExpressionKind::name:
    case ExpressionKind::attribute:
    case ExpressionKind::subscript:
      return nullptr;
    case ExpressionKind::tuple:
      return first_of(target->as<ast::TupleDisplay>()->items);
    case ExpressionKind::list:
      return first_of(target->as<ast::ListDisplay>()->items);
    case ExpressionKind::starred:
      return use == TargetUse::delete_ ? target : invalid_target(target->as<ast::Starred>()->value, use);
    default:
      return target;
  }
}

bool Parser::is_target(const Expression* target, TargetUse use) const {
  return invalid_target(target, use) == nullptr;
}

void Parser::require_target(Expression* target, TargetUse use) {
  const Expression* wrong = invalid_target(target, use);
  if (wrong == nullptr) return;
  if (!diagnosing_) fail();
  // `for x in y`: a comparison would be the loop itself.
  if (use == TargetUse::loop && !at(TokenKind::kw_in)) fail();
  raise(fmt::format("cannot {} {}", use == TargetUse::delete_ ? "delete" : "assign to", describe(wrong)),
        wrong->at);
}

// CPython's names for what stands where it must not.
std::string Parser::describe(const Expression* expression) const {
  switch (expression->kind) {
    case ExpressionKind::attribute:
      return "attribute";
    case ExpressionKind::subscript:
      return "subscript";
    case ExpressionKind::starred:
      return "starred";
    case ExpressionKind::name:
      return "name";
    case ExpressionKind::list:
      return "list";
    case ExpressionKind::tuple:
      return "tuple";
    case ExpressionKind::lambda:
      return "lambda";
    case ExpressionKind::call:
      return "function call";
    case ExpressionKind::boolean:
    case ExpressionKind::binary:
    case ExpressionKind::unary:
      return "expression";
    case ExpressionKind::yield:
    case ExpressionKind::yield_from:
      return "yield expression";
    case ExpressionKind::dict:
      return "dict literal";
    case ExpressionKind::set:
      return "set display";
    case ExpressionKind::joined_string:
    case ExpressionKind::formatted_value:
      return "f-string expression";
    case ExpressionKind::compare:
      return "comparison";
    case ExpressionKind::conditional:
      return "conditional expression";
    case ExpressionKind::named:
      return "named expression";
    case ExpressionKind::slice:
      return "slice";
    case ExpressionKind::comprehension:
      switch (expression->as<ast::Comprehension>()->shape) {
        case ast::ComprehensionKind::list:
          return "list comprehension";
        case ast::ComprehensionKind::set:
          return "set comprehension";
        case ast::ComprehensionKind::dict:
          return "dict comprehension";
        case ast::ComprehensionKind::generator:
          return "generator expression";
      }
      break;
    case ExpressionKind::constant: {
      const Value& value = expression->as<ast::Constant>()->value;
      if (value.is_none()) return "None";
      if (value.is_true()) return "True";
      if (value.is_false()) return "False";
      if (value.is_ellipsis()) return "ellipsis";
      return "literal";
    }
  }
  return "expression";
}

}  // namespace forkscope::vm
