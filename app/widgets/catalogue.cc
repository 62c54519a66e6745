#include "app/widgets/catalogue.h"

#include <cstdint>
#include <cstring>

namespace forkscope::app {

namespace {

constexpr std::uint32_t kMagic = 0x950412de;

// Reads a 32-bit number at `offset`; 0 beyond the end, which no valid file has there.
std::uint32_t number_at(const std::string& bytes, std::size_t offset) {
  std::uint32_t value = 0;
  if (offset + sizeof value <= bytes.size()) std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

// The string of entry `index` in the table at `table`, up to its first NUL: with one plural form that is the
// first form.
std::string text_at(const std::string& bytes, std::size_t table, std::size_t index) {
  const std::size_t length = number_at(bytes, table + index * 8);
  const std::size_t begin = number_at(bytes, table + index * 8 + 4);
  if (begin > bytes.size() || length > bytes.size() - begin) return {};
  return std::string(bytes.substr(begin, length).c_str());
}

}  // namespace

Catalogue Catalogue::read(const std::string& bytes) {
  Catalogue catalogue;
  if (number_at(bytes, 0) != kMagic) return catalogue;
  const std::size_t count = number_at(bytes, 8);
  const std::size_t originals = number_at(bytes, 12), translations = number_at(bytes, 16);
  for (std::size_t index = 0; index < count && originals + index * 8 < bytes.size(); ++index) {
    std::string original = text_at(bytes, originals, index);
    if (!original.empty()) catalogue.texts_[std::move(original)] = text_at(bytes, translations, index);
  }
  return catalogue;
}

const char* Catalogue::find(const std::string& english) const {
  const auto found = texts_.find(english);
  return found == texts_.end() || found->second.empty() ? nullptr : found->second.c_str();
}

}  // namespace forkscope::app
