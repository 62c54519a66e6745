// Takes apart what a replaced state, or a Vm at its end, leaves behind: full of cycles, it would never go by
// itself.
#include "core/vm/state_eraser.h"

#include <algorithm>
#include <utility>

#include "core/vm/frame.h"
#include "core/vm/reachable.h"
#include "core/vm/state_archive.h"
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

void leave_bases(const std::vector<Value>& objects) {
  for (const Value& object : objects) {
    if (auto* type = object.try_as<Class>()) {
      for (const Value& base : type->bases) std::erase(base.known<Class>()->subclasses, type);
    }
  }
}

// What cannot be changed is in no cycle but by what can; and it may be a constant of a code.
bool stays(const Object& object) {
  const bool is_constant = object.kind == Kind::tuple || object.kind == Kind::frozen_set;
  return object.base_number != 0 || (is_constant && (object.flags & kExtended) == 0);
}

void erase(Object& object, Eraser& eraser) {
  if (object.kind == Kind::generator) {
    static_cast<Generator&>(object).frame.reset();
  } else if (object.kind == Kind::module) {
    eraser.table(static_cast<Module&>(object).globals());
  } else {
    visit_fields(object, eraser);
  }
}

void erase_all(const std::vector<Value>& objects, Eraser& eraser) {
  leave_bases(objects);
  for (const Value& object : objects) {
    if (!stays(*object.object())) erase(*object.object(), eraser);
  }
}

}  // namespace

void erase_reachable(std::vector<Value> roots, const std::vector<Value>& spared) {
  std::vector<Value> objects = reachable_from(roots, spared);
  roots.clear();
  Eraser eraser;
  erase_all(objects, eraser);
}

void erase_run(std::vector<Value> roots, ImportedPart& imported, const Object* modules) {
  std::vector<Object*> changed;
  for (Object* object : imported.changing()) {
    if (!is_met_first(*object, modules)) {
      changed.push_back(object);
    } else {
      each_set_by_functions(static_cast<Module&>(*object),
                            [&roots](Value& value) { roots.push_back(std::exchange(value, Value::none())); });
    }
  }
  const std::vector<Value> objects = reachable_beyond(imported.numbers(), changed, roots);
  roots.clear();
  Eraser eraser;
  // Their fields are filled again, also where they stay.
  for (Object* object : changed) erase(*object, eraser);
  erase_all(objects, eraser);
}

void erase_garbage(const std::vector<Value>& garbage) {
  Eraser eraser;
  if (is_discarding()) return erase_all(garbage, eraser);
  leave_bases(garbage);
  for (const Value& value : garbage) {
    if (value.is(Kind::native_object)) {
      auto& native = *value.known<NativeObject>();
      if (native.attributes != nullptr) native.attributes->clear();
      native.let_go_of_items();
    } else if (!stays(*value.object())) {
      erase(*value.object(), eraser);
    }
  }
}

}  // namespace forkscope::vm
