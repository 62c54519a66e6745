#include <memory>

#include "core/vm/literals.h"
#include "core/vm/objects.h"
#include "core/vm/parser_internal.h"

namespace forkscope::vm {

using ast::Expression;

namespace {

constexpr int kMaxSpecificationDepth = 2;

}  // namespace

// Takes the body of one f-string token apart: literal text and replacement fields, as CPython 3.11 does
// before its parser sees the expressions.
class FormattedStringParser {
 public:
  FormattedStringParser(Parser& parser, const Token& token, const StringToken& string, const Position& whole)
      : parser_(parser), token_(token), string_(string), body_(string.body), whole_(whole) {}

  void parse(ast::Expressions& parts) { read_parts(parts, 0); }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < body_.size() ? body_[at_ + ahead] : '\0'; }
  bool done() const { return at_ >= body_.size(); }
  [[noreturn]] void fail(const std::string& message) { parser_.raise_in_string("f-string: " + message); }

  // Up to the end, or inside a format specification up to the brace that closes the field.
  void read_parts(ast::Expressions& parts, int depth) {
    while (!done()) {
      read_literal(parts, depth);
      if (done() || peek() == '}') return;
      read_field(parts, depth);
    }
  }

  void read_literal(ast::Expressions& parts, int depth) {
    std::string text;
    std::size_t start = at_;
    const auto flush = [&](std::size_t end) { text += decode(body_.substr(start, end - start)); };
    while (!done()) {
      const char c = peek();
      if (!string_.is_raw && c == '\\' && at_ + 1 < body_.size()) {
        at_ += peek(1) == '{' || peek(1) == '}' ? 1 : 2;
        if (body_[at_ - 1] == 'N' && !done() && peek() == '{')
          at_ = std::min(body_.find('}', at_), body_.size() - 1) + 1;
        continue;
      }
      if (c != '{' && c != '}') {
        ++at_;
        continue;
      }
      if (depth == 0 && peek(1) == c) {
        flush(at_ + 1);
        at_ += 2;
        start = at_;
        continue;
      }
      if (depth == 0 && c == '}') fail("single '}' is not allowed");
      break;
    }
    flush(at_);
    if (!text.empty()) parts.push_back(parser_.constant(make_string(text), whole_));
  }

  std::string decode(std::string_view text) {
    if (string_.is_raw) return std::string(text);
    DecodedText decoded = decode_string_escapes(text);
    if (!decoded.error.empty()) parser_.raise_decoding(decoded.error, parser_.shifted(token_.at));
    return std::move(decoded.text);
  }

  void read_field(ast::Expressions& parts, int depth) {
    if (depth >= kMaxSpecificationDepth) fail("expressions nested too deeply");
    const std::size_t start = ++at_;
    scan_expression();
    const std::string_view text = body_.substr(start, at_ - start);
    if (done()) fail("expecting '}'");
    Expression* value = parse_expression(start, text);
    std::string shown(text);
    const bool is_shown = peek() == '=';
    if (is_shown) {
      for (shown += body_[at_++]; peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\f'; ++at_)
        shown += peek();
      parts.push_back(parser_.constant(make_string(shown), whole_));
    }
    auto* field = parser_.make<ast::FormattedValue>(whole_);
    field->value = value;
    read_conversion(*field);
    read_specification(*field, depth);
    if (peek() != '}' || done()) fail("expecting '}'");
    ++at_;
    if (is_shown && field->conversion == 0 && field->specification == nullptr) field->conversion = 'r';
    parser_.grow(field, {value, field->specification});
    parts.push_back(field);
  }

  void read_conversion(ast::FormattedValue& field) {
    if (peek() != '!' || done()) return;
    ++at_;
    if (done()) fail("expecting '}'");
    const std::size_t start = at_;
    while (!done() && peek() != '}' && peek() != ':') ++at_;
    const std::string_view name = body_.substr(start, at_ - start);
    if (name == "s" || name == "r" || name == "a") {
      field.conversion = name[0];
      return;
    }
    fail("invalid conversion character: expected 's', 'r', or 'a'");
  }

  void read_specification(ast::FormattedValue& field, int depth) {
    if (peek() != ':' || done()) return;
    ++at_;
    auto* joined = parser_.make<ast::JoinedString>(whole_);
    read_parts(joined->parts, depth + 1);
    parser_.grow(joined, joined->parts);
    field.specification = joined;
  }

  // Moves to the end of a field's expression: `}`, `:`, `!`, or `=` outside quotes and brackets.
  void scan_expression() {
    std::string brackets;
    while (!done()) {
      const char c = peek();
      if (c == '\\') parser_.raise_in_string("f-string expression part cannot include a backslash");
      if (c == '#') parser_.raise_in_string("f-string expression part cannot include '#'");
      if (c == '\'' || c == '"') {
        skip_string(c);
        continue;
      }
      if (c == '(' || c == '[' || c == '{') {
        if (brackets.size() >= 200) fail("too many nested parenthesis");
        brackets.push_back(c);
      } else if (brackets.empty() && is_end()) {
        return;
      } else if (c == ')' || c == ']' || c == '}') {
        close(brackets, c);
      } else if (brackets.empty() && (c == '!' || c == '=' || c == '<' || c == '>') && peek(1) == '=') {
        ++at_;
      }
      ++at_;
    }
    if (!brackets.empty()) fail(fmt::format("unmatched '{}'", brackets.back()));
  }

  bool is_end() const {
    const char c = peek();
    if (c == '}' || c == ':') return true;
    return (c == '!' || c == '=') && peek(1) != '=';
  }

  void close(std::string& brackets, char c) {
    if (brackets.empty()) fail(fmt::format("unmatched '{}'", c));
    const char open = brackets.back();
    const char wanted = open == '(' ? ')' : open == '[' ? ']' : '}';
    if (c != wanted)
      fail(fmt::format("closing parenthesis '{}' does not match opening parenthesis '{}'", c, open));
    brackets.pop_back();
  }

  void skip_string(char quote) {
    const std::size_t width = peek(1) == quote && peek(2) == quote ? 3 : 1;
    const std::string end(width, quote);
    for (at_ += width; !done() && body_.substr(at_, width) != end; ++at_) {
      if (peek() == '\\') parser_.raise_in_string("f-string expression part cannot include a backslash");
    }
    if (done()) fail("unterminated string");
    at_ += width;
  }

  Expression* parse_expression(std::size_t start, std::string_view text) {
    if (text.find_first_not_of(" \t\n\f\r") == std::string_view::npos) fail("empty expression not allowed");
    const SourceText source = SourceText::from_text("(" + std::string(text) + ")\n");
    const LexResult lexed = lex(source);
    std::size_t stuck = 0;
    for (const bool diagnosing : {false, true}) {
      Parser inner(source, lexed, parser_.tree_, diagnosing);
      place(inner, start);
      inner.set_depth(parser_.depth_ + 1);
      try {
        return inner.parse_formatted_expression();
      } catch (const ParseFailure&) {
        if (!diagnosing) stuck = inner.furthest();
        if (diagnosing) throw as_ours(inner.prefer_lexer_error(inner.generic_error(stuck)));
      } catch (const SourceError& error) {
        if (error.kind == SourceErrorKind::unsupported) throw;
        throw as_ours(inner.prefer_lexer_error(error));
      }
    }
    parser_.fail();
  }

  static SourceError as_ours(SourceError error) {
    if (!error.message.starts_with("f-string")) error.message = "f-string: " + error.message;
    return error;
  }

  // The opening parenthesis we add stands where the brace does.
  void place(Parser& inner, std::size_t start) const {
    const std::string_view before = token_.text.substr(0, string_.body_offset + start);
    std::int32_t line = token_.at.line, column = token_.at.column;
    for (const char c : before) {
      ++column;
      if (c == '\n') {
        ++line;
        column = 0;
      }
    }
    const Position at = parser_.shifted(Position{line, line, column, column});
    inner.place_at(at.line - 1, at.column - 1);
  }

  Parser& parser_;
  const Token& token_;
  const StringToken& string_;
  std::string_view body_;
  Position whole_;
  std::size_t at_ = 0;
};

namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// Neighbouring constants become one, as between the tokens of an implicit concatenation.
void merge_text(ast::Expressions& parts) {
  ast::Expressions merged;
  for (Expression* part : parts) {
    auto* constant = part->as<ast::Constant>();
    auto* last = merged.empty() ? nullptr : merged.back()->as<ast::Constant>();
    if (constant != nullptr && last != nullptr) {
      last->value = make_string(last->value.as<String>()->text + constant->value.as<String>()->text);
    } else {
      merged.push_back(part);
    }
  }
  parts = std::move(merged);
}

}  // namespace

void Parser::raise_decoding(const std::string& message, const Position& where) {
  const bool is_ours = message.starts_with("Forkscope");
  if (is_ours) throw error(message, where, SourceErrorKind::unsupported);
  raise_in_string(message);
}

Expression* Parser::strings() {
  const std::size_t first = at_;
  while (at(TokenKind::string)) advance();
  const Position whole = span(shifted(lexed_.tokens[first].at), shifted(previous().at));
  const bool is_bytes = split_string_token(lexed_.tokens[first].text).is_bytes;
  bool is_formatted = false;
  std::string text;
  ast::Expressions parts;
  for (std::size_t i = first; i < at_; ++i) {
    const Token& token = lexed_.tokens[i];
    const StringToken string = split_string_token(token.text);
    if (string.is_bytes != is_bytes) raise_at_furthest("cannot mix bytes and nonbytes literals");
    if (string.is_bytes && !is_ascii(string.body))
      raise("bytes can only contain ASCII literal characters", shifted(token.at));
    if (string.is_formatted) {
      is_formatted = true;
      if (!text.empty()) parts.push_back(constant(make_string(std::exchange(text, {})), whole));
      FormattedStringParser(*this, token, string, whole).parse(parts);
      continue;
    }
    DecodedText decoded{std::string(string.body), {}};
    if (!string.is_raw)
      decoded = is_bytes ? decode_bytes_escapes(string.body) : decode_string_escapes(string.body);
    if (!decoded.error.empty()) raise_decoding(decoded.error, shifted(token.at));
    text += decoded.text;
  }
  if (!is_formatted) return constant(is_bytes ? make_bytes(std::move(text)) : make_string(text), whole);
  if (!text.empty()) parts.push_back(constant(make_string(text), whole));
  merge_text(parts);
  auto* joined = make<ast::JoinedString>(whole);
  grow(joined, parts);
  joined->parts = std::move(parts);
  return joined;
}

}  // namespace forkscope::vm
