// Value: one Python value in 8 bytes, an owning reference. Small ints (63 bits), None, True, False and the
// empty value are in the word itself; everything else is a reference-counted Object. Counts are not atomic: a
// process's values are touched only with its GIL held. Copying a Value retains, destroying it releases.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "core/base/check.h"
#include "core/vm/heap.h"

namespace forkscope::vm {

struct Object;
void destroy(
    Object* object);  // count reached 0: frees it and what it alone holds (iteratively, not recursively)

// Kinds of Object. The interpreter and the operations switch over it.
enum class Kind : std::uint8_t {
  big_int,
  float_number,
  string,
  bytes,
  list,
  tuple,
  dict,
  set,
  frozen_set,
  range,
  slice,
  function,
  native_function,
  bound_method,
  class_object,
  instance,
  module,
  code,
  cell,
  iterator,
  generator,
  exception,
  traceback,
  property,
  static_method,
  class_method,
  super_object,
  view,
  native_object,  // dict views; natives' own objects (semaphore, lock, thread handle, random state ...)
  complex_number,
};

struct Object {
  std::uint32_t references = 1;
  Kind kind;
  std::uint8_t flags = 0;
  std::uint16_t base_number = 0;  // of what every Vm begins with: its number there + 1
  explicit Object(Kind object_kind) : kind(object_kind) {}
  static void* operator new(std::size_t size) { return heap::take<heap::Pool::objects>(size); }
  static void operator delete(void* memory, std::size_t size) {
    heap::give_back<heap::Pool::objects>(memory, size);
  }
};

class Value {
 public:
  Value() = default;  // empty: unbound local, "no value", "an exception was raised"
  Value(const Value& other) : bits_(other.bits_) { retain(); }
  Value(Value&& other) noexcept : bits_(std::exchange(other.bits_, 0)) {}
  Value& operator=(const Value& other) {
    if (bits_ != other.bits_) {
      other.retain();
      const std::uintptr_t old = std::exchange(bits_, other.bits_);
      release(old);
    }
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    const std::uintptr_t old = std::exchange(bits_, std::exchange(other.bits_, 0));
    release(old);
    return *this;
  }
  ~Value() { release(bits_); }

  static Value none() { return Value(kNone); }
  static Value boolean(bool value) { return Value(value ? kTrue : kFalse); }
  static Value not_implemented() { return Value(kNotImplemented); }
  static Value ellipsis() { return Value(kEllipsis); }
  static constexpr std::int64_t kSmallMax = (std::int64_t{1} << 62) - 1;
  static constexpr std::int64_t kSmallMin = -(std::int64_t{1} << 62);
  static bool fits_small(std::int64_t value) { return value >= kSmallMin && value <= kSmallMax; }
  static Value small_int(std::int64_t value) { return Value((static_cast<std::uintptr_t>(value) << 1) | 1); }
  // Takes over the caller's reference.
  static Value adopt(Object* object) { return Value(reinterpret_cast<std::uintptr_t>(object)); }
  // One that is no object, from its bits().
  static Value plain(std::uintptr_t bits) { return Value(bits); }
  // Adds a reference.
  static Value share(Object* object) {
    ++object->references;
    return adopt(object);
  }

  bool empty() const { return bits_ == 0; }
  explicit operator bool() const = delete;  // truth is operations.h's business; emptiness is empty()
  bool is_none() const { return bits_ == kNone; }
  bool is_true() const { return bits_ == kTrue; }
  bool is_false() const { return bits_ == kFalse; }
  bool is_bool() const { return bits_ == kTrue || bits_ == kFalse; }
  bool is_not_implemented() const { return bits_ == kNotImplemented; }
  bool is_ellipsis() const { return bits_ == kEllipsis; }
  bool is_small_int() const { return (bits_ & 1) != 0; }
  std::int64_t small() const { return static_cast<std::int64_t>(bits_) >> 1; }
  bool is_object() const { return (bits_ & 7) == 0 && bits_ != 0; }
  Object* object() const { return reinterpret_cast<Object*>(bits_); }
  bool is(Kind kind) const { return is_object() && object()->kind == kind; }
  // `is` of Python: the same word.
  bool same(const Value& other) const { return bits_ == other.bits_; }
  std::uintptr_t bits() const { return bits_; }

  // The object as its C++ type; the kind must be right (T::kKind names it).
  template <typename T>
  T* as() const {
    FORKSCOPE_CHECK(is(T::kKind), "a value of another kind");
    return static_cast<T*>(object());
  }
  template <typename T>
  T* try_as() const {
    return is(T::kKind) ? static_cast<T*>(object()) : nullptr;
  }
  // As as<T>(), unchecked: for the interpreter after it has looked at the kind itself.
  template <typename T>
  T* known() const {
    return static_cast<T*>(object());
  }

 private:
  explicit Value(std::uintptr_t bits) : bits_(bits) {}
  void retain() const {
    if (is_object()) ++object()->references;
  }
  static void release(std::uintptr_t bits) {
    if ((bits & 7) == 0 && bits != 0) {
      auto* object = reinterpret_cast<Object*>(bits);
      if (--object->references == 0) destroy(object);
    }
  }

  static constexpr std::uintptr_t kNone = 0x02, kFalse = 0x0a, kTrue = 0x12, kNotImplemented = 0x1a,
                                  kEllipsis = 0x22;
  std::uintptr_t bits_ = 0;
};
static_assert(sizeof(Value) == 8);

}  // namespace forkscope::vm

// Arrays of values live and die with objects and calls: they come from the objects' memory.
template <>
class std::allocator<forkscope::vm::Value> : public forkscope::vm::HeapAllocator<forkscope::vm::Value> {
 public:
  allocator() = default;
  template <typename U>
  allocator(const allocator<U>&) {}
};
