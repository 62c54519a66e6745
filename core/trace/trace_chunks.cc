#include "core/trace/trace_chunks.h"

#include <zlib.h>

#include "core/trace/bytes.h"

namespace forkscope::trace {

namespace {

constexpr std::string_view kMark = "CHNK";
constexpr std::size_t kHeaderBytes = 20;

std::uint32_t crc(std::string_view bytes) {
  return static_cast<std::uint32_t>(::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
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
