// Little-endian numbers and strings in a buffer, whatever the machine. Used by the trace file.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace forkscope::trace {

template <std::integral T>
void put(std::string& bytes, T value) {
  char little[sizeof(T)];
  auto rest = static_cast<std::make_unsigned_t<T>>(value);
  for (char& byte : little) {
    byte = static_cast<char>(rest & 0xff);
    if constexpr (sizeof(T) > 1) rest = static_cast<std::make_unsigned_t<T>>(rest >> 8);
  }
  bytes.append(little, sizeof little);
}

inline void put_string(std::string& bytes, std::string_view text) {
  put(bytes, static_cast<std::uint32_t>(text.size()));
  bytes.append(text);
}

// Takes values off the front. After the end it yields zeros and failed() is true.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  template <std::integral T>
  T take() {
    if (rest_.size() < sizeof(T)) {
      fail();
      return 0;
    }
    std::make_unsigned_t<T> value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      const auto byte = static_cast<std::make_unsigned_t<T>>(static_cast<unsigned char>(rest_[i]));
      value =
          static_cast<std::make_unsigned_t<T>>(value | static_cast<std::make_unsigned_t<T>>(byte << (8 * i)));
    }
    rest_.remove_prefix(sizeof(T));
    return static_cast<T>(value);
  }
  std::string take_string() {
    const auto size = take<std::uint32_t>();
    if (rest_.size() < size) {
      fail();
      return {};
    }
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
  }
  std::size_t left() const { return rest_.size(); }
  bool failed() const { return failed_; }

 private:
  void fail() {
    failed_ = true;
    rest_ = {};
  }
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace forkscope::trace
