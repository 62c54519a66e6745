// TextStream: sys.stdout, sys.stderr and sys.stdin, and what their `buffer` is. Buffers as CPython's text
// files do (whole lines for a terminal, 8 KiB otherwise, nothing with PYTHONUNBUFFERED) and asks stream_write
// or stream_read when it must. The buffer is plain memory, so a forked child inherits what was not flushed.
// Used with the GIL held; write and flush may block inside their Request.
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
    state.text(bytes);
    state.value(byte_stream);
  }
  int descriptor = -1;
  bool line_buffered = false;
  bool unbuffered = false;
  bool ended = false;  // stdin: end of file was seen
  std::string buffer;  // written and not flushed, or read and not taken
  std::string bytes;   // the same of `byte_stream`, which is nearer to the descriptor
  Value byte_stream;   // what `buffer` gives, once somebody has asked
};

// The bytes below a text stream.
struct ByteStream final : Native<ByteStream> {
  using Native::Native;
  void visit(StateVisitor& state) override { state.value(text_stream); }
  Value text_stream;
};

// The stream that a method was called on, as text or as bytes; null: an exception is set.
struct StreamSide {
  TextStream* stream = nullptr;
  bool is_bytes = false;
  explicit operator bool() const { return stream != nullptr; }
};
StreamSide side_of(NativeCall& call);

// The stream behind a value, null if it is something else.
TextStream* text_stream(const Value& value);
// Appends and, where the buffering or `flush` says so, asks stream_write; the call's result is `result`.
NativeResult write_text(NativeCall& call, TextStream& stream, std::string_view text, bool flush,
                        Value result);

// The methods that read (text_input.cc).
void define_input_methods(Class& type, bool of_bytes);

// Makes the classes and the three streams and puts them into module sys.
void install_streams(Vm& vm, Module& sys);

}  // namespace forkscope::vm::modules
