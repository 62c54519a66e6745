#include "app/widgets/compare_text.h"

#include <gtest/gtest.h>

#include "app/widgets/catalogue.h"
#include "app/widgets/i18n.h"
#include "tests/support/sample_compare.h"

namespace forkscope::app {
namespace {

class CompareText : public ::testing::Test {
 protected:
  CompareText() { set_locale_folder(LOCALE_FOLDER); }
  ~CompareText() override { set_language("en"); }

  const lab::CompareReport report_ = test::sample_compare({}).report;
};

TEST_F(CompareText, ASentenceIsAsTheLabSaysIt) {
  for (const lab::CompareSentence& sentence : report_.sentences)
    EXPECT_EQ(sentence_text(sentence), sentence.text);
}

TEST_F(CompareText, ASentenceOfSeveralIsTranslatedWithItsNumbers) {
  set_language("ko");
  EXPECT_EQ(
      sentence_text(report_.sentences[0]),
      "스레드는 도움이 되지 않았습니다. 스레드 2개와 하나씩 차례로 하는 것 사이에 잡음을 넘는 차이가 "
      "없습니다(0.95배). "
      "한 번에 스레드 하나만 파이썬을 실행합니다. GIL은 시간의 99 % 동안 잡혀 있었고 402번 넘어갔습니다.");
  EXPECT_EQ(sentence_text(report_.sentences[1]), "일꾼 2명(프로세스, fork)은 1.87배로 빨랐습니다.");
}

TEST_F(CompareText, WhatIsNotKnownStaysWhole) {
  set_language("ko");
  lab::CompareSentence sentence = report_.sentences[1];
  sentence.pattern += " And something new.";
  sentence.text += " And something new.";
  EXPECT_EQ(sentence_text(sentence), sentence.text);
}

TEST_F(CompareText, EveryWayAndWorkOfTheLabHasWords) {
  for (const lab::CompareWay& way : lab::kCompareWays)
    EXPECT_EQ(way_text(std::string(way.name)), way.called);
  for (const lab::CompareWork& work : lab::kCompareWorks)
    EXPECT_FALSE(work_meaning(std::string(work.name)).empty()) << work.name;
}

TEST_F(CompareText, PartsAddUpToTheWhole) {
  const lab::CompareSplit split{1.0, 0.1, 0.5, 0.1, 0.1, 0.05, 0.05, 0.02, 0.08};
  double sum = 0;
  for (const BarPart& part : parts_of(split, 0)) sum += part.value;
  EXPECT_NEAR(sum, split.whole, 1e-9);
}

TEST_F(CompareText, ValuesHaveTheirUnits) {
  EXPECT_EQ(scaled_text(CompareScale::speed_up, 1.868), "1.87×");
  EXPECT_EQ(scaled_text(CompareScale::items_per_second, 1234.4), "1,234 /s");
  EXPECT_EQ(seconds_text(-1), "–");
  EXPECT_EQ(bytes_text(64), "64 B");
  EXPECT_EQ(bytes_text(50'000), "50 kB");
}

}  // namespace
}  // namespace forkscope::app
