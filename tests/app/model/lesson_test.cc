#include "app/model/lesson.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace forkscope::app {
namespace {

namespace fs = std::filesystem;

class LessonTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("lessons_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& path, const std::string& text) {
    fs::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path) << text;
  }
  void lesson(const std::string& name, const std::string& toml = "[title]\nen = \"One\"\nko = \"하나\"\n") {
    write(name + "/lesson.toml", toml);
    write(name + "/program.py", "print(1)\n");
    write(name + "/notes.en.md", "# Notes\n");
    write(name + "/notes.ko.md", "# 노트\n");
  }

  fs::path folder_;
};

TEST_F(LessonTest, ReadsThemByNumber) {
  lesson("10_ten", "start_method = \"spawn\"\n[title]\nen = \"Ten\"\nko = \"열\"\n");
  lesson("02_two");
  write("README.md", "not a lesson");
  const auto lessons = load_lessons(folder_.string());
  ASSERT_TRUE(lessons.ok()) << lessons.error().message;
  ASSERT_EQ(lessons.value().size(), 2u);
  EXPECT_EQ(lessons.value()[0].number, 2);
  EXPECT_EQ(lessons.value()[0].start_method, "fork");
  EXPECT_EQ(lessons.value()[1].title_ko, "열");
  EXPECT_EQ(lessons.value()[1].start_method, "spawn");
  EXPECT_EQ(lessons.value()[1].notes_en, "# Notes\n");
}

TEST_F(LessonTest, ABrokenOneNamesItsFile) {
  lesson("01_one", "[title\n");
  const auto lessons = load_lessons(folder_.string());
  ASSERT_FALSE(lessons.ok());
  EXPECT_NE(lessons.error().message.find("lesson.toml"), std::string::npos);
}

TEST_F(LessonTest, AMissingPartIsNamed) {
  lesson("01_one");
  fs::remove(folder_ / "01_one/notes.ko.md");
  const auto lessons = load_lessons(folder_.string());
  ASSERT_FALSE(lessons.ok());
  EXPECT_NE(lessons.error().message.find("notes.ko.md"), std::string::npos);
}

constexpr char kTitle[] = "[title]\nen = \"One\"\nko = \"하나\"\n";

std::string question_with(const std::string& rest) {
  return std::string("mode = \"step\"\nschedule = \"main*3\"\n") + kTitle +
         "[[question]]\ntext = {en = \"Well?\", ko = \"그럼?\"}\nreason = {en = \"So\", ko = \"그래서\"}\n" +
         rest;
}

TEST_F(LessonTest, ReadsItsQuestions) {
  lesson("01_one",
         question_with(
             "when = {thread = \"main\", before = \"fd_poll\", line = 4}\nanswer = {call = \"empty\"}\n"
             "choices = [{value = \"True\"}, {value = \"*\", en = \"other\", ko = \"다른 것\"}]\n"));
  const auto lessons = load_lessons(folder_.string());
  ASSERT_TRUE(lessons.ok()) << lessons.error().message;
  const Lesson& read = lessons.value()[0];
  EXPECT_EQ(read.mode, Mode::step);
  EXPECT_EQ(read.schedule, "main*3");
  ASSERT_EQ(read.questions.size(), 1u);
  const LessonQuestion& question = read.questions[0];
  EXPECT_EQ(question.when.before, trace::EventKind::fd_poll);
  EXPECT_EQ(question.when.line, 4u);
  EXPECT_EQ(question.answer.source, AnswerSource::call);
  EXPECT_EQ(question.answer.name, "empty");
  EXPECT_EQ(question.choices[0].text.ko, "True");
  EXPECT_EQ(question.choices[1].text.ko, "다른 것");
}

TEST_F(LessonTest, AQuestionThatMakesNoSenseIsNamed) {
  const auto complaint = [this](const std::string& rest) {
    lesson("01_one", question_with(rest));
    const auto lessons = load_lessons(folder_.string());
    return lessons.ok() ? "" : lessons.error().message;
  };
  const std::string choices = "choices = [{value = \"1\"}, {value = \"2\"}]\n";
  EXPECT_NE(complaint("answer = {call = \"f\"}\n" + choices).find("'when'"), std::string::npos);
  EXPECT_NE(complaint("when = {before = \"dance\"}\nanswer = {call = \"f\"}\n" + choices).find("'when'"),
            std::string::npos);
  EXPECT_NE(complaint("when = {start = true}\nanswer = {dream = \"f\"}\n" + choices).find("'answer'"),
            std::string::npos);
  EXPECT_NE(complaint("when = {start = true}\nanswer = {call = \"f\"}\n").find("choices"), std::string::npos);
  EXPECT_EQ(complaint("when = {start = true}\nanswer = {exit_code = \"main\"}\nnumber = true\n"), "");
}

TEST_F(LessonTest, NoFolder) {
  EXPECT_FALSE(load_lessons((folder_ / "nowhere").string()).ok());
}

TEST(Lessons, OursCanBeRead) {
  const auto lessons = load_lessons(LESSONS);
  ASSERT_TRUE(lessons.ok()) << lessons.error().message;
  EXPECT_GE(lessons.value().size(), 15u);
  for (const Lesson& lesson : lessons.value()) {
    EXPECT_FALSE(lesson.notes_en.empty()) << lesson.folder;
    EXPECT_NE(lesson.notes_en, lesson.notes_ko) << lesson.folder;
    EXPECT_EQ(std::count(lesson.notes_en.begin(), lesson.notes_en.end(), '#'),
              std::count(lesson.notes_ko.begin(), lesson.notes_ko.end(), '#'))
        << lesson.folder << ": the notes have other parts";
  }
}

}  // namespace
}  // namespace forkscope::app
