#include "core/vm/letters.h"

#include "core/vm/unicode_data.h"

namespace forkscope::vm {

namespace {

using unicode::case_change_of;
using unicode::properties_of;

constexpr char32_t kCapitalSigma = 0x3a3, kSigma = 0x3c3, kFinalSigma = 0x3c2;

bool has(char32_t c, std::uint16_t flags) {
  return (properties_of(c).flags & flags) != 0;
}
bool is_cased(char32_t c) {
  return has(c, unicode::kUpper | unicode::kLower | unicode::kTitle);
}

void add_upper(std::u32string& out, char32_t c) {
  if (const auto* change = case_change_of(c)) {
    out += change->upper;
  } else {
    out += static_cast<char32_t>(static_cast<std::int32_t>(c) + properties_of(c).upper);
  }
}
void add_title(std::u32string& out, char32_t c) {
  if (const auto* change = case_change_of(c)) {
    out += change->title;
  } else {
    out += static_cast<char32_t>(static_cast<std::int32_t>(c) + properties_of(c).title);
  }
}

// Behind a letter and before none.
bool ends_word(std::u32string_view text, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && has(text[before - 1], unicode::kIgnoredInCase)) --before;
  if (before == 0 || !is_cased(text[before - 1])) return false;
  std::size_t after = at + 1;
  while (after < text.size() && has(text[after], unicode::kIgnoredInCase)) ++after;
  return after == text.size() || !is_cased(text[after]);
}

void add_lower(std::u32string& out, std::u32string_view text, std::size_t at) {
  const char32_t c = text[at];
  if (c == kCapitalSigma) {
    out += ends_word(text, at) ? kFinalSigma : kSigma;
  } else if (const auto* change = case_change_of(c)) {
    out += change->lower;
  } else {
    out += static_cast<char32_t>(static_cast<std::int32_t>(c) + properties_of(c).lower);
  }
}

}  // namespace

bool is_upper_letter(char32_t c) {
  return has(c, unicode::kUpper);
}
bool is_lower_letter(char32_t c) {
  return has(c, unicode::kLower);
}
bool is_title_letter(char32_t c) {
  return has(c, unicode::kTitle);
}
bool is_letter(char32_t c) {
  return has(c, unicode::kAlphabetic);
}
bool is_decimal_digit(char32_t c) {
  return has(c, unicode::kDecimal);
}
bool is_digit_letter(char32_t c) {
  return has(c, unicode::kDigit);
}
bool is_number_letter(char32_t c) {
  return has(c, unicode::kNumeric);
}
int decimal_value(char32_t c) {
  return properties_of(c).decimal;
}

std::u32string upper_text(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (const char32_t c : text) add_upper(out, c);
  return out;
}

std::u32string lower_text(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) add_lower(out, text, at);
  return out;
}

std::u32string folded_text(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text) {
    if (const auto* change = case_change_of(c)) {
      out += change->folded;
    } else {
      out += static_cast<char32_t>(static_cast<std::int32_t>(c) + properties_of(c).lower);
    }
  }
  return out;
}

std::u32string title_text(std::u32string_view text) {
  std::u32string out;
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (inside) {
      add_lower(out, text, at);
    } else {
      add_title(out, text[at]);
    }
    inside = is_cased(text[at]);
  }
  return out;
}

std::u32string capitalized_text(std::u32string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == 0) {
      add_title(out, text[at]);
    } else {
      add_lower(out, text, at);
    }
  }
  return out;
}

std::u32string swapped_text(std::u32string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_upper_letter(text[at])) {
      add_lower(out, text, at);
    } else if (is_lower_letter(text[at])) {
      add_upper(out, text[at]);
    } else {
      out += text[at];
    }
  }
  return out;
}

}  // namespace forkscope::vm
