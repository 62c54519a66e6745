#include <algorithm>
#include <array>
#include <optional>

#include "core/vm/parser_internal.h"

namespace forkscope::vm {

using ast::Expression;
using enum TokenKind;

namespace {

constexpr int kBitwiseLevels = 6;

// The levels from `|` down to `*`; all associate to the left.
std::optional<BinaryOperator> operator_at(int level, TokenKind kind) {
  switch (kind) {
    case bar:
      return level == 0 ? std::optional(BinaryOperator::bit_or) : std::nullopt;
    case caret:
      return level == 1 ? std::optional(BinaryOperator::bit_xor) : std::nullopt;
    case ampersand:
      return level == 2 ? std::optional(BinaryOperator::bit_and) : std::nullopt;
    case left_shift:
      return level == 3 ? std::optional(BinaryOperator::left_shift) : std::nullopt;
    case right_shift:
      return level == 3 ? std::optional(BinaryOperator::right_shift) : std::nullopt;
    case plus:
      return level == 4 ? std::optional(BinaryOperator::add) : std::nullopt;
    case minus:
      return level == 4 ? std::optional(BinaryOperator::subtract) : std::nullopt;
    case star:
      return level == 5 ? std::optional(BinaryOperator::multiply) : std::nullopt;
    case slash:
      return level == 5 ? std::optional(BinaryOperator::true_divide) : std::nullopt;
    case double_slash:
      return level == 5 ? std::optional(BinaryOperator::floor_divide) : std::nullopt;
    case percent:
      return level == 5 ? std::optional(BinaryOperator::modulo) : std::nullopt;
    case at:
      return level == 5 ? std::optional(BinaryOperator::matrix_multiply) : std::nullopt;
    default:
      return std::nullopt;
  }
}

std::optional<CompareOperator> comparison_operator(TokenKind kind, TokenKind next) {
  switch (kind) {
    case less:
      return CompareOperator::less;
    case less_equal:
      return CompareOperator::less_equal;
    case greater:
      return CompareOperator::greater;
    case greater_equal:
      return CompareOperator::greater_equal;
    case equal_equal:
      return CompareOperator::equal;
    case not_equal:
      return CompareOperator::not_equal;
    case kw_in:
      return CompareOperator::in;
    case kw_not:
      return next == kw_in ? std::optional(CompareOperator::not_in) : std::nullopt;
    case kw_is:
      return next == kw_not ? CompareOperator::is_not : CompareOperator::is;
    default:
      return std::nullopt;
  }
}

bool is_soft_keyword(std::string_view name) {
  return name == "match" || name == "case" || name == "_";
}

}  // namespace

bool Parser::starts_expression(const Token& token) const {
  static constexpr std::array kStarts = {
      name,  TokenKind::number, string, left_paren, left_bracket, left_brace, minus,   plus,
      tilde, ellipsis,          kw_not, kw_lambda,  kw_await,     kw_none,    kw_true, kw_false};
  return std::find(kStarts.begin(), kStarts.end(), token.kind) != kStarts.end();
}

// `start`: where the first item begins, with its parentheses.
Expression* Parser::tuple_from(const Position& start, Expression* first, Expression* (Parser::*item)()) {
  ast::Expressions items{first};
  while (accept(comma)) {
    if (!starts_expression(peek()) && !this->at(star)) break;
    items.push_back((this->*item)());
  }
  auto* tuple = make<ast::TupleDisplay>(from(start));
  grow(tuple, items);
  tuple->items = std::move(items);
  return tuple;
}

Expression* Parser::star_expressions() {
  const Position start = here();
  Expression* first = star_expression();
  return this->at(comma) ? tuple_from(start, first, &Parser::star_expression) : first;
}

Expression* Parser::star_expression() {
  if (!this->at(star)) return expression();
  const Position start = shifted(advance().at);
  Expression* value = bitwise_or();
  auto* starred = make<ast::Starred>(from(start));
  starred->value = value;
  grow(starred, {value});
  return starred;
}

Expression* Parser::star_named_expression() {
  return this->at(star) ? star_expression() : named_expression();
}

Expression* Parser::named_expression() {
  if (this->at(name) && next_is(colon_equal)) {
    const Token& token = advance();
    auto* target = make<ast::Name>(shifted(token.at));
    target->id = token.text;
    advance();
    Expression* value = expression();
    auto* named = make<ast::Named>(from(target->at));
    named->target = target;
    named->value = value;
    grow(named, {value});
    return named;
  }
  Expression* value = expression();
  if (this->at(colon_equal)) {
    if (diagnosing_ && starts_expression(peek(1)))
      raise(fmt::format("cannot use assignment expressions with {}", describe(value)), value->at);
    fail();
  }
  if (diagnosing_ && this->at(equal)) check_named(value);
  return value;
}

// `if x = 3` and its relatives.
void Parser::check_named(Expression* value) {
  using enum ast::ExpressionKind;
  const bool is_operand =
      value->parenthesised || (value->kind != compare && value->kind != boolean &&
                               value->kind != conditional && value->kind != ast::ExpressionKind::lambda);
  const auto* unary_not = value->as<ast::Unary>();
  if (!is_operand ||
      (unary_not != nullptr && unary_not->op == ast::UnaryOperator::not_ && !value->parenthesised))
    return;
  Expression* assigned = look_ahead([this]() -> Expression* {
    advance();
    Expression* right = bitwise_or();
    return this->at(equal) || this->at(colon_equal) ? nullptr : right;
  });
  if (assigned == nullptr) return;
  if (value->kind == ast::ExpressionKind::name && !value->parenthesised)
    raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", span(value->at, assigned->at));
  const auto* comprehended = value->as<ast::Comprehension>();
  const bool is_generator =
      comprehended != nullptr && comprehended->shape == ast::ComprehensionKind::generator;
  const auto* is_constant = value->as<ast::Constant>();
  const bool is_word =
      is_constant != nullptr && (is_constant->value.is_bool() || is_constant->value.is_none());
  if (value->kind == tuple || value->kind == list || is_generator || is_word) return;
  raise(fmt::format("cannot assign to {} here. Maybe you meant '==' instead of '='?", describe(value)),
        value->at);
}

Expression* Parser::expression() {
  const Level level(*this);
  const std::size_t start = at_;
  if (diagnosing_) check_legacy_print();
  if (this->at(kw_lambda)) return lambda();
  Expression* value = disjunction();
  if (diagnosing_) check_juxtaposed(value, start);
  if (!this->at(kw_if)) return value;
  return plain_expression_tail(shifted(lexed_.tokens[start].at), value);
}

Expression* Parser::plain_expression() {
  const Level level(*this);
  if (this->at(kw_lambda)) return lambda();
  const Position start = here();
  return plain_expression_tail(start, disjunction());
}

// `value` may be followed by `if test else other`.
Expression* Parser::plain_expression_tail(const Position& start, Expression* value) {
  if (!this->at(kw_if)) return value;
  // As a PEG parser, step back where this `if` belongs to something else: a comprehension's condition.
  const std::size_t before = at_;
  advance();
  if (!starts_expression(peek())) {
    at_ = before;
    return value;
  }
  Expression* test = disjunction();
  if (!accept(kw_else)) {
    if (diagnosing_ && !this->at(colon))
      raise("expected 'else' after 'if' expression", span(value->at, test->at));
    at_ = before;
    return value;
  }
  Expression* otherwise = expression();
  auto* node = make<ast::Conditional>(from(start));
  node->test = test;
  node->then = value;
  node->otherwise = otherwise;
  grow(node, {test, value, otherwise});
  return node;
}

// Two expressions side by side inside brackets: a comma is missing.
void Parser::check_juxtaposed(Expression* first, std::size_t start) {
  if (!starts_expression(peek())) return;
  const Token& token = lexed_.tokens[start];
  const bool is_name = token.kind == name;
  if (is_name && (is_soft_keyword(token.text) || lexed_.tokens[start + 1].kind == string)) return;
  if (is_name && (token.text == "print" || token.text == "exec") && first->kind == ast::ExpressionKind::name)
    return;
  std::uint16_t level_after = 0;
  Expression* second = look_ahead([&] {
    Expression* value = plain_expression();
    level_after = previous().level;
    return value;
  });
  if (second == nullptr || level_after == 0) return;
  raise("invalid syntax. Perhaps you forgot a comma?", span(first->at, second->at));
}

void Parser::check_legacy_print() {
  if (!this->at(name) || (peek().text != "print" && peek().text != "exec") || next_is(left_paren)) return;
  if (!starts_expression(peek(1)) && peek(1).kind != star) return;
  const Position start = here();
  const std::string_view word = peek().text;
  Expression* value = look_ahead([this] {
    advance();
    return star_expressions();
  });
  if (value == nullptr) return;
  raise(fmt::format("Missing parentheses in call to '{0}'. Did you mean {0}(...)?", word),
        span(start, value->at));
}

Expression* Parser::disjunction() {
  const Position start = here();
  Expression* first = conjunction();
  if (!this->at(kw_or)) return first;
  ast::Expressions values{first};
  while (this->at(kw_or) && starts_expression(peek(1))) {
    advance();
    values.push_back(conjunction());
  }
  if (values.size() == 1) return first;
  auto* node = make<ast::Boolean>(from(start));
  grow(node, values);
  node->values = std::move(values);
  return node;
}

Expression* Parser::conjunction() {
  const Position start = here();
  Expression* first = inversion();
  if (!this->at(kw_and)) return first;
  ast::Expressions values{first};
  while (this->at(kw_and) && starts_expression(peek(1))) {
    advance();
    values.push_back(inversion());
  }
  if (values.size() == 1) return first;
  auto* node = make<ast::Boolean>(from(start));
  node->is_and = true;
  grow(node, values);
  node->values = std::move(values);
  return node;
}

Expression* Parser::inversion() {
  if (!this->at(kw_not)) return comparison();
  const Level level(*this);
  const Position start = shifted(advance().at);
  Expression* operand = inversion();
  auto* node = make<ast::Unary>(from(start));
  node->op = ast::UnaryOperator::not_;
  node->operand = operand;
  grow(node, {operand});
  return node;
}

Expression* Parser::comparison() {
  const Position start = here();
  Expression* left = bitwise_or();
  ast::Compare* node = nullptr;
  while (true) {
    const TokenKind kind = peek().kind;
    const bool may_be_two = kind == kw_not || kind == kw_is;
    const auto op = comparison_operator(kind, may_be_two ? peek(1).kind : end_of_file);
    if (!op) break;
    const std::size_t words = *op == CompareOperator::not_in || *op == CompareOperator::is_not ? 2 : 1;
    if (!starts_expression(peek(words)) || peek(words).kind == kw_not || peek(words).kind == kw_lambda) break;
    at_ += words;
    Expression* right = bitwise_or();
    if (node == nullptr) {
      node = make<ast::Compare>(start);
      node->left = left;
      grow(node, {left});
    }
    node->rest.emplace_back(*op, right);
    node->at = from(start);
    grow(node, {right});
  }
  if (node == nullptr) return left;
  return node;
}

Expression* Parser::bitwise(int level) {
  if (level == kBitwiseLevels) return factor();
  const Position start = here();
  Expression* left = bitwise(level + 1);
  while (const auto op = operator_at(level, peek().kind)) {
    const TokenKind next = peek(1).kind;
    if (!starts_expression(peek(1)) || next == kw_not || next == kw_lambda) break;
    advance();
    Expression* right = bitwise(level + 1);
    auto* node = make<ast::Binary>(from(start));
    node->op = *op;
    node->left = left;
    node->right = right;
    grow(node, {left, right});
    left = node;
  }
  return left;
}

Expression* Parser::factor() {
  const TokenKind kind = peek().kind;
  if (kind != minus && kind != plus && kind != tilde) return power();
  const Level level(*this);
  const Position start = shifted(advance().at);
  Expression* operand = factor();
  auto* node = make<ast::Unary>(from(start));
  node->op = kind == minus  ? ast::UnaryOperator::negative
             : kind == plus ? ast::UnaryOperator::positive
                            : ast::UnaryOperator::invert;
  node->operand = operand;
  grow(node, {operand});
  return node;
}

Expression* Parser::power() {
  const Position start = here();
  Expression* base = primary();
  const TokenKind next = this->at(double_star) ? peek(1).kind : end_of_file;
  if (next == end_of_file || !starts_expression(peek(1)) || next == kw_not || next == kw_lambda) return base;
  const Level level(*this);
  advance();
  Expression* exponent = factor();
  auto* node = make<ast::Binary>(from(start));
  node->op = BinaryOperator::power;
  node->left = base;
  node->right = exponent;
  grow(node, {base, exponent});
  return node;
}

Expression* Parser::lambda() {
  const Position start = shifted(advance().at);
  ast::Parameters its_parameters = parameters(true);
  expect(colon);
  Expression* body = expression();
  auto* node = make<ast::Lambda>(from(start));
  node->parameters = std::move(its_parameters);
  node->body = body;
  grow(node, {body});
  return node;
}

Expression* Parser::yield_expression() {
  const Position start = shifted(expect(kw_yield).at);
  if (accept(kw_from)) {
    Expression* value = expression();
    auto* node = make<ast::YieldFrom>(from(start));
    node->value = value;
    grow(node, {value});
    return node;
  }
  Expression* value = starts_expression(peek()) || this->at(star) ? star_expressions() : nullptr;
  auto* node = make<ast::Yield>(from(start));
  node->value = value;
  grow(node, {value});
  return node;
}

}  // namespace forkscope::vm
