#include "core/vm/imported_part.h"

#include <cstring>
#include <utility>

#include "core/vm/remembered.h"
#include "core/vm/state_archive.h"
#include "core/vm/state_fields.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

// Goes over fields as they lie in memory: which objects they refer to, not what those are.
template <typename Sink>
class Bits : public StateVisitor {
 public:
  void value(Value& value) final { add(value.bits()); }
  void integer(std::int64_t& number) final { add(static_cast<std::uint64_t>(number)); }
  void size(std::size_t& count) final { add(count); }
  void text(std::string& text) final {
    add(text.size());
    raw(text.data(), text.size());
  }
  void raw(void* memory, std::size_t size) final {
    const auto* bytes = static_cast<const char*>(memory);
    std::uint64_t word = 0;
    for (; size >= sizeof word; size -= sizeof word, bytes += sizeof word) {
      std::memcpy(&word, bytes, sizeof word);
      add(word);
    }
    word = 0;
    std::memcpy(&word, bytes, size);
    add(word);
  }
  void table(Table& table) final {
    // The same keys, then.
    add(table.version());
    for (Table::Entry& entry : table.entries()) add(entry.value.bits());
  }

 protected:
  Bits() : StateVisitor(false) {}
  ~Bits() override = default;

 private:
  void add(std::uint64_t bits) { static_cast<Sink&>(*this).add(bits); }
};

class Recorder final : public Bits<Recorder> {
 public:
  void add(std::uint64_t bits) { all_.push_back(bits); }
  std::vector<std::uint64_t> take() { return std::move(all_); }
  bool goes_on() const { return true; }

 private:
  std::vector<std::uint64_t> all_;
};

class Comparer final : public Bits<Comparer> {
 public:
  explicit Comparer(const std::vector<std::uint64_t>& with) : at_(with.data()), end_(at_ + with.size()) {}
  void add(std::uint64_t bits) {
    if (at_ != end_ && *at_ == bits) {
      ++at_;
    } else {
      same_ = false;
    }
  }
  bool goes_on() const { return same_; }
  bool same() const { return same_ && at_ == end_; }

 private:
  const std::uint64_t *at_, *end_;
  bool same_ = true;
};

// Never changed once it is there.
bool is_fixed(const Object& object) {
  switch (object.kind) {
    case Kind::native_function:
    case Kind::bound_method:
      return true;
    case Kind::tuple:
    case Kind::property:
    case Kind::static_method:
    case Kind::class_method:
      return (object.flags & kExtended) == 0;
    case Kind::code:
      return static_cast<const Code&>(object).prepared;
    default:
      return false;
  }
}

// Its fields hardly change; attributes might.
bool is_plain_function(const Object& object) {
  return object.kind == Kind::function && static_cast<const Function&>(object).attributes == nullptr;
}

template <typename Visitor>
void go_over(Vm& vm, const std::vector<Object*>& objects, const std::vector<std::uint32_t>& chosen,
             Visitor& visitor) {
  vm.visit_imported_roots(visitor);
  for (std::size_t i = 0; i < chosen.size() && visitor.goes_on(); ++i) {
    Object& object = *objects[chosen[i]];
    visitor.add(object.flags);
    if (!is_met_first(object, &vm.modules())) continue;
    // Whatever changes in a class, it has another version then.
    if (object.kind == Kind::class_object)
      visitor.add(static_cast<const Class&>(object).version);
    else if (object.kind == Kind::cell)
      visitor.add(static_cast<const Cell&>(object).content.bits());
    else if (visitor.goes_on())
      visit_imported_fields(object, visitor);
  }
}

}  // namespace

void ImportedPart::doubt(const Vm& vm) {
  if (is_certain_) {
    ends_ = remembered_ends();
    modules_ = vm.modules().table.version();
  }
  is_certain_ = false;
}

std::vector<Object*> changing_of(const std::vector<Object*>& imported, const Object* modules) {
  std::vector<Object*> changing;
  for (Object* object : imported) {
    const bool is_first = is_met_first(*object, modules);
    const auto* module = is_first && object->kind == Kind::module ? static_cast<Module*>(object) : nullptr;
    if (!is_first || (module != nullptr && changes_apart(*module))) changing.push_back(object);
  }
  return changing;
}

bool ImportedPart::is_as_good_as_before(const Vm& vm) const {
  return rare_changes_ == rare_changes() && modules_ == vm.modules().table.version();
}

bool ImportedPart::is_same(Vm& vm, const Looks& looks) const {
  Comparer comparer(looks.bits);
  go_over(vm, numbers_.objects(), looks.chosen, comparer);
  return comparer.same();
}

void ImportedPart::record(Vm& vm, Looks& looks) const {
  Recorder recorder;
  go_over(vm, numbers_.objects(), looks.chosen, recorder);
  looks.bits = recorder.take();
}

// What is remembered is all alive: else something that referred to what is not has changed. Of what cannot be
// changed, and of functions where nothing rare has happened, nothing needs to be compared.
bool ImportedPart::is_current(Vm& vm) {
  if (bytes_ == nullptr || is_certain_) return is_certain_;
  if (ends_ != remembered_ends()) return false;
  if (rare_changes_ == rare_changes()) return is_certain_ = is_same(vm, often_);
  if (identified_names_ != identified_names() || !is_same(vm, all_)) return false;
  for (std::size_t i = 0; i < flags_.size(); ++i) {
    if (flags_[i] != numbers_.objects()[i]->flags) return false;
  }
  is_certain_ = true;
  assure();
  return true;
}

void ImportedPart::assure() {
  FORKSCOPE_CHECK(is_certain_, "only what was current stays so");
  rare_changes_ = rare_changes();
}

void ImportedPart::remember(Vm& vm, ObjectNumbers objects, std::shared_ptr<const std::string> bytes) {
  numbers_ = std::move(objects);
  changing_ = changing_of(numbers_.objects(), &vm.modules());
  bytes_ = std::move(bytes);
  often_.chosen.clear();
  all_.chosen.clear();
  flags_.clear();
  for (std::uint32_t i = 0; i < numbers_.size(); ++i) {
    Object& object = *numbers_.objects()[i];
    object.flags |= kIsRemembered;
    flags_.push_back(object.flags);
    if (refers_to_nothing(object) || is_fixed(object)) continue;
    all_.chosen.push_back(i);
    if (!is_plain_function(object)) often_.chosen.push_back(i);
  }
  record(vm, often_);
  record(vm, all_);
  identified_names_ = identified_names();
  is_certain_ = true;
  assure();
}

}  // namespace forkscope::vm
