// collections.deque. Used with the GIL held; nothing here blocks.
#pragma once

#include <deque>

#include "core/vm/objects.h"

namespace forkscope::vm {
class Vm;
}

namespace forkscope::vm::modules {

struct Deque final : Native<Deque> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.values(items);
    state.number(maxlen);
  }
  std::string description() const override {
    return maxlen < 0 ? std::string() : ", maxlen=" + std::to_string(maxlen);
  }
  std::int64_t length() const override { return static_cast<std::int64_t>(items.size()); }
  Value item(std::int64_t index) const override { return items[static_cast<std::size_t>(index)]; }
  void set_item(std::int64_t index, Value value) override {
    items[static_cast<std::size_t>(index)] = std::move(value);
  }
  void erase_item(std::int64_t index) override { items.erase(items.begin() + index); }
  void append_item(Value value) override { push_back(std::move(value)); }
  void let_go_of_items() override { items.clear(); }
  NativeObject* copy() const override;
  // Beyond maxlen the other end gives way.
  void push_back(Value value);
  void push_front(Value value);

  std::deque<Value> items;
  std::int64_t maxlen = -1;  // -1 = none
};

void install_deque(Vm& vm, Module& module);

}  // namespace forkscope::vm::modules
