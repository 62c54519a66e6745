// The match statement and its patterns.
#include "core/vm/parser_internal.h"

namespace forkscope::vm {

using ast::Expression;
using ast::Pattern;
using ast::PatternKind;
using ast::Statement;

// `match` is a name unless a subject, a colon and an indented `case` follow.
bool Parser::at_match_statement() {
  return look_ahead([this] {
    advance();
    subject_of_match();
    expect(TokenKind::colon);
    expect(TokenKind::newline);
    expect(TokenKind::indent);
    return at(TokenKind::name) && peek().text == "case";
  });
}

// `match x:` and no block after it.
void Parser::check_match_block() {
  const Position start = here();
  const std::size_t before = at_;
  const bool lacks_block = speculate([this] {
    advance();
    subject_of_match();
    expect(TokenKind::colon);
    expect(TokenKind::newline);
    return at(TokenKind::name) && peek().text == "case";
  });
  if (lacks_block)
    raise_at_furthest(
        fmt::format("expected an indented block after 'match' statement on line {}", start.line),
        SourceErrorKind::indentation);
  at_ = before;
}

Expression* Parser::subject_of_match() {
  const Position start = here();
  Expression* first = star_named_expression();
  return at(TokenKind::comma) ? tuple_from(start, first, &Parser::star_named_expression) : first;
}

Statement* Parser::match_statement() {
  const Position start = shifted(advance().at);
  auto* node = make<ast::Match>(start);
  node->subject = subject_of_match();
  expect(TokenKind::colon);
  expect(TokenKind::newline);
  expect(TokenKind::indent);
  while (!accept(TokenKind::dedent)) {
    if (!at(TokenKind::name) || peek().text != "case") fail();
    node->cases.push_back(match_case());
  }
  node->at = from(start);
  return node;
}

ast::Case Parser::match_case() {
  const Position start = shifted(advance().at);
  ast::Case made;
  made.pattern = open_pattern();
  if (accept(TokenKind::kw_if)) made.guard = named_expression();
  expect_colon(false);
  made.body = block("'case' statement", start);
  return made;
}

Pattern* Parser::make_pattern(PatternKind kind, const Position& start) {
  auto* made = make<Pattern>(start);
  made->kind = kind;
  return made;
}

// Without parentheses, commas make a sequence.
Pattern* Parser::open_pattern() {
  const Position start = here();
  Pattern* first = item_pattern();
  if (!at(TokenKind::comma)) {
    if (first->kind == PatternKind::star) fail();
    return first;
  }
  Pattern* sequence = make_pattern(PatternKind::sequence, start);
  sequence->patterns.push_back(first);
  while (accept(TokenKind::comma)) {
    if (at(TokenKind::colon) || at(TokenKind::kw_if)) break;
    sequence->patterns.push_back(item_pattern());
  }
  sequence->at = from(start);
  return sequence;
}

Pattern* Parser::pattern() {
  const Level level(*this);
  const Position start = here();
  Pattern* made = alternatives();
  if (!accept(TokenKind::kw_as)) return made;
  const Position name_start = here();
  if (at(TokenKind::name) && peek().text == "_") {
    if (diagnosing_) raise("cannot use '_' as a target", name_start);
    fail();
  }
  if (!at(TokenKind::name)) {
    if (diagnosing_) {
      const Expression* target = expression();
      raise("invalid pattern target", target->at);
    }
    fail();
  }
  Pattern* named = make_pattern(PatternKind::alternatives, start);
  named->patterns.push_back(made);
  named->name = advance().text;
  named->at = from(start);
  return named;
}

Pattern* Parser::alternatives() {
  const Position start = here();
  Pattern* first = closed_pattern();
  if (!at(TokenKind::bar)) return first;
  Pattern* made = make_pattern(PatternKind::alternatives, start);
  made->patterns.push_back(first);
  while (accept(TokenKind::bar)) made->patterns.push_back(closed_pattern());
  made->at = from(start);
  return made;
}

Pattern* Parser::item_pattern() {
  if (!at(TokenKind::star)) return pattern();
  const Position start = shifted(advance().at);
  Pattern* made = make_pattern(PatternKind::star, start);
  made->name = capture_name();
  made->at = from(start);
  return made;
}

// A name to bind; "" for `_`.
std::string Parser::capture_name() {
  const std::string name(expect(TokenKind::name).text);
  return name == "_" ? std::string() : name;
}

Pattern* Parser::closed_pattern() {
  const Position start = here();
  switch (peek().kind) {
    case TokenKind::name:
      return name_pattern();
    case TokenKind::left_bracket:
      advance();
      return sequence_pattern(TokenKind::right_bracket);
    case TokenKind::left_brace:
      return mapping_pattern();
    case TokenKind::left_paren: {
      advance();
      Pattern* made = sequence_pattern(TokenKind::right_paren);
      const bool is_group = made->patterns.size() == 1 && made->keys.empty() &&
                            made->patterns[0]->kind != PatternKind::star &&
                            lexed_.tokens[at_ - 2].kind != TokenKind::comma;
      return is_group ? made->patterns[0] : made;
    }
    default: {
      Pattern* made = make_pattern(PatternKind::literal, start);
      made->value = literal();
      made->at = from(start);
      return made;
    }
  }
}

// A number with or without sign, or a complex one: a real part, a sign and an imaginary part.
Expression* Parser::number_literal() {
  const Position start = here();
  Expression* real = nullptr;
  if (accept(TokenKind::minus)) {
    if (!at(TokenKind::number)) fail();
    auto* node = make<ast::Unary>(start);
    node->op = ast::UnaryOperator::negative;
    node->operand = number();
    node->at = from(start);
    real = node;
  } else {
    real = number();
  }
  if (!at(TokenKind::plus) && !at(TokenKind::minus)) return real;
  auto* sum = make<ast::Binary>(start);
  sum->op = at(TokenKind::plus) ? BinaryOperator::add : BinaryOperator::subtract;
  advance();
  if (!at(TokenKind::number)) fail();
  sum->left = real;
  sum->right = number();
  sum->at = from(start);
  return sum;
}

// A number, texts, None, True or False.
Expression* Parser::literal() {
  switch (peek().kind) {
    case TokenKind::minus:
    case TokenKind::number:
      return number_literal();
    case TokenKind::string:
    case TokenKind::kw_none:
    case TokenKind::kw_true:
    case TokenKind::kw_false: {
      Expression* value = atom();
      if (value->kind != ast::ExpressionKind::constant) {
        if (diagnosing_) raise("patterns may only match literals and attribute lookups", value->at);
        fail();
      }
      return value;
    }
    default:
      fail();
  }
}

// A name to capture, `_`, a dotted name to compare with, or a class.
Pattern* Parser::name_pattern() {
  const Position start = here();
  auto* name = make<ast::Name>(start);
  name->id = advance().text;
  name->at = from(start);
  Expression* value = name;
  while (accept(TokenKind::dot)) {
    auto* attribute = make<ast::Attribute>(start);
    attribute->object = value;
    attribute->name = expect(TokenKind::name).text;
    attribute->at = from(start);
    value = attribute;
  }
  if (at(TokenKind::left_paren)) return class_pattern(value, start);
  if (value != name) {
    Pattern* made = make_pattern(PatternKind::value, from(start));
    made->value = value;
    return made;
  }
  Pattern* made = make_pattern(PatternKind::capture, from(start));
  if (name->id != "_") made->name = name->id;
  return made;
}

Pattern* Parser::sequence_pattern(TokenKind closing) {
  const Position start = shifted(previous().at);
  Pattern* made = make_pattern(PatternKind::sequence, start);
  while (!accept(closing)) {
    made->patterns.push_back(item_pattern());
    if (accept(closing)) break;
    expect(TokenKind::comma);
  }
  made->at = from(start);
  return made;
}

Pattern* Parser::mapping_pattern() {
  const Position start = shifted(advance().at);
  Pattern* made = make_pattern(PatternKind::mapping, start);
  while (!accept(TokenKind::right_brace)) {
    if (accept(TokenKind::double_star)) {
      made->has_rest = true;
      made->name = expect(TokenKind::name).text;
      if (made->name == "_") fail();
    } else {
      if (made->has_rest) fail();
      Expression* key = nullptr;
      if (at(TokenKind::name)) {
        Pattern* dotted = name_pattern();
        if (dotted->kind != PatternKind::value) fail();
        key = dotted->value;
      } else {
        key = literal();
      }
      made->keys.push_back(key);
      expect(TokenKind::colon);
      made->patterns.push_back(pattern());
    }
    if (accept(TokenKind::right_brace)) break;
    expect(TokenKind::comma);
  }
  made->at = from(start);
  return made;
}

Pattern* Parser::class_pattern(Expression* type, const Position& start) {
  advance();
  Pattern* made = make_pattern(PatternKind::class_, start);
  made->value = type;
  while (!accept(TokenKind::right_paren)) {
    if (at(TokenKind::name) && next_is(TokenKind::equal)) {
      made->keywords.emplace_back(advance().text);
      advance();
    } else if (!made->keywords.empty()) {
      if (diagnosing_) raise("positional patterns follow keyword patterns", pattern()->at);
      fail();
    }
    made->patterns.push_back(pattern());
    if (accept(TokenKind::right_paren)) break;
    expect(TokenKind::comma);
  }
  made->at = from(start);
  return made;
}

}  // namespace forkscope::vm
