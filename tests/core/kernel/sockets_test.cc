#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <vector>

#include "tests/core/kernel/kernel_fixture.h"

namespace forkscope::kernel {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

class Sockets : public KernelTest {
 protected:
  Sockets() : folder_(testing::TempDir() + "sockets-" + std::to_string(::getpid())) {
    std::filesystem::create_directory(folder_);
  }
  ~Sockets() override { std::filesystem::remove_all(folder_); }

  std::string path() const { return folder_ + "/listener"; }
  Answer listen(std::string_view address, std::int64_t family = 0, std::int64_t backlog = 1) {
    return ask(Request{.kind = EventKind::socket_listen, .a = family, .b = backlog, .text = address});
  }
  Answer connect(std::string_view address, std::int64_t family = 0) {
    return ask(Request{.kind = EventKind::socket_connect, .a = family, .text = address});
  }
  Answer write(std::int64_t descriptor, std::string_view bytes) {
    return ask(Request{.kind = EventKind::fd_write, .handle = descriptor, .text = bytes});
  }
  Answer read(std::int64_t descriptor) { return ask(EventKind::fd_read, descriptor, 100); }
  Answer send(std::int64_t socket, std::span<const int> descriptors) {
    return ask(
        Request{.kind = EventKind::fd_send, .handle = socket, .text = "here", .descriptors = descriptors});
  }
  Answer receive(std::int64_t socket, std::int64_t most) {
    return ask(Request{.kind = EventKind::fd_receive, .handle = socket, .a = 100, .b = most});
  }
  static void close_all(const std::vector<Answer>& answers) {
    for (const Answer& answer : answers) ::close(static_cast<int>(answer.value));
  }

  std::string folder_;
};

TEST_F(Sockets, WhatOneEndOfAPairWritesTheOtherReads) {
  const Answer pair = ask(EventKind::socket_pair);
  ASSERT_EQ(pair.error, 0);
  EXPECT_EQ(fcntl(static_cast<int>(pair.value), F_GETFD), FD_CLOEXEC);
  EXPECT_EQ(fcntl(static_cast<int>(pair.second), F_GETFD), FD_CLOEXEC);
  write(pair.value, "there");
  write(pair.second, "back");
  EXPECT_EQ(read(pair.second).bytes, "there");
  EXPECT_EQ(read(pair.value).bytes, "back");
  ::close(static_cast<int>(pair.value));
  EXPECT_EQ(read(pair.second).value, 0);
  EXPECT_EQ(write(pair.second, "x").error, EPIPE);
  ::close(static_cast<int>(pair.second));
}

TEST_F(Sockets, EachDirectionOfAPairIsAnObject) {
  const Answer pair = ask(EventKind::socket_pair);
  write(pair.value, "there");
  read(pair.second);
  write(pair.second, "back");
  read(pair.value);
  const std::vector<trace::Event> writes = events(EventKind::fd_write);
  const std::vector<trace::Event> reads = events(EventKind::fd_read);
  ASSERT_THAT(writes, SizeIs(2));
  ASSERT_THAT(reads, SizeIs(2));
  EXPECT_EQ(writes[0].object, reads[0].object);
  EXPECT_EQ(writes[1].object, reads[1].object);
  EXPECT_NE(writes[0].object, writes[1].object);
  EXPECT_EQ(reads[1].object, pair.object);
  EXPECT_EQ(writes[1].object, pair.object);
  ::close(static_cast<int>(pair.value));
  ::close(static_cast<int>(pair.second));
}

TEST_F(Sockets, BothEndsOfAConnectionNameTheSameObjects) {
  const Answer listening = listen(path());
  ASSERT_EQ(listening.error, 0);
  EXPECT_EQ(listening.bytes, path());
  const Answer client = connect(path());
  ASSERT_EQ(client.error, 0);
  const Answer server = ask(EventKind::socket_accept, listening.value);
  ASSERT_EQ(server.error, 0);
  EXPECT_EQ(server.bytes, "");
  EXPECT_EQ(server.object, static_cast<base::ObjectId>(client.second));
  EXPECT_EQ(client.object, static_cast<base::ObjectId>(server.second));
  write(client.value, "hello");
  EXPECT_EQ(read(server.value).bytes, "hello");
  close_all({listening, client, server});
}

TEST_F(Sockets, AcceptWaitsForSomebodyToConnect) {
  const Answer listening = listen(path());
  Answer server;
  const base::ThreadId id = start([&](Thread& thread) {
    server = kernel_->ask(thread, Request{.kind = EventKind::socket_accept, .handle = listening.value});
  });
  wait_until([&] { return somebody_waits_for(listening.object); });
  const Answer client = connect(path());
  join(id);
  EXPECT_EQ(server.error, 0);
  close_all({listening, client, server});
}

TEST_F(Sockets, ConnectWaitsWhereAllPlacesAreTaken) {
  const Answer listening = listen(path(), 0, 0);
  const Answer first = connect(path());
  Answer second;
  const base::ThreadId id = start([&](Thread& thread) {
    second = kernel_->ask(thread, Request{.kind = EventKind::socket_connect, .text = path()});
  });
  wait_until([&] {
    const auto all = events(EventKind::socket_connect);
    return std::any_of(all.begin(), all.end(),
                       [](const trace::Event& event) { return event.phase == trace::Phase::waits; });
  });
  std::vector<Answer> accepted{ask(EventKind::socket_accept, listening.value)};
  accepted.push_back(ask(EventKind::socket_accept, listening.value));
  join(id);
  EXPECT_EQ(second.error, 0);
  close_all({listening, first, second, accepted[0], accepted[1]});
}

TEST_F(Sockets, InternetAddresses) {
  const Answer listening = listen("localhost:0", 1);
  ASSERT_EQ(listening.error, 0);
  EXPECT_THAT(listening.bytes, HasSubstr("127.0.0.1:"));
  const Answer client = connect(listening.bytes, 1);
  ASSERT_EQ(client.error, 0);
  const Answer server = ask(EventKind::socket_accept, listening.value);
  EXPECT_THAT(server.bytes, HasSubstr("127.0.0.1:"));
  write(server.value, "hello");
  EXPECT_EQ(read(client.value).bytes, "hello");
  close_all({listening, client, server});
}

TEST_F(Sockets, RefusedAddresses) {
  EXPECT_EQ(connect(path()).error, ENOENT);
  const Answer listening = listen(path());
  EXPECT_EQ(listen(path()).error, EADDRINUSE);
  ::close(static_cast<int>(listening.value));
  EXPECT_EQ(connect(path()).error, ECONNREFUSED);
  EXPECT_EQ(connect(std::string(200, 'x')).error, ENAMETOOLONG);
  EXPECT_EQ(listen("no port", 1).error, EINVAL);
}

TEST_F(Sockets, DescriptorsTravel) {
  const Answer pair = ask(EventKind::socket_pair);
  const Answer pipe = ask(EventKind::pipe_create);
  const int sent[] = {static_cast<int>(pipe.value), static_cast<int>(pipe.second)};
  EXPECT_EQ(send(pair.value, sent).value, 4);
  const Answer got = receive(pair.second, 8);
  EXPECT_EQ(got.bytes, "here");
  ASSERT_THAT(got.ready, SizeIs(2));
  EXPECT_EQ(fcntl(got.ready[0], F_GETFD), FD_CLOEXEC);
  write(got.ready[1], "through the copy");
  EXPECT_EQ(read(pipe.value).bytes, "through the copy");
  for (const int descriptor : {got.ready[0], got.ready[1], sent[0], sent[1]}) ::close(descriptor);
  ::close(static_cast<int>(pair.value));
  EXPECT_EQ(receive(pair.second, 8).value, 0);
  ::close(static_cast<int>(pair.second));
}

TEST_F(Sockets, HundredsOfDescriptorsAtOnce) {
  const Answer pair = ask(EventKind::socket_pair);
  const std::vector<int> sent(250, static_cast<int>(pair.value));
  EXPECT_EQ(send(pair.value, sent).error, 0);
  const Answer got = receive(pair.second, 250);
  EXPECT_THAT(got.ready, SizeIs(250));
  for (const int descriptor : got.ready) ::close(descriptor);
  EXPECT_EQ(send(pair.value, std::vector<int>(254, 0)).error, EINVAL);
  ::close(static_cast<int>(pair.value));
  ::close(static_cast<int>(pair.second));
}

TEST_F(Sockets, ReceivingWaits) {
  const Answer pair = ask(EventKind::socket_pair);
  Answer got;
  const base::ThreadId id = start([&](Thread& thread) {
    got =
        kernel_->ask(thread, Request{.kind = EventKind::fd_receive, .handle = pair.second, .a = 100, .b = 1});
  });
  wait_until([&] { return somebody_waits_for(pair.object + 1); });
  const int sent[] = {static_cast<int>(pair.value)};
  send(pair.value, sent);
  join(id);
  ASSERT_THAT(got.ready, SizeIs(1));
  ::close(got.ready[0]);
  ::close(static_cast<int>(pair.value));
  ::close(static_cast<int>(pair.second));
}

}  // namespace
}  // namespace forkscope::kernel
