// UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError: their arguments are their fields
// (encoding, object, start, end, reason; a translation has no encoding) until a program sets those. All need
// the GIL.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/native.h"

namespace forkscope::vm {

NativeResult construct_unicode_error(NativeCall& call);

// A field that was not set; empty: the exception has none of this name.
Value unicode_error_field(const Exception& exception, std::string_view name);

// What str() says of a UnicodeError; false: as of other exceptions.
bool unicode_error_text(const Exception& exception, std::string& text);

}  // namespace forkscope::vm
