#include "app/widgets/catalogue.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/widgets/i18n.h"

namespace forkscope::app {
namespace {

std::string korean_catalogue() {
  std::ifstream file(std::string(LOCALE_FOLDER) + "/ko/LC_MESSAGES/forkscope.mo", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

TEST(Catalogue, ReadsWhatMsgfmtMade) {
  const Catalogue catalogue = Catalogue::read(korean_catalogue());
  ASSERT_NE(catalogue.find("Restart"), nullptr);
  EXPECT_STREQ(catalogue.find("Restart"), "다시 시작");
  EXPECT_EQ(catalogue.find("no such text"), nullptr);
}

TEST(Catalogue, ACutOrDamagedFileIsNoTrouble) {
  const std::string whole = korean_catalogue();
  ASSERT_GT(whole.size(), 1000u);
  for (std::size_t size = 0; size < whole.size(); size += 37) Catalogue::read(whole.substr(0, size));
  for (std::size_t at = 0; at < 200; ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x7f);
    Catalogue::read(damaged);
  }
}

TEST(I18n, SwitchesAtRunTime) {
  set_locale_folder(LOCALE_FOLDER);
  set_language("ko");
  EXPECT_STREQ(tr("Stop"), "중지");
  EXPECT_STREQ(tr_plural("{0} event", "{0} events", 2), "이벤트 {0}개");
  set_language("en");
  EXPECT_STREQ(tr("Stop"), "Stop");
  EXPECT_STREQ(tr_plural("{0} event", "{0} events", 1), "{0} event");
  EXPECT_STREQ(tr_plural("{0} event", "{0} events", 2), "{0} events");
}

}  // namespace
}  // namespace forkscope::app
