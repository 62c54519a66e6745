// What the lab says, in the user's language. It speaks English, as on a terminal; the sentences that are its
// own are known here as patterns. What is CPython's wording (a syntax error) stays as it is.
#pragma once

#include <string>
#include <string_view>

namespace forkscope::app {

// Line by line; a line that no pattern fits stays as it is.
std::string lab_text(const std::string& text);
// The sentence alone: without the file and the place in front of it.
std::string_view without_place(std::string_view text);

}  // namespace forkscope::app
