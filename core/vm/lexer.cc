#include "core/vm/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_map>

namespace forkscope::vm {
namespace {

constexpr std::size_t kMaxBrackets = 200;  // CPython's limits
constexpr std::size_t kMaxIndentations = 100;
constexpr int kTabWidth = 8;

struct Bracket {
  char open = 0;
  std::int32_t line = 0;
  std::int32_t column = 0;
};

struct Indentation {
  int width = 0;         // tabs to multiples of 8
  int narrow_width = 0;  // tabs as one column: both must agree
};

const std::unordered_map<std::string_view, TokenKind>& keywords() {
  static const std::unordered_map<std::string_view, TokenKind> table = {
#define FORKSCOPE_TOKEN(kind, text) {text, TokenKind::kind},
      FORKSCOPE_KEYWORDS(FORKSCOPE_TOKEN)
#undef FORKSCOPE_TOKEN
  };
  return table;
}

const std::unordered_map<std::string_view, TokenKind>& operators() {
  static const std::unordered_map<std::string_view, TokenKind> table = {
#define FORKSCOPE_TOKEN(kind, text) {text, TokenKind::kind},
      FORKSCOPE_OPERATORS(FORKSCOPE_TOKEN)
#undef FORKSCOPE_TOKEN
          {"<>", TokenKind::unknown},
  };
  return table;
}

bool is_ascii_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_string_prefix(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kPrefixes = {"r", "u", "b", "f", "br", "rb", "fr", "rf"};
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return static_cast<char>(c | 0x20); });
  return std::find(kPrefixes.begin(), kPrefixes.end(), lower) != kPrefixes.end();
}

class Lexer {
 public:
  explicit Lexer(const SourceText& source) : source_(source), text_(source.text()) {}

  LexResult run() {
    while (!done_) {
      if (at_line_start_ && brackets_.empty() && !read_indentation()) continue;
      at_line_start_ = false;
      read_token();
    }
    return std::move(result_);
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  std::int32_t column(std::size_t offset) const { return static_cast<std::int32_t>(offset - line_start_); }
  std::int32_t column() const { return column(at_); }

  void start_line() {
    ++line_;
    line_start_ = at_;
  }

  Token& add(TokenKind kind, const Position& at, std::string_view text) {
    return result_.tokens.emplace_back(Token{kind, static_cast<std::uint16_t>(brackets_.size()), at, text});
  }

  void add_here(TokenKind kind, std::size_t length) {
    const std::string_view text = text_.substr(at_, length);
    const Position at{line_, line_, column(), column() + static_cast<std::int32_t>(length)};
    at_ += length;
    add(kind, at, text);
  }

  void fail(SourceError error) {
    if (done_) return;
    done_ = true;
    add(TokenKind::error, Position{line_, line_, column(), column()}, {});
    result_.error = std::move(error);
  }

  // As CPython's tokenizer reports: the caret under the last character it has read.
  void fail_before(std::size_t offset, std::string message) {
    fail(source_.error_at(SourceErrorKind::syntax, std::move(message), line_,
                          source_.code_points(line_, column(offset))));
  }

  // Blank lines and comments leave no trace. False: the line held nothing else, or is an error.
  bool read_indentation() {
    Indentation now;
    for (;; ++at_) {
      const char c = peek();
      if (c == ' ') {
        ++now.width;
        ++now.narrow_width;
      } else if (c == '\t') {
        now.width = (now.width / kTabWidth + 1) * kTabWidth;
        ++now.narrow_width;
      } else if (c == '\f') {
        now = {};
      } else if (c == '\\' && peek(1) == '\n') {
        if (at_ + 2 >= text_.size()) {
          fail_before(at_ + 2, "unexpected EOF while parsing");
          return false;
        }
        ++at_;
        at_ += 1;
        start_line();
        --at_;
      } else {
        break;
      }
    }
    if (at_ >= text_.size()) return finish();
    if (peek() == '#') skip_comment();
    if (peek() == '\n') {
      ++at_;
      start_line();
      return false;
    }
    return apply_indentation(now);
  }

  bool apply_indentation(const Indentation& now) {
    const Indentation& current = indentations_.back();
    if (now.width == current.width) {
      if (now.narrow_width != current.narrow_width) return fail_tabs();
      return true;
    }
    const Position at{line_, line_, -1, source_.code_points(line_, column())};
    if (now.width > current.width) {
      if (now.narrow_width <= current.narrow_width) return fail_tabs();
      if (indentations_.size() >= kMaxIndentations) {
        fail(source_.error_at(SourceErrorKind::indentation, "too many levels of indentation", line_, 0));
        return false;
      }
      indentations_.push_back(now);
      add(TokenKind::indent, at, {});
      return true;
    }
    while (now.width < indentations_.back().width) {
      indentations_.pop_back();
      add(TokenKind::dedent, at, {});
    }
    if (now.width != indentations_.back().width) {
      const auto end = static_cast<std::int32_t>(source_.line(line_).size());
      fail(source_.error_at(SourceErrorKind::indentation,
                            "unindent does not match any outer indentation level", line_,
                            source_.code_points(line_, end) + 1));
      return false;
    }
    if (now.narrow_width != indentations_.back().narrow_width) return fail_tabs();
    return true;
  }

  // CPython's tokenizer has no better place for it than the line's beginning.
  bool fail_tabs() {
    fail(source_.error_at(SourceErrorKind::tab, "inconsistent use of tabs and spaces in indentation", line_,
                          1));
    return false;
  }

  bool finish() {
    if (!brackets_.empty()) {
      const Bracket& open = brackets_.back();
      result_.unclosed_line = open.line;
      const Position at{open.line, open.line, open.column, -1};
      fail(source_.error(SourceErrorKind::syntax, fmt::format("'{}' was never closed", open.open), at));
      return false;
    }
    // The end is told behind the last line's end.
    const std::int32_t last = source_.line_count();
    const auto width = static_cast<std::int32_t>(source_.line(last).size());
    const Position at{last, last, -1, source_.code_points(last, width) + 1};
    for (; indentations_.size() > 1; indentations_.pop_back()) add(TokenKind::dedent, at, {});
    add(TokenKind::end_of_file, at, {});
    done_ = true;
    return false;
  }

  void skip_comment() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    read_knob(std::string(text_.substr(at_, end - at_)));
    at_ = end;
  }

  // `# knob lo..hi`. strtod would take "1." of "1..100", so the text is cut at the two dots first.
  void read_knob(const std::string& comment) {
    static constexpr std::string_view kWord = "knob ";
    const std::size_t word = comment.find_first_not_of("# \t");
    if (word == std::string::npos || comment.compare(word, kWord.size(), kWord) != 0) return;
    const std::size_t dots = comment.find("..", word);
    if (dots == std::string::npos) return;
    const std::string first = comment.substr(word + kWord.size(), dots - word - kWord.size());
    const std::string second = comment.substr(dots + 2);
    char* first_end = nullptr;
    char* second_end = nullptr;
    const double low = std::strtod(first.c_str(), &first_end),
                 high = std::strtod(second.c_str(), &second_end);
    const bool are_numbers = first_end != first.c_str() && second_end != second.c_str();
    if (are_numbers && low <= high) result_.knobs.push_back({line_, low, high});
  }

  void read_token() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\f') ++at_;
    if (peek() == '#') skip_comment();
    const char c = peek();
    if (at_ >= text_.size()) {
      finish();
    } else if (c == '\n') {
      read_line_end();
    } else if (c == '\\') {
      read_continuation();
    } else if (is_ascii_name_start(c) || static_cast<unsigned char>(c) >= 0x80) {
      read_name();
    } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
      read_number();
    } else if (c == '"' || c == '\'') {
      read_string(at_);
    } else {
      read_operator();
    }
  }

  void read_line_end() {
    if (brackets_.empty()) {
      add_here(TokenKind::newline, 1);
      at_line_start_ = true;
    } else {
      ++at_;
    }
    start_line();
  }

  void read_continuation() {
    if (peek(1) != '\n') {
      return fail_before(at_ + 1 + (at_ + 1 < text_.size() ? 1 : 0),
                         "unexpected character after line continuation character");
    }
    if (at_ + 2 >= text_.size()) {
      if (!brackets_.empty()) {
        finish();
        return;
      }
      return fail_before(at_ + 2, "unexpected EOF while parsing");
    }
    at_ += 2;
    start_line();
  }

  void read_name() {
    std::size_t end = at_;
    while (end < text_.size()) {
      const char c = text_[end];
      if (is_ascii_name_start(c) || is_digit(c)) {
        ++end;
      } else if (static_cast<unsigned char>(c) >= 0x80) {
        const std::size_t length = utf8_sequence_length(text_.substr(end));
        const char32_t code_point = decode_utf8(text_.substr(end));
        if (!(end == at_ ? is_name_start(code_point) : is_name_part(code_point)))
          return fail_character(end + length, code_point);
        end += length;
      } else {
        break;
      }
    }
    const std::string_view name = text_.substr(at_, end - at_);
    if (end < text_.size() && (text_[end] == '"' || text_[end] == '\'') && is_string_prefix(name))
      return read_string(end);
    const auto keyword = keywords().find(name);
    add_here(keyword == keywords().end() ? TokenKind::name : keyword->second, name.size());
  }

  void fail_character(std::size_t end, char32_t code_point) {
    const bool invisible = code_point < 0xa1 || (code_point >= 0x2000 && code_point <= 0x200f) ||
                           (code_point >= 0x2028 && code_point <= 0x202f) || code_point == 0x3000 ||
                           code_point == 0xfeff || code_point == 0xad ||
                           (code_point >= 0x205f && code_point <= 0x206f) ||
                           (code_point >= 0xe000 && code_point <= 0xf8ff);
    const auto number = static_cast<std::uint32_t>(code_point);
    if (invisible) return fail_before(end, fmt::format("invalid non-printable character U+{:04X}", number));
    std::string shown;
    append_utf8(shown, code_point);
    fail_before(end, fmt::format("invalid character '{}' (U+{:04X})", shown, number));
  }

  void read_number() {
    const NumberScan scan = scan_number(text_.substr(at_));
    if (scan.error.empty()) return add_here(TokenKind::number, scan.length);
    if (scan.error_end == 0) return fail_before(at_ + scan.length, scan.error);
    const auto first = column() + static_cast<std::int32_t>(scan.error_begin);
    SourceError error = source_.error_at(SourceErrorKind::syntax, scan.error, line_, first);
    error.end_column = first + static_cast<std::int32_t>(scan.error_end);
    fail(std::move(error));
  }

  // From at_ (the prefix); `quote_at` is where the first quote stands.
  void read_string(std::size_t quote_at) {
    const char quote = text_[quote_at];
    const bool triple = text_.substr(quote_at, 3) == std::string(3, quote);
    const std::size_t start = at_;
    const std::int32_t first_line = line_, first_column = column();
    std::size_t at = quote_at + (triple ? 3 : 1);
    std::int32_t end_line = line_;
    std::size_t end_line_start = line_start_;
    const auto closes = [&] {
      return text_[at] == quote && (!triple || (text_.substr(at, 3) == std::string(3, quote)));
    };
    while (at < text_.size() && !closes() && (triple || text_[at] != '\n')) {
      if (text_[at] == '\\') ++at;
      if (at < text_.size() && text_[at] == '\n') {
        ++end_line;
        end_line_start = at + 1;
      }
      ++at;
    }
    if (at >= text_.size() || !closes()) return fail_string(triple, end_line);
    at += triple ? 3 : 1;
    line_ = end_line;
    line_start_ = end_line_start;
    at_ = at;
    add(TokenKind::string, Position{first_line, line_, first_column, column()},
        text_.substr(start, at - start));
  }

  void fail_string(bool triple, std::int32_t end_line) {
    // CPython counts the end of the text as the line it ends on.
    const std::int32_t last = std::min(end_line, source_.line_count());
    const auto message = fmt::format("unterminated {} (detected at line {})",
                                     triple ? "triple-quoted string literal" : "string literal", last);
    fail(source_.error_at(SourceErrorKind::syntax, message, line_, source_.code_points(line_, column()) + 1));
  }

  void read_operator() {
    for (std::size_t length = 3; length > 0; --length) {
      const auto found = operators().find(text_.substr(at_, length));
      if (found == operators().end()) continue;
      if (std::string_view("([{").find(peek()) != std::string_view::npos && !open_bracket()) return;
      if (std::string_view(")]}").find(peek()) != std::string_view::npos && !close_bracket()) return;
      return add_here(found->second, found->first.size());
    }
    const auto c = static_cast<unsigned char>(peek());
    if (c < 0x20 || c == 0x7f)
      return fail_before(at_ + 1, fmt::format("invalid non-printable character U+{:04X}", c));
    add_here(TokenKind::unknown, 1);
  }

  bool open_bracket() {
    if (brackets_.size() >= kMaxBrackets) {
      fail_before(at_ + 1, "too many nested parentheses");
      return false;
    }
    brackets_.push_back({peek(), line_, column()});
    return true;
  }

  bool close_bracket() {
    const char close = peek();
    if (brackets_.empty()) {
      fail_before(at_ + 1, fmt::format("unmatched '{}'", close));
      return false;
    }
    const Bracket open = brackets_.back();
    const char wanted = open.open == '(' ? ')' : open.open == '[' ? ']' : '}';
    if (close != wanted) {
      std::string message =
          fmt::format("closing parenthesis '{}' does not match opening parenthesis '{}'", close, open.open);
      if (open.line != line_) message += fmt::format(" on line {}", open.line);
      fail_before(at_ + 1, std::move(message));
      return false;
    }
    brackets_.pop_back();
    return true;
  }

  const SourceText& source_;
  std::string_view text_;
  std::size_t at_ = 0, line_start_ = 0;
  std::int32_t line_ = 1;
  bool at_line_start_ = true;
  bool done_ = false;
  std::vector<Bracket> brackets_;
  std::vector<Indentation> indentations_{Indentation{}};
  LexResult result_;
};

}  // namespace

LexResult lex(const SourceText& source) {
  return Lexer(source).run();
}

}  // namespace forkscope::vm
