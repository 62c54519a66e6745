#include "app/model/highlight.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace forkscope::app {

namespace {

constexpr std::array<std::string_view, 35> kKeywords = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

bool starts_name(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
}
bool in_name(char c) {
  return starts_name(c) || std::isdigit(static_cast<unsigned char>(c)) != 0;
}

class Line {
 public:
  Line(std::string_view text, InkState& state) : text_(text), state_(state) {}

  std::vector<InkRun> runs() {
    if (state_.open_quote != 0) triple_string(0);
    while (at_ < text_.size()) token();
    return std::move(runs_);
  }

 private:
  void token() {
    const char c = text_[at_];
    if (c == '#') {
      add(text_.size(), Ink::comment);
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if (starts_name(c)) {
      name();
    } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      add(end_of([](char d) {
            return std::isalnum(static_cast<unsigned char>(d)) != 0 || d == '.' || d == '_';
          }),
          Ink::number);
    } else {
      add(at_ + 1, Ink::plain);
    }
  }

  template <typename Accept>
  std::size_t end_of(Accept accept) const {
    std::size_t end = at_;
    while (end < text_.size() && accept(text_[end])) ++end;
    return end;
  }

  void name() {
    const std::size_t end = end_of(in_name);
    const std::string_view word = text_.substr(at_, end - at_);
    if (end < text_.size() && (text_[end] == '"' || text_[end] == '\'') && word.size() <= 2) {  // f"", rb''
      add(end, Ink::string);
    } else if (std::find(kKeywords.begin(), kKeywords.end(), word) != kKeywords.end()) {
      add(end, Ink::keyword);
    } else {
      add(end, end < text_.size() && text_[end] == '(' ? Ink::function_name : Ink::plain);
    }
  }

  void string(char quote) {
    if (text_.substr(at_, 3) == std::string(3, quote)) {
      state_.open_quote = quote;
      triple_string(3);
      return;
    }
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote) end += text_[end] == '\\' ? 2 : 1;
    add(std::min(end + 1, text_.size()), Ink::string);
  }

  void triple_string(std::size_t skip) {
    const std::size_t close = text_.find(std::string(3, state_.open_quote), at_ + skip);
    if (close != std::string_view::npos) state_.open_quote = 0;
    add(close == std::string_view::npos ? text_.size() : close + 3, Ink::string);
  }

  void add(std::size_t end, Ink ink) {
    if (!runs_.empty() && runs_.back().ink == ink) {
      runs_.back().end = static_cast<std::uint32_t>(end);
    } else if (end > at_) {
      runs_.push_back(InkRun{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end), ink});
    }
    at_ = end;
  }

  std::string_view text_;
  InkState& state_;
  std::size_t at_ = 0;
  std::vector<InkRun> runs_;
};

}  // namespace

std::vector<InkRun> highlight(std::string_view line, InkState& state) {
  return Line(line, state).runs();
}

}  // namespace forkscope::app
