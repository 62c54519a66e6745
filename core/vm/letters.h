// Upper and lower case and kinds of characters, for texts as str's methods change and ask for them. Pure.
#pragma once

#include <string>
#include <string_view>

namespace forkscope::vm {

bool is_upper_letter(char32_t c);
bool is_lower_letter(char32_t c);
bool is_title_letter(char32_t c);
bool is_letter(char32_t c);
bool is_decimal_digit(char32_t c);
bool is_digit_letter(char32_t c);   // also superscripts and the like
bool is_number_letter(char32_t c);  // also fractions and numerals
int decimal_value(char32_t c);      // of a decimal digit

// One character may become several, and a capital sigma at a word's end is another one than inside.
std::u32string upper_text(std::u32string_view text);
std::u32string lower_text(std::u32string_view text);
std::u32string folded_text(std::u32string_view text);
std::u32string title_text(std::u32string_view text);
std::u32string capitalized_text(std::u32string_view text);
std::u32string swapped_text(std::u32string_view text);

}  // namespace forkscope::vm
