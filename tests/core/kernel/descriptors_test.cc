#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <cerrno>

#include "core/kernel/host.h"
#include "tests/core/kernel/kernel_fixture.h"

namespace forkscope::kernel {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kMillisecond = 1'000'000;
constexpr std::size_t kPipeBytes = 65536;

class Descriptors : public KernelTest {
 protected:
  Descriptors() : pipe_(ask(EventKind::pipe_create)) {}
  ~Descriptors() override {
    ::close(read_end());
    ::close(write_end());
  }

  int read_end() const { return static_cast<int>(pipe_.value); }
  int write_end() const { return static_cast<int>(pipe_.second); }
  Answer read(std::int64_t size) { return ask(EventKind::fd_read, read_end(), size); }
  Answer write(std::string_view bytes) { return ask(write_request(bytes)); }
  Request write_request(std::string_view bytes) const {
    Request request;
    request.kind = EventKind::fd_write;
    request.handle = write_end();
    request.text = bytes;
    return request;
  }
  Answer poll(std::int64_t timeout_ns) {
    const int descriptors[] = {read_end()};
    Request request;
    request.kind = EventKind::fd_poll;
    request.descriptors = descriptors;
    request.timeout_ns = timeout_ns;
    return ask(request);
  }

  Answer pipe_;
};

TEST_F(Descriptors, PipeEndsAreOneObjectAndNotInherited) {
  EXPECT_NE(pipe_.object, 0u);
  EXPECT_EQ(kernel_->descriptor_object(read_end()), pipe_.object);
  EXPECT_EQ(kernel_->descriptor_object(write_end()), pipe_.object);
  EXPECT_EQ(fcntl(read_end(), F_GETFD), FD_CLOEXEC);
  const trace::Event event = events(EventKind::pipe_create)[0];
  EXPECT_EQ(event.a, read_end());
  EXPECT_EQ(event.b, write_end());
  EXPECT_EQ(event.object, pipe_.object);
}

TEST_F(Descriptors, WhatIsWrittenIsRead) {
  EXPECT_EQ(write("hello").value, 5);
  const Answer answer = read(100);
  EXPECT_EQ(answer.bytes, "hello");
  EXPECT_EQ(answer.value, 5);
  // Every call drops the GIL, as in CPython, but none of these waited.
  EXPECT_EQ(gil_.drops, 2);
  const trace::Event event = events(EventKind::fd_write).at(0);
  EXPECT_EQ(event.phase, trace::Phase::done);
  EXPECT_EQ(event.object, pipe_.object);
  EXPECT_EQ(event.a, write_end());
  EXPECT_EQ(event.b, 5);
}

TEST_F(Descriptors, ReadWaitsForBytes) {
  std::string got;
  const base::ThreadId id = start([&](Thread& thread) {
    Request request;
    request.kind = EventKind::fd_read;
    request.handle = read_end();
    request.a = 10;
    got = kernel_->ask(thread, request).bytes;
  });
  wait_until([&] { return somebody_waits_for(pipe_.object); });
  write("late");
  join(id);
  EXPECT_EQ(got, "late");
  EXPECT_EQ(events(EventKind::fd_read).size(), 2u);
}

TEST_F(Descriptors, FullPipeTakesTheRestWhenItIsRead) {
  const std::string large(3 * kPipeBytes + 100, 'x');
  std::int64_t written = 0;
  const base::ThreadId id =
      start([&](Thread& thread) { written = kernel_->ask(thread, write_request(large)).value; });
  wait_until([&] { return somebody_waits_for(pipe_.object); });
  std::string got;
  while (got.size() < large.size()) got += read(1 << 20).bytes;
  join(id);
  EXPECT_EQ(written, static_cast<std::int64_t>(large.size()));
  EXPECT_EQ(got, large);
  EXPECT_THAT(events(EventKind::fd_write), testing::SizeIs(2));
}

TEST_F(Descriptors, EndOfFileAndBrokenPipe) {
  EXPECT_EQ(ask(EventKind::fd_close, write_end()).error, 0);
  EXPECT_EQ(poll(-1).value, 1);
  const Answer end = read(10);
  EXPECT_EQ(end.error, 0);
  EXPECT_EQ(end.value, 0);
  EXPECT_EQ(kernel_->descriptor_object(write_end()), 0u);
  EXPECT_EQ(ask(EventKind::fd_close, write_end()).error, EBADF);

  const Answer other = ask(EventKind::pipe_create);
  ask(EventKind::fd_close, other.value);
  Request request = write_request("x");
  request.handle = other.second;
  EXPECT_EQ(ask(request).error, EPIPE);
  ask(EventKind::fd_close, other.second);
}

TEST_F(Descriptors, PollLooksWaitsAndRoundsUp) {
  EXPECT_THAT(poll(0).ready, IsEmpty());
  EXPECT_EQ(events(EventKind::fd_poll).size(), 1u);
  EXPECT_THAT(poll(2 * kMillisecond + 1).ready, IsEmpty());
  const std::vector<trace::Event> asked = events(EventKind::fd_poll);
  ASSERT_EQ(asked.size(), 3u);
  EXPECT_GE(arena().ns_of_ticks(asked[2].time_ns) - arena().ns_of_ticks(asked[2].began_ns),
            2 * kMillisecond + 1);
  write("x");
  EXPECT_THAT(poll(0).ready, ElementsAre(read_end()));
  EXPECT_EQ(gil_.drops, 4);
}

TEST_F(Descriptors, DuplicateIsTheSameObject) {
  const Answer copy = ask(EventKind::fd_duplicate, read_end());
  EXPECT_NE(copy.value, read_end());
  EXPECT_EQ(kernel_->descriptor_object(static_cast<int>(copy.value)), pipe_.object);
  write("x");
  EXPECT_EQ(ask(EventKind::fd_read, copy.value, 1).bytes, "x");
  ask(EventKind::fd_close, copy.value);
}

TEST_F(Descriptors, AdoptedDescriptorsNameTheirPipe) {
  kernel_->adopt_descriptor(main_, read_end(), 77, false);
  EXPECT_EQ(kernel_->descriptor_object(read_end()), 77u);
  const trace::Event event = events(EventKind::descriptor_object)[0];
  EXPECT_EQ(event.object, 77u);
  EXPECT_EQ(event.a, read_end());
  EXPECT_EQ(event.b, 0);
}

TEST_F(Descriptors, FilesOpenAndRead) {
  Request request;
  request.kind = EventKind::file_open;
  request.text = "/proc/self/status";
  const Answer file = ask(request);
  ASSERT_EQ(file.error, 0);
  EXPECT_EQ(ask(EventKind::fd_read, file.value, 5).bytes, "Name:");
  ask(EventKind::fd_close, file.value);
  request.text = "/nonexistent";
  EXPECT_EQ(ask(request).error, ENOENT);
}

TEST_F(Descriptors, PrintedTextIsInTheTrace) {
  Request request = write_request("printed\n");
  request.kind = EventKind::stream_write;
  EXPECT_EQ(ask(request).value, 8);
  EXPECT_EQ(read(100).bytes, "printed\n");
  const trace::Event event = events(EventKind::stream_write)[0];
  EXPECT_EQ(arena().string(event.string), "printed\n");
  EXPECT_EQ(event.b, 8);
}

TEST_F(Descriptors, NothingIsRecordedWhileTracingIsOff) {
  arena().header().tracing = 0;
  const std::size_t before = events().size();
  write("x");
  EXPECT_EQ(read(1).bytes, "x");
  EXPECT_EQ(events().size(), before);
}

}  // namespace
}  // namespace forkscope::kernel
