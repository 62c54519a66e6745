#include "core/vm/letters.h"

namespace forkscope::vm {

namespace {

// Latin letters where upper and lower case alternate, the even one being upper case ...
bool even_is_upper(char32_t c) {
  return (c >= 0x100 && c <= 0x137 && c != 0x130 && c != 0x131) || (c >= 0x14a && c <= 0x177);
}
// ... or the odd one.
bool odd_is_upper(char32_t c) {
  return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e);
}

}  // namespace

char32_t upper_letter(char32_t c) {
  if (c >= 'a' && c <= 'z') return c - 32;
  if (c < 0x80) return c;
  if ((c >= 0xe0 && c <= 0xfe && c != 0xf7) || (c >= 0x3b1 && c <= 0x3c9 && c != 0x3c2) ||
      (c >= 0x430 && c <= 0x44f))
    return c - 32;
  if (c >= 0x450 && c <= 0x45f) return c - 80;
  if (c == 0xff) return 0x178;
  if (even_is_upper(c)) return c & ~char32_t{1};
  if (odd_is_upper(c) && (c & 1) == 0) return c - 1;
  return c;
}

char32_t lower_letter(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c < 0x80) return c;
  if ((c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x391 && c <= 0x3a9 && c != 0x3a2) ||
      (c >= 0x410 && c <= 0x42f))
    return c + 32;
  if (c >= 0x400 && c <= 0x40f) return c + 80;
  if (c == 0x178) return 0xff;
  if (even_is_upper(c)) return c | 1;
  if (odd_is_upper(c) && (c & 1) != 0) return c + 1;
  return c;
}

bool is_upper_letter(char32_t c) {
  return lower_letter(c) != c;
}
bool is_lower_letter(char32_t c) {
  return upper_letter(c) != c || c == 0xdf;
}
bool is_decimal_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  // Hebrew and Arabic, Thai, Hangul, kana, Chinese characters.
  static constexpr Range kWithoutCase[] = {{0x5d0, 0x64a},   {0xe01, 0xe30},   {0x1100, 0x11ff},
                                           {0x3041, 0x30fe}, {0x3131, 0x318e}, {0x3400, 0x4dbf},
                                           {0x4e00, 0x9fff}, {0xac00, 0xd7a3}};
  if (is_upper_letter(c) || is_lower_letter(c)) return true;
  for (const Range& range : kWithoutCase)
    if (c >= range.first && c <= range.last) return true;
  return false;
}

}  // namespace forkscope::vm
