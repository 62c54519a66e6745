#include "core/vm/gil.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace forkscope::vm {
namespace {

TEST(Gil, OnlyOneThreadAtATimeHasIt) {
  Gil gil;
  int guarded = 0;  // plain: a race would show under the thread sanitizer, and as a wrong sum
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      trace::Recorder recorder;
      for (int i = 0; i < 2000; ++i) {
        gil.take(recorder);
        ++guarded;
        gil.drop(recorder);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(guarded, 8000);
}

TEST(Gil, AWaiterAsksAndTheOwnerThatDropsLetsItHaveTheNextTurn) {
  Gil gil;
  gil.set_switch_interval(std::chrono::microseconds(500));
  trace::Recorder mine;
  gil.take(mine);
  bool other_had_it = false;
  std::thread other([&] {
    trace::Recorder its;
    gil.take(its);
    other_had_it = true;
    gil.drop(its);
  });
  while (!gil.drop_requested()) std::this_thread::yield();
  // drop() returns only after the other has taken it, so that this take() cannot win.
  gil.drop(mine);
  gil.take(mine);
  EXPECT_TRUE(other_had_it);
  gil.drop(mine);
  other.join();
}

// A wake-up that got lost would leave one of them asleep for ever.
TEST(Gil, WhoWaitsAndWhoLetsThemAreAllWoken) {
  Gil gil;
  gil.set_switch_interval(std::chrono::microseconds(50));
  std::vector<int> turns(3);
  std::vector<std::thread> threads;
  for (int& count : turns) {
    threads.emplace_back([&gil, &count] {
      trace::Recorder recorder;
      for (; count < 300; ++count) {
        gil.take(recorder);
        if (count % 3 == 0)
          for (int i = 0; i < 1000 && !gil.drop_requested(); ++i) std::this_thread::yield();
        gil.drop(recorder);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(turns, std::vector<int>(3, 300));
}

// The thread sanitizer sees who looks at the interval.
TEST(Gil, TheSwitchIntervalChangesWhileOthersWait) {
  Gil gil;
  trace::Recorder mine;
  gil.take(mine);
  std::thread other([&gil] {
    trace::Recorder its;
    gil.take(its);
    gil.drop(its);
  });
  // The other one may have asked before this thread came to run again.
  do {
    gil.set_switch_interval(std::chrono::microseconds(50));
  } while (!gil.drop_requested());
  gil.drop(mine);
  other.join();
  EXPECT_EQ(gil.switch_interval(), std::chrono::microseconds(50));
}

// The address sanitizer sees what it leaves behind.
TEST(Gil, IsHeldAndUsableAfterItWasMadeAnew) {
  Gil gil;
  trace::Recorder recorder;
  gil.take(recorder);
  gil.make_anew();
  EXPECT_FALSE(gil.drop_requested());
  gil.drop(recorder);
  gil.take(recorder);
  gil.drop(recorder);
}

}  // namespace
}  // namespace forkscope::vm
