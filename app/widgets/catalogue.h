// Catalogue: a compiled gettext catalogue (.mo) in memory. Ours rather than gettext()'s, because the language
// is switched while the program runs, without the system's locales installed. A plain value; a damaged file
// gives an empty one.
#pragma once

#include <string>
#include <unordered_map>

namespace forkscope::app {

class Catalogue {
 public:
  static Catalogue read(const std::string& bytes);

  // nullptr if there is no translation. Valid as long as the catalogue.
  const char* find(const std::string& english) const;
  const std::unordered_map<std::string, std::string>& all() const { return texts_; }

 private:
  std::unordered_map<std::string, std::string> texts_;
};

// Where LANGUAGE/LC_MESSAGES/forkscope.mo lie. Set once, before the first set_language().
void set_locale_folder(const std::string& folder);
// Every translation of the current language, for the fonts.
std::string all_translations();

}  // namespace forkscope::app
