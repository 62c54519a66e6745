#include "app/model/lesson.h"

#include <gtest/gtest.h>

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

TEST_F(LessonTest, NoFolder) {
  EXPECT_FALSE(load_lessons((folder_ / "nowhere").string()).ok());
}

TEST(Lessons, OursCanBeRead) {
  const auto lessons = load_lessons(LESSONS);
  ASSERT_TRUE(lessons.ok()) << lessons.error().message;
  EXPECT_GE(lessons.value().size(), 4u);
}

}  // namespace
}  // namespace forkscope::app
