#include "core/vm/pickle_numbers.h"

#include <cstdint>
#include <cstring>

#include "core/vm/objects.h"
#include "core/vm/pickle_opcodes.h"

namespace forkscope::vm {

namespace {

using namespace pickle;

constexpr char kProtocolFour = 4;
constexpr std::size_t kStart = 2;        // the protocol
constexpr std::size_t kFrameHeader = 9;  // its opcode and eight bytes of length
// A number of one byte is too short for a frame.
constexpr std::size_t kShortest = kStart + 3, kMiddle = kStart + kFrameHeader + 4,
                      kLongest = kStart + kFrameHeader + 6;

std::uint32_t little_endian(const char* bytes, std::size_t count) {
  std::uint32_t number = 0;
  for (std::size_t i = count; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

}  // namespace

std::string pickled_number(const Value& value) {
  if (!value.is_small_int()) return {};
  const std::int64_t number = value.small();
  if (number < INT32_MIN || number > INT32_MAX) return {};
  const bool is_short = number >= 0 && number <= 0xff, is_middle = number >= 0 && number <= 0xffff;
  const std::size_t size = is_short ? 1 : is_middle ? 2 : 4;
  char bytes[kLongest] = {kProtocol, kProtocolFour, kFrame, static_cast<char>(size + 2)};
  char* at = bytes + kStart + (is_short ? 0 : kFrameHeader);
  *at++ = is_short ? kInt1 : is_middle ? kInt2 : kInt4;
  for (std::size_t i = 0; i < size; ++i) *at++ = static_cast<char>(number >> (8 * i));
  *at++ = kStop;
  return std::string(bytes, at);
}

Value unpickled_number(std::string_view bytes) {
  const std::size_t size = bytes.size() == kShortest  ? 1
                           : bytes.size() == kMiddle  ? 2
                           : bytes.size() == kLongest ? 4
                                                      : 0;
  if (size == 0 || bytes[0] != kProtocol || bytes[1] != kProtocolFour || bytes.back() != kStop) return {};
  const char* const frame = bytes.data() + kStart;
  const char header[kFrameHeader] = {kFrame, static_cast<char>(size + 2)};
  if (size > 1 && std::memcmp(frame, header, kFrameHeader) != 0) return {};
  const char* const at = size > 1 ? frame + kFrameHeader : frame;
  if (*at != (size == 1 ? kInt1 : size == 2 ? kInt2 : kInt4)) return {};
  const std::uint32_t bits = little_endian(at + 1, size);
  return make_int(size == 4 ? static_cast<std::int32_t>(bits) : static_cast<std::int64_t>(bits));
}

}  // namespace forkscope::vm
