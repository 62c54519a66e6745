// Numbers side by side in a piece of memory, which Python code reads and changes as a sequence: bytearray,
// memoryview, array.array. The operations on containers hand over to these; what takes bytes-like objects
// looks at bytes(). Everything needs the GIL; no Python code runs, so operands with special methods of their
// own are refused.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/objects.h"
#include "core/vm/operations.h"

namespace forkscope::vm {

struct Buffer : NativeObject {
  using NativeObject::NativeObject;
  Buffer* buffer() final { return this; }
  // What it holds, side by side. Valid until it changes.
  virtual std::string_view bytes() const = 0;
  // Its own memory for those that own some, null for views.
  virtual std::string* storage() { return nullptr; }
  // A number for each item, as the struct module writes the kind: 'B' ...
  virtual char format() const { return 'B'; }
  virtual bool is_read_only() const { return false; }
  // Whether the memory is another's.
  virtual bool is_view() const { return false; }
  // Whether + joins it with bytes-like objects.
  virtual bool concatenates() const { return false; }
  virtual Outcome get(PythonThread& thread, const Value& key, Value& result) = 0;
  virtual Outcome set(PythonThread& thread, const Value& key, const Value& value) = 0;
  virtual Outcome erase(PythonThread& thread, const Value& key) = 0;
  virtual Outcome contains(PythonThread& thread, const Value& item, bool& result) = 0;
  virtual Outcome equals(PythonThread& thread, const Value& other, bool& result) const = 0;
  virtual Outcome print(PythonThread& thread, std::string& text) const = 0;
  // `left op right`, of which one is this; needs_python: there is no such operator.
  virtual Outcome operate(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                          Value& result) = 0;
  // `self op= right`; needs_python: as operate().
  virtual Outcome change(PythonThread& thread, BinaryOperator op, const Value& right) = 0;
  // How many views look at it: it keeps its size as long as there are some.
  std::int64_t views = 0;
};

// Null for all other values.
inline Buffer* as_buffer(const Value& value) {
  return value.is(Kind::native_object) ? value.known<NativeObject>()->buffer() : nullptr;
}

Outcome buffer_operation(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                         Value& result);
Outcome change_buffer(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                      Value& result);
// How two bytes-like values compare, -1, 0 or 1; false: they have no order.
bool order_buffers(const Value& left, const Value& right, int& order);
// item in bytes
Outcome contains_bytes(PythonThread& thread, std::string_view bytes, const Value& item, bool& result);

struct ByteArray final : Native<ByteArray, Buffer> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.text(data);
    state.number(views);
  }
  std::string_view bytes() const override { return data; }
  std::string* storage() override { return &data; }
  bool concatenates() const override { return true; }
  std::int64_t length() const override { return static_cast<std::int64_t>(data.size()); }
  Value item(std::int64_t index) const override {
    return Value::small_int(static_cast<unsigned char>(data[static_cast<std::size_t>(index)]));
  }
  Outcome get(PythonThread& thread, const Value& key, Value& result) override;
  Outcome set(PythonThread& thread, const Value& key, const Value& value) override;
  Outcome erase(PythonThread& thread, const Value& key) override;
  Outcome contains(PythonThread& thread, const Value& item, bool& result) override;
  Outcome equals(PythonThread& thread, const Value& other, bool& result) const override;
  Outcome print(PythonThread& thread, std::string& text) const override;
  Outcome operate(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                  Value& result) override;
  Outcome change(PythonThread& thread, BinaryOperator op, const Value& right) override;
  // False and a BufferError: there are views.
  bool may_resize(PythonThread& thread) const;

  std::string data;
};

// A byte as Python code gives it; false: TypeError, or ValueError "byte must be in range(0, 256)".
bool read_byte(PythonThread& thread, const Value& value, char& byte);
ByteArray* as_byte_array(const Value& value);  // null if it is none
Value byte_array_class(const Vm& vm);
Value make_byte_array(const Value& its_class, std::string data);

}  // namespace forkscope::vm
