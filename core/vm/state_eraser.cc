// Takes apart what a replaced state, or a Vm at its end, leaves behind: full of cycles, it would never go by
// itself.
#include "core/vm/state_eraser.h"

#include <algorithm>
#include <unordered_set>

#include "core/vm/frame.h"
#include "core/vm/state_fields.h"

namespace forkscope::vm {

namespace {

// Everything that can be reached. Codes are left alone: the library's stay in use, and none is part of a
// cycle.
class Collector final : public StateVisitor {
 public:
  explicit Collector(const std::vector<Value>& spared) : StateVisitor(false) {
    for (const Value& value : spared) seen_.insert(value.object());
  }
  void value(Value& value) override {
    if (!value.is_object() || value.is(Kind::code) || !seen_.insert(value.object()).second) return;
    found_.push_back(value);
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

  std::vector<Value> collect(std::vector<Value>& roots) {
    for (Value& root : roots) value(root);
    for (std::size_t i = 0; i < found_.size(); ++i) visit_fields(*found_[i].object(), *this);
    return std::move(found_);
  }

 private:
  std::unordered_set<const Object*> seen_;
  std::vector<Value> found_;
};

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
  std::vector<Value> objects = Collector(spared).collect(roots);
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
