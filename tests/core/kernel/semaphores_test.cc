#include <gmock/gmock.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "tests/core/kernel/kernel_fixture.h"

namespace forkscope::kernel {
namespace {

constexpr std::int64_t kMillisecond = 1'000'000;

class Semaphores : public KernelTest {
 protected:
  Answer create(std::int64_t value) {
    name_ = new_semaphore_name(arena());
    Request request;
    request.kind = EventKind::sem_create;
    request.a = value;
    request.b = 5;
    request.text = name_;
    return ask(request);
  }
  Answer named(EventKind kind, base::ObjectId object = 0) {
    Request request;
    request.kind = kind;
    request.text = name_;
    request.object = object;
    return ask(request);
  }
  void TearDown() override {
    if (!name_.empty()) named(EventKind::sem_unlink);
  }

  std::string name_;
};

TEST_F(Semaphores, NamesBeginWithTheSession) {
  const std::string name = new_semaphore_name(arena());
  EXPECT_THAT(name, testing::MatchesRegex("/mp-[a-z0-9_]{8}"));
  EXPECT_EQ(name.substr(4, 4), arena().session_prefix());
  EXPECT_NE(name, new_semaphore_name(arena()));
}

TEST_F(Semaphores, CreateIsExclusiveAndLeavesAFile) {
  const Answer made = create(1);
  EXPECT_EQ(made.error, 0);
  EXPECT_NE(made.object, 0u);
  EXPECT_TRUE(std::filesystem::exists("/dev/shm/sem." + name_.substr(1)));
  EXPECT_EQ(named(EventKind::sem_create).error, EEXIST);
  EXPECT_EQ(named(EventKind::sem_unlink).error, 0);
  EXPECT_EQ(named(EventKind::sem_unlink).error, ENOENT);
  EXPECT_EQ(named(EventKind::sem_open).error, ENOENT);
  EXPECT_EQ(create(-1).error, EINVAL);
}

TEST_F(Semaphores, CountsDownAndUp) {
  const std::int64_t handle = create(2).value;
  EXPECT_EQ(ask(EventKind::sem_value, handle).value, 2);
  const Answer first = ask(EventKind::sem_acquire, handle);
  EXPECT_EQ(first.value, 1);
  EXPECT_EQ(first.second, 1);
  EXPECT_EQ(ask(EventKind::sem_acquire, handle).second, 0);
  EXPECT_EQ(ask(EventKind::sem_acquire, handle, 0, 0).value, 0);
  EXPECT_EQ(gil_.drops, 0);
  EXPECT_EQ(ask(EventKind::sem_release, handle).second, 1);
  EXPECT_EQ(ask(EventKind::sem_value, handle).value, 1);
}

TEST_F(Semaphores, TimeLimitRunsOutWithTheGilDropped) {
  const std::int64_t handle = create(0).value;
  const Answer answer = ask(EventKind::sem_acquire, handle, 0, 20 * kMillisecond);
  EXPECT_EQ(answer.error, 0);
  EXPECT_EQ(answer.value, 0);
  EXPECT_EQ(gil_.drops, 1);
  EXPECT_EQ(gil_.takes, 1);
  const std::vector<trace::Event> asked = events(EventKind::sem_acquire);
  ASSERT_EQ(asked.size(), 2u);
  EXPECT_EQ(asked[0].phase, trace::Phase::waits);
  EXPECT_EQ(asked[1].phase, trace::Phase::done);
  EXPECT_EQ(asked[1].a, 20 * kMillisecond);
  EXPECT_EQ(asked[1].result, 0);
  EXPECT_GE(arena().ns_of_ticks(asked[1].time_ns) - arena().ns_of_ticks(asked[1].began_ns),
            19 * kMillisecond);
}

TEST_F(Semaphores, ReleaseWakesTheWaiter) {
  const Answer made = create(0);
  std::int64_t got = -1;
  const base::ThreadId id = start([&](Thread& thread) {
    Request request;
    request.kind = EventKind::sem_acquire;
    request.handle = made.value;
    got = kernel_->ask(thread, request).value;
  });
  wait_until([&] { return somebody_waits_for(made.object); });
  ask(EventKind::sem_release, made.value);
  join(id);
  EXPECT_EQ(got, 1);
  EXPECT_FALSE(somebody_waits_for(made.object));
  // In the trace, the giving comes before the taking.
  const std::vector<trace::Event> taken = events(EventKind::sem_acquire);
  EXPECT_LT(events(EventKind::sem_release)[0].time_ns, taken.back().time_ns);
  EXPECT_EQ(taken.back().object, made.object);
}

TEST_F(Semaphores, OpenByNameIsTheSameSemaphore) {
  const Answer made = create(1);
  const Answer opened = named(EventKind::sem_open, made.object);
  EXPECT_EQ(opened.object, made.object);
  EXPECT_NE(opened.value, made.value);
  ask(EventKind::sem_acquire, opened.value);
  EXPECT_EQ(ask(EventKind::sem_value, made.value).value, 0);
  EXPECT_EQ(arena().string(events(EventKind::sem_open)[0].string), name_);
}

TEST_F(Semaphores, ClosedHandleIsRefused) {
  const std::int64_t handle = create(1).value;
  EXPECT_EQ(ask(EventKind::sem_close, handle).error, 0);
  EXPECT_EQ(ask(EventKind::sem_close, handle).error, EINVAL);
  EXPECT_EQ(ask(EventKind::sem_acquire, handle).error, EINVAL);
  EXPECT_EQ(ask(EventKind::sem_acquire, 77).error, EINVAL);
  EXPECT_EQ(events(EventKind::sem_acquire).back().result, -EINVAL);
}

TEST_F(Semaphores, InterruptEndsTheWaitOfTheMainThread) {
  const Answer made = create(0);
  const base::ThreadId id = start([&](Thread&) {
    wait_until([&] { return somebody_waits_for(made.object); });
    // Again and again: the first may come before the wait has really begun.
    while (somebody_waits_for(made.object)) ::kill(::getpid(), SIGINT);
  });
  EXPECT_EQ(ask(EventKind::sem_acquire, made.value).error, EINTR);
  // The last of them may arrive only now.
  while (ask(EventKind::thread_join, id).error == EINTR) continue;
  EXPECT_TRUE(kernel_->take_interrupt());
  EXPECT_FALSE(kernel_->take_interrupt());
}

}  // namespace
}  // namespace forkscope::kernel
