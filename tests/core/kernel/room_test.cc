// Whether a write would wait, asked of Linux without writing, beside what a write then does and beside the
// simulated kernel's model of it.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

#include "core/kernel/real/descriptor_io.h"
#include "core/kernel/sim/stream.h"

namespace forkscope::kernel {
namespace {

struct Ends {
  explicit Ends(bool is_socket) {
    if (is_socket) {
      EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), 0);
    } else {
      EXPECT_EQ(::pipe2(ends, O_NONBLOCK), 0);
    }
  }
  ~Ends() {
    ::close(ends[0]);
    ::close(ends[1]);
  }
  std::string read(std::size_t most) const {
    std::string bytes(most, '\0');
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(::read(ends[0], bytes.data(), most), 0)));
    return bytes;
  }
  int ends[2] = {-1, -1};
};

std::size_t whole_writes(bool is_socket, std::size_t size) {
  const Ends stream(is_socket);
  const std::string bytes(size, 'x');
  std::size_t count = 0;
  while (takes_bytes(stream.ends[1], size) &&
         ::write(stream.ends[1], bytes.data(), size) == static_cast<ssize_t>(size)) {
    ++count;
  }
  return count;
}

TEST(Room, APipeIsNotFullBeforeItsLastPageIs) {
  EXPECT_EQ(whole_writes(false, 9), 7280u);
  EXPECT_EQ(whole_writes(false, 1), 65536u);
  EXPECT_EQ(whole_writes(false, 4097), 10u);
}

TEST(Room, ASocketIsNotFullAtAQuarter) {
  EXPECT_EQ(whole_writes(true, 1024), 93u);
}

// Asking leaves nothing behind: what was written is what is read.
TEST(Room, IsAsTheSystemAndTheModelHaveIt) {
  std::mt19937 random(20);
  constexpr std::array<std::size_t, 8> kSizes{1, 9, 100, 1365, 4095, 4096, 5000, 12289};
  for (int run = 0; run < 40; ++run) {
    const Ends pipe(false);
    SimStream model;
    std::string expected;
    for (int move = 0; move < 400; ++move) {
      const std::size_t size = kSizes[random() % kSizes.size()];
      if (random() % 3 == 0) {
        const std::string bytes = pipe.read(size);
        EXPECT_EQ(bytes, expected.substr(0, bytes.size()));
        EXPECT_EQ(model.read(size), bytes);
        expected.erase(0, bytes.size());
        continue;
      }
      const std::string bytes(size, static_cast<char>('a' + move % 26));
      const bool has_room = takes_bytes(pipe.ends[1], size);
      const ssize_t written = ::write(pipe.ends[1], bytes.data(), size);
      ASSERT_EQ(has_room, written > 0) << size << " bytes in run " << run << ", move " << move;
      ASSERT_EQ(model.has_room(bytes), has_room);
      if (!has_room) continue;
      ASSERT_EQ(static_cast<ssize_t>(model.write(bytes)), written);
      expected += bytes.substr(0, static_cast<std::size_t>(written));
    }
    EXPECT_EQ(pipe.read(1 << 17), expected);
  }
}

}  // namespace
}  // namespace forkscope::kernel
