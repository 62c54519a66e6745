#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "tests/core/kernel/kernel_fixture.h"

namespace forkscope::kernel {
namespace {

class Memory : public KernelTest {
 protected:
  Answer create(std::int64_t size, std::string_view name = {}) {
    Request request;
    request.kind = EventKind::memory_create;
    request.size = size;
    request.text = name;
    return ask(request);
  }
  Answer read(std::int64_t handle, std::int64_t offset, std::int64_t size) {
    return ask(access(EventKind::memory_read, handle, offset, size));
  }
  Answer write(std::int64_t handle, std::int64_t offset, std::int64_t size, std::int64_t bits) {
    Request request = access(EventKind::memory_write, handle, offset, size);
    request.b = bits;
    return ask(request);
  }
  static Request access(EventKind kind, std::int64_t handle, std::int64_t offset, std::int64_t size) {
    Request request;
    request.kind = kind;
    request.handle = handle;
    request.a = offset;
    request.size = size;
    request.object = 77;
    return request;
  }
};

TEST_F(Memory, IsZeroAtFirstAndKeepsWhatIsStored) {
  const std::int64_t memory = create(4096).value;
  for (const std::int64_t size : {1, 2, 4, 8}) {
    EXPECT_EQ(read(memory, 64 * size, size).second, 0);
    EXPECT_EQ(write(memory, 64 * size, size, -1).value, size);
    const std::int64_t all_ones = size == 8 ? -1 : (std::int64_t{1} << (8 * size)) - 1;
    EXPECT_EQ(read(memory, 64 * size, size).second, all_ones);
    EXPECT_EQ(read(memory, 64 * size + size, 1).second, 0);
  }
}

TEST_F(Memory, WordsNeedNotBeAligned) {
  const std::int64_t memory = create(4096).value;
  EXPECT_EQ(write(memory, 13, 8, 0x0102030405060708).error, 0);
  EXPECT_EQ(read(memory, 13, 8).second, 0x0102030405060708);
  EXPECT_EQ(read(memory, 14, 2).second, 0x0607);
}

TEST_F(Memory, BytesOfAnyLengthGoInAndOut) {
  const std::int64_t memory = create(4096).value;
  Request request = access(EventKind::memory_write, memory, 4086, 0);
  request.text = "0123456789";
  EXPECT_EQ(ask(request).value, 10);
  EXPECT_EQ(read(memory, 4086, 10).bytes, "0123456789");
  EXPECT_EQ(read(memory, 4089, 3).bytes, "345");
}

TEST_F(Memory, NothingOutsideIsTouched) {
  const std::int64_t memory = create(4096).value;
  EXPECT_EQ(read(memory, 4090, 8).error, EFAULT);
  EXPECT_EQ(read(memory, -8, 8).error, EFAULT);
  EXPECT_EQ(write(memory, INT64_MAX, 8, 1).error, EFAULT);
  EXPECT_EQ(read(memory + 1, 0, 8).error, EFAULT);
  EXPECT_EQ(write(memory, 0, 3, 1).error, EINVAL);
  EXPECT_EQ(create(0).error, EINVAL);
}

TEST_F(Memory, TheEventSaysWhatWasStoredWhere) {
  const std::int64_t memory = create(4096).value;
  write(memory, 24, 4, 5);
  read(memory, 24, 4);
  for (const EventKind kind : {EventKind::memory_write, EventKind::memory_read}) {
    const trace::Event event = events(kind).at(0);
    EXPECT_EQ(event.object, 77u);
    EXPECT_EQ(event.a, 24);
    EXPECT_EQ(event.b, 5);
    EXPECT_EQ(event.result, 4);
  }
}

TEST_F(Memory, AForkedChildSharesIt) {
  const std::int64_t memory = create(4096).value;
  Request fork;
  fork.kind = EventKind::process_fork;
  const Answer forked = ask(fork);
  if (forked.value == 0) {
    kernel_->after_fork_in_child(main_);
    ::_exit(write(memory, 8, 8, 42).error);
  }
  int status = -1;
  ::waitpid(static_cast<pid_t>(forked.value), &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(read(memory, 8, 8).second, 42);
}

TEST_F(Memory, ADescriptorOpensTheSameMemory) {
  const Answer made = create(8192);
  Request open;
  open.kind = EventKind::memory_open;
  open.handle = ::fcntl(static_cast<int>(made.second), F_DUPFD_CLOEXEC, 0);
  open.size = 8192;
  open.object = made.object;
  const Answer opened = ask(open);
  EXPECT_EQ(opened.error, 0);
  EXPECT_EQ(opened.object, made.object);
  EXPECT_NE(opened.value, made.value);
  write(made.value, 8184, 8, 7);
  EXPECT_EQ(read(opened.value, 8184, 8).second, 7);
}

TEST_F(Memory, ANameCanBeTakenOnceAndIsGoneAfterUnlink) {
  const std::string name = "/" + new_semaphore_name(arena()).substr(1) + "m";
  const Answer made = create(100, name);
  EXPECT_EQ(made.error, 0);
  EXPECT_EQ(create(100, name).error, EEXIST);
  Request open;
  open.kind = EventKind::memory_open;
  open.text = name;
  const Answer opened = ask(open);
  write(made.value, 92, 8, 9);
  EXPECT_EQ(read(opened.value, 92, 8).second, 9);
  Request unlink;
  unlink.kind = EventKind::memory_unlink;
  unlink.text = name;
  EXPECT_EQ(ask(unlink).error, 0);
  EXPECT_EQ(ask(open).error, ENOENT);
}

TEST_F(Memory, WhatIsClosedIsNotReadAnyMore) {
  const std::int64_t memory = create(4096).value;
  EXPECT_EQ(ask(EventKind::memory_close, memory).error, 0);
  EXPECT_EQ(read(memory, 0, 8).error, EFAULT);
  EXPECT_EQ(ask(EventKind::memory_close, memory).error, EBADF);
}

}  // namespace
}  // namespace forkscope::kernel
