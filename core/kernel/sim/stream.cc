#include "core/kernel/sim/stream.h"

#include <algorithm>
#include <bit>

namespace forkscope::kernel {

namespace {

constexpr std::size_t kPage = 4096, kSlots = 16;
// net.core.wmem_default, and what a message costs besides its bytes.
constexpr std::size_t kSocketRoom = 212992, kHeader = 256, kSharedInfo = 320, kLinear = 3776;
constexpr std::size_t kLargestMessage = kSocketRoom / 2 - 64;

std::size_t cost_of(std::size_t size) {
  const std::size_t linear = std::min(size, kLinear);
  const std::size_t in_pages = (size - linear + kPage - 1) / kPage * kPage;
  return kHeader + std::bit_ceil(linear + kSharedInfo) + in_pages;
}

std::size_t cost_of(const std::vector<SimStream::Piece>& pieces) {
  std::size_t sum = 0;
  for (const SimStream::Piece& piece : pieces) sum += piece.used;
  return sum;
}

std::size_t write_pages(std::vector<SimStream::Piece>& pages, std::string_view bytes) {
  std::size_t written = 0;
  const std::size_t tail = bytes.size() % kPage;
  if (tail != 0 && !pages.empty() && pages.back().used + tail <= kPage) {
    pages.back().bytes += bytes.substr(0, tail);
    pages.back().used += static_cast<std::uint32_t>(tail);
    written = tail;
  }
  while (written < bytes.size() && pages.size() < kSlots) {
    const std::string_view part = bytes.substr(written, kPage);
    pages.push_back({static_cast<std::uint32_t>(part.size()), std::string(part), {}});
    written += part.size();
  }
  return written;
}

}  // namespace

bool SimStream::has_room(std::string_view bytes) const {
  if (is_socket) return cost_of(pieces) < kSocketRoom;
  const std::size_t tail = bytes.size() % kPage;
  return pieces.size() < kSlots || (tail != 0 && pieces.back().used + tail <= kPage);
}

std::size_t SimStream::write(std::string_view bytes, std::vector<SimDescriptor> passed) {
  if (!is_socket) return write_pages(pieces, bytes);
  std::size_t written = 0, cost = cost_of(pieces);
  while (written < bytes.size() && cost < kSocketRoom) {
    const std::string_view part = bytes.substr(written, kLargestMessage);
    pieces.push_back(
        {static_cast<std::uint32_t>(cost_of(part.size())), std::string(part), std::move(passed)});
    passed.clear();
    cost += pieces.back().used;
    written += part.size();
  }
  return written;
}

std::string SimStream::read(std::size_t most, std::vector<SimDescriptor>* passed) {
  std::string bytes;
  while (!pieces.empty() && bytes.size() < most) {
    Piece& piece = pieces.front();
    if (!piece.passed.empty()) {
      if (!bytes.empty()) break;
      if (passed != nullptr) *passed = piece.passed;
      piece.passed.clear();
      most = std::min(most, piece.bytes.size());
    }
    const std::size_t count = std::min(most - bytes.size(), piece.bytes.size());
    bytes += std::string_view(piece.bytes).substr(0, count);
    piece.bytes.erase(0, count);
    if (piece.bytes.empty()) pieces.erase(pieces.begin());
  }
  return bytes;
}

}  // namespace forkscope::kernel
