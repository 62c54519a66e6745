// Parser: one attempt at one text; the sources parser_*.cc share it. As CPython, a text is parsed twice if
// the first attempt fails: the second attempt looks for the mistakes that have a message of their own, and if
// it finds none, the error is where the first attempt got stuck: at the furthest token it had looked at.
// Failures travel as C++ exceptions inside the parser only.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>

#include "core/vm/parser.h"
#include "core/vm/unsupported.h"

namespace forkscope::vm {

// "invalid syntax", without a better word for it.
struct ParseFailure {};

// What an assignment, a `for` or a `del` may have as target.
enum class TargetUse : std::uint8_t { assign, loop, delete_ };

class Parser {
 public:
  // `line_shift` and `column_shift` place the nodes of an f-string's expression in the file it stands in.
  Parser(const SourceText& source, const LexResult& tokens, ast::Ast& tree, bool diagnosing)
      : source_(source), lexed_(tokens), tree_(tree), diagnosing_(diagnosing) {}

  void parse_file();                              // into tree.body
  ast::Expression* parse_lone_expression();       // up to the end of the text
  ast::Expression* parse_formatted_expression();  // what may stand between the braces of an f-string
  void place_at(std::int32_t line_shift, std::int32_t column_shift);
  std::size_t furthest() const { return furthest_; }
  void set_depth(int depth) { depth_ = depth; }

  // The error of a failed text: `stuck` is the furthest token of the first attempt.
  SourceError generic_error(std::size_t stuck);
  // A mistake further on that the lexer found takes precedence, as in CPython.
  SourceError prefer_lexer_error(SourceError error);

 private:
  friend class FormattedStringParser;

  // Tokens.
  const Token& peek(std::size_t ahead = 0);
  const Token& previous() const { return lexed_.tokens[at_ - 1]; }
  bool at(TokenKind kind) { return peek().kind == kind; }
  bool next_is(TokenKind kind) { return peek(1).kind == kind; }
  const Token& advance();
  bool accept(TokenKind kind);
  const Token& expect(TokenKind kind);
  const Token& expect_forced(TokenKind kind, const char* what);
  [[noreturn]] void fail() { throw ParseFailure{}; }

  // Positions and errors.
  Position shifted(Position position) const;
  Position from(const Position& start) const;
  static Position span(const Position& first, const Position& last);
  Position here() { return shifted(peek().at); }
  SourceError error(std::string message, const Position& where,
                    SourceErrorKind kind = SourceErrorKind::syntax) const;
  [[noreturn]] void raise(std::string message, const Position& where) const {
    throw error(std::move(message), where);
  }
  [[noreturn]] void raise_at_furthest(std::string message, SourceErrorKind kind = SourceErrorKind::syntax);
  [[noreturn]] void raise_starting_from(std::string message, const Position& start) const;
  [[noreturn]] void raise_in_string(std::string message);
  [[noreturn]] void raise_unsupported(Feature feature, const Position& where) const;
  SourceError token_error(std::string message, const Token& token, SourceErrorKind kind) const;

  // Runs `attempt` without special messages; on failure (null) the parser stands where it stood.
  template <typename Attempt>
  auto speculate(Attempt attempt) -> decltype(attempt()) {
    const std::size_t start = at_;
    const bool was_diagnosing = std::exchange(diagnosing_, false);
    decltype(attempt()) result{};
    try {
      result = attempt();
    } catch (const ParseFailure&) {
      at_ = start;
    } catch (const SourceError&) {
      at_ = start;
    }
    diagnosing_ = was_diagnosing;
    return result;
  }
  template <typename Attempt>
  auto look_ahead(Attempt attempt) -> decltype(attempt()) {
    const std::size_t start = at_;
    auto result = speculate(attempt);
    at_ = start;
    return result;
  }

  template <typename T>
  T* make(const Position& position) {
    return tree_.make<T>(position);
  }
  void grow(ast::Expression* node, std::initializer_list<const ast::Expression*> children) const;
  void grow(ast::Expression* node, const ast::Expressions& children) const;

  // Counts nesting, so that no text can use up the stack.
  class Level {
   public:
    explicit Level(Parser& parser);
    ~Level() { --parser_.depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    Parser& parser_;
  };

  // parser_expressions.cc
  bool starts_expression(const Token& token) const;
  ast::Expression* star_expressions();  // a, *b
  ast::Expression* star_expression();
  ast::Expression* star_named_expression();
  ast::Expression* named_expression();
  ast::Expression* expression();
  ast::Expression* plain_expression();
  ast::Expression* plain_expression_tail(const Position& start, ast::Expression* value);
  ast::Expression* disjunction();
  ast::Expression* conjunction();
  ast::Expression* inversion();
  ast::Expression* comparison();
  ast::Expression* bitwise(int precedence);
  ast::Expression* bitwise_or() { return bitwise(0); }
  ast::Expression* factor();
  ast::Expression* power();
  ast::Expression* lambda();
  ast::Expression* yield_expression();
  ast::Expression* tuple_from(const Position& start, ast::Expression* first,
                              ast::Expression* (Parser::*item)());
  void check_juxtaposed(ast::Expression* first, std::size_t start);
  void check_named(ast::Expression* value);
  void check_legacy_print();

  // parser_atoms.cc
  ast::Expression* primary();
  ast::Expression* primary_tail(const Position& start, ast::Expression* object);
  ast::Expression* atom();
  ast::Expression* parenthesised();
  ast::Expression* list_display();
  ast::Expression* brace_display();
  ast::Expression* dict_display(const Position& start);
  ast::Expression* dict_display_from(const Position& start, ast::Expression* key);
  ast::Expression* dict_value();
  bool starts_dict_error();
  ast::Expression* slices();
  ast::Expression* slice();
  std::vector<ast::Clause> clauses();
  ast::Expression* loop_target();
  bool at_clauses() {
    return at(TokenKind::kw_for) || (at(TokenKind::kw_async) && next_is(TokenKind::kw_for));
  }
  ast::Comprehension* comprehension(ast::ComprehensionKind shape, ast::Expression* element,
                                    ast::Expression* value, const Position& start);
  ast::Expression* constant(Value value, const Position& position);
  ast::Expression* number();

  // parser_arguments.cc
  void arguments(ast::Expressions& values, std::vector<ast::Keyword>& keywords);
  ast::Expression* bare_generator(const Position& opening, ast::Expression* element, bool is_first);
  void argument(const Position& opening, ast::Expressions& values, std::vector<ast::Keyword>& keywords);
  void keyword_argument(std::vector<ast::Keyword>& keywords);
  void check_keyword_target();
  ast::Parameters parameters(bool is_lambda);
  ast::Parameter parameter(bool is_lambda, bool may_default);
  void check_parenthesised_parameters(bool is_lambda);

  // parser_strings.cc
  ast::Expression* strings();
  [[noreturn]] void raise_decoding(const std::string& message, const Position& where);

  // parser_targets.cc
  bool is_target(const ast::Expression* target, TargetUse use) const;
  const ast::Expression* invalid_target(const ast::Expression* target, TargetUse use) const;
  void require_target(ast::Expression* target, TargetUse use);
  std::string describe(const ast::Expression* expression) const;

  // parser_statements.cc
  void statement(ast::Block& block);
  void simple_statements(ast::Block& block);
  ast::Statement* simple_statement();
  ast::Statement* expression_statement();
  ast::Statement* assignment(ast::Expression* first, const Position& start);
  ast::Statement* annotated(ast::Expression* target, const Position& start);
  ast::Statement* augmented(ast::Expression* target, const Position& start);
  void check_assignment(ast::Expression* first, bool is_first);
  ast::Statement* return_statement();
  ast::Statement* raise_statement();
  ast::Statement* delete_statement();
  ast::Statement* assert_statement();
  ast::Statement* import_statement();
  ast::Statement* from_statement();
  ast::Statement* scope_statement();
  std::string dotted_name();

  // parser_compound.cc
  bool compound_statement(ast::Block& out);
  ast::Block block(std::string_view what, const Position& header);
  void expect_colon(bool forced);
  ast::Statement* if_statement();
  ast::Statement* while_statement();
  ast::Statement* for_statement();
  ast::Statement* try_statement();
  ast::Handler handler(ast::Try& of);
  void check_exception_list(ast::Expression* first);

  // parser_match.cc
  bool at_match_statement();
  void check_match_block();
  ast::Expression* subject_of_match();
  ast::Statement* match_statement();
  ast::Case match_case();
  ast::Pattern* open_pattern();
  ast::Pattern* pattern();
  ast::Pattern* alternatives();
  ast::Pattern* closed_pattern();
  ast::Pattern* item_pattern();
  ast::Pattern* sequence_pattern(TokenKind closing);
  ast::Pattern* mapping_pattern();
  ast::Pattern* class_pattern(ast::Expression* type, const Position& start);
  ast::Pattern* name_pattern();
  ast::Expression* number_literal();
  ast::Expression* literal();
  std::string capture_name();
  ast::Pattern* make_pattern(ast::PatternKind kind, const Position& start);

  ast::Statement* with_statement();
  bool parenthesised_with_items(std::vector<ast::WithItem>& items);
  ast::WithItem with_item();
  ast::Statement* function_statement(ast::Expressions decorators);
  ast::Statement* class_statement(ast::Expressions decorators);
  ast::Statement* decorated();
  ast::Block else_block();

  const SourceText& source_;
  const LexResult& lexed_;
  ast::Ast& tree_;
  bool diagnosing_;
  std::size_t at_ = 0, furthest_ = 0;
  int depth_ = 0;
  std::int32_t line_shift_ = 0, column_shift_ = 0;
};

}  // namespace forkscope::vm
