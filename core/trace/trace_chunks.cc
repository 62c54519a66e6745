#include "core/trace/trace_chunks.h"

#include <array>

#include "core/trace/bytes.h"

namespace forkscope::trace {

namespace {

constexpr std::string_view kMark = "CHNK";
constexpr std::size_t kHeaderBytes = 20;

// "Slicing by 8" (Kounavis and Berry, 2005): the contributions of eight bytes at a time, each from a table of
// its own; table k is of a byte with k bytes behind it.
constexpr std::size_t kSlices = 8;
using CrcTables = std::array<std::array<std::uint32_t, 256>, kSlices>;

constexpr CrcTables crc_tables() {
  constexpr std::uint32_t kPolynomial = 0xedb88320;  // CRC-32, lowest bit first
  CrcTables tables{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t sum = byte;
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) != 0 ? kPolynomial : 0);
    tables[0][byte] = sum;
  }
  for (std::size_t slice = 1; slice < kSlices; ++slice) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const std::uint32_t before = tables[slice - 1][byte];
      tables[slice][byte] = (before >> 8) ^ tables[0][before & 0xff];
    }
  }
  return tables;
}

std::uint32_t crc(std::string_view bytes) {
  static constexpr CrcTables kTables = crc_tables();
  std::uint32_t sum = 0xffffffff;
  const auto byte_at = [&bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  for (; bytes.size() >= kSlices; bytes.remove_prefix(kSlices)) {
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < kSlices; ++i) {
      const std::uint32_t byte = i < 4 ? byte_at(i) ^ ((sum >> (8 * i)) & 0xff) : byte_at(i);
      next ^= kTables[kSlices - 1 - i][byte];
    }
    sum = next;
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) sum = (sum >> 8) ^ kTables[0][(sum ^ byte_at(i)) & 0xff];
  return ~sum;
}

}  // namespace

std::string chunk(std::string_view type, std::string_view payload) {
  std::string bytes(kMark);
  bytes.append(type);
  put(bytes, static_cast<std::uint32_t>(payload.size()));
  put(bytes, crc(payload));
  put(bytes, crc(bytes));
  return bytes.append(payload);
}

void ChunkWalker::note(const std::string& what, std::size_t offset) {
  if (damage_.empty()) damage_ = what + " at byte " + std::to_string(offset) + ".";
}

bool ChunkWalker::header_at(std::size_t offset) const {
  if (file_.size() - offset < kHeaderBytes || file_.substr(offset, kMark.size()) != kMark) return false;
  Bytes sum(file_.substr(offset + kHeaderBytes - 4, 4));
  return sum.take<std::uint32_t>() == crc(file_.substr(offset, kHeaderBytes - 4));
}

bool ChunkWalker::next() {
  if (at_ >= file_.size()) return false;
  if (!header_at(at_)) {
    const bool cut = file_.size() - at_ < kHeaderBytes;
    note(cut ? "The file ends in the middle of a chunk's header" : "A chunk's header is damaged", at_);
    std::size_t found = file_.find(kMark, at_ + 1);
    while (found != std::string_view::npos && !header_at(found)) found = file_.find(kMark, found + 1);
    if (found == std::string_view::npos) {
      at_ = file_.size();
      return false;
    }
    at_ = found;
  }
  chunk_at_ = at_;
  type_ = file_.substr(at_ + 4, 4);
  Bytes header(file_.substr(at_ + 8, 8));
  length_ = header.take<std::uint32_t>();
  const auto sum = header.take<std::uint32_t>();
  const std::size_t payload_at = at_ + kHeaderBytes;
  const bool cut = file_.size() - payload_at < length_;
  payload_ = file_.substr(payload_at, cut ? 0 : length_);
  damaged_ = cut || crc(payload_) != sum;
  if (cut) {
    note("The file ends in the middle of a chunk", file_.size());
  } else if (damaged_) {
    note("A chunk's contents are damaged", payload_at);
  }
  if (damaged_) payload_ = {};
  at_ = cut ? file_.size() : payload_at + length_;
  return true;
}

}  // namespace forkscope::trace
