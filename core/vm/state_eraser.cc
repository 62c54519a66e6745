// Takes apart what a replaced state, or a Vm at its end, leaves behind: full of cycles, it would never go by
// itself.
#include "core/vm/state_eraser.h"

#include <algorithm>

#include "core/vm/frame.h"
#include "core/vm/reachable.h"
#include "core/vm/state_fields.h"

namespace forkscope::vm {

namespace {

// Empties fields: every value goes, every container has no elements.
class Eraser final : public StateVisitor {
 public:
  Eraser() : StateVisitor(true) {}
  void value(Value& value) override { value = Value(); }
  void table(Table& table) override { table.clear(); }
  void integer(std::int64_t&) override {}
  void size(std::size_t& count) override { count = 0; }
  void text(std::string&) override {}
  void raw(void*, std::size_t) override {}
};

}  // namespace

void erase_reachable(std::vector<Value> roots, const std::vector<Value>& spared) {
  std::vector<Value> objects = reachable_from(roots, spared);
  roots.clear();
  Eraser eraser;
  for (const Value& object : objects) {
    if (auto* type = object.try_as<Class>()) {
      for (const Value& base : type->bases) std::erase(base.known<Class>()->subclasses, type);
    }
  }
  for (const Value& object : objects) {
    if (auto* generator = object.try_as<Generator>()) {
      generator->frame.reset();
    } else {
      visit_fields(*object.object(), eraser);
    }
  }
}

}  // namespace forkscope::vm
