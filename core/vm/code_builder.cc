#include "core/vm/code_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cctype>

#include "core/base/check.h"
#include "core/vm/objects.h"

namespace forkscope::vm {
namespace {

int call_effect(Opcode op, int argument) {
  switch (op) {
    case Opcode::call:
      return -argument;
    case Opcode::call_method:
      return -argument - 1;
    case Opcode::call_keywords:
      return -argument - 1;
    case Opcode::call_spread:
      return (argument & 1) != 0 ? -2 : -1;
    case Opcode::make_function:
      return -((argument & 1) + (argument >> 1 & 1) + (argument >> 2 & 1) + (argument >> 3 & 1));
    case Opcode::build_class:
      return -2 - argument;
    default:
      return 0;
  }
}

}  // namespace

bool is_jump(Opcode op) {
  switch (op) {
    case Opcode::jump:
    case Opcode::jump_back:
    case Opcode::jump_if_false:
    case Opcode::jump_if_true:
    case Opcode::jump_if_false_or_pop:
    case Opcode::jump_if_true_or_pop:
    case Opcode::jump_if_none:
    case Opcode::for_iterate:
    case Opcode::yield_from:
      return true;
    default:
      return false;
  }
}

bool ends_flow(Opcode op) {
  return op == Opcode::jump || op == Opcode::jump_back || op == Opcode::return_value || op == Opcode::raise ||
         op == Opcode::reraise;
}

int stack_effect(Opcode op, std::uint32_t raw_argument, bool jumps) {
  const int argument = static_cast<int>(raw_argument);
  switch (op) {
    case Opcode::load_constant:
    case Opcode::load_none:
    case Opcode::duplicate:
    case Opcode::copy:
    case Opcode::load_local:
    case Opcode::load_global:
    case Opcode::load_name:
    case Opcode::load_cell:
    case Opcode::load_closure:
    case Opcode::load_class_cell:
    case Opcode::load_knob:
    case Opcode::load_method:
    case Opcode::push_exception:
    case Opcode::assert_error:
    case Opcode::with_enter:
    case Opcode::with_exit_exception:
    case Opcode::import_from:
      return 1;
    case Opcode::duplicate_two:
      return 2;
    case Opcode::pop:
    case Opcode::store_local:
    case Opcode::store_global:
    case Opcode::store_name:
    case Opcode::store_cell:
    case Opcode::store_knob:
    case Opcode::delete_attribute:
    case Opcode::load_subscript:
    case Opcode::binary:
    case Opcode::binary_in_place:
    case Opcode::compare:
    case Opcode::jump_if_false:
    case Opcode::jump_if_true:
    case Opcode::jump_if_none:
    case Opcode::list_append:
    case Opcode::set_add:
    case Opcode::list_extend:
    case Opcode::set_update:
    case Opcode::dict_update:
    case Opcode::dict_merge:
    case Opcode::return_value:
    case Opcode::pop_exception:
    case Opcode::import_name:
    case Opcode::import_star:
      return -1;
    case Opcode::match_pattern:
    case Opcode::store_attribute:
    case Opcode::delete_subscript:
    case Opcode::dict_set:
      return -2;
    case Opcode::store_subscript:
      return -3;
    case Opcode::jump_if_false_or_pop:
    case Opcode::jump_if_true_or_pop:
      return jumps ? 0 : -1;
    case Opcode::for_iterate:
      return jumps ? -1 : 1;
    case Opcode::yield_from:
      return jumps ? -1 : 0;
    case Opcode::build_slice:
      return 1 - argument;
    case Opcode::build_tuple:
    case Opcode::build_list:
    case Opcode::build_set:
    case Opcode::build_string:
      return 1 - argument;
    case Opcode::build_dict:
      return 1 - 2 * argument;
    case Opcode::unpack:
      return argument - 1;
    case Opcode::unpack_star:
      return (argument & 0xff) + (argument >> 8);
    case Opcode::format_value:
      return (argument & 4) != 0 ? -1 : 0;
    case Opcode::raise:
      return -argument;
    case Opcode::reraise:
      return argument == 1 ? -2 : -1;
    case Opcode::match_exception:
      return argument == 0 ? 0 : -1;
    default:
      return call_effect(op, argument);
  }
}

CodeBuilder::CodeBuilder() {
  regions_.emplace_back();
}

void CodeBuilder::move_depth(int effect) {
  depth_ += effect;
  FORKSCOPE_CHECK(depth_ >= 0, "compiled code pops from an empty stack");
  deepest_ = std::max(deepest_, depth_);
}

void CodeBuilder::emit(Opcode op, std::uint32_t argument) {
  if (!reachable_) return;
  instructions_.push_back(Instruction::make(op, argument));
  positions_.push_back(position_);
  regions_of_.push_back(region_);
  if (region_ != kNoRegion) reach(regions_[region_].handler, regions_[region_].depth + 1);
  move_depth(stack_effect(op, argument, false));
  if (ends_flow(op)) reachable_ = false;
}

void CodeBuilder::reach(Label label, int depth) {
  LabelState& state = labels_[label];
  FORKSCOPE_CHECK(state.depth < 0 || state.depth == depth, "compiled code joins two depths of the stack");
  state.depth = depth;
  deepest_ = std::max(deepest_, depth);
}

void CodeBuilder::jump(Opcode op, Label target) {
  if (!reachable_) return;
  reach(target, depth_ + stack_effect(op, 0, true));
  emit(op, target);
}

CodeBuilder::Label CodeBuilder::new_label() {
  labels_.emplace_back();
  return static_cast<Label>(labels_.size() - 1);
}

void CodeBuilder::bind(Label label) {
  LabelState& state = labels_[label];
  if (reachable_) reach(label, depth_);
  state.at = static_cast<std::int64_t>(instructions_.size());
  if (state.depth < 0) return;
  reachable_ = true;
  depth_ = state.depth;
}

CodeBuilder::Region CodeBuilder::new_region(Label handler, int extra) {
  regions_.push_back({handler, depth_ + extra});
  return static_cast<Region>(regions_.size() - 1);
}

CodeBuilder::Region CodeBuilder::enter_region(Region region) {
  return std::exchange(region_, region);
}

// Constants that are equal may still differ: 1, 1.0 and True; 0.0 and -0.0.
std::string CodeBuilder::key_of(const Value& value) {
  if (value.is(Kind::float_number))
    return fmt::format("f{}", std::bit_cast<std::uint64_t>(value.known<Float>()->value));
  if (const auto* number = value.try_as<Complex>()) {
    return fmt::format("c{},{}", std::bit_cast<std::uint64_t>(number->real),
                       std::bit_cast<std::uint64_t>(number->imaginary));
  }
  if (value.is(Kind::string)) return "s" + value.known<String>()->text;
  if (value.is(Kind::bytes)) return "b" + value.known<Bytes>()->data;
  if (value.is(Kind::big_int)) return "i" + value.known<BigIntObject>()->value.str();
  if (!value.is(Kind::tuple)) return fmt::format("v{}", value.bits());
  std::string key = "t";
  for (const Value& item : value.known<Tuple>()->items) {
    const std::string part = key_of(item);
    key += fmt::format("{}:{}", part.size(), part);
  }
  return key;
}

namespace {

// Text that looks like a name is one object wherever it stands, as in CPython.
Value with_interned_texts(const Value& value) {
  if (const auto* text = value.try_as<String>()) {
    const auto is_of_name = [](unsigned char each) { return std::isalnum(each) != 0 || each == '_'; };
    return std::ranges::all_of(text->text, is_of_name) ? intern(text->text) : value;
  }
  const auto* tuple = value.try_as<Tuple>();
  if (tuple == nullptr) return value;
  std::vector<Value> items;
  for (const Value& item : tuple->items) items.push_back(with_interned_texts(item));
  return Value::adopt(new Tuple(std::move(items)));
}

}  // namespace

std::uint32_t CodeBuilder::constant(const Value& value) {
  const auto [found, is_new] = constant_index_.try_emplace(key_of(value), constants_.size());
  if (is_new) constants_.push_back(with_interned_texts(value));
  return found->second;
}

void CodeBuilder::load_constant(const Value& value) {
  if (value.is_none()) return emit(Opcode::load_none);
  emit(Opcode::load_constant, constant(value));
}

std::uint32_t CodeBuilder::name(const std::string& text) {
  const auto [found, is_new] = name_index_.try_emplace(text, names_.size());
  if (is_new) names_.push_back(intern(text));
  return found->second;
}

void CodeBuilder::finish(Code& code) {
  for (Instruction& instruction : instructions_) {
    if (!is_jump(instruction.op())) continue;
    const LabelState& label = labels_[instruction.argument()];
    FORKSCOPE_CHECK(label.at >= 0, "a jump to nowhere");
    instruction = Instruction::make(instruction.op(), static_cast<std::uint32_t>(label.at));
  }
  for (std::uint32_t i = 0; i < instructions_.size();) {
    std::uint32_t end = i;
    while (end < instructions_.size() && regions_of_[end] == regions_of_[i]) ++end;
    if (const Region region = regions_of_[i]; region != kNoRegion) {
      const auto handler = static_cast<std::uint32_t>(labels_[regions_[region].handler].at);
      code.handlers.push_back({i, end, handler, static_cast<std::uint32_t>(regions_[region].depth)});
    }
    i = end;
  }
  code.instructions = std::move(instructions_);
  code.positions = std::move(positions_);
  code.constants = std::move(constants_);
  code.names = std::move(names_);
  code.stack_size = static_cast<std::uint32_t>(deepest_);
}

}  // namespace forkscope::vm
