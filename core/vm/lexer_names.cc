#include <algorithm>
#include <array>

#include "core/vm/lexer.h"

namespace forkscope::vm {
namespace {

struct Range {
  char32_t first, last;
};

// Above ASCII nearly everything is a letter; these blocks are punctuation, symbols, spaces and private use.
constexpr std::array kNotInNames = {
    Range{0x80, 0xa9},     Range{0xab, 0xb4},       Range{0xb6, 0xb6},       Range{0xb8, 0xb9},
    Range{0xbb, 0xbf},     Range{0xd7, 0xd7},       Range{0xf7, 0xf7},       Range{0x2000, 0x203e},
    Range{0x2041, 0x2053}, Range{0x2055, 0x2070},   Range{0x207a, 0x207e},   Range{0x208a, 0x208e},
    Range{0x20a0, 0x20cf}, Range{0x2190, 0x2bff},   Range{0x2e00, 0x2e7f},   Range{0x3000, 0x3004},
    Range{0x3008, 0x3020}, Range{0x3030, 0x3030},   Range{0xd800, 0xf8ff},   Range{0xfe10, 0xfe1f},
    Range{0xfe30, 0xfe32}, Range{0xfe35, 0xfe4c},   Range{0xfe50, 0xfe6f},   Range{0xfeff, 0xff0f},
    Range{0xff1a, 0xff20}, Range{0xff3b, 0xff3e},   Range{0xff40, 0xff40},   Range{0xff5b, 0xff65},
    Range{0xffe0, 0xffff}, Range{0x1f000, 0x1fbef}, Range{0xe0000, 0xe00ff}, Range{0xf0000, 0x10ffff},
};

// Marks and digits, which may follow but not begin a name; the ones that are likely to be met.
constexpr std::array kNotFirst = {Range{0xb7, 0xb7},   Range{0x300, 0x36f}, Range{0x660, 0x669},
                                  Range{0x6f0, 0x6f9}, Range{0x966, 0x96f}, Range{0xff10, 0xff19}};

template <std::size_t Size>
bool is_in(const std::array<Range, Size>& ranges, char32_t code_point) {
  return std::any_of(ranges.begin(), ranges.end(), [code_point](const Range& range) {
    return code_point >= range.first && code_point <= range.last;
  });
}

}  // namespace

bool is_name_part(char32_t code_point) {
  if (code_point < 0x80) {
    const char32_t lower = code_point | 0x20;
    return (lower >= 'a' && lower <= 'z') || (code_point >= '0' && code_point <= '9') || code_point == '_';
  }
  return !is_in(kNotInNames, code_point);
}

bool is_name_start(char32_t code_point) {
  return is_name_part(code_point) && !(code_point >= '0' && code_point <= '9') &&
         !is_in(kNotFirst, code_point);
}

}  // namespace forkscope::vm
