#include "tests/core/trace/fold_fixture.h"

namespace forkscope::test {
namespace {

using trace::Answer;
using trace::EventKind;
using trace::Question;

class FoldAnswersTest : public FoldTest {
 protected:
  void send(int number) {
    script_.take(feeder_, queue_, number);
    script_.pickle(feeder_, queue_, number, 5);
    script_.write(feeder_, queue_, number, 5);
  }
  Answer only_answer() {
    const std::vector<Answer> all = answers();
    EXPECT_EQ(all.size(), 1u);
    return all.empty() ? Answer{} : all.back();
  }
};

TEST_F(FoldAnswersTest, EmptyIsWrongWhileItemsAreInBufferAndHand) {
  script_.buffer(main_, queue_, 1, "'red'");
  script_.buffer(main_, queue_, 2, "'blue'");
  script_.take(feeder_, queue_, 1);
  script_.ask_empty(main_, queue_, false);
  const Answer answer = only_answer();
  EXPECT_TRUE(answer.wrong);
  EXPECT_EQ(answer.question, Question::empty);
  EXPECT_EQ(answer.queued, 2);
  EXPECT_EQ(answer.in_buffer, 1);
  EXPECT_EQ(answer.in_hand, 1);
  EXPECT_EQ(answer.in_pipe, 0);
  EXPECT_EQ(queue().asked[0], 1u);
  EXPECT_EQ(queue().wrong[0], 1u);
}

TEST_F(FoldAnswersTest, TheAnswerIsJudgedAtThePollNotWhenItIsReturned) {
  script_.buffer(main_, queue_, 1, "'red'");
  script_.take(feeder_, queue_, 1);
  script_.pickle(feeder_, queue_, 1, 5);
  script_.note(main_, EventKind::queue_asks, queue_.queue, 0);
  const std::int64_t polled_ns = script_.now;
  script_.request(main_, EventKind::fd_poll, queue_.pipe, 3, 0, 0);
  script_.acquire(feeder_, queue_.writer_lock);
  const std::int64_t written_ns = script_.now;
  script_.request(feeder_, EventKind::fd_write, queue_.pipe, 4, 9, 9);
  script_.note(main_, EventKind::queue_answers, queue_.queue, 0, 1);
  const Answer answer = only_answer();
  EXPECT_TRUE(answer.wrong);
  EXPECT_EQ(answer.in_hand, 1);
  EXPECT_EQ(answer.time_ns, polled_ns);
  EXPECT_EQ(answer.stayed_wrong_ns, written_ns - polled_ns);
}

TEST_F(FoldAnswersTest, APollThatRanWhileTheItemWasWrittenCameBeforeIt) {
  script_.buffer(main_, queue_, 1, "'red'");
  script_.take(feeder_, queue_, 1);
  script_.pickle(feeder_, queue_, 1, 5);
  script_.note(main_, EventKind::queue_asks, queue_.queue, 0);
  const std::int64_t began_ns = script_.now;
  script_.write(feeder_, queue_, 1, 5);
  script_.request(main_, EventKind::fd_poll, queue_.pipe, 3, 0, 0).began_ns = began_ns;
  script_.note(main_, EventKind::queue_answers, queue_.queue, 0, 1);
  const Answer answer = only_answer();
  EXPECT_TRUE(answer.wrong);
  EXPECT_EQ(answer.in_hand, 1);
  EXPECT_EQ(answer.in_pipe, 0);
  EXPECT_GE(answer.time_ns, began_ns);
  EXPECT_GE(answer.stayed_wrong_ns, 0);
}

TEST_F(FoldAnswersTest, AnItemThatSomebodyHasBegunToReadIsNobodyElses) {
  script_.buffer(main_, queue_, 1, "'red'");
  send(1);
  const ScriptThread other = script_.process("Process-1", 0, main_);
  script_.acquire(other, queue_.reader_lock);
  script_.request(other, EventKind::fd_read, queue_.pipe, 3, 4, 4);
  script_.ask_empty(main_, queue_, false);
  const Answer answer = only_answer();
  EXPECT_FALSE(answer.wrong);
  EXPECT_EQ(answer.being_read, 1);
  EXPECT_EQ(answer.queued, 0);
}

TEST_F(FoldAnswersTest, AReadNotedLateIsNotALie) {
  script_.buffer(main_, queue_, 1, "'red'");
  send(1);
  const ScriptThread other = script_.process("Process-1", 0, main_);
  script_.acquire(other, queue_.reader_lock);
  script_.ask_empty(main_, queue_, false);
  script_.read(other, queue_, 5);
  EXPECT_FALSE(only_answer().wrong);
}

TEST_F(FoldAnswersTest, TrueForAnEmptyQueueAndFalseForAFullPipeAreRight) {
  script_.ask_empty(main_, queue_, false);
  script_.buffer(main_, queue_, 1, "'red'");
  send(1);
  script_.ask_empty(main_, queue_, true);
  for (const Answer& answer : answers()) EXPECT_FALSE(answer.wrong);
  EXPECT_EQ(queue().asked[0], 2u);
}

TEST_F(FoldAnswersTest, GetRaisesEmptyBecauseAnotherHoldsTheReaderLock) {
  script_.buffer(main_, queue_, 1, "'red'");
  script_.buffer(main_, queue_, 2, "'blue'");
  send(1);
  send(2);
  const ScriptThread owner = script_.process("Process-1", 0, main_);
  const ScriptThread refused = script_.process("Process-2", 0, main_);
  script_.acquire(owner, queue_.reader_lock);
  script_.get_refused_by_lock(refused, queue_);
  const Answer answer = only_answer();
  EXPECT_TRUE(answer.wrong);
  EXPECT_TRUE(answer.lock_refused);
  EXPECT_EQ(answer.lock_owner, owner.thread);
  EXPECT_EQ(answer.in_pipe, 2);
  EXPECT_EQ(answer.question, Question::get);
  EXPECT_EQ(answer.stayed_wrong_ns, -1);
}

TEST_F(FoldAnswersTest, GetRaisesEmptyBecauseTheFeederIsLate) {
  script_.buffer(main_, queue_, 1, "'red'");
  script_.get_finds_nothing(main_, queue_);
  const Answer answer = only_answer();
  EXPECT_TRUE(answer.wrong);
  EXPECT_FALSE(answer.lock_refused);
  EXPECT_EQ(answer.in_buffer, 1);
}

TEST_F(FoldAnswersTest, GetThatIsServedAfterAPollIsRight) {
  script_.buffer(main_, queue_, 1, "'red'");
  send(1);
  script_.note(main_, EventKind::queue_asks, queue_.queue, 3);
  script_.acquire(main_, queue_.reader_lock);
  script_.request(main_, EventKind::fd_poll, queue_.pipe, 3, 0, 1);
  script_.read(main_, queue_, 5);
  script_.release(main_, queue_.slots);
  script_.release(main_, queue_.reader_lock);
  script_.note(main_, EventKind::queue_answers, queue_.queue, 3, 1);
  EXPECT_FALSE(only_answer().wrong);
}

TEST_F(FoldAnswersTest, FullIsRightWhileNoSlotIsFreeAndWrongOtherwise) {
  TraceScript script;
  const ScriptThread main = script.process("MainProcess");
  const ScriptQueue small = script.queue(main, "q", 1);
  const auto refuse = [&] {
    script.note(main, EventKind::queue_asks, small.queue, 4);
    script.acquire(main, small.slots, false);
    script.note(main, EventKind::queue_answers, small.queue, 4, 0);
  };
  script.buffer(main, small, 1, "1");
  refuse();
  EXPECT_EQ(fold_all(script.events()).queues.at(small.queue).wrong[4], 0u);
  script.release(main, small.slots);
  refuse();
  EXPECT_EQ(fold_all(script.events()).queues.at(small.queue).wrong[4], 1u);
}

TEST_F(FoldAnswersTest, QsizeAndFullAreNeverWrongByThemselves) {
  script_.buffer(main_, queue_, 1, "'red'");
  for (const int question : {1, 2}) {
    script_.note(main_, EventKind::queue_asks, queue_.queue, question);
    script_.note(main_, EventKind::queue_answers, queue_.queue, question, 0);
  }
  for (const Answer& answer : answers()) EXPECT_FALSE(answer.wrong);
}

TEST_F(FoldAnswersTest, AnswersThatWereNeverAskedAreIgnored) {
  script_.note(main_, EventKind::queue_answers, queue_.queue, 0, 1);
  script_.note(main_, EventKind::queue_asks, queue_.queue, 77);
  script_.note(main_, EventKind::queue_answers, queue_.queue, 77, 1);
  EXPECT_TRUE(answers().empty());
}

}  // namespace
}  // namespace forkscope::test
