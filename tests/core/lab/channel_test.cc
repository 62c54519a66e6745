#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>

#include "core/lab/protocol.h"

namespace forkscope::lab {
namespace {

struct Pair {
  Channel left, right;
};

Pair connected() {
  int ends[2];
  EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
  return {Channel(ends[0]), Channel(ends[1])};
}

std::vector<std::string> arrived(Channel& channel) {
  std::vector<int> passed;
  auto messages = channel.receive(passed);
  EXPECT_TRUE(messages.ok());
  return messages.ok() ? messages.value() : std::vector<std::string>{};
}

TEST(Channel, KeepsMessagesApart) {
  Pair pair = connected();
  EXPECT_TRUE(arrived(pair.right).empty());
  ASSERT_TRUE(pair.left.send("one").ok());
  ASSERT_TRUE(pair.left.send("").ok());
  ASSERT_TRUE(pair.left.send("three").ok());
  EXPECT_EQ(arrived(pair.right), (std::vector<std::string>{"one", "", "three"}));
}

TEST(Channel, WaitsForTheRestOfAMessage) {
  Pair pair = connected();
  const std::string bytes("\0\0\0\5hel", 7);
  ASSERT_EQ(::write(pair.left.fd(), bytes.data(), bytes.size()), 7);
  EXPECT_TRUE(arrived(pair.right).empty());
  ASSERT_EQ(::write(pair.left.fd(), "lo", 2), 2);
  EXPECT_EQ(arrived(pair.right), std::vector<std::string>{"hello"});
}

TEST(Channel, CarriesMoreThanTheSocketHolds) {
  Pair pair = connected();
  const std::string large(5u << 20, 'x');
  std::thread sender([&] { EXPECT_TRUE(pair.left.send(large).ok()); });
  std::vector<std::string> messages;
  while (messages.empty()) {
    pollfd readable{pair.right.fd(), POLLIN, 0};
    ASSERT_EQ(::poll(&readable, 1, 120000), 1);
    messages = arrived(pair.right);
  }
  sender.join();
  EXPECT_EQ(messages.front(), large);
}

TEST(Channel, PassesADescriptor) {
  Pair pair = connected();
  int pipe_ends[2];
  ASSERT_EQ(::pipe2(pipe_ends, O_CLOEXEC), 0);
  ASSERT_TRUE(pair.left.send("with it", pipe_ends[0]).ok());
  std::vector<int> passed;
  ASSERT_EQ(pair.right.receive(passed).value(), std::vector<std::string>{"with it"});
  ASSERT_EQ(passed.size(), 1u);
  ASSERT_EQ(::write(pipe_ends[1], "!", 1), 1);
  char byte = 0;
  EXPECT_EQ(::read(passed[0], &byte, 1), 1);
  EXPECT_EQ(byte, '!');
  EXPECT_NE(::fcntl(passed[0], F_GETFD) & FD_CLOEXEC, 0);
  for (const int descriptor : {passed[0], pipe_ends[0], pipe_ends[1]}) ::close(descriptor);
}

TEST(Channel, LastWordsComeBeforeTheEnd) {
  Pair pair = connected();
  ASSERT_TRUE(pair.left.send("bye").ok());
  pair.left = Channel();
  std::vector<int> passed;
  EXPECT_EQ(pair.right.receive(passed).value(), std::vector<std::string>{"bye"});
  EXPECT_FALSE(pair.right.receive(passed).ok());
  EXPECT_FALSE(pair.right.send("anybody?").ok());
}

TEST(Channel, AnAbsurdLengthEndsTheTalk) {
  Pair pair = connected();
  ASSERT_EQ(::write(pair.left.fd(), "\xff\xff\xff\xff{}", 6), 6);
  std::vector<int> passed;
  auto messages = pair.right.receive(passed);
  ASSERT_FALSE(messages.ok());
  EXPECT_NE(messages.error().message.find("damaged"), std::string::npos);
}

}  // namespace
}  // namespace forkscope::lab
