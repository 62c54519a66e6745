#include "app/model/console.h"

#include <gtest/gtest.h>

#include "tests/support/trace_script.h"

namespace forkscope::app {
namespace {

class ConsoleTest : public testing::Test {
 protected:
  ConsoleTest() : first_(script_.process("MainProcess")), second_(script_.process("Process-1", 0, first_)) {}

  void print(test::ScriptThread by, const std::string& text, int descriptor = 1) {
    script_.note(by, trace::EventKind::stream_write, 0, descriptor, 0, text).result =
        static_cast<std::int64_t>(text.size());
  }
  void update() {
    script_.fill(store_);
    console_.update(store_);
  }

  test::TraceScript script_;
  test::ScriptThread first_, second_;
  trace::Store store_;
  ConsoleLines console_;
};

TEST_F(ConsoleTest, PiecesMakeLines) {
  print(first_, "one ");
  print(second_, "two\nthree\n");
  print(first_, "four", 2);
  update();
  ASSERT_EQ(console_.lines().size(), 3u);
  ASSERT_EQ(console_.lines()[0].segments.size(), 2u);
  EXPECT_EQ(console_.lines()[0].segments[1].process, second_.process);
  EXPECT_EQ(console_.lines()[1].segments[0].text, "three");
  EXPECT_TRUE(console_.lines()[2].segments[0].is_error);
}

TEST_F(ConsoleTest, AnEmptyLineIsALine) {
  print(first_, "a\n\nb\n");
  update();
  ASSERT_EQ(console_.lines().size(), 3u);
  EXPECT_EQ(console_.lines()[1].segments[0].text, "");
}

TEST_F(ConsoleTest, AnEarlierMomentIsAPrefix) {
  print(first_, "a\n");
  print(first_, "b");
  print(first_, "c\n");
  update();
  EXPECT_EQ(console_.count_at(0), 0u);
  EXPECT_EQ(console_.count_at(1), 1u);
  EXPECT_EQ(console_.count_at(2), 2u);
  EXPECT_EQ(console_.count_at(3), 2u);
}

TEST_F(ConsoleTest, BeginsAnewWithANewStore) {
  print(first_, "a\n");
  update();
  const trace::Store empty;
  console_.update(empty);
  EXPECT_TRUE(console_.lines().empty());
}

}  // namespace
}  // namespace forkscope::app
