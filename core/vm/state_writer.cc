#include <algorithm>
#include <string_view>
#include <vector>

#include "core/vm/extended.h"
#include "core/vm/finalizers.h"
#include "core/vm/imported_part.h"
#include "core/vm/object_numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/remembered.h"
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
  Writer(const Vm* vm, ObjectNumbers& numbers)
      : StateVisitor(false, vm == nullptr ? 0 : vm->threads().front()->kernel_thread.process),
        vm_(vm),
        numbers_(numbers) {}

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
    put(std::string_view(bytes));
  }
  void raw(void* memory, std::size_t size) override { put({static_cast<const char*>(memory), size}); }
  void table(Table& table) override {
    FORKSCOPE_CHECK(vm_ != nullptr, "codes have no tables");
    const bool all_computed = std::ranges::all_of(table.entries(), has_plain_key);
    put(2 * table.size() + (all_computed ? 1 : 0));
    for (Table::Entry& entry : table.entries()) {
      if (entry.key.empty()) continue;
      value(entry.key);
      value(entry.value);
      if (!all_computed) put_hash(entry);
    }
  }

  std::string write_imported(VmImage& roots) {
    roots.visit_modules(*this);
    Object* const modules = roots.modules.object();
    put(numbers_.add(modules).first);
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      Object& object = *numbers_.objects()[i];
      if (is_met_first(object, modules) && !is_library_code(&object)) visit_imported_fields(object, *this);
    }
    std::string bytes = header();
    end_part(numbers_.size(), bytes);
    return bytes;
  }
  // Of what is imported numbers_ has all, and these are what changes of it.
  std::string write_run(VmImage& roots, const std::vector<Object*>& changing, const Object* modules) {
    const std::size_t imported = numbers_.size();
    roots.visit_run(*this);
    for (Object* object : changing) visit_fields_of_run(*object, modules, *this);
    write_fields(imported);
    write_finalizers();
    std::string bytes;
    end_part(numbers_.size() - imported, bytes);
    return bytes;
  }
  std::string write(Value root) {
    value(root);
    write_fields(0);
    std::string bytes = header();
    end_part(numbers_.size(), bytes);
    return bytes;
  }

 private:
  // Fields lead to further objects.
  void write_fields(std::size_t from) {
    for (std::size_t i = from; i < numbers_.size(); ++i) {
      Object* const object = numbers_.objects()[i];
      if (!is_library_code(object)) visit_fields(*object, *this);
    }
  }

  // Also where nobody could reach them: they come to their end when garbage is looked for, in this order.
  void write_finalizers() {
    const std::vector<Object*> all = with_finalizer();
    for (Object* object : all) {
      const std::size_t known = numbers_.size();
      if (number_of(object) == known) write_fields(known);
    }
    put(all.size());
    for (Object* object : all) put(number_of(object));
  }

  std::string header() {
    std::vector<char> fields = std::exchange(out_, {});
    put(kStateMark);
    put(vm_ == nullptr ? 0 : vm_->base_objects().size());
    return text_of(std::exchange(out_, std::move(fields)));
  }
  static std::string text_of(const std::vector<char>& bytes) { return {bytes.begin(), bytes.end()}; }
  // A part with so many objects is whole.
  void end_part(std::size_t objects, std::string& bytes) {
    std::vector<char> fields = std::exchange(out_, {});
    put(objects);
    bytes.reserve(bytes.size() + out_.size() + beginnings_.size() + fields.size());
    for (const auto* part : {&out_, &beginnings_, &fields}) bytes.append(part->data(), part->size());
    out_.clear();
    beginnings_.clear();
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

  // One whose identity was asked for has more to it than its text.
  static bool is_name(const Object& object) {
    return object.kind == Kind::string && (object.flags & (kInterned | kHasIdentity)) == kInterned;
  }

  void put(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) out_.push_back(static_cast<char>(number | 0x80));
    out_.push_back(static_cast<char>(number));
  }
  void put(std::string_view bytes) { out_.insert(out_.end(), bytes.begin(), bytes.end()); }

  static bool has_plain_key(const Table::Entry& entry) {
    return !entry.key.is_object() || (is_leaf(entry.key.object()->kind) && !has_overrides(entry.key));
  }
  void put_hash(const Table::Entry& entry) {
    const bool plain = has_plain_key(entry);
    // What Python code has said is written as it was said, alone or as a part.
    const bool said = !plain && has_python_hash(*vm_, entry.key);
    const HashCode code = plain                                                 ? HashCode::computed
                          : !said && has_hash_by_address(entry.key, entry.hash) ? HashCode::by_address
                                                                                : HashCode::written;
    put(static_cast<std::uint64_t>(code));
    if (code == HashCode::written) put(entry.hash);
  }

  void object(Object* object) {
    if (vm_ != nullptr && object->base_number != 0) {
      put(static_cast<std::uint64_t>(ValueCode::base_object));
      return put(object->base_number - 1U);
    }
    if (vm_ != nullptr && is_name(*object)) {
      put(static_cast<std::uint64_t>(ValueCode::name));
      return put(static_cast<String*>(object)->name_number);
    }
    put(kFirstObject + number_of(object));
  }
  std::uint32_t number_of(Object* object) {
    const auto [number, is_new] = numbers_.add(object);
    if (!is_new) return number;
    out_.swap(beginnings_);
    begin(object);
    out_.swap(beginnings_);
    return number;
  }

  // What is needed to make an empty one; all there is of those that refer to nothing.
  void begin(Object* object) {
    put(static_cast<std::uint64_t>(object->kind));
    put(static_cast<std::uint8_t>(object->flags & ~kIsRemembered));
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
      case Kind::module:
        return put(static_cast<Module*>(object)->is_program ? 1 : 0);
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
  std::vector<char> out_;         // fields
  std::vector<char> beginnings_;  // what makes the objects of this part, empty
  ObjectNumbers& numbers_;
};

}  // namespace

std::string capture(const Vm& vm) {
  VmImage image = vm.image();
  ObjectNumbers numbers;
  Writer writer(&vm, numbers);
  const std::string imported = writer.write_imported(image);
  const Object* const modules = image.modules.object();
  return imported + writer.write_run(image, changing_of(numbers.objects(), modules), modules);
}

StateParts capture_parts(Vm& vm, ImportedPart& known) {
  if (!known.is_current(vm)) {
    VmImage image = vm.image();
    ObjectNumbers numbers;
    auto bytes = std::make_shared<const std::string>(Writer(&vm, numbers).write_imported(image));
    known.remember(vm, std::move(numbers), std::move(bytes));
  }
  VmImage image = vm.run_image();
  std::string run = Writer(&vm, known.numbers()).write_run(image, known.changing(), &vm.modules());
  known.numbers().shorten(known.size());
  return {known.bytes(), std::move(run)};
}

std::string capture_code(const Value& code) {
  ObjectNumbers numbers;
  return Writer(nullptr, numbers).write(code);
}

}  // namespace forkscope::vm
