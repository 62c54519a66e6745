#include "core/vm/parser.h"

#include <algorithm>

#include "core/vm/parser_internal.h"

namespace forkscope::vm {
namespace {

constexpr int kMaxDepth = 400;
constexpr std::uint32_t kMaxHeight = 1500;

template <typename Parse>
ParseResult parse_twice(const SourceText& source, Parse parse) {
  LexResult lexed = lex(source);
  std::size_t stuck = 0;
  for (const bool diagnosing : {false, true}) {
    auto tree = std::make_unique<ast::Ast>();
    Parser parser(source, lexed, *tree, diagnosing);
    try {
      parse(parser, *tree);
      return ParseOutput{std::move(tree), std::move(lexed.knobs)};
    } catch (const ParseFailure&) {
      if (!diagnosing) stuck = parser.furthest();
    } catch (const SourceError& error) {
      return error.kind == SourceErrorKind::unsupported ? error : parser.prefer_lexer_error(error);
    }
    if (diagnosing) return parser.prefer_lexer_error(parser.generic_error(stuck));
  }
  return SourceError{};
}

}  // namespace

ParseResult parse_module(const SourceText& source) {
  return parse_twice(source, [](Parser& parser, ast::Ast&) { parser.parse_file(); });
}

ParseResult parse_expression(const SourceText& source) {
  return parse_twice(
      source, [](Parser& parser, ast::Ast& tree) { tree.expression = parser.parse_lone_expression(); });
}

void Parser::place_at(std::int32_t line_shift, std::int32_t column_shift) {
  line_shift_ = line_shift;
  column_shift_ = column_shift;
}

const Token& Parser::peek(std::size_t ahead) {
  const std::size_t index = std::min(at_ + ahead, lexed_.tokens.size() - 1);
  furthest_ = std::max(furthest_, index);
  const Token& token = lexed_.tokens[index];
  if (token.kind == TokenKind::error) throw *lexed_.error;
  return token;
}

const Token& Parser::advance() {
  const Token& token = peek();
  if (token.kind != TokenKind::end_of_file) ++at_;
  return token;
}

bool Parser::accept(TokenKind kind) {
  if (!at(kind)) return false;
  advance();
  return true;
}

const Token& Parser::expect(TokenKind kind) {
  if (!at(kind)) fail();
  return advance();
}

// CPython's grammar marks a few tokens that must follow: their absence is told at once.
const Token& Parser::expect_forced(TokenKind kind, const char* what) {
  if (!at(kind)) throw token_error(fmt::format("expected '{}'", what), peek(), SourceErrorKind::syntax);
  return advance();
}

// Up to the last token that is more than the end of a line or block.
Position Parser::from(const Position& start) const {
  std::size_t last = at_ - 1;
  const auto is_layout = [&] {
    const TokenKind kind = lexed_.tokens[last].kind;
    return kind == TokenKind::newline || kind == TokenKind::indent || kind == TokenKind::dedent;
  };
  while (last > 0 && is_layout()) --last;
  return span(start, shifted(lexed_.tokens[last].at));
}

Position Parser::shifted(Position position) const {
  if (position.line == 1) position.column += column_shift_;
  if (position.end_line == 1) position.end_column += column_shift_;
  position.line += line_shift_;
  position.end_line += line_shift_;
  return position;
}

Position Parser::span(const Position& first, const Position& last) {
  return Position{first.line, last.end_line, first.column, last.end_column};
}

SourceError Parser::error(std::string message, const Position& where, SourceErrorKind kind) const {
  Position raw = where;
  raw.line -= line_shift_;
  raw.end_line -= line_shift_;
  if (raw.line == 1) raw.column -= column_shift_;
  if (raw.end_line == 1) raw.end_column -= column_shift_;
  return source_.error(kind, std::move(message), raw);
}

// INDENT, DEDENT and the end have no place of their own, only a column to tell.
SourceError Parser::token_error(std::string message, const Token& token, SourceErrorKind kind) const {
  if (token.at.column >= 0) return source_.error(kind, std::move(message), token.at);
  SourceError result = source_.error_at(kind, std::move(message), token.at.line, token.at.end_column);
  const bool is_at_end =
      std::all_of(&token, lexed_.tokens.data() + lexed_.tokens.size(), [](const Token& rest) {
        return rest.kind == TokenKind::dedent || rest.kind == TokenKind::end_of_file;
      });
  if (is_at_end) result.end_column = -1;
  return result;
}

// CPython's RAISE_SYNTAX_ERROR_STARTING_FROM: up to the end of what has been read.
void Parser::raise_starting_from(std::string message, const Position& start) const {
  const Token& last = lexed_.tokens[furthest_];
  SourceError result = error(std::move(message), Position{start.line, start.line, start.column, -1});
  result.end_line = last.at.end_line;
  result.end_column = source_.code_points(last.at.end_line, last.at.end_column);
  throw result;
}

// A single caret at the furthest token.
void Parser::raise_in_string(std::string message) {
  SourceError result = token_error(std::move(message), lexed_.tokens[furthest_], SourceErrorKind::syntax);
  result.end_column = 0;
  throw result;
}

void Parser::raise_at_furthest(std::string message, SourceErrorKind kind) {
  throw token_error(std::move(message), lexed_.tokens[furthest_], kind);
}

void Parser::raise_unsupported(Feature feature, const Position& where) const {
  throw error(refusal_of(feature), where, SourceErrorKind::unsupported);
}

SourceError Parser::generic_error(std::size_t stuck) {
  const Token& token = lexed_.tokens[stuck];
  if (token.kind == TokenKind::indent)
    return token_error("unexpected indent", token, SourceErrorKind::indentation);
  if (token.kind == TokenKind::dedent)
    return token_error("unexpected unindent", token, SourceErrorKind::indentation);
  furthest_ = stuck;
  return token_error("invalid syntax", token, SourceErrorKind::syntax);
}

SourceError Parser::prefer_lexer_error(SourceError error) {
  if (!lexed_.error) return error;
  const bool is_unclosed = lexed_.unclosed_line != 0;
  if (is_unclosed && lexed_.tokens[furthest_].at.line <= lexed_.unclosed_line) return error;
  return *lexed_.error;
}

Parser::Level::Level(Parser& parser) : parser_(parser) {
  if (++parser_.depth_ > kMaxDepth) {
    --parser_.depth_;
    parser_.raise("too many nested expressions", parser_.here());
  }
}

void Parser::grow(ast::Expression* node, std::initializer_list<const ast::Expression*> children) const {
  for (const ast::Expression* child : children) {
    if (child != nullptr) node->height = std::max(node->height, child->height + 1);
  }
  if (node->height > kMaxHeight) raise("too many nested expressions", node->at);
}

void Parser::grow(ast::Expression* node, const ast::Expressions& children) const {
  for (const ast::Expression* child : children) grow(node, {child});
}

void Parser::parse_file() {
  while (!at(TokenKind::end_of_file)) statement(tree_.body);
}

ast::Expression* Parser::parse_lone_expression() {
  ast::Expression* value = star_expressions();
  while (accept(TokenKind::newline)) {
  }
  expect(TokenKind::end_of_file);
  return value;
}

ast::Expression* Parser::parse_formatted_expression() {
  expect(TokenKind::left_paren);
  ast::Expression* value = at(TokenKind::kw_yield) ? yield_expression() : nullptr;
  if (value == nullptr) {
    if (diagnosing_ && at(TokenKind::double_star))
      raise("f-string: cannot use double starred expression here", here());
    const Position start = here();
    value = star_named_expression();
    const bool is_starred = value->kind == ast::ExpressionKind::starred;
    if (diagnosing_ && is_starred && at(TokenKind::right_paren))
      raise("f-string: cannot use starred expression here", value->at);
    if (is_starred && !at(TokenKind::comma)) fail();
    if (at(TokenKind::comma)) value = tuple_from(start, value, &Parser::star_named_expression);
  }
  expect(TokenKind::right_paren);
  expect(TokenKind::newline);
  expect(TokenKind::end_of_file);
  return value;
}

}  // namespace forkscope::vm
