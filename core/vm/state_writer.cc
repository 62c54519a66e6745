#include <algorithm>
#include <unordered_map>

#include "core/vm/operations_parts.h"
#include "core/vm/state.h"
#include "core/vm/state_archive.h"
#include "core/vm/state_fields.h"
#include "core/vm/state_images.h"
#include "core/vm/state_natives.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

// Its own hash, or that of something in it, comes from an address.
bool has_hash_by_address(const Value& key, std::uint64_t hash) {
  if (!key.is_object()) return false;
  switch (key.object()->kind) {
    case Kind::big_int:
    case Kind::float_number:
    case Kind::complex_number:
    case Kind::string:
    case Kind::bytes:
    case Kind::range:
      return false;
    case Kind::tuple:
      return std::ranges::any_of(key.known<Tuple>()->items, [](const Value& item) {
        return has_hash_by_address(item, item.bits() >> 4);
      });
    case Kind::frozen_set:
      return std::ranges::any_of(key.known<Set>()->table.entries(), [](const Table::Entry& entry) {
        return has_hash_by_address(entry.key, entry.hash);
      });
    case Kind::bound_method:
      return true;
    default:
      // An instance whose class says what its hash is has another one.
      return hash == key.bits() >> 4;
  }
}

// Of a process, or without a Vm of a code of the library.
class Writer final : public StateVisitor {
 public:
  explicit Writer(const Vm* vm) : StateVisitor(false), vm_(vm) {
    if (vm == nullptr) return;
    const std::vector<Value>& base = vm->base_objects();
    for (std::size_t i = 0; i < base.size(); ++i) base_.emplace(base[i].object(), i);
  }

  void value(Value& value) override {
    if (value.is_small_int()) {
      put(static_cast<std::uint64_t>(ValueCode::small_int));
      put(folded(value.small()));
    } else if (value.is_object()) {
      object(value.object());
    } else {
      put(static_cast<std::uint64_t>(code_of(value)));
    }
  }
  void integer(std::int64_t& number) override { put(folded(number)); }
  void size(std::size_t& count) override { put(count); }
  void text(std::string& bytes) override {
    put(bytes.size());
    out_ += bytes;
  }
  void raw(void* memory, std::size_t size) override { out_.append(static_cast<const char*>(memory), size); }
  void table(Table& table) override {
    FORKSCOPE_CHECK(vm_ != nullptr, "codes have no tables");
    put(table.size());
    for (Table::Entry& entry : table.entries()) {
      if (entry.key.empty()) continue;
      value(entry.key);
      value(entry.value);
      const bool plain = !entry.key.is_object() || entry.key.is(Kind::string) ||
                         entry.key.is(Kind::big_int) || entry.key.is(Kind::float_number) ||
                         entry.key.is(Kind::complex_number) || entry.key.is(Kind::bytes);
      // What Python code has said is written as it was said, alone or as a part.
      const bool said = !plain && has_python_hash(*vm_, entry.key);
      const HashCode code = plain                                                 ? HashCode::computed
                            : !said && has_hash_by_address(entry.key, entry.hash) ? HashCode::by_address
                                                                                  : HashCode::written;
      put(static_cast<std::uint64_t>(code));
      if (code == HashCode::written) put(entry.hash);
    }
  }

  std::string write(VmImage& roots) {
    roots.visit(*this);
    return write_objects();
  }
  std::string write(Value root) {
    value(root);
    return write_objects();
  }

 private:
  std::string write_objects() {
    // Their fields lead to further ones.
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      if (!is_library_code(objects_[i])) visit_fields(*objects_[i], *this);
    }
    std::string fields = std::exchange(out_, std::string(kStateMark));
    put(base_.size());
    put(objects_.size());
    for (Object* object : objects_) begin(object);
    return out_ + fields;
  }

  static ValueCode code_of(const Value& value) {
    if (value.is_none()) return ValueCode::none;
    if (value.is_bool()) return value.is_true() ? ValueCode::is_true : ValueCode::is_false;
    if (value.is_not_implemented()) return ValueCode::not_implemented;
    return value.is_ellipsis() ? ValueCode::ellipsis : ValueCode::empty;
  }
  // Not what is in every Vm.
  bool is_library_code(const Object* object) const {
    return vm_ != nullptr && object->kind == Kind::code &&
           static_cast<const Code*>(object)->library_number >= 0;
  }

  void put(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) out_ += static_cast<char>(number | 0x80);
    out_ += static_cast<char>(number);
  }

  void object(Object* object) {
    if (const auto found = base_.find(object); found != base_.end()) {
      put(static_cast<std::uint64_t>(ValueCode::base_object));
      return put(found->second);
    }
    const auto [at, is_new] = numbers_.try_emplace(object, objects_.size());
    if (is_new) objects_.push_back(object);
    put(kFirstObject + at->second);
  }

  // What is needed to make an empty one; all there is of those that refer to nothing.
  void begin(Object* object) {
    put(static_cast<std::uint64_t>(object->kind));
    put(object->flags);
    if ((object->flags & kHasIdentity) != 0) put(identity_of(Value::share(object)));
    switch (object->kind) {
      case Kind::big_int: {
        std::string digits = static_cast<BigIntObject*>(object)->value.str();
        return text(digits);
      }
      case Kind::float_number:
        return real(static_cast<Float*>(object)->value);
      case Kind::complex_number:
        real(static_cast<Complex*>(object)->real);
        return real(static_cast<Complex*>(object)->imaginary);
      case Kind::string:
        return text(static_cast<String*>(object)->text);
      case Kind::bytes:
        return text(static_cast<Bytes*>(object)->data);
      case Kind::code:
        return begin_code(*static_cast<Code*>(object));
      case Kind::native_object: {
        NativeObject::Maker maker = static_cast<NativeObject*>(object)->maker();
        return visit_native_pointer(maker, *this);
      }
      default:
        return;
    }
  }

  void begin_code(Code& code) {
    put(static_cast<std::uint64_t>(is_library_code(&code) ? CodePlace::library : CodePlace::here));
    if (!is_library_code(&code)) return;
    text(code.file);
    put(static_cast<std::uint64_t>(code.library_number));
  }

  const Vm* vm_;
  std::string out_;
  std::unordered_map<const Object*, std::size_t> base_;
  std::unordered_map<const Object*, std::size_t> numbers_;
  std::vector<Object*> objects_;
};

}  // namespace

std::string capture(const Vm& vm) {
  VmImage image = vm.image();
  return Writer(&vm).write(image);
}

std::string capture_code(const Value& code) {
  return Writer(nullptr).write(code);
}

}  // namespace forkscope::vm
