// PickleOutput: the bytes of a pickle as they are written: plain values in each protocol's own form,
// references to the memo, and from protocol 4 on frames. Byte for byte as CPython's C pickler. Plain data,
// part of a PickleWriter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/vm/objects.h"

namespace forkscope::vm {

class PickleOutput {
 public:
  explicit PickleOutput(int protocol = 4);

  int protocol() const { return protocol_; }
  bool is_binary() const { return protocol_ >= 1; }

  void put(char opcode) { put(std::string_view(&opcode, 1)); }
  void put(std::string_view bytes);
  void put_bool(bool value);
  void put_int(std::int64_t number);
  void put_big_int(const BigInt& number);
  void put_float(double number);
  // False: too long for the protocol.
  bool put_text(std::string_view utf8);
  bool put_bytes(std::string_view data);                            // protocol 3 or higher
  void put_global(std::string_view module, std::string_view name);  // below protocol 4
  void put_memo(std::uint32_t index);  // the top of the stack is number `index` from now on
  void get_memo(std::uint32_t index);
  // Begins a new frame where the current one is full.
  void next_value();
  std::string finish();

  void visit(StateVisitor& state);

 private:
  void put_payload(std::string_view header, std::string_view payload);
  void put_line(char opcode, std::string_view text);
  void close_frame();

  int protocol_;
  std::string bytes_;
  std::int64_t frame_start_ = -1;
};

}  // namespace forkscope::vm
