// Cells, as a program sees them: what a closure's variables are kept in.
#include "core/vm/cells.h"

#include "core/vm/builtins_parts.h"
#include "core/vm/native.h"
#include "core/vm/operations.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

NativeResult construct_cell(NativeCall& call) {
  if (!check_constructor(call, "cell", 0, 1)) return NativeResult::raised;
  auto* cell = new Cell();
  if (call.positional.size() > 1) cell->content = call.positional[1];
  return call.returns(Value::adopt(cell));
}

NativeResult get_content(NativeCall& call) {
  const Value& content = call.positional[0].known<Cell>()->content;
  return content.empty() ? raise(call, "ValueError", "Cell is empty") : call.returns(content);
}

NativeResult set_content(NativeCall& call) {
  call.positional[0].known<Cell>()->content = call.positional[1];
  return call.returns_none();
}

NativeResult delete_content(NativeCall& call) {
  call.positional[0].known<Cell>()->content = Value();
  return call.returns_none();
}

}  // namespace

void install_cells(Vm& vm) {
  Class* type = vm.class_of_kind(Kind::cell);
  type->construct = construct_cell;
  auto* content = new Property();
  content->getter = Value::adopt(new NativeFunction("cell_contents", get_content));
  content->setter = Value::adopt(new NativeFunction("cell_contents", set_content));
  content->deleter = Value::adopt(new NativeFunction("cell_contents", delete_content));
  type->attributes.set("cell_contents", Value::adopt(content));
}

}  // namespace forkscope::vm
