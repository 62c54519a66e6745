#include "core/vm/reachable.h"

#include <span>

#include "core/vm/state_fields.h"
#include "core/vm/state_images.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

// Codes are left alone: the library's stay in use, and none is part of a cycle.
class Collector final : public StateVisitor {
 public:
  explicit Collector(const std::vector<Value>& spared) : StateVisitor(false) {
    for (const Value& value : spared) found_.add(value.object());
    spared_ = found_.size();
  }
  void value(Value& value) override {
    if (value.is_object() && !leads_nowhere(*value.object())) found_.add(value.object());
  }
  void table(Table& table) override {
    for (Table::Entry& entry : table.entries()) {
      value(entry.key);
      value(entry.value);
    }
  }
  void integer(std::int64_t&) override {}
  void size(std::size_t&) override {}
  void text(std::string&) override {}
  void raw(void*, std::size_t) override {}

  void collect() {
    for (std::size_t i = spared_; i < found_.size(); ++i) visit_fields(*found_.objects()[i], *this);
  }
  std::span<Object* const> found() const { return std::span(found_.objects()).subspan(spared_); }
  ObjectNumbers take() { return std::move(found_); }

 private:
  static bool leads_nowhere(const Object& object) {
    return object.kind == Kind::code || (is_leaf(object.kind) && (object.flags & kExtended) == 0);
  }

  ObjectNumbers found_;  // those that are spared first
  std::size_t spared_ = 0;
};

}  // namespace

std::vector<Value> reachable_from(std::vector<Value>& roots, const std::vector<Value>& spared) {
  Collector collector(spared);
  for (Value& root : roots) collector.value(root);
  collector.collect();
  std::vector<Value> found;
  for (Object* object : collector.found()) found.push_back(Value::share(object));
  return found;
}

ObjectNumbers reachable_by_others(const Vm& vm, base::ThreadId self) {
  VmImage image = vm.image();
  std::erase_if(image.threads,
                [self](const ThreadImage& thread) { return thread.id == static_cast<std::int64_t>(self); });
  Collector collector(vm.base_objects());
  image.visit(collector);
  collector.collect();
  return collector.take();
}

}  // namespace forkscope::vm
