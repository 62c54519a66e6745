#include "core/kernel/sim/stream.h"

#include <gtest/gtest.h>

namespace forkscope::kernel {
namespace {

// How many writes of `size` bytes a stream takes whole.
std::size_t capacity(bool is_socket, std::size_t size) {
  SimStream stream{.is_socket = is_socket, .pieces = {}};
  const std::string bytes(size, 'x');
  std::size_t count = 0;
  while (stream.has_room(bytes) && stream.write(bytes) == size) ++count;
  return count;
}

TEST(SimStream, PipeHoldsWhatLinuxHolds) {
  EXPECT_EQ(capacity(false, 9), 7280u);  // 455 in each of 16 pages, the rest of a page is lost
  EXPECT_EQ(capacity(false, 4096), 16u);
  EXPECT_EQ(capacity(false, 4097), 10u);  // every second one finds room for its last byte
  EXPECT_EQ(capacity(false, 1), 65536u);
}

TEST(SimStream, SocketHoldsWhatLinuxHolds) {
  EXPECT_EQ(capacity(true, 1024), 93u);
}

TEST(SimStream, AWriteThatDoesNotFitIsTakenInPart) {
  SimStream pipe;
  const std::string bytes(70000, 'x');
  EXPECT_EQ(pipe.write(bytes), 65536u);
  EXPECT_FALSE(pipe.has_room("x"));
  EXPECT_EQ(pipe.read(4095).size(), 4095u);
  EXPECT_FALSE(pipe.has_room("x"));  // the page is not empty yet
  EXPECT_EQ(pipe.read(1), "x");
  EXPECT_TRUE(pipe.has_room("x"));
}

TEST(SimStream, TheLastPageTakesAWholeTail) {
  SimStream pipe;
  pipe.write(std::string(100, 'a'));
  pipe.write(std::string(4096 + 50, 'b'));  // 50 behind the a's, then a page
  ASSERT_EQ(pipe.pieces.size(), 2u);
  EXPECT_EQ(pipe.pieces[0].bytes.size(), 150u);
  EXPECT_EQ(pipe.read(1000).size(), 1000u);
}

TEST(SimStream, AReadEndsBehindDescriptors) {
  SimStream socket{.is_socket = true, .pieces = {}};
  socket.write("ab");
  socket.write("c", {{.kind = SimDescriptor::Kind::pipe, .read = 7}});
  socket.write("de");
  std::vector<SimDescriptor> passed;
  EXPECT_EQ(socket.read(10, &passed), "ab");
  EXPECT_TRUE(passed.empty());
  EXPECT_EQ(socket.read(10, &passed), "c");
  ASSERT_EQ(passed.size(), 1u);
  EXPECT_EQ(passed[0].read, 7u);
  EXPECT_EQ(socket.read(10), "de");
}

}  // namespace
}  // namespace forkscope::kernel
