// Upper and lower case, and what is a letter, for the scripts that programs meet: Latin, Greek, Cyrillic, and
// scripts without case. Pure.
#pragma once

#include <string>
#include <string_view>

namespace forkscope::vm {

char32_t upper_letter(char32_t c);
char32_t lower_letter(char32_t c);
bool is_upper_letter(char32_t c);
bool is_lower_letter(char32_t c);
bool is_letter(char32_t c);
bool is_decimal_digit(char32_t c);

// "utf-8", "ascii" or "latin-1" for one of their names; "" for others.
std::string encoding_name(std::string_view name);

}  // namespace forkscope::vm
