#include <algorithm>
#include <cstring>
#include <span>
#include <unordered_set>

#include "core/vm/collector.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/import.h"
#include "core/vm/imported_part.h"
#include "core/vm/operations.h"
#include "core/vm/process_globals.h"
#include "core/vm/remembered.h"
#include "core/vm/state.h"
#include "core/vm/state_archive.h"
#include "core/vm/state_fields.h"
#include "core/vm/state_images.h"
#include "core/vm/state_natives.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

class Reader final : public StateVisitor {
 public:
  // Without a Vm: of a code of the library.
  Reader(Vm* vm, std::string_view bytes) : StateVisitor(true), vm_(vm), bytes_(bytes) {}
  // Of the second part of a state, where the objects of the first part are there already.
  Reader(Vm& vm, const ImportedPart& known, std::string_view bytes)
      : StateVisitor(true),
        vm_(&vm),
        bytes_(bytes),
        imported_(known.objects()),
        changing_(known.changing()) {}

  void value(Value& value) override {
    const std::uint64_t code = take();
    switch (static_cast<ValueCode>(std::min(code, kFirstObject))) {
      case ValueCode::empty:
        value = Value();
        return;
      case ValueCode::none:
        value = Value::none();
        return;
      case ValueCode::is_false:
      case ValueCode::is_true:
        value = Value::boolean(code == static_cast<std::uint64_t>(ValueCode::is_true));
        return;
      case ValueCode::not_implemented:
        value = Value::not_implemented();
        return;
      case ValueCode::ellipsis:
        value = Value::ellipsis();
        return;
      case ValueCode::small_int:
        value = make_int(unfolded(take()));
        return;
      case ValueCode::base_object:
        value = vm_ == nullptr ? (fail(), Value()) : at(vm_->base_objects(), take());
        return;
      case ValueCode::name:
        value = vm_ == nullptr ? Value() : name_at(take());
        if (value.empty()) fail();
        return;
      case ValueCode::first_object: {
        const std::uint64_t number = code - kFirstObject;
        value = object_at(number);
        return;
      }
    }
  }
  void integer(std::int64_t& number) override { number = unfolded(take()); }
  void size(std::size_t& count) override { count = within_bytes(take()); }
  void text(std::string& text) override {
    std::size_t length = 0;
    size(length);
    text = bytes_.substr(0, length);
    bytes_.remove_prefix(length);
  }
  void raw(void* memory, std::size_t size) override {
    if (size > bytes_.size()) {
      fail();
      return;
    }
    std::memcpy(memory, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }
  void table(Table& table) override {
    const std::uint64_t written = take();
    const bool all_computed = (written & 1) != 0;
    const std::size_t first = entries_.size();
    for (std::size_t count = within_bytes(written >> 1); count > 0; --count) {
      PendingEntry entry;
      value(entry.key);
      value(entry.value);
      entry.code = all_computed ? HashCode::computed : static_cast<HashCode>(take());
      if (entry.code == HashCode::written) entry.hash = take();
      // Of most it is known at once: names.
      if (first == entries_.size() && entry.code == HashCode::computed && entry.key.is(Kind::string))
        table.set_name(entry.key, std::move(entry.value));
      else
        entries_.push_back(std::move(entry));
    }
    if (first != entries_.size()) tables_.push_back({&table, first, entries_.size()});
  }
  void afterwards(std::function<void()> step) override { steps_.push_back(std::move(step)); }

  // False: not a state of this binary.
  bool read(VmImage& roots) {
    if (!begin_file() || !begin_part()) return false;
    roots.visit_modules(*this);
    const Value modules = at(objects_, take());
    if (failed_) return false;
    const std::size_t imported = imported_count_ = objects_.size();
    for (std::size_t i = 0; i < imported && !failed_; ++i) {
      if (is_met_first(*objects_[i].object(), modules.object())) read_fields_of(i);
    }
    if (failed_ || !begin_part()) return false;
    roots.visit_run(*this);
    for (std::size_t i = 0; i < imported && !failed_; ++i)
      visit_fields_of_run(*objects_[i].object(), modules.object(), *this);
    return read_fields(imported, roots);
  }
  bool read_run(VmImage& roots) {
    if (!begin_part()) return false;
    roots.visit_run(*this);
    for (std::size_t i = 0; i < changing_.size() && !failed_; ++i)
      visit_fields_of_run(*changing_[i], &vm_->modules(), *this);
    return read_fields(0, roots);
  }
  // Code that was read from broken bytes may hold itself.
  void break_circles() {
    for (Value& object : objects_) {
      auto* code = object.try_as<Code>();
      if (code == nullptr) continue;
      for (auto* values : {&code->constants, &code->names, &code->local_names, &code->cell_names,
                           &code->free_names, &code->set_by_functions})
        values->clear();
      code->doc = Value();
    }
  }
  // The objects of the first part.
  ObjectNumbers imported_numbers() const {
    ObjectNumbers numbers;
    for (std::size_t i = 0; i < imported_count_; ++i) numbers.add(objects_[i].object());
    FORKSCOPE_CHECK(numbers.size() == imported_count_, "each object of a state is another one");
    return numbers;
  }
  bool read(Value& root) {
    if (!begin_file() || !begin_part()) return false;
    value(root);
    return read_fields(0);
  }

 private:
  bool begin_file() {
    if (!bytes_.starts_with(kStateMark)) return false;
    bytes_.remove_prefix(kStateMark.size());
    return take() == (vm_ == nullptr ? 0 : vm_->base_objects().size());
  }
  bool begin_part() {
    std::size_t count = 0;
    size(count);
    objects_.reserve(objects_.size() + count);
    for (std::size_t i = 0; i < count && !failed_; ++i) objects_.push_back(begin());
    return !failed_;
  }
  void read_fields_of(std::size_t number) {
    if (has_fields_here_[number]) visit_fields(*objects_[number].object(), *this);
  }
  bool read_fields(std::size_t from) {
    for (std::size_t i = from; i < objects_.size() && !failed_; ++i) read_fields_of(i);
    if (failed_) return false;
    finish();
    return true;
  }
  bool read_fields(std::size_t from, VmImage& image) {
    for (std::size_t i = from; i < objects_.size() && !failed_; ++i) read_fields_of(i);
    std::size_t count = 0;
    size(count);
    for (std::size_t i = 0; i < count && !failed_; ++i) image.with_finalizer.push_back(object_at(take()));
    if (failed_) return false;
    finish();
    tables_.clear();
    entries_.clear();
    steps_.clear();
    find_lost(image);
    return true;
  }
  // What nothing but garbage without an end held, which is no part of a state.
  void find_lost(VmImage& image) {
    std::unordered_set<const Object*> listed;
    for (const Value& value : image.with_finalizer) listed.insert(value.object());
    for (const Value& value : objects_) {
      if (!value.is_object()) continue;
      const Object& object = *value.object();
      const bool is_listed = listed.contains(&object);
      const bool may_be_lost = is_listed || (object.flags & kIsObserved) != 0;
      if (may_be_lost && object.references == (is_listed ? 2 : 1)) image.unreachable.push_back(value);
    }
  }

  struct PendingEntry {
    Value key, value;
    HashCode code = HashCode::computed;
    std::uint64_t hash = 0;
  };
  // Of entries_.
  struct PendingTable {
    Table* table;
    std::size_t first, end;
  };

  // Every element takes a byte at least: a count beyond that is no count.
  std::size_t within_bytes(std::uint64_t count) { return count > bytes_.size() ? fail() : count; }
  std::size_t fail() {
    failed_ = true;
    return 0;
  }
  std::uint64_t take() {
    std::uint64_t number = 0;
    for (int shift = 0; shift < 64 && !bytes_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      number |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return number;
    }
    return fail();
  }
  Value object_at(std::uint64_t number) {
    return number < imported_.size() ? Value::share(imported_[number])
                                     : at(objects_, number - imported_.size());
  }
  Value at(const std::vector<Value>& values, std::uint64_t number) {
    if (number < values.size()) return values[number];
    fail();
    return Value::none();
  }

  Value begin() {
    const auto kind = static_cast<Kind>(take());
    const auto flags = static_cast<std::uint8_t>(take());
    const std::uint64_t identity = (flags & kHasIdentity) != 0 ? take() : 0;
    has_fields_here_.push_back(true);
    is_extended_ = (flags & kExtended) != 0;
    Value made = begin_kind(kind, (flags & kInterned) != 0);
    if (made.is_object()) {
      // Those with a __del__ are noted when the state is put in its place.
      const int kept = kind == Kind::generator ? flags : flags & ~kHasFinalizer;
      made.object()->flags = static_cast<std::uint8_t>(kept | (made.object()->flags & kIsRemembered));
      if (identity != 0) set_identity(made.object(), identity);
    }
    return made;
  }

  // A value of a built-in kind, with room for what its class adds if it has one.
  template <typename T, typename... Arguments>
  Value make(Arguments&&... arguments) {
    if (is_extended_) return Value::adopt(new Extended<T>(std::forward<Arguments>(arguments)...));
    return Value::adopt(new T(std::forward<Arguments>(arguments)...));
  }

  Value begin_kind(Kind kind, bool interned) {
    switch (kind) {
      case Kind::big_int: {
        std::string digits;
        text(digits);
        return make<BigIntObject>(BigInt(digits));
      }
      case Kind::float_number: {
        double number = 0;
        real(number);
        return make<Float>(number);
      }
      case Kind::complex_number: {
        double parts[2] = {};
        real(parts[0]);
        real(parts[1]);
        return make_complex(parts[0], parts[1]);
      }
      case Kind::string: {
        std::string content;
        text(content);
        return interned ? intern(content) : make<String>(std::move(content));
      }
      case Kind::bytes: {
        std::string content;
        text(content);
        return make<Bytes>(std::move(content));
      }
      case Kind::code:
        return begin_code();
      case Kind::native_object: {
        NativeObject::Maker maker = nullptr;
        visit_native_pointer(maker, *this);
        return Value::adopt(maker(Value()));
      }
      default:
        return begin_plain(kind);
    }
  }

  Value begin_plain(Kind kind) {
    const Value none;
    switch (kind) {
      case Kind::list:
        return make<List>();
      case Kind::tuple:
        return make<Tuple>(std::vector<Value>());
      case Kind::dict:
        return make<Dict>();
      case Kind::set:
      case Kind::frozen_set:
        return make<Set>(kind == Kind::frozen_set);
      case Kind::range:
        return Value::adopt(new Range(none, none, none));
      case Kind::slice:
        return Value::adopt(new Slice(none, none, none));
      case Kind::module: {
        auto* made = new Module("");
        made->is_program = take() != 0;
        return Value::adopt(made);
      }
      case Kind::function:
        return Value::adopt(new Function());
      case Kind::native_function:
        return Value::adopt(new NativeFunction("", nullptr));
      case Kind::bound_method:
        return Value::adopt(new BoundMethod(none, none));
      case Kind::class_object:
        return Value::adopt(new Class(""));
      case Kind::instance:
        return Value::adopt(new Instance(none));
      case Kind::cell:
        return Value::adopt(new Cell());
      case Kind::iterator:
        return Value::adopt(new Iterator(Iterator::Over::sequence, none));
      case Kind::generator:
        return Value::adopt(new Generator());
      case Kind::exception:
        return Value::adopt(new Exception(none));
      case Kind::property:
        return Value::adopt(new Property());
      case Kind::static_method:
        return Value::adopt(new StaticMethod(none));
      case Kind::class_method:
        return Value::adopt(new ClassMethod(none));
      case Kind::super_object:
        return Value::adopt(new SuperObject(none, none));
      case Kind::view:
        return Value::adopt(new View(Iterator::Over::dict_keys, none));
      default:
        fail();
        return Value::none();
    }
  }

  Value begin_code() {
    if (static_cast<CodePlace>(take()) == CodePlace::here) return Value::adopt(new Code());
    has_fields_here_.back() = false;
    std::string file;
    text(file);
    const std::uint64_t number = take();
    const std::vector<Value>* codes = vm_ == nullptr ? nullptr : library_codes(*vm_, file);
    if (codes == nullptr) return fail(), Value::none();
    return at(*codes, number);
  }

  void finish() {
    for (Value& object : objects_) {
      if (auto* type = object.try_as<Class>()) finish_restored_class(*type);
    }
    // A frozen set that is a key must be whole before its hash is asked for; it comes later in the list than
    // its dict.
    for (auto pending = tables_.rbegin(); pending != tables_.rend(); ++pending) fill(*pending);
    // What look-ups know of a class at once follows from its attributes.
    for (Value& object : objects_) {
      if (auto* type = object.try_as<Class>()) class_changed(*type);
    }
    for (const auto& step : steps_) step();
    for (Value& object : objects_) {
      if (auto* code = object.try_as<Code>()) forget_caches(*code);
    }
  }

  void fill(PendingTable& pending) {
    for (std::size_t at = pending.first; at < pending.end; ++at) {
      PendingEntry& entry = entries_[at];
      if (entry.code != HashCode::written) {
        FORKSCOPE_CHECK(hash_value(vm_->main_thread(), entry.key, entry.hash) == Outcome::ok,
                        "a key has a hash");
      }
      pending.table->set(entry.key, entry.hash, std::move(entry.value));
    }
  }

  void finish_restored_class(Class& type) {
    if (!type.resolution_order.empty()) return;
    for (const Value& base : type.bases) finish_restored_class(*base.known<Class>());
    FORKSCOPE_CHECK(finish_class(type), "a class that had an order has one again");
    if (type.is_native) vm_->own_class(type);
  }

  static void forget_caches(Code& code) {
    for (InlineCache& cache : code.caches) {
      const std::uint32_t name_index = cache.name_index;
      cache = InlineCache();
      cache.name_index = name_index;
      cache.name = code.names[name_index].bits();
    }
  }

  Vm* vm_;
  std::string_view bytes_;
  bool failed_ = false;
  bool is_extended_ = false;           // the object being begun
  std::span<Object* const> imported_;  // the objects before objects_
  std::span<Object* const> changing_;  // of these, see ImportedPart
  std::size_t imported_count_ = 0;     // of objects_
  std::vector<Value> objects_;
  std::vector<bool> has_fields_here_;
  std::vector<PendingTable> tables_;
  std::vector<PendingEntry> entries_;
  std::vector<std::function<void()>> steps_;
};

// Names are shared by all states; which of them have an identity says each state itself. `stay`: those that
// are not read again.
void forget_identities_of_names(const ObjectNumbers& stay) {
  NamesWithIdentity names = exchange_names_with_identity({});
  if (names.empty()) return;
  count_rare_change();
  std::erase_if(names, [&stay](const auto& name) { return !stay.contains(name.first); });
  exchange_names_with_identity(std::move(names));
}

}  // namespace

base::Status restore(Vm& vm, std::string_view bytes) {
  std::vector<Value> old_garbage = garbage_of_state(vm);
  forget_identities_of_names({});
  VmImage image;
  if (!Reader(&vm, bytes).read(image)) {
    return base::Error{
        "This state was not written by this version of Forkscope, or a part of it is missing."};
  }
  vm.put_back(image);
  discard(std::move(old_garbage));
  return base::Done{};
}

void restore_parts(Vm& vm, const StateParts& parts, ImportedPart& known) {
  VmImage image;
  if (known.is_current(vm) && (known.bytes() == parts.imported || *known.bytes() == *parts.imported)) {
    vm.let_go_of_run(known);
    forget_identities_of_names(known.numbers());
    FORKSCOPE_CHECK(Reader(vm, known, parts.run).read_run(image), "a part of a state");
    vm.put_back_run(image);
    return known.assure();
  }
  std::vector<Value> old_garbage = garbage_of_state(vm);
  forget_identities_of_names({});
  const std::string bytes = *parts.imported + parts.run;
  Reader reader(&vm, bytes);
  FORKSCOPE_CHECK(reader.read(image), "a state of this binary");
  vm.put_back(image);
  discard(std::move(old_garbage));
  known.remember(vm, reader.imported_numbers(), parts.imported);
}

Value restore_code(std::string_view bytes) {
  Value code;
  Reader reader(nullptr, bytes);
  if (reader.read(code) && code.is(Kind::code)) return code;
  reader.break_circles();
  return Value();
}

}  // namespace forkscope::vm
