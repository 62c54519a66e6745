#include "app/model/library_view.h"

#include <gtest/gtest.h>

namespace forkscope::app {
namespace {

NextMove inside(base::ThreadId id, const std::string& thread, const std::string& file, std::uint32_t line) {
  NextMove move;
  move.id = id;
  move.thread = thread;
  move.can_move = id != 3;
  move.library_file = file;
  move.library_function = "Queue.put";
  move.library_line = line;
  return move;
}

class LibraryViewTest : public testing::Test {
 protected:
  LibraryViewTest() {
    step_.moves = {inside(1, "main", "queue.py", 10), inside(2, "feeder", "threading.py", 20),
                   inside(3, "Process-1", "queue.py", 30), inside(4, "Process-2", "", 0)};
    step_.suggested = "feeder";
  }
  StepView step_;
};

TEST_F(LibraryViewTest, TheSelectedThreadComesFirst) {
  Selection selection;
  selection.thread = 3;
  const LibraryView view = library_view(step_, selection);
  EXPECT_EQ(view.thread, 3u);
  EXPECT_EQ(view.file, "queue.py");
  EXPECT_EQ(view.line, 30u);
  ASSERT_EQ(view.marks.size(), 2u);
  EXPECT_EQ(view.marks[0].line, 10u);
  EXPECT_FALSE(view.marks[0].waits);
  EXPECT_TRUE(view.marks[1].waits);
}

TEST_F(LibraryViewTest, ThenWhoMovedLastThenWhoWouldMoveNext) {
  EXPECT_EQ(library_view(step_, {}).thread, 2u);
  const DoneStep last{.entry = "main", .thread = 1};
  step_.last = &last;
  EXPECT_EQ(library_view(step_, {}).thread, 1u);
}

TEST_F(LibraryViewTest, WhoIsInTheProgramIsNotShown) {
  Selection selection;
  selection.thread = 4;
  EXPECT_EQ(library_view(step_, selection).thread, 2u);
  step_.moves = {step_.moves.back()};
  EXPECT_EQ(library_view(step_, selection).thread, 0u);
}

}  // namespace
}  // namespace forkscope::app
