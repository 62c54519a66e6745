#include <algorithm>

#include "core/vm/parser_internal.h"

namespace forkscope::vm {

using ast::Expression;

void Parser::arguments(ast::Expressions& values, std::vector<ast::Keyword>& keywords) {
  const Level level(*this);
  const Position opening = shifted(previous().at);
  while (!at(TokenKind::right_paren)) {
    argument(opening, values, keywords);
    if (!accept(TokenKind::comma)) break;
  }
}

void Parser::argument(const Position& opening, ast::Expressions& values,
                      std::vector<ast::Keyword>& keywords) {
  const bool after_keyword = !keywords.empty();
  const bool after_mapping = std::any_of(keywords.begin(), keywords.end(),
                                         [](const ast::Keyword& keyword) { return keyword.name.empty(); });
  const Position start = here();
  if (accept(TokenKind::double_star)) {
    Expression* value = expression();
    keywords.push_back({"", value, from(start)});
    return;
  }
  if (accept(TokenKind::star)) {
    Expression* value = expression();
    auto* starred = make<ast::Starred>(from(start));
    starred->value = value;
    if (after_mapping) {
      if (diagnosing_)
        raise("iterable argument unpacking follows keyword argument unpacking", span(start, start));
      fail();
    }
    values.push_back(starred);
    return;
  }
  if (diagnosing_) check_keyword_target();
  if (at(TokenKind::name) && next_is(TokenKind::equal)) return keyword_argument(keywords);
  Expression* value =
      at(TokenKind::name) && next_is(TokenKind::colon_equal) ? named_expression() : expression();
  if (at(TokenKind::colon_equal)) fail();
  if (diagnosing_ && at(TokenKind::equal))
    raise("expression cannot contain assignment, perhaps you meant \"==\"?", span(value->at, here()));
  if (at_clauses()) value = bare_generator(opening, value, values.empty() && keywords.empty());
  if (after_keyword) {
    if (!diagnosing_) fail();
    raise_at_furthest(after_mapping ? "positional argument follows keyword argument unpacking"
                                    : "positional argument follows keyword argument");
  }
  values.push_back(value);
}

// `f(x for x in y)`: a generator expression may borrow the call's parentheses if it is the only argument.
Expression* Parser::bare_generator(const Position& opening, Expression* element, bool is_first) {
  auto* node =
      comprehension(ast::ComprehensionKind::generator, element, nullptr, is_first ? opening : element->at);
  if (is_first && at(TokenKind::right_paren)) return node;
  if (diagnosing_ && (!is_first || at(TokenKind::comma)))
    raise("Generator expression must be parenthesized", span(element->at, shifted(previous().at)));
  fail();
}

void Parser::keyword_argument(std::vector<ast::Keyword>& keywords) {
  const Token& token = advance();
  const Position start = shifted(token.at);
  const Position sign = shifted(advance().at);
  Expression* value = expression();
  if (diagnosing_ && at_clauses())
    raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", span(start, sign));
  keywords.push_back({std::string(token.text), value, from(start)});
}

// `f(True=1)`.
void Parser::check_keyword_target() {
  const TokenKind kind = peek().kind;
  const bool is_word =
      kind == TokenKind::kw_true || kind == TokenKind::kw_false || kind == TokenKind::kw_none;
  if (is_word && next_is(TokenKind::equal))
    raise(fmt::format("cannot assign to {}", peek().text), span(here(), shifted(peek(1).at)));
}

ast::Parameter Parser::parameter(bool is_lambda, bool may_default) {
  ast::Parameter result;
  const Token& token = expect(TokenKind::name);
  result.name = token.text;
  result.at = shifted(token.at);
  if (!is_lambda && accept(TokenKind::colon))
    result.annotation = at(TokenKind::star) ? star_expression() : expression();
  result.at = from(result.at);
  if (at(TokenKind::equal) && may_default) {
    const Position sign = shifted(advance().at);
    const TokenKind end = is_lambda ? TokenKind::colon : TokenKind::right_paren;
    if (diagnosing_ && (at(end) || at(TokenKind::comma))) raise("expected default value expression", sign);
    result.default_value = expression();
  }
  return result;
}

ast::Parameters Parser::parameters(bool is_lambda) {
  const TokenKind end = is_lambda ? TokenKind::colon : TokenKind::right_paren;
  ast::Parameters result;
  bool had_slash = false, had_star = false, had_default = false;
  while (!at(end)) {
    const Position start = here();
    const auto refuse = [&](const char* message) {
      if (diagnosing_) raise(message, start);
      fail();
    };
    if (accept(TokenKind::double_star)) {
      result.has_double_star = true;
      result.double_star = parameter(is_lambda, false);
      if (diagnosing_ && at(TokenKind::equal))
        raise("var-keyword argument cannot have default value", here());
      const bool more = accept(TokenKind::comma) && !at(end);
      if (more && diagnosing_) {
        const TokenKind kind = peek().kind;
        if (kind == TokenKind::name || kind == TokenKind::star || kind == TokenKind::double_star ||
            kind == TokenKind::slash)
          raise("arguments cannot follow var-keyword argument", here());
      }
      break;
    }
    if (accept(TokenKind::slash)) {
      if (had_slash) refuse("/ may appear only once");
      if (had_star) refuse("/ must be ahead of *");
      if (result.positional.empty()) refuse("at least one argument must precede /");
      had_slash = true;
      result.positional_only = result.positional.size();
      if (diagnosing_ && at(TokenKind::star)) raise("expected comma between / and *", here());
    } else if (accept(TokenKind::star)) {
      if (had_star) refuse("* argument may appear only once");
      had_star = true;
      if (at(TokenKind::comma)) {
        if (peek(1).kind == end || peek(1).kind == TokenKind::double_star) {
          if (is_lambda && diagnosing_) raise_at_furthest("named arguments must follow bare *");
          refuse("named arguments must follow bare *");
        }
      } else if (at(end)) {
        if (is_lambda && diagnosing_) raise_at_furthest("named arguments must follow bare *");
        refuse("named arguments must follow bare *");
      } else {
        result.has_star = true;
        result.star = parameter(is_lambda, false);
        if (diagnosing_ && at(TokenKind::equal))
          raise("var-positional argument cannot have default value", here());
      }
    } else {
      if (diagnosing_ && at(TokenKind::left_paren)) check_parenthesised_parameters(is_lambda);
      ast::Parameter one = parameter(is_lambda, true);
      if (one.default_value == nullptr && had_default && !had_star) {
        refuse("non-default argument follows default argument");
      }
      had_default = had_default || one.default_value != nullptr;
      (had_star ? result.keyword_only : result.positional).push_back(std::move(one));
    }
    if (!accept(TokenKind::comma)) break;
  }
  return result;
}

// def f((a, b)): the tuple parameters of Python 2.
void Parser::check_parenthesised_parameters(bool is_lambda) {
  const Position start = here();
  std::size_t ahead = 1;
  while (peek(ahead).kind == TokenKind::name || peek(ahead).kind == TokenKind::comma) ++ahead;
  if (ahead == 1 || peek(ahead).kind != TokenKind::right_paren) return;
  raise(is_lambda ? "Lambda expression parameters cannot be parenthesized"
                  : "Function parameters cannot be parenthesized",
        span(start, shifted(peek(ahead).at)));
}

}  // namespace forkscope::vm
