#include "app/widgets/i18n.h"

#include <fstream>
#include <sstream>

#include "app/widgets/catalogue.h"

namespace forkscope::app {

namespace {

std::string folder;
std::string current = "en";
Catalogue texts;

}  // namespace

void set_locale_folder(const std::string& locale_folder) {
  folder = locale_folder;
}

void set_language(const std::string& code) {
  current = code;
  texts = Catalogue();
  if (code == "en") return;
  std::ifstream file(folder + "/" + code + "/LC_MESSAGES/forkscope.mo", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  if (file) texts = Catalogue::read(bytes.str());
}

const std::string& language() {
  return current;
}

std::string all_translations() {
  std::string joined;
  for (const auto& [english, translation] : texts.all()) joined += translation;
  return joined;
}

const char* tr(const char* english) {
  const char* translation = texts.find(english);
  return translation == nullptr ? english : translation;
}

const char* tr_plural(const char* one, const char* many, unsigned long count) {
  const char* translation = texts.find(one);  // Korean has one form
  if (translation != nullptr) return translation;
  return count == 1 ? one : many;
}

}  // namespace forkscope::app
