#include "app/model/personality.h"

#include <gtest/gtest.h>

namespace forkscope::app {
namespace {

Personality shown(const char* version, const char* system) {
  return Personality{version, system, false};
}

TEST(Personality, OnlyWhatDiffersIsImitated) {
  EXPECT_FALSE(Personality().imitates());
  EXPECT_TRUE(shown("3.12", "linux").imitates());
  EXPECT_TRUE(shown("3.11", "macos").imitates());
  EXPECT_TRUE((Personality{"3.11", "linux", true}.imitates()));
}

TEST(Personality, TheUsualStartMethodComesFirst) {
  EXPECT_EQ(start_methods(Personality()).front(), "fork");
  EXPECT_EQ(start_methods(shown("3.14", "linux")).front(), "forkserver");
  EXPECT_EQ(start_methods(shown("3.14", "macos")).front(), "spawn");
  EXPECT_EQ(start_methods(shown("3.14", "windows")), std::vector<std::string>{"spawn"});
}

TEST(Personality, ALessonGetsItsStartMethodWhereThereIsOne) {
  EXPECT_EQ(start_method_for(Personality(), "spawn"), "spawn");
  EXPECT_EQ(start_method_for(shown("3.11", "macos"), "fork"), "spawn");
  EXPECT_EQ(start_method_for(shown("3.11", "windows"), "forkserver"), "spawn");
}

TEST(Personality, KeysGoRound) {
  EXPECT_EQ(next_of(python_versions(), "3.11"), "3.12");
  EXPECT_EQ(next_of(python_versions(), "3.14"), "3.11");
  EXPECT_EQ(next_of(systems(), "no such"), "linux");
}

}  // namespace
}  // namespace forkscope::app
