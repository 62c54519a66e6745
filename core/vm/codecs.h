// Text to bytes and back in the encodings that programs name: UTF-8 (with or without a signature), UTF-16,
// UTF-32, ASCII, Latin-1, the two that write escapes and the character sets of character_sets.h, with
// CPython's ways to treat what does not fit. Used by str, bytes and open(); all need the GIL.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/native.h"

namespace forkscope::vm {

// The two arguments of encode() and decode(), each empty where it was not given. False: an exception is set
// (an unknown encoding, a UnicodeError, or an argument that is no str).
bool encode_text(NativeCall& call, const Value& text, const Value& encoding, const Value& errors,
                 std::string& data);
bool decode_bytes(NativeCall& call, std::string_view data, const Value& encoding, const Value& errors,
                  std::string& text);

}  // namespace forkscope::vm
