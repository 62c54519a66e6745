#include "core/vm/text.h"

#include <gtest/gtest.h>

namespace forkscope::vm {
namespace {

TEST(Text, CodePointsThereAndBack) {
  const std::string text = "a\u00e9\uac00\U0001f600";
  EXPECT_EQ(count_code_points(text), 4);
  EXPECT_EQ(from_code_points(to_code_points(text)), text);
  EXPECT_EQ(to_code_points(text)[3], U'\U0001f600');
}

TEST(Text, QuotesAsPython) {
  EXPECT_EQ(quote("it's", false), "\"it's\"");
  EXPECT_EQ(quote("it's \"it\"", false), "'it\\'s \"it\"'");
  EXPECT_EQ(quote("\n\t\\\x01\x7f", false), "'\\n\\t\\\\\\x01\\x7f'");
  EXPECT_EQ(quote("\u00e9\u200b", false), "'\u00e9\\u200b'");
  EXPECT_EQ(quote("\u00e9\U0001f600", true), "'\\xe9\\U0001f600'");
  EXPECT_EQ(quote_bytes(std::string("a\0'\xff", 4)), "b\"a\\x00'\\xff\"");
}

TEST(Text, InvalidBytesAreFound) {
  std::size_t bad = 99;
  EXPECT_TRUE(is_valid_utf8("\uac00", bad));
  for (const std::string text :
       {"ab\xff", "ab\xc0\x80", "ab\xed\xa0\x80", "ab\xe2\x82", "ab\xf5\x80\x80\x80"}) {
    EXPECT_FALSE(is_valid_utf8(text, bad)) << text;
    EXPECT_EQ(bad, 2u);
  }
}

}  // namespace
}  // namespace forkscope::vm
