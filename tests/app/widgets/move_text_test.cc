#include "app/widgets/move_text.h"

#include <gtest/gtest.h>

#include "app/widgets/catalogue.h"
#include "app/widgets/i18n.h"
#include "app/widgets/move_words.h"
#include "app/widgets/object_text.h"
#include "tests/support/trace_script.h"

namespace forkscope::app {
namespace {

using trace::EventKind;

std::vector<EventKind> all_requests() {
  std::vector<EventKind> kinds;
  for (std::uint16_t number = 1; number < static_cast<std::uint16_t>(EventKind::first_note); ++number)
    kinds.push_back(static_cast<EventKind>(number));
  return kinds;
}

class MoveTextTest : public ::testing::Test {
 protected:
  MoveTextTest() { set_locale_folder(LOCALE_FOLDER); }
  ~MoveTextTest() override { set_language("en"); }

  void fill() {
    script_.fill(store_);
    world_ = store_.now();
  }
  MoveText text(EventKind kind, base::ObjectId object) {
    return move_text(store_, world_, MoveFacts{kind, object, 0, {}});
  }

  test::TraceScript script_;
  test::ScriptThread main_ = script_.process("MainProcess");
  test::ScriptQueue queue_ = script_.queue(main_, "q");
  test::ScriptThread feeder_ = script_.thread(main_, "QueueFeederThread");
  trace::Store store_;
  trace::World world_;
};

TEST_F(MoveTextTest, EveryRequestHasWordsInBothLanguages) {
  fill();
  ASSERT_GE(all_requests().size(), 40u);
  for (const EventKind kind : all_requests()) {
    const std::string name(trace::info(kind).name);
    const MoveWords* words = find_words(kind, ObjectRole::unknown);
    ASSERT_NE(words, nullptr) << name;
    EXPECT_EQ(words->role, ObjectRole::unknown) << name;
    set_language("en");
    const MoveText english = text(kind, 0);
    set_language("ko");
    const MoveText korean = text(kind, 0);
    EXPECT_FALSE(english.what.empty() || english.why.empty()) << name;
    EXPECT_NE(korean.what, english.what) << name;
    EXPECT_NE(korean.why, english.why) << name;
  }
}

TEST_F(MoveTextTest, EveryRowOfTheTableIsReachedAndTranslated) {
  set_language("ko");
  for (const MoveWords& words : move_words()) {
    EXPECT_EQ(find_words(words.kind, words.role), &words) << words.what;
    EXPECT_STRNE(tr(words.what), words.what);
    EXPECT_STRNE(tr(words.why), words.why);
  }
}

TEST_F(MoveTextTest, AQueuesPartsAreCalledByWhatTheyAreFor) {
  fill();
  EXPECT_EQ(text(EventKind::sem_acquire, queue_.slots).what, "takes one of the slots of q");
  EXPECT_EQ(text(EventKind::sem_acquire, queue_.reader_lock).what, "takes the reader lock of q");
  EXPECT_EQ(text(EventKind::sem_release, queue_.writer_lock).what, "gives back the writer lock of q");
  EXPECT_EQ(text(EventKind::fd_poll, queue_.pipe).what, "looks whether the pipe of q has something");
  EXPECT_NE(text(EventKind::fd_poll, 0).what, text(EventKind::fd_poll, queue_.pipe).what);
}

TEST_F(MoveTextTest, BytesAndPrintedTextAreTold) {
  fill();
  EXPECT_EQ(move_text(store_, world_, MoveFacts{EventKind::fd_write, queue_.pipe, 22, {}}).what,
            "writes to the pipe of q (22 bytes)");
  EXPECT_EQ(move_text(store_, world_, MoveFacts{EventKind::stream_write, 0, 0, "nothing to do\n"}).what,
            "prints \"nothing to do\"");
}

TEST_F(MoveTextTest, WhoWaitsSaysForWhatAndWhoHasIt) {
  script_.acquire(main_, queue_.reader_lock);
  fill();
  EXPECT_EQ(waiting_text(store_, world_, EventKind::sem_acquire, queue_.reader_lock),
            "waits for the reader lock of q, held by MainThread");
  EXPECT_EQ(waiting_text(store_, world_, EventKind::fd_read, queue_.pipe), "waits for an item in the pipe");
  EXPECT_EQ(waiting_text(store_, world_, EventKind::fd_write, queue_.pipe), "waits for room in the pipe");
  EXPECT_EQ(waiting_text(store_, world_, EventKind::process_wait, 0), "waits for a process to end");
}

TEST_F(MoveTextTest, ALockOfAKilledProcessIsSaidToBeLost) {
  const test::ScriptThread child = script_.process("Process-1", 0, main_);
  script_.acquire(child, queue_.reader_lock);
  script_.process_ended(child.process, -9);
  fill();
  EXPECT_EQ(waiting_text(store_, world_, EventKind::sem_acquire, queue_.reader_lock),
            "waits for the reader lock of q, held by Process-1 (killed: never given back)");
}

TEST_F(MoveTextTest, NotesTellTheWayOfAnItem) {
  script_.buffer(main_, queue_, 1, "'red'");
  script_.take(feeder_, queue_, 1);
  fill();
  std::vector<std::string> told;
  for (std::uint64_t i = 0; i < store_.size(); ++i)
    if (const std::string text = note_text(store_, store_.event(i)); !text.empty()) told.push_back(text);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[0], "'red' is in the buffer now. Only this process can see it.");
  EXPECT_EQ(told[1], "The feeder has 'red' in its hand: it is neither in the buffer nor in the pipe.");
}

}  // namespace
}  // namespace forkscope::app
