#include "core/vm/lexer.h"
#include "core/vm/unicode_data.h"

namespace forkscope::vm {

bool is_name_part(char32_t code_point) {
  if (code_point < 0x80) {
    const char32_t lower = code_point | 0x20;
    return (lower >= 'a' && lower <= 'z') || (code_point >= '0' && code_point <= '9') || code_point == '_';
  }
  return (unicode::properties_of(code_point).flags & unicode::kNamePart) != 0;
}

bool is_name_start(char32_t code_point) {
  if (code_point < 0x80) return is_name_part(code_point) && !(code_point >= '0' && code_point <= '9');
  return (unicode::properties_of(code_point).flags & unicode::kNameStart) != 0;
}

}  // namespace forkscope::vm
