#include "app/model/markdown.h"

#include <gtest/gtest.h>

namespace forkscope::app {
namespace {

using Kind = TextBlock::Kind;

std::string plain(const TextBlock& block) {
  std::string text;
  for (const TextRun& run : block.runs) text += run.text;
  return text;
}

TEST(Markdown, HeadingAndParagraph) {
  const auto blocks = parse_markdown("## Why\n\nTwo *lines*\nof **text** with `code`.\n");
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[0].kind, Kind::heading);
  EXPECT_EQ(blocks[0].level, 2);
  EXPECT_EQ(plain(blocks[1]), "Two lines of text with code.");
  EXPECT_TRUE(blocks[1].runs[1].italic);
  EXPECT_TRUE(blocks[1].runs[3].bold);
  EXPECT_TRUE(blocks[1].runs[5].code);
}

TEST(Markdown, Lists) {
  const auto blocks = parse_markdown("- a\n- b\n\n1. c\n2. d\n");
  ASSERT_EQ(blocks.size(), 4u);
  EXPECT_EQ(blocks[0].kind, Kind::item);
  EXPECT_EQ(plain(blocks[1]), "b");
  EXPECT_EQ(blocks[2].marker, "1.");
  EXPECT_EQ(blocks[3].marker, "2.");
}

TEST(Markdown, NestedAndLooseLists) {
  const auto blocks = parse_markdown("- a\n\n  more\n\n  - b\n");
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_EQ(plain(blocks[0]), "a");
  EXPECT_EQ(plain(blocks[1]), "more");
  EXPECT_TRUE(blocks[1].marker.empty());
  EXPECT_EQ(blocks[2].level, 2);
}

TEST(Markdown, CodeBlockKeepsItsLines) {
  const auto blocks = parse_markdown("    a = 1\n    b = 2\n");
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(blocks[0].kind, Kind::code);
  EXPECT_EQ(plain(blocks[0]), "a = 1\nb = 2\n");
}

TEST(Markdown, NothingIsNoTrouble) {
  EXPECT_TRUE(parse_markdown("").empty());
}

}  // namespace
}  // namespace forkscope::app
