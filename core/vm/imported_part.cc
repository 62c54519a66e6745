#include "core/vm/imported_part.h"

#include <functional>
#include <utility>

#include "core/vm/state_archive.h"
#include "core/vm/state_fields.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

// Goes over fields as they lie in memory: which objects they refer to, not what those are.
class Bits : public StateVisitor {
 public:
  void value(Value& value) override { add(value.bits()); }
  void integer(std::int64_t& number) override { add(static_cast<std::uint64_t>(number)); }
  void size(std::size_t& count) override { add(count); }
  void text(std::string& text) override { add(std::hash<std::string>()(text)); }
  void raw(void* memory, std::size_t size) override {
    add(std::hash<std::string_view>()({static_cast<const char*>(memory), size}));
  }
  void table(Table& table) override {
    add(table.size());
    for (Table::Entry& entry : table.entries()) {
      if (entry.key.empty()) continue;
      add(entry.key.bits());
      add(entry.value.bits());
      add(entry.hash);
    }
  }

 protected:
  Bits() : StateVisitor(false) {}
  ~Bits() = default;
  virtual void add(std::uint64_t bits) = 0;
};

class Recorder final : public Bits {
 public:
  std::vector<std::uint64_t> take() { return std::move(all_); }
  bool goes_on() const { return true; }

 private:
  void add(std::uint64_t bits) override { all_.push_back(bits); }
  std::vector<std::uint64_t> all_;
};

class Comparer final : public Bits {
 public:
  explicit Comparer(const std::vector<std::uint64_t>& with) : with_(with) {}
  bool goes_on() const { return same_; }
  bool same() const { return same_ && at_ == with_.size(); }

 private:
  void add(std::uint64_t bits) override {
    same_ = same_ && at_ < with_.size() && with_[at_] == bits;
    ++at_;
  }
  const std::vector<std::uint64_t>& with_;
  std::size_t at_ = 0;
  bool same_ = true;
};

// Made by nobody but the Vm, and never changed.
bool is_fixed(const Object& object) {
  return object.kind == Kind::native_function ||
         (object.kind == Kind::code && static_cast<const Code&>(object).library_number >= 0);
}

// In the order in which they were met: as long as nothing differs, what is met next is still alive, for
// something that did not change refers to it.
template <typename Visitor>
void go_over(Vm& vm, const std::vector<Object*>& objects, std::size_t count, Visitor& visitor) {
  vm.visit_imported_roots(visitor);
  for (std::size_t i = 0; i < count && visitor.goes_on(); ++i) {
    Object& object = *objects[i];
    std::int64_t flags = object.flags;
    visitor.integer(flags);
    if (is_fixed(object) || !is_met_first(object, &vm.modules())) continue;
    if (visitor.goes_on()) visit_fields(object, visitor);
  }
}

}  // namespace

bool ImportedPart::is_current(Vm& vm) const {
  if (bytes_ == nullptr) return false;
  Comparer comparer(bits_);
  go_over(vm, numbers_.objects(), size_, comparer);
  return comparer.same();
}

void ImportedPart::remember(Vm& vm, ObjectNumbers objects, std::shared_ptr<const std::string> bytes) {
  numbers_ = std::move(objects);
  size_ = numbers_.size();
  bytes_ = std::move(bytes);
  Recorder recorder;
  go_over(vm, numbers_.objects(), size_, recorder);
  bits_ = recorder.take();
}

}  // namespace forkscope::vm
