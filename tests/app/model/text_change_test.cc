#include "app/model/text_change.h"

#include <gtest/gtest.h>

namespace forkscope::app {
namespace {

// "a", "-b", "+c": what is common, removed and added.
std::string shown(const std::vector<std::string>& older, const std::vector<std::string>& newer) {
  std::string text;
  for (const ChangedLine& line : changes_between(older, newer)) {
    if (!text.empty()) text += ' ';
    text += line.change == LineChange::removed ? "-" : line.change == LineChange::added ? "+" : "";
    text += line.text + std::to_string(line.number);
  }
  return text;
}

TEST(TextChange, LinesMoved) {
  EXPECT_EQ(shown({"a", "s", "t", "j", "k", "z"}, {"a", "s", "j", "t", "k", "z"}), "a1 s2 -t3 j3 +t4 k5 z6");
}

TEST(TextChange, NothingAndEverything) {
  EXPECT_EQ(shown({}, {}), "");
  EXPECT_EQ(shown({"a", "b"}, {"a", "b"}), "a1 b2");
  EXPECT_EQ(shown({}, {"a", "b"}), "+a1 +b2");
  EXPECT_EQ(shown({"a", "b"}, {}), "-a1 -b2");
  EXPECT_EQ(shown({"a", "a"}, {"a"}), "a1 -a2");
}

TEST(TextChange, OfLongTextsOnlyWhatIsBetween) {
  std::vector<std::string> older(3000, "x"), newer(3000, "x");
  for (std::size_t line = 1; line < 2999; ++line) {
    older[line] = "o" + std::to_string(line);
    newer[line] = "n" + std::to_string(line);
  }
  const std::vector<ChangedLine> lines = changes_between(older, newer);
  ASSERT_EQ(lines.size(), 5998u);
  EXPECT_EQ(lines.front().change, LineChange::same);
  EXPECT_EQ(lines[1].change, LineChange::removed);
  EXPECT_EQ(lines[5996].change, LineChange::added);
  EXPECT_EQ(lines.back().number, 3000u);
}

}  // namespace
}  // namespace forkscope::app
