// Upper and lower case, and what is a letter, for the scripts that programs meet: Latin, Greek, Cyrillic, and
// scripts without case. Pure.
#pragma once

namespace forkscope::vm {

char32_t upper_letter(char32_t c);
char32_t lower_letter(char32_t c);
bool is_upper_letter(char32_t c);
bool is_lower_letter(char32_t c);
bool is_letter(char32_t c);
bool is_decimal_digit(char32_t c);

}  // namespace forkscope::vm
