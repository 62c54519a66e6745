#include "app/model/prediction.h"

#include <gtest/gtest.h>

#include "tests/support/trace_script.h"

namespace forkscope::app {
namespace {

using trace::Event;
using trace::EventKind;

LessonQuestion question(AnswerSource source, const std::string& name, std::uint32_t line) {
  LessonQuestion made;
  made.when.line = line;
  made.when.thread = "main";
  made.text = made.reason = {"text", "글"};
  made.choices = {{"True", {"True", "True"}}, {"*", {"other", "다른 것"}}};
  made.answer = {source, name};
  return made;
}

NextMove at_line(std::uint32_t line, bool can_move = true) {
  NextMove move;
  move.thread = "main";
  move.id = 1;
  move.line = line;
  move.can_move = can_move;
  return move;
}

// A stepped program whose calls are events of a store; each step adds some.
class PredictionTest : public testing::Test {
 protected:
  void step(std::initializer_list<Event> events, const NextMove& next) {
    const std::uint64_t begin = store_.size();
    for (Event event : events) {
      event.time_ns = event.began_ns = static_cast<std::int64_t>(store_.size() + 1) * 1000;
      event.process = event.thread = 1;
      store_.append(&event, 1);
    }
    steps_.push_back({.entry = "main", .thread = 1, .first_event = begin, .end_event = store_.size()});
    moves_.push_back(next);
    view_.count = steps_.size();
    show(steps_.size());
  }
  void begin(const NextMove& next) {
    moves_ = {next};
    view_.active = true;
    show(0);
  }
  void show(std::size_t position) {
    view_.position = position;
    view_.steps = &steps_;
    view_.last = position == 0 ? nullptr : &steps_[position - 1];
    view_.moves = {moves_[position]};
    prediction_.show_step(view_, store_, 0);
  }
  Event call(EventKind kind, const std::string& text) {
    store_.set_string(++strings_, text);
    Event event;
    event.kind = kind;
    event.string = strings_;
    return event;
  }
  PredictionState state() const { return prediction_.view().state; }

  trace::Store store_;
  std::vector<DoneStep> steps_;
  std::vector<NextMove> moves_;
  StepView view_;
  Prediction prediction_;
  base::StringId strings_ = 0;
};

TEST_F(PredictionTest, AsksBeforeTheLineAndJudgesByTheCallThatWasUnderWay) {
  const std::vector<LessonQuestion> questions{question(AnswerSource::call, "empty", 14)};
  prediction_.begin(questions);
  begin(at_line(12));
  EXPECT_EQ(state(), PredictionState::none);
  step({call(EventKind::call_begins, "empty()")}, at_line(14));
  EXPECT_EQ(state(), PredictionState::asked);
  EXPECT_EQ(prediction_.choices(), (std::vector<std::string>{"True", "*"}));
  prediction_.choose("True");
  show(1);
  EXPECT_EQ(prediction_.view().chosen, "True");
  step({}, at_line(14));
  EXPECT_EQ(state(), PredictionState::waiting);
  step({call(EventKind::call_ends, "True")}, at_line(15));
  EXPECT_EQ(state(), PredictionState::judged);
  EXPECT_TRUE(prediction_.view().is_right);
  EXPECT_EQ(prediction_.view().answer, "True");
  EXPECT_EQ(prediction_.view().right, 1);
  EXPECT_EQ(prediction_.view().judged, 1);
}

TEST_F(PredictionTest, GoingBackOpensTheQuestionAgain) {
  const std::vector<LessonQuestion> questions{question(AnswerSource::call, "empty", 14)};
  prediction_.begin(questions);
  begin(at_line(12));
  step({}, at_line(14));
  prediction_.choose("True");
  step({call(EventKind::call_begins, "empty()"), call(EventKind::call_ends, "False")}, at_line(15));
  EXPECT_EQ(state(), PredictionState::judged);
  EXPECT_FALSE(prediction_.view().is_right);
  show(1);
  EXPECT_EQ(state(), PredictionState::asked);
  EXPECT_EQ(prediction_.view().judged, 1);
  prediction_.choose("*");  // whatever no other choice is
  show(2);
  EXPECT_TRUE(prediction_.view().is_right);
  EXPECT_EQ(prediction_.view().right, 1);
  show(0);
  EXPECT_EQ(state(), PredictionState::none);
  show(1);
  EXPECT_EQ(state(), PredictionState::asked);
  EXPECT_EQ(prediction_.view().chosen, "");
}

TEST_F(PredictionTest, WhoDoesNotChooseIsNotJudged) {
  const std::vector<LessonQuestion> questions{question(AnswerSource::call, "empty", 14)};
  prediction_.begin(questions);
  begin(at_line(14));
  EXPECT_EQ(state(), PredictionState::asked);
  step({call(EventKind::call_begins, "empty()"), call(EventKind::call_ends, "True")}, at_line(15));
  EXPECT_EQ(state(), PredictionState::none);
  EXPECT_EQ(prediction_.view().judged, 0);
  prediction_.choose("True");
  show(1);
  EXPECT_EQ(state(), PredictionState::none);
}

TEST_F(PredictionTest, WhoCannotMoveIsNotAskedAbout) {
  const std::vector<LessonQuestion> questions{question(AnswerSource::call, "empty", 14)};
  prediction_.begin(questions);
  begin(at_line(14, false));
  EXPECT_EQ(state(), PredictionState::none);
}

Event printed(Event text) {
  text.kind = EventKind::stream_write;
  text.a = 1;
  return text;
}

TEST_F(PredictionTest, WhatIsPrintedAndWhatIsNot) {
  const std::vector<LessonQuestion> questions{question(AnswerSource::printed, "red", 2)};
  prediction_.begin(questions);
  begin(at_line(2));
  prediction_.choose("True");
  step({printed(call(EventKind::stream_write, "blue\n"))}, at_line(3));
  EXPECT_EQ(state(), PredictionState::waiting);
  view_.end = PathEnd::ended;
  show(1);
  EXPECT_EQ(state(), PredictionState::judged);
  EXPECT_EQ(prediction_.view().answer, "False");
}

TEST_F(PredictionTest, TheNextLineIsWholeBeforeItCounts) {
  const std::vector<LessonQuestion> questions{question(AnswerSource::next_line, "", 2)};
  prediction_.begin(questions);
  begin(at_line(2));
  prediction_.choose("True");
  step({printed(call(EventKind::stream_write, "Tr"))}, at_line(2));
  EXPECT_EQ(state(), PredictionState::waiting);
  step({printed(call(EventKind::stream_write, "ue\nmore"))}, at_line(2));
  EXPECT_EQ(state(), PredictionState::judged);
  EXPECT_TRUE(prediction_.view().is_right);
}

TEST_F(PredictionTest, StuckIsAnAnswer) {
  const std::vector<LessonQuestion> questions{question(AnswerSource::stuck, "", 2)};
  prediction_.begin(questions);
  begin(at_line(2));
  prediction_.choose("True");
  step({}, at_line(2, false));
  EXPECT_EQ(state(), PredictionState::waiting);
  view_.end = PathEnd::stuck;
  show(1);
  EXPECT_TRUE(prediction_.view().is_right);
}

TEST_F(PredictionTest, BeforeARunThatIsFree) {
  LessonQuestion one = question(AnswerSource::exit_code, "main", 0);
  one.when = {};
  one.when.start = true;
  one.choices = {};
  one.is_number = true;
  const std::vector<LessonQuestion> questions{one};
  prediction_.begin(questions);
  AskedRun run{.store = store_};
  prediction_.show_run(run, false);
  EXPECT_EQ(state(), PredictionState::asked);
  prediction_.choose("3");
  prediction_.show_run(run, true);
  EXPECT_EQ(state(), PredictionState::waiting);
  run.is_over = true;
  run.exit_code = 3;
  prediction_.show_run(run, true);
  EXPECT_EQ(state(), PredictionState::judged);
  EXPECT_TRUE(prediction_.view().is_right);
}

}  // namespace
}  // namespace forkscope::app
