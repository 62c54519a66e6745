#include "core/vm/reachable.h"

#include <span>

#include "core/vm/imported_part.h"
#include "core/vm/state_archive.h"
#include "core/vm/state_fields.h"
#include "core/vm/state_images.h"
#include "core/vm/value_visitor.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

// Codes are left alone: the library's stay in use, and none is part of a cycle.
class Collector final : public ValueVisitor {
 public:
  // What `found` has already is spared.
  explicit Collector(ObjectNumbers& found, const ObjectNumbers* others_spared = nullptr)
      : ValueVisitor(false), found_(found), spared_(found.size()), others_spared_(others_spared) {}
  void value(Value& value) override {
    if (!value.is_object() || leads_nowhere(*value.object())) return;
    if (others_spared_ == nullptr || !others_spared_->contains(value.object())) found_.add(value.object());
  }

  void collect() {
    for (std::size_t i = spared_; i < found_.size(); ++i) visit_fields(*found_.objects()[i], *this);
  }
  std::vector<Value> found() const { return values_of(std::span(found_.objects()).subspan(spared_)); }

 private:
  static bool leads_nowhere(const Object& object) {
    return object.kind == Kind::code || refers_to_nothing(object);
  }

  ObjectNumbers& found_;
  std::size_t spared_;
  const ObjectNumbers* others_spared_;
};

}  // namespace

std::vector<Value> reachable_from(std::vector<Value>& roots, const std::vector<Value>& spared) {
  ObjectNumbers numbers = numbers_of(spared);
  return reachable_beyond(numbers, {}, roots);
}

std::vector<Value> reachable_beyond(ObjectNumbers& spared, const std::vector<Object*>& inner,
                                    std::vector<Value>& roots) {
  const std::size_t count = spared.size();
  Collector collector(spared);
  for (Value& root : roots) collector.value(root);
  for (Object* object : inner) visit_fields(*object, collector);
  collector.collect();
  std::vector<Value> found = collector.found();
  spared.shorten(count);
  return found;
}

namespace {

void leave_out(VmImage& image, base::ThreadId self) {
  std::erase_if(image.threads,
                [self](const ThreadImage& thread) { return thread.id == static_cast<std::int64_t>(self); });
}

ObjectNumbers walk_all(const Vm& vm, base::ThreadId self) {
  VmImage image = vm.image();
  leave_out(image, self);
  ObjectNumbers numbers = numbers_of(vm.base_objects());
  Collector collector(numbers);
  image.visit(collector);
  collector.collect();
  return numbers;
}

// What is imported changes only in its `changing()` ones.
ObjectNumbers walk_run(const Vm& vm, base::ThreadId self, const ImportedPart& imported) {
  VmImage image = vm.run_image();
  leave_out(image, self);
  ObjectNumbers numbers;
  Collector collector(numbers, &imported.numbers());
  image.visit_run(collector);
  for (Object* object : imported.changing()) visit_fields_of_run(*object, &vm.modules(), collector);
  collector.collect();
  return numbers;
}

}  // namespace

ReachableByOthers::ReachableByOthers(const Vm& vm, base::ThreadId self, const ImportedPart* imported)
    : imported_(imported == nullptr ? nullptr : &imported->numbers()),
      walked_(imported == nullptr ? walk_all(vm, self) : walk_run(vm, self, *imported)) {}

}  // namespace forkscope::vm
