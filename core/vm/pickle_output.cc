#include "core/vm/pickle_output.h"

#include <fmt/format.h>

#include <bit>
#include <utility>

#include "core/vm/numbers.h"
#include "core/vm/operations.h"
#include "core/vm/pickle_opcodes.h"
#include "core/vm/text.h"

namespace forkscope::vm {
namespace {

using namespace pickle;

constexpr std::size_t kFrameTarget = 64 * 1024;
constexpr std::size_t kSmallestFrame = 4;
constexpr std::size_t kFrameHeader = 9;
constexpr std::size_t kFourBytes = 0xffffffff;

std::string little_endian(char opcode, std::uint64_t number, int bytes) {
  std::string out(1, opcode);
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(number >> (8 * i)));
  return out;
}

// Two's complement, little endian, the fewest bytes.
std::string bytes_of(const BigInt& number) {
  if (number == 0) return {};
  std::vector<unsigned char> bytes;
  const bool negative = number < 0;
  const BigInt magnitude = negative ? BigInt(-number - 1) : number;
  boost::multiprecision::export_bits(magnitude, std::back_inserter(bytes), 8, false);
  if (negative) {
    for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(~byte);
  }
  const bool sign_bit = (bytes.back() & 0x80) != 0;
  if (sign_bit != negative) bytes.push_back(negative ? 0xff : 0x00);
  return {bytes.begin(), bytes.end()};
}

// A string in protocol 0: Latin 1, the rest as \u and \U, and with them what would end the line.
std::string escaped_text(std::string_view utf8) {
  std::string out;
  for (const char32_t code_point : to_code_points(utf8)) {
    const auto letter = static_cast<std::uint32_t>(code_point);
    if (letter > 0xffff) {
      out += fmt::format("\\U{:08x}", letter);
    } else if (letter > 0xff || letter == '\\' || letter == 0 || letter == '\n' || letter == '\r' ||
               letter == 0x1a) {
      out += fmt::format("\\u{:04x}", letter);
    } else {
      out.push_back(static_cast<char>(letter));
    }
  }
  return out;
}

}  // namespace

PickleOutput::PickleOutput(int protocol) : protocol_(protocol) {
  if (protocol >= 2) bytes_ = {kProtocol, static_cast<char>(protocol)};
}

void PickleOutput::put(std::string_view bytes) {
  if (protocol_ >= 4 && frame_start_ < 0) {
    frame_start_ = static_cast<std::int64_t>(bytes_.size());
    bytes_.append(kFrameHeader, '\0');
  }
  bytes_ += bytes;
}

void PickleOutput::put_line(char opcode, std::string_view text) {
  put(opcode);
  put(text);
  put('\n');
}

void PickleOutput::put_bool(bool value) {
  if (protocol_ >= 2) {
    put(value ? kTrue : kFalse);
  } else {
    put_line(kInt, value ? "01" : "00");
  }
}

void PickleOutput::put_int(std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  if (number < INT32_MIN || number > INT32_MAX) {
    put_big_int(BigInt(number));
  } else if (!is_binary()) {
    put_line(kInt, std::to_string(number));
  } else if (bits <= 0xff) {
    put(little_endian(kInt1, bits, 1));
  } else if (bits <= 0xffff) {
    put(little_endian(kInt2, bits, 2));
  } else {
    put(little_endian(kInt4, bits, 4));
  }
}

void PickleOutput::put_big_int(const BigInt& number) {
  if (protocol_ < 2) {
    put_line(kLong, number.str() + "L");
    return;
  }
  const std::string digits = bytes_of(number);
  const bool is_short = digits.size() < 256;
  put(little_endian(is_short ? kLong1 : kLong4, digits.size(), is_short ? 1 : 4));
  put(digits);
}

void PickleOutput::put_float(double number) {
  if (!is_binary()) {
    put_line(kFloatText, float_repr(number));
    return;
  }
  std::string bytes(1, kFloat);
  const auto bits = std::bit_cast<std::uint64_t>(number);
  for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(bits >> shift));
  put(bytes);
}

bool PickleOutput::put_text(std::string_view utf8) {
  if (!is_binary()) {
    put_line(kUnicode, escaped_text(utf8));
    return true;
  }
  const bool is_short = protocol_ >= 4 && utf8.size() <= 0xff;
  const bool fits_four = utf8.size() <= kFourBytes;
  if (!fits_four && protocol_ < 4) return false;
  put_payload(little_endian(is_short    ? kShortString
                            : fits_four ? kString
                                        : kString8,
                            utf8.size(),
                            is_short    ? 1
                            : fits_four ? 4
                                        : 8),
              utf8);
  return true;
}

bool PickleOutput::put_bytes(std::string_view data) {
  const bool is_short = data.size() <= 0xff;
  const bool fits_four = data.size() <= kFourBytes;
  if (!fits_four && protocol_ < 4) return false;
  put_payload(little_endian(is_short    ? kShortBytes
                            : fits_four ? kBytes
                                        : kBytes8,
                            data.size(),
                            is_short    ? 1
                            : fits_four ? 4
                                        : 8),
              data);
  return true;
}

void PickleOutput::put_global(std::string_view module, std::string_view name) {
  put_line(kGlobal, module);
  put(name);
  put('\n');
}

void PickleOutput::put_memo(std::uint32_t index) {
  if (protocol_ >= 4) {
    put(kMemoize);
  } else if (!is_binary()) {
    put_line(kPut, std::to_string(index));
  } else {
    put(little_endian(index <= 0xff ? kPut1 : kPut4, index, index <= 0xff ? 1 : 4));
  }
}

void PickleOutput::get_memo(std::uint32_t index) {
  if (!is_binary()) {
    put_line(kGet, std::to_string(index));
  } else {
    put(little_endian(index <= 0xff ? kGet1 : kGet4, index, index <= 0xff ? 1 : 4));
  }
}

// A payload as long as a frame stands between frames.
void PickleOutput::put_payload(std::string_view header, std::string_view payload) {
  if (payload.size() < kFrameTarget) {
    put(header);
    put(payload);
    return;
  }
  close_frame();
  bytes_ += header;
  bytes_ += payload;
}

void PickleOutput::next_value() {
  if (frame_start_ >= 0 &&
      bytes_.size() - static_cast<std::size_t>(frame_start_) - kFrameHeader >= kFrameTarget) {
    close_frame();
  }
}

void PickleOutput::close_frame() {
  if (frame_start_ < 0) return;
  const auto start = static_cast<std::size_t>(std::exchange(frame_start_, -1));
  const std::size_t length = bytes_.size() - start - kFrameHeader;
  if (length < kSmallestFrame) {
    bytes_.erase(start, kFrameHeader);
    return;
  }
  bytes_.replace(start, kFrameHeader, little_endian(kFrame, length, 8));
}

std::string PickleOutput::finish() {
  put(kStop);
  close_frame();
  return std::move(bytes_);
}

void PickleOutput::visit(StateVisitor& state) {
  state.number(protocol_);
  state.text(bytes_);
  state.number(frame_start_);
}

}  // namespace forkscope::vm
