#include <algorithm>

#include "core/vm/compiler_internal.h"
#include "core/vm/objects.h"

namespace forkscope::vm {

using ast::Expression;
using ast::ExpressionKind;

// Stores the top of the stack.
void Compiler::store(const Expression* target) {
  const At at(*this, target->at);
  switch (target->kind) {
    case ExpressionKind::name:
      return access_name(target->as<ast::Name>()->id, Access::store);
    case ExpressionKind::attribute: {
      const auto& node = *target->as<ast::Attribute>();
      compile(node.object);
      const At at_attribute(*this, attribute_position(node, node.at));
      return code().emit(Opcode::store_attribute, code().name(mangled(node.name)));
    }
    case ExpressionKind::subscript:
      compile(target->as<ast::Subscript>()->object);
      compile(target->as<ast::Subscript>()->index);
      return code().emit(Opcode::store_subscript);
    case ExpressionKind::tuple:
      return unpack_into(target->as<ast::TupleDisplay>()->items);
    case ExpressionKind::list:
      return unpack_into(target->as<ast::ListDisplay>()->items);
    default:
      raise("starred assignment target must be in a list or tuple", target->at);
  }
}

void Compiler::unpack_into(const ast::Expressions& targets) {
  const auto is_starred = [](const Expression* target) { return target->kind == ExpressionKind::starred; };
  const auto star = std::find_if(targets.begin(), targets.end(), is_starred);
  if (star == targets.end()) {
    code().emit(Opcode::unpack, static_cast<std::uint32_t>(targets.size()));
  } else {
    if (std::any_of(star + 1, targets.end(), is_starred))
      raise("multiple starred expressions in assignment", code().position());
    const auto before = static_cast<std::uint32_t>(star - targets.begin());
    const auto after = static_cast<std::uint32_t>(targets.end() - star - 1);
    if (before >= 256 || after >= 256)
      raise("too many expressions in star-unpacking assignment", code().position());
    code().emit(Opcode::unpack_star, before | after << 8);
  }
  for (const Expression* target : targets) {
    const auto* starred = target->as<ast::Starred>();
    store(starred != nullptr ? starred->value : target);
  }
}

void Compiler::remove(const Expression* target) {
  const At at(*this, target->at);
  switch (target->kind) {
    case ExpressionKind::name:
      return access_name(target->as<ast::Name>()->id, Access::remove);
    case ExpressionKind::attribute: {
      const auto& node = *target->as<ast::Attribute>();
      compile(node.object);
      const At at_attribute(*this, attribute_position(node, node.at));
      return code().emit(Opcode::delete_attribute, code().name(mangled(node.name)));
    }
    case ExpressionKind::subscript:
      compile(target->as<ast::Subscript>()->object);
      compile(target->as<ast::Subscript>()->index);
      return code().emit(Opcode::delete_subscript);
    case ExpressionKind::tuple:
      for (const Expression* item : target->as<ast::TupleDisplay>()->items) remove(item);
      return;
    default:
      for (const Expression* item : target->as<ast::ListDisplay>()->items) remove(item);
  }
}

void Compiler::compile_assign(const ast::Assign& node) {
  if (node.targets.size() == 1 && exchange(node.targets[0], node.value)) return;
  compile(node.value);
  const auto* name = node.targets[0]->as<ast::Name>();
  if (name != nullptr && unit_->scope->kind == ScopeKind::module) {
    const auto knob = knob_of(name->id);
    if (knob && knobs_[*knob].line == node.at.line) {
      const At at(*this, name->at);
      return code().emit(Opcode::store_knob, *knob | code().name(name->id) << 8);
    }
  }
  for (std::size_t i = 0; i < node.targets.size(); ++i) {
    if (i + 1 < node.targets.size()) code().emit(Opcode::duplicate);
    store(node.targets[i]);
  }
}

// a, b = b, a without a tuple in between.
bool Compiler::exchange(const Expression* target, const Expression* value) {
  const auto* targets = target->as<ast::TupleDisplay>();
  const auto* values = value->as<ast::TupleDisplay>();
  if (targets == nullptr || values == nullptr || targets->items.size() != values->items.size()) return false;
  const std::size_t count = targets->items.size();
  if (count < 2 || count > 3) return false;
  for (const auto* items : {&targets->items, &values->items}) {
    for (const Expression* item : *items) {
      if (item->kind == ExpressionKind::starred) return false;
    }
  }
  compile_all(values->items);
  code().emit(Opcode::swap, static_cast<std::uint32_t>(count));
  for (const Expression* one : targets->items) store(one);
  return true;
}

void Compiler::compile_augmented(const ast::AugmentedAssign& node) {
  const auto operate = [&] {
    compile(node.value);
    code().emit(Opcode::binary_in_place, static_cast<std::uint32_t>(node.op));
  };
  if (const auto* name = node.target->as<ast::Name>()) {
    compile(name);
    operate();
    return store(name);
  }
  if (const auto* attribute = node.target->as<ast::Attribute>()) {
    const std::uint32_t index = code().name(mangled(attribute->name));
    const Position where = attribute_position(*attribute, attribute->at);
    compile(attribute->object);
    {
      const At at(*this, where);
      code().emit(Opcode::duplicate);
      code().emit(Opcode::load_attribute, index);
    }
    operate();
    const At at(*this, where);
    code().emit(Opcode::swap, 2);
    return code().emit(Opcode::store_attribute, index);
  }
  const auto& subscript = *node.target->as<ast::Subscript>();
  compile(subscript.object);
  compile(subscript.index);
  {
    const At at(*this, subscript.at);
    code().emit(Opcode::duplicate_two);
    code().emit(Opcode::load_subscript);
  }
  operate();
  const At at(*this, subscript.at);
  code().emit(Opcode::rotate_three);
  code().emit(Opcode::store_subscript);
}

void Compiler::compile_annotated(const ast::AnnotatedAssign& node) {
  if (node.value != nullptr) {
    compile(node.value);
    store(node.target);
  }
  const auto* name = node.target->as<ast::Name>();
  const bool is_kept = name != nullptr && !name->parenthesised && !unit_->scope->is_function();
  if (!is_kept) {
    if (node.value != nullptr || name != nullptr) return;
    // An annotation alone still evaluates what it annotates.
    if (const auto* attribute = node.target->as<ast::Attribute>()) compile(attribute->object);
    if (const auto* subscript = node.target->as<ast::Subscript>()) {
      compile(subscript->object);
      compile(subscript->index);
      code().emit(Opcode::pop);
    }
    return code().emit(Opcode::pop);
  }
  compile_annotation(node.annotation);
  access_name("__annotations__", Access::load);
  code().load_constant(intern(mangled(name->id)));
  code().emit(Opcode::store_subscript);
}

}  // namespace forkscope::vm
