#include "core/vm/parser_internal.h"

namespace forkscope::vm {

using ast::Expression;
using ast::Statement;

// False: no compound statement begins here.
bool Parser::compound_statement(ast::Block& out) {
  switch (peek().kind) {
    case TokenKind::kw_if:
      out.push_back(if_statement());
      return true;
    case TokenKind::kw_while:
      out.push_back(while_statement());
      return true;
    case TokenKind::kw_for:
      out.push_back(for_statement());
      return true;
    case TokenKind::kw_try:
      out.push_back(try_statement());
      return true;
    case TokenKind::kw_with:
      out.push_back(with_statement());
      return true;
    case TokenKind::kw_def:
      out.push_back(function_statement({}));
      return true;
    case TokenKind::kw_class:
      out.push_back(class_statement({}));
      return true;
    case TokenKind::at:
      out.push_back(decorated());
      return true;
    case TokenKind::kw_async:
      if (!next_is(TokenKind::kw_def) && !next_is(TokenKind::kw_for) && !next_is(TokenKind::kw_with))
        return false;
      raise_unsupported(Feature::async_statement, here());
    case TokenKind::name:
      if (peek().text != "match") return false;
      if (diagnosing_) check_match_block();
      if (!at_match_statement()) return false;
      out.push_back(match_statement());
      return true;
    default:
      return false;
  }
}

// `what` names the statement in the message for a missing block.
ast::Block Parser::block(std::string_view what, const Position& header) {
  ast::Block body;
  if (!accept(TokenKind::newline)) {
    simple_statements(body);
    return body;
  }
  if (!at(TokenKind::indent)) {
    if (diagnosing_)
      raise_at_furthest(fmt::format("expected an indented block after {} on line {}", what, header.line),
                        SourceErrorKind::indentation);
    fail();
  }
  advance();
  while (!accept(TokenKind::dedent)) statement(body);
  return body;
}

void Parser::expect_colon(bool forced) {
  if (forced) {
    expect_forced(TokenKind::colon, ":");
    return;
  }
  if (diagnosing_ && at(TokenKind::newline)) raise_at_furthest("expected ':'");
  expect(TokenKind::colon);
}

ast::Block Parser::else_block() {
  if (!at(TokenKind::kw_else)) return {};
  const Position start = shifted(advance().at);
  expect_colon(true);
  return block("'else' statement", start);
}

Statement* Parser::if_statement() {
  const Position start = here();
  auto* node = make<ast::If>(start);
  Position header = start;
  std::string_view word = "'if' statement";
  do {
    header = shifted(advance().at);
    Expression* test = named_expression();
    expect_colon(false);
    node->branches.emplace_back(test, block(word, header));
    word = "'elif' statement";
  } while (at(TokenKind::kw_elif));
  node->otherwise = else_block();
  node->at = from(start);
  return node;
}

Statement* Parser::while_statement() {
  const Position start = shifted(advance().at);
  auto* node = make<ast::While>(start);
  node->test = named_expression();
  expect_colon(false);
  node->body = block("'while' statement", start);
  node->otherwise = else_block();
  node->at = from(start);
  return node;
}

Statement* Parser::for_statement() {
  const Position start = shifted(advance().at);
  auto* node = make<ast::For>(start);
  node->target = loop_target();
  expect(TokenKind::kw_in);
  node->iterable = star_expressions();
  expect_colon(false);
  node->body = block("'for' statement", start);
  node->otherwise = else_block();
  node->at = from(start);
  return node;
}

Statement* Parser::try_statement() {
  const Position start = shifted(advance().at);
  auto* node = make<ast::Try>(start);
  expect_colon(true);
  node->body = block("'try' statement", start);
  while (at(TokenKind::kw_except)) node->handlers.push_back(handler(*node));
  if (!node->handlers.empty()) node->otherwise = else_block();
  if (at(TokenKind::kw_finally)) {
    const Position finally_start = shifted(advance().at);
    expect_colon(true);
    node->finally = block("'finally' statement", finally_start);
  } else if (node->handlers.empty()) {
    if (diagnosing_) raise_at_furthest("expected 'except' or 'finally' block");
    fail();
  }
  node->at = from(start);
  return node;
}

ast::Handler Parser::handler(ast::Try& of) {
  ast::Handler result;
  const Position start = shifted(advance().at);
  const bool has_star = at(TokenKind::star);
  const Position keyword = has_star ? span(start, shifted(advance().at)) : start;
  if (!of.handlers.empty() && has_star != of.has_star)
    raise("cannot have both 'except' and 'except*' on the same 'try'", keyword);
  of.has_star = has_star;
  if (has_star && (at(TokenKind::colon) || at(TokenKind::newline)))
    raise("expected one or more exception types", here());
  if (!at(TokenKind::colon)) {
    if (diagnosing_ && at(TokenKind::newline)) raise_at_furthest("expected ':'");
    result.type = expression();
    if (at(TokenKind::comma)) {
      if (diagnosing_) check_exception_list(result.type);
      fail();
    }
    if (accept(TokenKind::kw_as)) result.name = expect(TokenKind::name).text;
  }
  expect_colon(false);
  result.body = block(has_star ? "'except*' statement" : "'except' statement", start);
  result.at = from(start);
  return result;
}

// `except A, B:`
void Parser::check_exception_list(Expression* first) {
  const bool is_list = look_ahead([this] {
    while (accept(TokenKind::comma)) {
      if (at(TokenKind::colon) || at(TokenKind::kw_as)) break;
      expression();
    }
    if (accept(TokenKind::kw_as)) expect(TokenKind::name);
    return at(TokenKind::colon);
  });
  if (is_list) raise_starting_from("multiple exception types must be parenthesized", first->at);
}

ast::WithItem Parser::with_item() {
  ast::WithItem item;
  item.manager = expression();
  if (accept(TokenKind::kw_as)) {
    item.target = at(TokenKind::star) ? star_expression() : primary();
    require_target(item.target, TargetUse::assign);
  }
  return item;
}

// `with (a as b, c):`; false where the parenthesis belongs to an expression.
bool Parser::parenthesised_with_items(std::vector<ast::WithItem>& items) {
  const auto read = [this, &items] {
    items.clear();
    expect(TokenKind::left_paren);
    do {
      items.push_back(with_item());
    } while (accept(TokenKind::comma) && !at(TokenKind::right_paren));
    expect(TokenKind::right_paren);
    return at(TokenKind::colon);
  };
  if (!at(TokenKind::left_paren)) return false;
  const std::size_t start = at_;
  if (speculate(read)) return true;
  at_ = start;
  items.clear();
  return false;
}

Statement* Parser::with_statement() {
  const Position start = shifted(advance().at);
  auto* node = make<ast::With>(start);
  if (!parenthesised_with_items(node->items)) {
    do {
      node->items.push_back(with_item());
    } while (accept(TokenKind::comma));
  }
  expect_colon(false);
  node->body = block("'with' statement", start);
  node->at = from(start);
  return node;
}

Statement* Parser::decorated() {
  ast::Expressions decorators;
  while (accept(TokenKind::at)) {
    decorators.push_back(named_expression());
    expect(TokenKind::newline);
  }
  if (at(TokenKind::kw_async) && next_is(TokenKind::kw_def))
    raise_unsupported(Feature::async_statement, here());
  if (at(TokenKind::kw_class)) return class_statement(std::move(decorators));
  if (!at(TokenKind::kw_def)) fail();
  return function_statement(std::move(decorators));
}

Statement* Parser::function_statement(ast::Expressions decorators) {
  const Position start = shifted(advance().at);
  auto* node = make<ast::Function>(start);
  node->decorators = std::move(decorators);
  node->name = expect(TokenKind::name).text;
  expect_forced(TokenKind::left_paren, "(");
  node->parameters = parameters(false);
  expect(TokenKind::right_paren);
  if (at(TokenKind::arrow) && starts_expression(peek(1))) {
    advance();
    node->returns = expression();
  }
  expect_colon(true);
  node->body = block("function definition", start);
  node->at = from(start);
  return node;
}

Statement* Parser::class_statement(ast::Expressions decorators) {
  const Position start = shifted(advance().at);
  auto* node = make<ast::Class>(start);
  node->decorators = std::move(decorators);
  node->name = expect(TokenKind::name).text;
  if (accept(TokenKind::left_paren)) {
    arguments(node->bases, node->keywords);
    expect(TokenKind::right_paren);
  }
  expect_colon(false);
  node->body = block("class definition", start);
  node->at = from(start);
  return node;
}

}  // namespace forkscope::vm
