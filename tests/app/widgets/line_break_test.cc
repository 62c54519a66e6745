#include "app/widgets/line_break.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace forkscope::test {
namespace {

using app::break_lines;
using ::testing::ElementsAre;

// Every character is one wide.
float measure(std::string_view text) {
  return static_cast<float>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

TEST(LineBreakTest, BreaksBetweenWordsAndNeverInsideANumber) {
  EXPECT_THAT(break_lines("wrong for 87.0 µs, then right", 13, measure),
              ElementsAre("wrong for", "87.0 µs, then", "right"));
}

TEST(LineBreakTest, KeepsNewlinesAndEmptyLines) {
  EXPECT_THAT(break_lines("one\n\ntwo", 10, measure), ElementsAre("one", "", "two"));
  EXPECT_THAT(break_lines("", 10, measure), ElementsAre(""));
}

TEST(LineBreakTest, CutsAWordThatIsWiderThanALineBetweenCharacters) {
  EXPECT_THAT(break_lines("프로세스가 끝난다", 3, measure), ElementsAre("프로세", "스가", "끝난다"));
}

TEST(LineBreakTest, LosesNothingButSpacesAndFits) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::size_t length = random() % 60; text.size() < length;) text += " ab.,c\n"[random() % 7];
    const float width = static_cast<float>(1 + random() % 12);
    std::string joined;
    for (const std::string_view line : break_lines(text, width, measure)) {
      EXPECT_LE(measure(line), std::max(width, 1.0f)) << text;
      joined += line;
    }
    const auto without_spaces = [](std::string value) {
      std::erase_if(value, [](char c) { return c == ' ' || c == '\n'; });
      return value;
    };
    EXPECT_EQ(without_spaces(joined), without_spaces(text));
  }
}

}  // namespace
}  // namespace forkscope::test
