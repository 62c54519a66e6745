#include <array>
#include <optional>

#include "core/vm/parser_internal.h"

namespace forkscope::vm {

using ast::Expression;
using ast::ExpressionKind;
using ast::Statement;

namespace {

std::optional<BinaryOperator> augmented_operator(TokenKind kind) {
  switch (kind) {
    case TokenKind::plus_equal:
      return BinaryOperator::add;
    case TokenKind::minus_equal:
      return BinaryOperator::subtract;
    case TokenKind::star_equal:
      return BinaryOperator::multiply;
    case TokenKind::slash_equal:
      return BinaryOperator::true_divide;
    case TokenKind::double_slash_equal:
      return BinaryOperator::floor_divide;
    case TokenKind::percent_equal:
      return BinaryOperator::modulo;
    case TokenKind::double_star_equal:
      return BinaryOperator::power;
    case TokenKind::left_shift_equal:
      return BinaryOperator::left_shift;
    case TokenKind::right_shift_equal:
      return BinaryOperator::right_shift;
    case TokenKind::ampersand_equal:
      return BinaryOperator::bit_and;
    case TokenKind::bar_equal:
      return BinaryOperator::bit_or;
    case TokenKind::caret_equal:
      return BinaryOperator::bit_xor;
    case TokenKind::at_equal:
      return BinaryOperator::matrix_multiply;
    default:
      return std::nullopt;
  }
}

bool is_single_target(const Expression* target) {
  return target->kind == ExpressionKind::name || target->kind == ExpressionKind::attribute ||
         target->kind == ExpressionKind::subscript;
}

}  // namespace

void Parser::statement(ast::Block& block) {
  if (!compound_statement(block)) simple_statements(block);
}

void Parser::simple_statements(ast::Block& block) {
  while (true) {
    block.push_back(simple_statement());
    if (!accept(TokenKind::semicolon)) break;
    if (at(TokenKind::newline)) break;
  }
  expect(TokenKind::newline);
}

Statement* Parser::simple_statement() {
  switch (peek().kind) {
    case TokenKind::kw_pass:
      return make<ast::Pass>(shifted(advance().at));
    case TokenKind::kw_break:
      return make<ast::Break>(shifted(advance().at));
    case TokenKind::kw_continue:
      return make<ast::Continue>(shifted(advance().at));
    case TokenKind::kw_return:
      return return_statement();
    case TokenKind::kw_raise:
      return raise_statement();
    case TokenKind::kw_del:
      return delete_statement();
    case TokenKind::kw_assert:
      return assert_statement();
    case TokenKind::kw_import:
      return import_statement();
    case TokenKind::kw_from:
      return from_statement();
    case TokenKind::kw_global:
    case TokenKind::kw_nonlocal:
      return scope_statement();
    default:
      return expression_statement();
  }
}

Statement* Parser::expression_statement() {
  const Position start = here();
  Expression* first = at(TokenKind::kw_yield) ? yield_expression() : star_expressions();
  if (at(TokenKind::equal)) return assignment(first, start);
  if (at(TokenKind::colon)) return annotated(first, start);
  if (augmented_operator(peek().kind)) return augmented(first, start);
  if (at(TokenKind::colon_equal) && diagnosing_ && starts_expression(peek(1))) {
    const bool is_name = first->kind == ExpressionKind::name;
    if (!is_name) raise(fmt::format("cannot use assignment expressions with {}", describe(first)), first->at);
  }
  auto* node = make<ast::ExpressionStatement>(from(start));
  node->value = first;
  return node;
}

// What `first` cannot be a target for; `is_first` of the statement.
void Parser::check_assignment(Expression* first, bool is_first) {
  if (first->kind == ExpressionKind::yield || first->kind == ExpressionKind::yield_from) {
    if (!first->parenthesised) raise("assignment to yield expression not possible", first->at);
  }
  if (is_target(first, TargetUse::assign)) return;
  if (is_first) {
    auto* tuple = first->as<ast::TupleDisplay>();
    const bool bare_tuple = tuple != nullptr && !tuple->parenthesised;
    Expression* last = bare_tuple ? tuple->items.back() : first;
    check_named(last);
  }
  require_target(first, TargetUse::assign);
}

Statement* Parser::assignment(Expression* first, const Position& start) {
  auto* node = make<ast::Assign>(start);
  Expression* value = first;
  while (at(TokenKind::equal)) {
    if (diagnosing_) check_assignment(value, node->targets.empty());
    require_target(value, TargetUse::assign);
    advance();
    node->targets.push_back(value);
    value = at(TokenKind::kw_yield) ? yield_expression() : star_expressions();
  }
  node->value = value;
  node->at = from(start);
  return node;
}

Statement* Parser::annotated(Expression* target, const Position& start) {
  const bool is_valid = is_single_target(target);
  if (!is_valid) {
    if (!diagnosing_) fail();
    const bool follows = look_ahead([this]() -> Expression* {
                           advance();
                           return expression();
                         }) != nullptr;
    if (!follows) fail();
    if (target->kind == ExpressionKind::list)
      raise("only single target (not list) can be annotated", target->at);
    if (const auto* tuple = target->as<ast::TupleDisplay>())
      raise("only single target (not tuple) can be annotated",
            tuple->parenthesised ? tuple->at : tuple->items[0]->at);
    raise("illegal target for annotation", target->at);
  }
  advance();
  auto* node = make<ast::AnnotatedAssign>(start);
  node->target = target;
  node->annotation = expression();
  if (accept(TokenKind::equal))
    node->value = at(TokenKind::kw_yield) ? yield_expression() : star_expressions();
  node->at = from(start);
  return node;
}

Statement* Parser::augmented(Expression* target, const Position& start) {
  if (!is_single_target(target)) {
    if (diagnosing_)
      raise(fmt::format("'{}' is an illegal expression for augmented assignment", describe(target)),
            target->at);
    fail();
  }
  auto* node = make<ast::AugmentedAssign>(start);
  node->op = *augmented_operator(advance().kind);
  node->target = target;
  node->value = at(TokenKind::kw_yield) ? yield_expression() : star_expressions();
  node->at = from(start);
  return node;
}

Statement* Parser::return_statement() {
  const Position start = shifted(advance().at);
  auto* node = make<ast::Return>(start);
  if (starts_expression(peek()) || at(TokenKind::star)) node->value = star_expressions();
  node->at = from(start);
  return node;
}

Statement* Parser::raise_statement() {
  const Position start = shifted(advance().at);
  auto* node = make<ast::Raise>(start);
  if (starts_expression(peek())) {
    node->exception = expression();
    if (accept(TokenKind::kw_from)) node->cause = expression();
  }
  node->at = from(start);
  return node;
}

Statement* Parser::delete_statement() {
  const Position start = shifted(advance().at);
  auto* node = make<ast::Delete>(start);
  Expression* targets = star_expressions();
  require_target(targets, TargetUse::delete_);
  auto* tuple = targets->as<ast::TupleDisplay>();
  node->targets = tuple != nullptr && !tuple->parenthesised ? tuple->items : ast::Expressions{targets};
  node->at = from(start);
  return node;
}

Statement* Parser::assert_statement() {
  const Position start = shifted(advance().at);
  auto* node = make<ast::Assert>(start);
  node->test = expression();
  if (accept(TokenKind::comma)) node->message = expression();
  node->at = from(start);
  return node;
}

std::string Parser::dotted_name() {
  std::string name(expect(TokenKind::name).text);
  while (accept(TokenKind::dot)) name += fmt::format(".{}", expect(TokenKind::name).text);
  return name;
}

Statement* Parser::import_statement() {
  const Position start = shifted(advance().at);
  auto* node = make<ast::Import>(start);
  do {
    ast::Alias alias;
    alias.at = here();
    alias.name = dotted_name();
    if (accept(TokenKind::kw_as)) alias.as = expect(TokenKind::name).text;
    alias.at = from(alias.at);
    node->names.push_back(std::move(alias));
  } while (accept(TokenKind::comma));
  node->at = from(start);
  return node;
}

Statement* Parser::from_statement() {
  const Position start = shifted(advance().at);
  auto* node = make<ast::ImportFrom>(start);
  while (at(TokenKind::dot) || at(TokenKind::ellipsis))
    node->level += advance().kind == TokenKind::dot ? 1 : 3;
  if (node->level == 0 || !at(TokenKind::kw_import)) node->module = dotted_name();
  expect(TokenKind::kw_import);
  if (at(TokenKind::star)) {
    node->names.push_back({"*", "", shifted(advance().at)});
    node->at = from(start);
    return node;
  }
  const bool in_brackets = accept(TokenKind::left_paren);
  while (true) {
    ast::Alias alias;
    alias.at = here();
    alias.name = expect(TokenKind::name).text;
    if (accept(TokenKind::kw_as)) alias.as = expect(TokenKind::name).text;
    alias.at = from(alias.at);
    node->names.push_back(std::move(alias));
    if (!accept(TokenKind::comma)) break;
    if (in_brackets && at(TokenKind::right_paren)) break;
    if (!in_brackets && at(TokenKind::newline)) {
      if (diagnosing_) raise_at_furthest("trailing comma not allowed without surrounding parentheses");
      fail();
    }
  }
  if (in_brackets) expect(TokenKind::right_paren);
  node->at = from(start);
  return node;
}

Statement* Parser::scope_statement() {
  const Position start = here();
  const bool is_global = advance().kind == TokenKind::kw_global;
  std::vector<std::string> names;
  do {
    names.emplace_back(expect(TokenKind::name).text);
  } while (accept(TokenKind::comma));
  if (is_global) {
    auto* node = make<ast::Global>(from(start));
    node->names = std::move(names);
    return node;
  }
  auto* node = make<ast::Nonlocal>(from(start));
  node->names = std::move(names);
  return node;
}

}  // namespace forkscope::vm
