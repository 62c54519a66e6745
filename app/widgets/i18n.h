// Visible text in the user's language. Window thread only.
#pragma once

#include <string>

namespace forkscope::app {

// The translation of an English text (the key), or the text itself. Mark with tr("...") so that xgettext
// finds it.
const char* tr(const char* english);
// As tr for counted things.
const char* tr_plural(const char* one, const char* many, unsigned long count);

// Switches at run time: "en" or "ko".
void set_language(const std::string& code);
const std::string& language();

}  // namespace forkscope::app
