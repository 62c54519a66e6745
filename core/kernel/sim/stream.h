// SimStream: what flows one way through a simulated pipe or socket, with the room that Linux gives it. A pipe
// has 16 slots of one page; a write whose last part fits behind the bytes of the last page goes there,
// everything else takes fresh pages. A socket counts what its messages cost the system. Plain data; any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"

namespace forkscope::kernel {

// What a descriptor of a simulated process leads to.
struct SimDescriptor {
  enum class Kind : std::uint8_t { standard, pipe, socket, listener, process, memory };
  Kind kind = Kind::standard;
  base::ObjectId read = 0;     // the stream; of a listener and of memory: itself
  base::ObjectId written = 0;  // the stream
  std::int64_t pid = 0;        // of the process that is watched; 0, 1, 2 of a standard stream

  bool operator==(const SimDescriptor&) const = default;
};

struct SimStream {
  // A page of a pipe, or a message of a socket.
  struct Piece {
    std::uint32_t used = 0;  // of the page, with what was read already; of a socket: what it costs
    std::string bytes;       // not read yet
    std::vector<SimDescriptor> passed;
  };
  bool is_socket = false;
  std::vector<Piece> pieces;

  bool empty() const { return pieces.empty(); }
  // Whether something of it could be written.
  bool has_room(std::string_view bytes) const;
  // Takes what there is room for; how many bytes that is.
  std::size_t write(std::string_view bytes, std::vector<SimDescriptor> passed = {});
  // At most `most` bytes; a read ends behind descriptors that were passed.
  std::string read(std::size_t most, std::vector<SimDescriptor>* passed = nullptr);
};

}  // namespace forkscope::kernel
