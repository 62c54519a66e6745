#include "app/model/cursor.h"

#include <gtest/gtest.h>

#include "tests/support/trace_script.h"

namespace forkscope::app {
namespace {

class CursorTest : public testing::Test {
 protected:
  void SetUp() override {
    script_.step = 1'000;
    const auto process = script_.process("MainProcess");
    for (int i = 0; i < 100; ++i) script_.take_gil(process);
    script_.fill(store_);
    cursor_.follow(store_, true);
  }

  std::int64_t span() const { return cursor_.window().end_ns - cursor_.window().begin_ns; }

  test::TraceScript script_;
  trace::Store store_;
  TimeCursor cursor_;
};

TEST_F(CursorTest, FollowsTheNewestEvent) {
  EXPECT_TRUE(cursor_.live());
  EXPECT_EQ(cursor_.time_ns(), store_.end_ns());
  EXPECT_GE(cursor_.window().end_ns, store_.end_ns());
  EXPECT_LE(cursor_.window().begin_ns, store_.begin_ns());
}

TEST_F(CursorTest, StepsFromEventToEventAndBack) {
  cursor_.step(-1, store_);
  EXPECT_FALSE(cursor_.live());
  EXPECT_EQ(cursor_.time_ns(), store_.end_ns() - 1'000);
  cursor_.step(-1, store_);
  EXPECT_EQ(cursor_.time_ns(), store_.end_ns() - 2'000);
  cursor_.step(1, store_);
  EXPECT_EQ(cursor_.time_ns(), store_.end_ns() - 1'000);
}

TEST_F(CursorTest, StaysInsideTheRun) {
  cursor_.move(-5, store_);
  EXPECT_EQ(cursor_.time_ns(), store_.begin_ns());
  cursor_.step(-1, store_);
  EXPECT_EQ(cursor_.time_ns(), store_.begin_ns());
  cursor_.move(store_.end_ns() + 5, store_);
  EXPECT_EQ(cursor_.time_ns(), store_.end_ns());
  cursor_.step(1, store_);
  EXPECT_EQ(cursor_.time_ns(), store_.end_ns());
}

TEST_F(CursorTest, AMovedCursorDoesNotFollow) {
  cursor_.move(5'000, store_);
  cursor_.follow(store_, true);
  EXPECT_EQ(cursor_.time_ns(), 5'000);
  cursor_.to_now(store_);
  EXPECT_TRUE(cursor_.live());
}

TEST_F(CursorTest, ZoomKeepsTheCursorsPlace) {
  cursor_.move(50'000, store_);
  const double before = static_cast<double>(50'000 - cursor_.window().begin_ns) / static_cast<double>(span());
  const std::int64_t whole = span();
  cursor_.zoom(0.5);
  EXPECT_NEAR(static_cast<double>(span()), static_cast<double>(whole) / 2, 2);
  const double after = static_cast<double>(50'000 - cursor_.window().begin_ns) / static_cast<double>(span());
  EXPECT_NEAR(before, after, 0.001);
  for (int i = 0; i < 100; ++i) cursor_.zoom(0.5);
  EXPECT_GE(span(), 1'000);
  for (int i = 0; i < 200; ++i) cursor_.zoom(2);
  EXPECT_LE(span(), 7'200'000'000'000);
}

TEST_F(CursorTest, FitShowsEverything) {
  cursor_.zoom(0.1);
  cursor_.fit(store_);
  EXPECT_LE(cursor_.window().begin_ns, store_.begin_ns());
  EXPECT_GE(cursor_.window().end_ns, store_.end_ns());
}

TEST_F(CursorTest, AStepOutOfViewBringsTheCursorBackIntoView) {
  cursor_.move(10'000, store_);
  cursor_.set_window(TimeWindow{60'000, 70'000, false});
  cursor_.step(1, store_);
  EXPECT_GE(cursor_.time_ns(), cursor_.window().begin_ns);
  EXPECT_LE(cursor_.time_ns(), cursor_.window().end_ns);
}

TEST(Cursor, AnEmptyStoreIsNoTrouble) {
  const trace::Store store;
  TimeCursor cursor;
  cursor.follow(store, true);
  cursor.step(-1, store);
  cursor.step(1, store);
  cursor.fit(store);
  EXPECT_TRUE(cursor.live());
}

}  // namespace
}  // namespace forkscope::app
