// The stepped kernel and its controller in one process, so that sanitizers see both sides of every turn.
#include "core/kernel/stepped/stepped_kernel.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "core/lab/stepper.h"
#include "core/trace/gate.h"

namespace forkscope::lab {
namespace {

using kernel::Request;
using trace::EventKind;

constexpr int kRounds = 200;

class Host final : public kernel::ThreadHost {
 public:
  void run_thread(void* token) override {
    std::promise<void> end;
    {
      const std::lock_guard guard(mutex_);
      ends_.push_back(end.get_future());
    }
    (*static_cast<std::function<void()>*>(token))();
    end.set_value_at_thread_exit();
  }
  // Stepped, a thread is joined before it has left the kernel: in a program the kernel outlives it.
  void wait_for_ends() {
    const std::lock_guard guard(mutex_);
    for (std::future<void>& end : ends_) end.wait();
  }

 private:
  std::mutex mutex_;
  std::vector<std::future<void>> ends_;
};

// A program of the kernel alone, stopped before its first move.
class SteppedProgram : public testing::Test {
 protected:
  void SetUp() override {
    auto arena = trace::Arena::create();
    ASSERT_TRUE(arena.ok());
    arena.value().header().tracing = 0;
    trace::close_gate(arena.value());
    auto made = kernel::SteppedKernel::create(std::move(arena).value(), &host_);
    ASSERT_TRUE(made.ok());
    kernel_ = std::move(made).value();
    main_ = std::thread([this] { run_main(); });
    stepper_ = std::make_unique<Stepper>(*kernel_->arena(), [] {});
    ASSERT_TRUE(stepper_->settle().ok());
  }
  void TearDown() override {
    trace::open_gate(*kernel_->arena());
    main_.join();
    host_.wait_for_ends();
  }
  void run_main() {
    kernel::Thread thread;
    kernel_->begin_main_thread(thread);
    run(thread);
  }
  virtual void run(kernel::Thread& thread) = 0;

  Host host_;
  std::unique_ptr<kernel::SteppedKernel> kernel_;
  std::thread main_;
  std::unique_ptr<Stepper> stepper_;
};

// Two threads that take and give back one lock, each so often.
class SteppedKernel : public SteppedProgram {
 protected:
  void run(kernel::Thread& thread) override {
    lock_ = kernel_->ask(thread, {.kind = EventKind::lock_create}).value;
    const base::ThreadId id = kernel_->new_thread_id();
    std::function<void()> other = [&] {
      kernel::Thread second;
      kernel_->begin_thread(second, id);
      work(second);
    };
    kernel_->start_thread(thread, id, &other);
    work(thread, [&] { kernel_->ask(thread, {.kind = EventKind::thread_join, .handle = id}); });
  }
  void work(
      kernel::Thread& thread, const std::function<void()>& last = [] {}) {
    for (int round = 0; round < kRounds; ++round) {
      kernel_->ask(thread, {.kind = EventKind::lock_acquire, .handle = lock_});
      ++inside_;
      kernel_->ask(thread, {.kind = EventKind::lock_release, .handle = lock_});
    }
    last();
    kernel_->ask(thread, {.kind = EventKind::thread_exit});
  }

  std::int64_t lock_ = -1;
  int inside_ = 0;  // guarded by that lock
};

TEST_F(SteppedKernel, TurnsByAPlanAndOneByOne) {
  ASSERT_TRUE(stepper_->step("main", 3).ok());
  ASSERT_NE(stepper_->find("Thread"), nullptr);
  ASSERT_TRUE(stepper_->step("Thread").ok());
  std::vector<Turn> turns;
  for (int turn = 0; turn < 50; ++turn) turns.insert(turns.end(), {{"main", 2}, {"Thread", 2}});
  const auto done = stepper_->take_turns(turns);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done.value(), 200u);
  while (!stepper_->over()) {
    const bool main_can = stepper_->find("main") != nullptr && stepper_->find("main")->can_move();
    ASSERT_TRUE(stepper_->step(main_can ? "main" : "Thread").ok());
  }
  EXPECT_EQ(inside_, 2 * kRounds);
}

TEST_F(SteppedKernel, AWaitForTheLockIsKnownInAPlanToo) {
  ASSERT_TRUE(stepper_->step("main", 4).ok());
  const std::vector<Turn> turns{{"Thread", 1}, {"Thread", 1}, {"main", 1}};
  const auto done = stepper_->take_turns(turns);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done.value(), 1u);
  EXPECT_FALSE(stepper_->find("Thread")->can_move());
  ASSERT_TRUE(stepper_->step("main").ok());
  EXPECT_TRUE(stepper_->find("Thread")->can_move());
}

TEST_F(SteppedKernel, StoppedAndLetGoInTheMiddle) {
  ASSERT_TRUE(stepper_->step("main", 3).ok());
  for (int round = 0; round < 5; ++round) {
    trace::open_gate(*kernel_->arena());
    trace::close_gate(*kernel_->arena());
    if (kernel_->arena()->header().threads[0].state.load() != trace::SlotState::live) break;
    Stepper again(*kernel_->arena(), [] {});
    if (!again.settle().ok() || again.over()) break;
    for (const Move& move : std::vector<Move>(again.moves())) {
      const Move* const now = again.find(move.thread);
      if (now == nullptr || !now->can_move()) continue;
      ASSERT_TRUE(again.step(move.thread).ok());
    }
  }
}

// One thread that writes as many short frames into a pipe as it takes, and one more.
class SteppedPipe : public SteppedProgram {
 protected:
  static constexpr std::uint32_t kFrames = 7280;  // 455 in each of 16 pages

  void run(kernel::Thread& thread) override {
    const kernel::Answer pipe = kernel_->ask(thread, {.kind = EventKind::pipe_create});
    read_end_ = static_cast<int>(pipe.value);
    for (std::uint32_t frame = 0; frame <= kFrames; ++frame)
      kernel_->ask(thread, {.kind = EventKind::fd_write, .handle = pipe.second, .text = "one frame"});
    kernel_->ask(thread, {.kind = EventKind::thread_exit});
  }
  void TearDown() override {
    std::array<char, 4095> page{};
    EXPECT_EQ(::read(read_end_, page.data(), page.size()), static_cast<ssize_t>(page.size()));
    SteppedProgram::TearDown();
  }
  int read_end_ = -1;
};

TEST_F(SteppedPipe, IsFullWhereLinuxHasItFull) {
  // It begins, makes the pipe, and writes all frames but one.
  ASSERT_TRUE(stepper_->step("main", 2 + kFrames - 1).ok());
  EXPECT_TRUE(stepper_->find("main")->can_move());
  ASSERT_TRUE(stepper_->step("main").ok());
  EXPECT_FALSE(stepper_->find("main")->can_move());
}

}  // namespace
}  // namespace forkscope::lab
