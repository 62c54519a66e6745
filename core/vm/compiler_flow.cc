#include <algorithm>

#include "core/vm/compiler_internal.h"
#include "core/vm/objects.h"

namespace forkscope::vm {

using BlockKind = FlowBlock::Kind;

FlowBlock& Compiler::push_block(BlockKind kind) {
  FlowBlock block;
  block.kind = kind;
  block.outer_region = code().region();
  unit_->blocks.push_back(block);
  return unit_->blocks.back();
}

void Compiler::compile_if(const ast::If& node) {
  const CodeBuilder::Label end = code().new_label();
  for (std::size_t i = 0; i < node.branches.size(); ++i) {
    const CodeBuilder::Label next = code().new_label();
    jump_if(node.branches[i].first, next, false);
    compile_block(node.branches[i].second);
    const bool is_last = i + 1 == node.branches.size() && node.otherwise.empty();
    if (!is_last) code().jump(Opcode::jump, end);
    code().bind(next);
  }
  compile_block(node.otherwise);
  code().bind(end);
}

void Compiler::compile_while(const ast::While& node) {
  const CodeBuilder::Label start = code().new_label(), otherwise = code().new_label(),
                           exit = code().new_label();
  code().bind(start);
  FlowBlock& block = push_block(BlockKind::while_loop);
  block.start = start;
  block.exit = exit;
  jump_if(node.test, otherwise, false);
  compile_block(node.body);
  {
    const At at(*this, node.test->at);
    code().jump(Opcode::jump_back, start);
  }
  pop_block();
  code().bind(otherwise);
  compile_block(node.otherwise);
  code().bind(exit);
}

void Compiler::compile_for(const ast::For& node) {
  const CodeBuilder::Label start = code().new_label(), otherwise = code().new_label(),
                           exit = code().new_label();
  compile(node.iterable);
  code().emit(Opcode::get_iterator);
  code().bind(start);
  FlowBlock& block = push_block(BlockKind::for_loop);
  block.start = start;
  block.exit = exit;
  code().jump(Opcode::for_iterate, otherwise);
  store(node.target);
  compile_block(node.body);
  code().jump(Opcode::jump_back, start);
  pop_block();
  code().bind(otherwise);
  compile_block(node.otherwise);
  code().bind(exit);
}

// Undoes one block on the way out. `keep_value`: the value to be returned is on top and stays there.
void Compiler::unwind(const FlowBlock& block, bool keep_value) {
  const auto below_value = [&](Opcode op) {
    if (keep_value) code().emit(Opcode::swap, 2);
    code().emit(op);
  };
  code().enter_region(block.outer_region);
  switch (block.kind) {
    case BlockKind::while_loop:
    case BlockKind::try_body:
      return;
    case BlockKind::for_loop:
    case BlockKind::value:
      return below_value(Opcode::pop);
    case BlockKind::finally_try: {
      const ast::Block& body = *block.finally;
      if (keep_value) push_block(BlockKind::value);
      compile_block(body);
      if (keep_value) pop_block();
      return;
    }
    case BlockKind::finally_end:
      below_value(Opcode::pop);
      return below_value(Opcode::pop_exception);
    case BlockKind::handler:
      below_value(Opcode::pop_exception);
      if (block.name != nullptr) forget_name(*block.name);
      return;
    case BlockKind::group_handler:
      return;
    case BlockKind::with: {
      const At at(*this, block.at);
      below_value(Opcode::with_exit_normal);
      return code().emit(Opcode::pop);
    }
  }
}

namespace {

bool is_loop(const FlowBlock& block) {
  return block.kind == BlockKind::while_loop || block.kind == BlockKind::for_loop;
}

}  // namespace

// `until_loop`: what is left ends at the innermost loop, else at the function.
void Compiler::require_no_group_handler(bool until_loop, const Position& where) const {
  for (auto block = unit_->blocks.rbegin(); block != unit_->blocks.rend(); ++block) {
    if (until_loop && is_loop(*block)) return;
    if (block->kind == BlockKind::group_handler)
      raise("'break', 'continue' and 'return' cannot appear in an except* block", where);
  }
}

void Compiler::compile_return(const ast::Return& node) {
  if (unit_->scope->kind != ScopeKind::function) raise("'return' outside function", node.at);
  require_no_group_handler(false, node.value == nullptr ? node.at : node.value->at);
  const auto constant = node.value == nullptr ? std::optional(Value::none()) : fold(node.value);
  if (!constant) compile(node.value);
  // While a block is undone it is no longer around what undoes it.
  const std::vector<FlowBlock> saved = unit_->blocks;
  const CodeBuilder::Region region = code().region();
  while (!unit_->blocks.empty()) {
    const FlowBlock block = unit_->blocks.back();
    unit_->blocks.pop_back();
    unwind(block, !constant);
  }
  if (constant) code().load_constant(*constant);
  code().emit(Opcode::return_value);
  unit_->blocks = saved;
  code().enter_region(region);
}

void Compiler::compile_jump_out(bool is_break, const Position& where) {
  const std::vector<FlowBlock> saved = unit_->blocks;
  if (std::none_of(saved.begin(), saved.end(), is_loop))
    raise(is_break ? "'break' outside loop" : "'continue' not properly in loop", where);
  require_no_group_handler(true, where);
  const CodeBuilder::Region region = code().region();
  while (!is_loop(unit_->blocks.back())) {
    const FlowBlock block = unit_->blocks.back();
    unit_->blocks.pop_back();
    unwind(block, false);
  }
  const FlowBlock loop = unit_->blocks.back();
  if (is_break) {
    unwind(loop, false);
    code().jump(Opcode::jump, loop.exit);
  } else {
    code().jump(Opcode::jump_back, loop.start);
  }
  unit_->blocks = saved;
  code().enter_region(region);
}

}  // namespace forkscope::vm
