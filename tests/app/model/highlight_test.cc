#include "app/model/highlight.h"

#include <gtest/gtest.h>

#include <string>

namespace forkscope::app {
namespace {

// One letter a byte: k keyword, s string, n number, c comment, f function name, . plain.
std::string inks(std::string_view line, InkState& state) {
  std::string letters(line.size(), '?');
  for (const InkRun& run : highlight(line, state))
    for (std::uint32_t at = run.begin; at < run.end; ++at) letters[at] = ".ksncf"[static_cast<int>(run.ink)];
  return letters;
}
std::string inks(std::string_view line) {
  InkState state;
  return inks(line, state);
}

TEST(Highlight, Words) {
  EXPECT_EQ(inks("if q.empty():"), "kk...fffff...");
  EXPECT_EQ(inks("iffy = 12_0"), ".......nnnn");
}

TEST(Highlight, StringsAndComments) {
  EXPECT_EQ(inks("x = 'a#b' # c"), "....sssss.ccc");
  EXPECT_EQ(inks(R"("a\"b")"), "ssssss");
  EXPECT_EQ(inks("f'{x}'"), "ssssss");
  EXPECT_EQ(inks("'open"), "sssss");
}

TEST(Highlight, ATripleQuotedStringReachesIntoTheNextLines) {
  InkState state;
  EXPECT_EQ(inks("x = '''a", state), "....ssss");
  EXPECT_EQ(inks("if 'b' #", state), "ssssssss");
  EXPECT_EQ(inks("c''' + 1", state), "ssss...n");
}

TEST(Highlight, DamagedUtf8IsNoTrouble) {
  EXPECT_EQ(inks("\xff\xfe = \x80").size(), 6u);
  EXPECT_EQ(inks(""), "");
}

}  // namespace
}  // namespace forkscope::app
