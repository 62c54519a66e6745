#include "core/vm/compiler_internal.h"
#include "core/vm/objects.h"

namespace forkscope::vm {

using BlockKind = FlowBlock::Kind;

void Compiler::compile_try(const ast::Try& node) {
  if (node.finally.empty()) {
    compile_try_handlers(node);
  } else {
    compile_try_finally(node);
  }
}

// The `finally` block exists twice: after the body, and as a handler that raises again.
void Compiler::compile_try_finally(const ast::Try& node) {
  const CodeBuilder::Label handler = code().new_label(), cleanup = code().new_label(),
                           end = code().new_label();
  const CodeBuilder::Region body = code().new_region(handler), handling = code().new_region(cleanup, 1);
  FlowBlock& block = push_block(BlockKind::finally_try);
  block.finally = &node.finally;
  const CodeBuilder::Region outer = code().enter_region(body);
  if (node.handlers.empty()) {
    compile_block(node.body);
  } else {
    compile_try_handlers(node);
  }
  code().enter_region(outer);
  pop_block();
  compile_block(node.finally);
  code().jump(Opcode::jump, end);

  code().bind(handler);  // e
  code().emit(Opcode::push_exception);
  push_block(BlockKind::finally_end);
  code().enter_region(handling);
  compile_block(node.finally);
  code().enter_region(outer);
  pop_block();
  code().emit(Opcode::reraise, 1);
  code().bind(cleanup);  // previous e
  code().emit(Opcode::reraise, 1);
  code().bind(end);
}

void Compiler::compile_try_handlers(const ast::Try& node) {
  if (node.has_star) {
    compile_try_except_star(node);
  } else {
    compile_try_except(node);
  }
}

void Compiler::compile_try_body(const ast::Try& node, CodeBuilder::Label handler, CodeBuilder::Label end) {
  const CodeBuilder::Region body = code().new_region(handler);
  push_block(BlockKind::try_body);
  const CodeBuilder::Region outer = code().enter_region(body);
  compile_block(node.body);
  code().enter_region(outer);
  pop_block();
  compile_block(node.otherwise);
  code().jump(Opcode::jump, end);
  code().bind(handler);
}

void Compiler::compile_try_except(const ast::Try& node) {
  const CodeBuilder::Label handler = code().new_label(), cleanup = code().new_label(),
                           end = code().new_label();
  const CodeBuilder::Region handling = code().new_region(cleanup, 1), outer = code().region();
  compile_try_body(node, handler, end);
  code().emit(Opcode::push_exception);
  code().enter_region(handling);
  for (std::size_t i = 0; i < node.handlers.size(); ++i) {
    const ast::Handler& one = node.handlers[i];
    if (one.type == nullptr && i + 1 < node.handlers.size()) raise("default 'except:' must be last", one.at);
    compile_handler(one, outer, end);
    code().enter_region(handling);
  }
  code().enter_region(outer);
  code().emit(Opcode::reraise, 1);  // none of them matched
  code().bind(cleanup);             // previous e
  code().emit(Opcode::reraise, 1);
  code().bind(end);
}

// With `previous e` on the stack; goes on behind the handler if it does not match.
void Compiler::compile_handler(const ast::Handler& handler, CodeBuilder::Region outer,
                               CodeBuilder::Label end) {
  const At at(*this, handler.at);
  const CodeBuilder::Label next = code().new_label();
  if (handler.type != nullptr) {
    compile(handler.type);
    code().emit(Opcode::match_exception);
    code().jump(Opcode::jump_if_false, next);
  }
  const CodeBuilder::Region handling = code().region();
  const CodeBuilder::Label forget = code().new_label();
  const bool has_name = !handler.name.empty();
  if (has_name) {
    access_name(handler.name, Access::store);
  } else {
    code().emit(Opcode::pop);
  }
  // The block's outer region is the one around the whole statement: leaving it restores what was handled
  // before.
  FlowBlock& block = push_block(BlockKind::handler);
  block.outer_region = outer;
  block.name = has_name ? &handler.name : nullptr;
  if (has_name) code().enter_region(code().new_region(forget));
  compile_block(handler.body);
  code().enter_region(outer);
  pop_block();
  code().emit(Opcode::pop_exception);
  if (has_name) forget_name(handler.name);
  code().jump(Opcode::jump, end);
  if (has_name) {
    code().bind(forget);  // previous e
    code().enter_region(handling);
    forget_name(handler.name);
    code().enter_region(outer);
    code().emit(Opcode::reraise, 1);
  }
  code().bind(next);
}

// Every clause takes its part of the group; what clauses raise, and what none of them took, is raised
// together.
void Compiler::compile_try_except_star(const ast::Try& node) {
  const CodeBuilder::Label handler = code().new_label(), cleanup = code().new_label(),
                           nothing = code().new_label(), end = code().new_label();
  const CodeBuilder::Region handling = code().new_region(cleanup, 1), outer = code().region();
  compile_try_body(node, handler, end);  // e
  code().emit(Opcode::push_exception);
  code().enter_region(handling);
  code().emit(Opcode::build_list, 0);
  code().emit(Opcode::copy, 2);  // previous e results rest
  for (const ast::Handler& one : node.handlers) compile_group_handler(one);
  code().emit(Opcode::list_append, 1);
  code().emit(Opcode::match_exception, 2);  // previous raised
  code().enter_region(outer);
  code().emit(Opcode::duplicate);
  code().jump(Opcode::jump_if_none, nothing);
  code().emit(Opcode::reraise, 1);
  code().bind(nothing);
  code().emit(Opcode::pop);
  code().emit(Opcode::pop_exception);
  code().jump(Opcode::jump, end);
  code().bind(cleanup);  // previous e
  code().emit(Opcode::reraise, 1);
  code().bind(end);
}

// With `results rest` on the stack, before and behind it.
void Compiler::compile_group_handler(const ast::Handler& handler) {
  const At at(*this, handler.at);
  const CodeBuilder::Label failed = code().new_label(), unmatched = code().new_label(),
                           next = code().new_label();
  compile(handler.type);
  code().emit(Opcode::match_exception, 1);
  code().emit(Opcode::unpack, 2);  // results rest part
  code().emit(Opcode::duplicate);
  code().jump(Opcode::jump_if_none, unmatched);
  code().emit(Opcode::push_exception);
  if (handler.name.empty()) {
    code().emit(Opcode::pop);
  } else {
    access_name(handler.name, Access::store);
  }
  push_block(BlockKind::group_handler);
  const CodeBuilder::Region handling = code().enter_region(code().new_region(failed));
  compile_block(handler.body);
  code().enter_region(handling);
  pop_block();
  code().emit(Opcode::pop_exception);
  if (!handler.name.empty()) forget_name(handler.name);
  code().jump(Opcode::jump, next);
  code().bind(failed);  // results rest previous raised
  if (!handler.name.empty()) forget_name(handler.name);
  code().emit(Opcode::list_append, 3);
  code().emit(Opcode::pop_exception);
  code().jump(Opcode::jump, next);
  code().bind(unmatched);
  code().emit(Opcode::pop);
  code().bind(next);
}

void Compiler::forget_name(const std::string& name) {
  code().emit(Opcode::load_none);
  access_name(name, Access::store);
  access_name(name, Access::remove);
}

void Compiler::compile_with(const ast::With& node, std::size_t number) {
  const ast::WithItem& item = node.items[number];
  const CodeBuilder::Label handler = code().new_label(), cleanup = code().new_label(),
                           end = code().new_label();
  compile(item.manager);
  {
    const At at(*this, node.at);
    code().emit(Opcode::with_enter);  // exit entered
  }
  // Both keep the exit function on the stack; the second also what was handled before.
  const CodeBuilder::Region body = code().new_region(handler, -1), handling = code().new_region(cleanup, 0);
  FlowBlock& block = push_block(BlockKind::with);
  block.at = node.at;
  const CodeBuilder::Region outer = code().enter_region(body);
  if (item.target != nullptr) {
    store(item.target);
  } else {
    code().emit(Opcode::pop);
  }
  if (number + 1 < node.items.size()) {
    compile_with(node, number + 1);
  } else {
    compile_block(node.body);
  }
  code().enter_region(outer);
  pop_block();
  const At at(*this, node.at);
  code().emit(Opcode::with_exit_normal);
  code().emit(Opcode::pop);
  code().jump(Opcode::jump, end);

  code().bind(handler);  // exit e
  code().emit(Opcode::push_exception);
  code().enter_region(handling);
  code().emit(Opcode::with_exit_exception, 2);
  const CodeBuilder::Label swallowed = code().new_label();
  code().jump(Opcode::jump_if_true, swallowed);
  code().enter_region(outer);
  code().emit(Opcode::reraise, 1);
  code().bind(cleanup);  // exit previous e
  code().emit(Opcode::reraise, 1);
  code().bind(swallowed);  // exit previous e
  code().emit(Opcode::pop);
  code().emit(Opcode::pop_exception);
  code().emit(Opcode::pop);
  code().bind(end);
}

}  // namespace forkscope::vm
