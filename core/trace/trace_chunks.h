// Chunks of a trace file, see FORMAT.md: how they are framed, checked and found again after damage. Internal
// to core/trace.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace forkscope::trace {

inline constexpr std::string_view kFileMagic{"FORKSCP\x1a", 8};
inline constexpr std::uint32_t kFileVersion = 1;
inline constexpr std::size_t kFileHeaderBytes = 16;
inline constexpr std::size_t kEventBytes = 64;
inline constexpr std::size_t kEventsAChunk = 1024;
inline constexpr std::size_t kEventsHeader = 8;  // of an EVTS payload

std::string chunk(std::string_view type, std::string_view payload);

// Walks over the chunks of a whole file, past damage.
class ChunkWalker {
 public:
  explicit ChunkWalker(std::string_view file) : file_(file), at_(kFileHeaderBytes) {}

  // Goes to the next chunk; false at the end of the file.
  bool next();
  std::string_view type() const { return type_; }
  std::string_view payload() const { return payload_; }  // "" if damaged
  std::uint32_t length() const { return length_; }       // as the chunk says
  bool damaged() const { return damaged_; }
  // What was wrong first, and where; "" so far.
  const std::string& damage() const { return damage_; }
  void note(const std::string& what, std::size_t offset);
  std::size_t offset() const { return chunk_at_; }

 private:
  bool header_at(std::size_t offset) const;

  std::string_view file_;
  std::size_t at_;
  std::size_t chunk_at_ = 0;
  std::string_view type_, payload_;
  std::uint32_t length_ = 0;
  bool damaged_ = false;
  std::string damage_;
};

}  // namespace forkscope::trace
