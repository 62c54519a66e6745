#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "core/kernel/host.h"
#include "core/trace/slots.h"
#include "tests/core/kernel/kernel_fixture.h"

namespace forkscope::kernel {
namespace {

constexpr std::int64_t kMillisecond = 1'000'000;

class Processes : public KernelTest {
 protected:
  // Forks; in the child runs `body` and ends with what it returns.
  Answer fork(const std::function<int()>& body) {
    Answer answer = ask(EventKind::process_fork);
    if (answer.error != 0 || answer.value != 0) return answer;
    kernel_->after_fork_in_child(main_);
    ask(EventKind::process_exit, -1, body());
    return answer;
  }
  Answer wait(std::int64_t pid, std::int64_t timeout_ns = -1) {
    return ask(EventKind::process_wait, pid, 0, timeout_ns);
  }
  Answer spawn(const std::vector<std::string>& arguments, const std::vector<int>& descriptors = {},
               bool out_of_reach = false) {
    std::vector<std::string> line = {FORKSCOPE_SPAWN_HELPER};
    line.insert(line.end(), arguments.begin(), arguments.end());
    Request request;
    request.kind = EventKind::process_spawn;
    request.arguments = &line;
    request.descriptors = descriptors;
    request.a = out_of_reach ? 1 : 0;
    return ask(request);
  }
  // All that comes through a pipe until every write end is closed.
  std::string read_all(std::int64_t descriptor) {
    std::string text;
    for (;;) {
      const Answer answer = ask(EventKind::fd_read, descriptor, 4096);
      if (answer.value <= 0) return text;
      text += answer.bytes;
    }
  }
};

TEST_F(Processes, ForkedChildHasItsOwnIdentityAndRing) {
  const std::int64_t parents_thread = main_.id;
  const Answer child = fork([&] {
    EXPECT_NE(main_.id, parents_thread);
    return kernel_->process() != 1 && main_.process == kernel_->process() ? 0 : 1;
  });
  ASSERT_GT(child.value, 0);
  const Answer ended = wait(child.value);
  EXPECT_EQ(ended.value, child.value);
  EXPECT_EQ(ended.second, 0);

  const std::vector<trace::Event> begun = events(EventKind::process_begins);
  ASSERT_EQ(begun.size(), 2u);
  EXPECT_EQ(begun[1].process, child.second);
  EXPECT_EQ(begun[1].a, child.value);
  EXPECT_EQ(begun[1].b, kernel_->process());
  EXPECT_EQ(arena().string(begun[1].string), arena().string(begun[0].string));
  EXPECT_EQ(events(EventKind::process_fork).size(), 1u);
  EXPECT_EQ(events(EventKind::process_fork)[0].a, child.second);
  EXPECT_EQ(events(EventKind::process_exit)[0].process, child.second);
  const trace::Event note = events(EventKind::process_ended)[0];
  EXPECT_EQ(note.a, 0);
  EXPECT_EQ(note.b, child.second);
}

TEST_F(Processes, ExitCodesAndSignals) {
  EXPECT_EQ(wait(fork([] { return 3; }).value).second, 3);
  EXPECT_EQ(wait(fork([] { return -1; }).value).second, 255);
  const Answer child = fork([] {
    for (;;) ::pause();
    return 0;
  });
  EXPECT_EQ(wait(child.value, 0).value, 0);
  EXPECT_EQ(wait(child.value, 5 * kMillisecond).value, 0);
  EXPECT_EQ(ask(EventKind::process_kill, child.value, SIGKILL).error, 0);
  EXPECT_EQ(wait(child.value, 60'000 * kMillisecond).second, -SIGKILL);
  EXPECT_EQ(wait(child.value).error, ECHILD);
  EXPECT_EQ(events(EventKind::process_ended).back().a, -SIGKILL);
}

TEST_F(Processes, PipesAndSemaphoresWorkAcrossFork) {
  const Answer pipe = ask(EventKind::pipe_create);
  const std::string name = new_semaphore_name(arena());
  Request make;
  make.kind = EventKind::sem_create;
  make.text = name;
  make.b = 1;
  const Answer semaphore = ask(make);
  make.kind = EventKind::sem_unlink;
  ask(make);
  const Answer child = fork([&] {
    ask(EventKind::sem_acquire, semaphore.value);
    Request request;
    request.kind = EventKind::fd_write;
    request.handle = pipe.second;
    request.text = "from the child";
    return ask(request).value == 14 ? 0 : 1;
  });
  wait_until([&] { return somebody_waits_for(semaphore.object); });
  ask(EventKind::sem_release, semaphore.value);
  EXPECT_EQ(ask(EventKind::fd_read, pipe.value, 100).bytes, "from the child");
  EXPECT_EQ(wait(child.value).second, 0);
  for (const trace::Event& event : events(EventKind::fd_write)) EXPECT_EQ(event.object, pipe.object);
  ask(EventKind::fd_close, pipe.value);
  ask(EventKind::fd_close, pipe.second);
}

TEST_F(Processes, ChildKeepsLocksAndForgetsThreads) {
  const std::int64_t held = ask(EventKind::lock_create).value;
  const std::int64_t free = ask(EventKind::lock_create).value;
  ask(EventKind::lock_acquire, held);
  const base::ThreadId waiter = start([&](Thread& thread) {
    Request request;
    request.kind = EventKind::lock_acquire;
    request.handle = held;
    kernel_->ask(thread, request);
  });
  wait_until([&] { return events(EventKind::lock_acquire).size() == 2; });
  const Answer child = fork([&] {
    if (ask(EventKind::lock_acquire, held, 0, kMillisecond).value != 0) return 1;
    if (ask(EventKind::lock_acquire, free, 0, 0).value != 1) return 2;
    if (ask(EventKind::lock_release, held).error != 0) return 3;
    // Nobody is left who could take it.
    if (ask(EventKind::lock_acquire, held, 0, 0).value != 1) return 4;
    return ask(EventKind::thread_join, waiter).value == 1 ? 0 : 5;
  });
  EXPECT_EQ(wait(child.value).second, 0);
  ask(EventKind::lock_release, held);
  join(waiter);
}

TEST_F(Processes, BudgetRefusesAndIsGivenBack) {
  arena().header().process_budget = 3;
  const auto sleeper = [] {
    for (;;) ::pause();
    return 0;
  };
  const Answer first = fork(sleeper), second = fork(sleeper);
  EXPECT_EQ(fork(sleeper).error, EAGAIN);
  EXPECT_EQ(spawn({"exit", "0"}).error, EAGAIN);
  EXPECT_EQ(arena().header().budget_refused, 2u);
  EXPECT_EQ(events(EventKind::process_fork).back().result, -EAGAIN);
  // Killed, and reaped by somebody who does not tell.
  ::kill(static_cast<pid_t>(first.value), SIGKILL);
  ::waitpid(static_cast<pid_t>(first.value), nullptr, 0);
  const Answer third = fork([] { return 0; });
  EXPECT_EQ(third.error, 0);
  wait(third.value);
  ask(EventKind::process_kill, second.value, SIGKILL);
  wait(second.value);
  EXPECT_EQ(arena().header().processes_alive, 1u);
}

TEST_F(Processes, EndedChildrenNobodyReapedDoNotCount) {
  arena().header().process_budget = 3;
  std::vector<std::int64_t> pids;
  for (int count = 0; count < 8; ++count) {
    const Answer child = fork([] { return 0; });
    ASSERT_EQ(child.error, 0);
    pids.push_back(child.value);
    siginfo_t information{};
    ::waitid(P_PID, static_cast<id_t>(child.value), &information, WEXITED | WNOWAIT);
  }
  for (const std::int64_t pid : pids) EXPECT_EQ(wait(pid).value, pid);
  EXPECT_EQ(arena().header().budget_refused, 0u);
  EXPECT_EQ(events(EventKind::process_ended).size(), 8u);
}

TEST_F(Processes, SpawnedChildJoinsTheSession) {
  const Answer child = spawn({"exit", "7"});
  ASSERT_EQ(child.error, 0);
  EXPECT_EQ(wait(child.value).second, 7);
  const std::vector<trace::Event> begun = events(EventKind::process_begins);
  ASSERT_EQ(begun.size(), 2u);
  EXPECT_EQ(begun[1].process, child.second);
  EXPECT_EQ(begun[1].a, child.value);
  EXPECT_EQ(begun[1].b, kernel_->process());
  EXPECT_THAT(arena().string(begun[1].string), testing::EndsWith("spawn_helper exit 7"));
  const trace::Event event = events(EventKind::process_spawn)[0];
  EXPECT_EQ(event.a, child.second);
  EXPECT_EQ(event.b, child.value);
  EXPECT_THAT(arena().string(event.string), testing::EndsWith("spawn_helper exit 7"));
  EXPECT_EQ(std::getenv("FORKSCOPE_ARENA"), nullptr);
}

TEST_F(Processes, SpawnPassesOnlyTheListedDescriptors) {
  const Answer passed = ask(EventKind::pipe_create);
  const Answer kept_here = ask(EventKind::pipe_create);
  // Not even when it was made for inheritance.
  const int leaky = ::fcntl(static_cast<int>(kept_here.value), F_DUPFD, 100);
  const Answer child = spawn({"list", std::to_string(passed.second)}, {static_cast<int>(passed.second)});
  ASSERT_EQ(child.error, 0);
  ask(EventKind::fd_close, passed.second);
  const std::string expected =
      "0 1 2 " + std::to_string(passed.second) + " " + std::to_string(arena().fd()) + " ";
  EXPECT_EQ(read_all(passed.value), expected);
  EXPECT_EQ(wait(child.value).second, 0);
  ::close(leaky);
  for (const std::int64_t end : {passed.value, kept_here.value, kept_here.second})
    ask(EventKind::fd_close, end);
}

TEST_F(Processes, SpawnedChildSeesTheGivenEnvironmentOnly) {
  const Answer pipe = ask(EventKind::pipe_create);
  const std::vector<std::string> line = {FORKSCOPE_SPAWN_HELPER, "environment", std::to_string(pipe.second)};
  const std::vector<std::string> variables = {"COLOUR=red", "PATH=/bin"};
  const int descriptors[] = {static_cast<int>(pipe.second)};
  Request request;
  request.kind = EventKind::process_spawn;
  request.arguments = &line;
  request.environment = &variables;
  request.descriptors = descriptors;
  const Answer child = ask(request);
  ask(EventKind::fd_close, pipe.second);
  EXPECT_EQ(read_all(pipe.value), "COLOUR=red PATH=/bin ");
  wait(child.value);
  ask(EventKind::fd_close, pipe.value);
}

TEST_F(Processes, SpawnedChildMayBeOutOfATerminalsReach) {
  for (const bool out_of_reach : {false, true}) {
    const Answer pipe = ask(EventKind::pipe_create);
    const int write_end = static_cast<int>(pipe.second);
    const Answer child = spawn({"signals", std::to_string(write_end)}, {write_end}, out_of_reach);
    ask(EventKind::fd_close, write_end);
    const std::string expected = std::to_string(SIGINT) + " " + std::to_string(SIGTERM) + " ";
    EXPECT_EQ(read_all(pipe.value), out_of_reach ? expected : "");
    wait(child.value);
    ask(EventKind::fd_close, pipe.value);
  }
}

TEST_F(Processes, WatchedChildMakesItsDescriptorReadable) {
  const Answer pipe = ask(EventKind::pipe_create);
  const Answer child = fork([&] {
    ask(EventKind::fd_close, pipe.second);
    ask(EventKind::fd_read, pipe.value, 1);
    return 0;
  });
  const Answer watch = ask(EventKind::process_watch, child.value);
  ASSERT_EQ(watch.error, 0);
  EXPECT_EQ(fcntl(static_cast<int>(watch.value), F_GETFD), FD_CLOEXEC);
  const int descriptors[] = {static_cast<int>(watch.value)};
  Request poll{.kind = EventKind::fd_poll, .timeout_ns = 0, .descriptors = descriptors};
  EXPECT_EQ(ask(poll).value, 0);
  ask(EventKind::fd_close, pipe.second);
  poll.timeout_ns = -1;
  EXPECT_EQ(ask(poll).value, 1);
  EXPECT_EQ(wait(child.value, 0).value, child.value);
  EXPECT_EQ(ask(EventKind::process_watch, child.value).error, ESRCH);
  ask(EventKind::fd_close, watch.value);
  ask(EventKind::fd_close, pipe.value);
}

TEST_F(Processes, SpawnOfNothingIsRefused) {
  const std::vector<std::string> line = {"/nonexistent"};
  Request request;
  request.kind = EventKind::process_spawn;
  request.arguments = &line;
  EXPECT_EQ(ask(request).error, ENOENT);
  EXPECT_EQ(arena().header().processes_alive, 1u);
}

TEST_F(Processes, KilledChildLeavesWholeEvents) {
  const auto wrote_some = [&](base::ProcessId process) {
    const auto& slots = arena().header().threads;
    return std::any_of(std::begin(slots), std::end(slots), [&](const trace::ThreadSlot& slot) {
      return slot.process == process && slot.state == trace::SlotState::live && slot.head - slot.tail > 100;
    });
  };
  for (int round = 0; round < 30; ++round) {
    const Answer child = fork([&] {
      for (;;) ask(EventKind::clock_read, -1, 1);
      return 0;
    });
    wait_until([&] { return wrote_some(static_cast<base::ProcessId>(child.second)); });
    ask(EventKind::process_kill, child.value, SIGKILL);
    EXPECT_EQ(wait(child.value).second, -SIGKILL);
  }
  for (const trace::Event& event : events(EventKind::clock_read)) {
    ASSERT_EQ(event.a, 1);
    ASSERT_GT(event.result, 0);
    ASSERT_LE(event.began_ns, event.time_ns);
  }
}

}  // namespace
}  // namespace forkscope::kernel
