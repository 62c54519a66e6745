// TextStream: sys.stdout, sys.stderr and sys.stdin. Buffers as CPython's text files do (whole lines for a
// terminal, 8 KiB otherwise, nothing with PYTHONUNBUFFERED) and asks stream_write or stream_read when it
// must. The buffer is plain memory, so a forked child inherits what was not flushed. Used with the GIL held;
// write and flush may block inside their Request.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/native.h"
#include "core/vm/objects.h"

namespace forkscope::vm::modules {

struct TextStream final : Native<TextStream> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.number(descriptor);
    state.number(line_buffered);
    state.number(unbuffered);
    state.number(ended);
    state.text(buffer);
  }
  int descriptor = -1;
  bool line_buffered = false;
  bool unbuffered = false;
  bool ended = false;  // stdin: end of file was seen
  std::string buffer;  // written and not flushed, or read and not taken
};

// The stream behind a value, null if it is something else.
TextStream* text_stream(const Value& value);
// Appends and, where the buffering or `flush` says so, asks stream_write; the call's result is `result`.
NativeResult write_text(NativeCall& call, TextStream& stream, std::string_view text, bool flush,
                        Value result);

// Makes the class and the three streams and puts them into module sys.
void install_streams(Vm& vm, Module& sys);

}  // namespace forkscope::vm::modules
