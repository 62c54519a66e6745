// The two-byte characters of cp949, and of EUC-KR, which is a part of it (the eight bytes in which EUC-KR can
// spell a syllable that it lacks are not known here). Constant tables, made at build time; any thread.
#pragma once

#include <cstdint>
#include <optional>

namespace forkscope::vm {

// Whether the bytes are of EUC-KR too.
constexpr bool is_euc_kr(std::uint16_t code) {
  return (code >> 8) >= 0xa1 && (code & 0xff) >= 0xa1;
}

// `code` is the first byte above the second one. Nothing: there is no such character.
std::optional<char32_t> point_of_korean_code(std::uint16_t code);
std::optional<std::uint16_t> korean_code_of_point(char32_t point);

}  // namespace forkscope::vm
