// ValueVisitor: a StateVisitor that looks at nothing but the values of an object, also those in tables. Needs
// the GIL; blocks nowhere.
#pragma once

#include "core/vm/objects.h"
#include "core/vm/state_visitor.h"

namespace forkscope::vm {

class ValueVisitor : public StateVisitor {
 public:
  void table(Table& table) override {
    for (Table::Entry& entry : table.entries()) {
      value(entry.key);
      value(entry.value);
    }
  }
  void integer(std::int64_t&) final {}
  void size(std::size_t&) final {}
  void text(std::string&) final {}
  void raw(void*, std::size_t) final {}

 protected:
  using StateVisitor::StateVisitor;
};

}  // namespace forkscope::vm
