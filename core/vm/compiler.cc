#include "core/vm/compiler.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/vm/compiler_internal.h"
#include "core/vm/objects.h"
#include "core/vm/parser.h"

namespace forkscope::vm {
namespace {

constexpr std::size_t kMaxKnobs = 256;  // the knob's number has 8 bits in load_knob

std::optional<double> as_number(const Value& value) {
  if (value.is_small_int()) return static_cast<double>(value.small());
  if (const auto* number = value.try_as<Float>()) return number->value;
  return std::nullopt;
}

template <typename Generate>
CompileResult generate(const SourceText& source, std::string_view file_name, CodeUse use,
                       const ParseOutput& parsed, Generate generate_code) {
  auto scopes = analyse_scopes(*parsed.tree, source);
  if (auto* error = std::get_if<SourceError>(&scopes)) return std::move(*error);
  std::string warnings;
  try {
    while (true) {
      Compiler compiler(source, file_name, std::get<ScopeTable>(scopes), use);
      compiler.print_first(warnings);
      if (use == CodeUse::program) compiler.declare_knobs(parsed.tree->body, parsed.knobs);
      Value code = generate_code(compiler);
      // What there is to warn of is known at the end only, and comes before all else.
      if (compiler.warnings() == warnings) return CompileOutput{std::move(code), compiler.take_knobs()};
      warnings = compiler.warnings();
    }
  } catch (const SourceError& error) {
    return error;
  }
}

}  // namespace

CompileResult compile_module(std::string_view source, std::string_view file_name, CodeUse use) {
  auto decoded = SourceText::decode(source, file_name);
  if (auto* error = std::get_if<SourceError>(&decoded)) return std::move(*error);
  const auto& text = std::get<SourceText>(decoded);
  auto parsed = parse_module(text);
  if (auto* error = std::get_if<SourceError>(&parsed)) return std::move(*error);
  const auto& output = std::get<ParseOutput>(parsed);
  return generate(text, file_name, use, output, [&](Compiler& compiler) {
    if (use == CodeUse::interactive) compiler.check_single(output.tree->body);
    return compiler.compile_module_body(output.tree->body);
  });
}

CompileResult compile_expression(std::string_view source, std::string_view file_name) {
  auto decoded = SourceText::decode(source, file_name);
  if (auto* error = std::get_if<SourceError>(&decoded)) return std::move(*error);
  const auto& text = std::get<SourceText>(decoded);
  auto parsed = parse_expression(text);
  if (auto* error = std::get_if<SourceError>(&parsed)) return std::move(*error);
  const auto& output = std::get<ParseOutput>(parsed);
  return generate(text, file_name, CodeUse::executed, output, [&](Compiler& compiler) {
    return compiler.compile_lone_expression(output.tree->expression);
  });
}

void Compiler::raise(std::string message, const Position& where) const {
  throw source_.error(SourceErrorKind::syntax, std::move(message), where);
}

void Compiler::raise_unsupported(Feature feature, const Position& where) const {
  throw source_.error(SourceErrorKind::unsupported, refusal_of(feature), where);
}

void Compiler::declare_knobs(const ast::Block& body, const std::vector<KnobComment>& comments) {
  for (const ast::Statement* statement : body) {
    const auto* assign = statement->as<ast::Assign>();
    if (assign == nullptr || assign->targets.size() != 1 || knobs_.size() >= kMaxKnobs) continue;
    const auto* name = assign->targets[0]->as<ast::Name>();
    const auto value = fold(assign->value);
    const auto number = value ? as_number(*value) : std::nullopt;
    const auto comment = std::find_if(comments.begin(), comments.end(), [&](const KnobComment& one) {
      return one.line == statement->at.end_line;
    });
    if (name == nullptr || !number || comment == comments.end() || knob_of(name->id)) continue;
    knobs_.push_back(
        {name->id, comment->low, comment->high, value->is(Kind::float_number), statement->at.line, *number});
  }
}

std::optional<std::uint32_t> Compiler::knob_of(const std::string& name) const {
  for (std::uint32_t i = 0; i < knobs_.size(); ++i) {
    if (knobs_[i].name == name) return i;
  }
  return std::nullopt;
}

void Compiler::open_unit(Unit& unit, const ast::Node* node, const std::string& name) {
  unit.scope = &scopes_.of(node);
  unit.outer = unit_;
  unit.name = unit.qualified_name = name;
  if (unit_ != nullptr && unit_->scope->kind != ScopeKind::module) {
    const Symbol* symbol = unit_->scope->find(mangled(name));
    const bool is_global = symbol != nullptr && symbol->resolution == Resolution::global_explicit;
    if (!is_global)
      unit.qualified_name =
          fmt::format("{}{}.{}", unit_->qualified_name, unit_->scope->is_function() ? ".<locals>" : "", name);
  }
  declare_variables(unit);
  unit_ = &unit;
  if (node != nullptr) unit.builder.set_position(node->at);
}

// Parameters have the first slots, in the order of Code's comment; a captured one has a slot and a cell.
void Compiler::declare_variables(Unit& unit) {
  if (unit.scope->is_function()) {
    for (const Symbol& symbol : unit.scope->symbols) {
      if (!symbol.is_parameter && symbol.resolution != Resolution::local) continue;
      unit.locals.emplace(symbol.name, static_cast<std::uint32_t>(unit.local_names.size()));
      unit.local_names.push_back(symbol.name);
    }
  }
  for (const auto* names : {&unit.scope->cells, &unit.scope->frees}) {
    // A class may have a free variable of the name of its own cell: methods see the cell, its body the free
    // one.
    for (const std::string& name : *names) unit.cells[name] = static_cast<std::uint32_t>(unit.cells.size());
  }
}

Value Compiler::close_unit(Unit& unit, const ast::Node* node) {
  auto* code_object = new Code();
  Value value = Value::adopt(code_object);
  unit.builder.finish(*code_object);
  code_object->name = unit.name;
  code_object->qualified_name = unit.qualified_name;
  code_object->file = file_name_;
  code_object->is_program = is_program_;
  code_object->first_line = node != nullptr ? node->at.line : 1;
  code_object->is_generator = unit.scope->is_generator;
  code_object->is_class_body = unit.scope->kind == ScopeKind::class_;
  for (const std::string& name : unit.local_names) code_object->local_names.push_back(intern(name));
  for (const std::string& name : unit.scope->frees) code_object->free_names.push_back(intern(name));
  for (const std::string& name : unit.scope->cells) {
    code_object->cell_names.push_back(intern(name));
    const Symbol* symbol = unit.scope->find(name);
    const bool is_parameter = symbol != nullptr && symbol->is_parameter;
    code_object->cell_parameters.push_back(is_parameter ? static_cast<std::int32_t>(unit.locals.at(name))
                                                        : -1);
  }
  unit_ = unit.outer;
  return value;
}

Value Compiler::doc_of(const ast::Block& body) {
  if (body.empty()) return {};
  const auto* statement = body[0]->as<ast::ExpressionStatement>();
  const auto* constant = statement != nullptr ? statement->value->as<ast::Constant>() : nullptr;
  return constant != nullptr && constant->value.is(Kind::string) ? constant->value : Value();
}

void Compiler::check_single(const ast::Block& body) const {
  for (std::size_t at = 1; at < body.size(); ++at) {
    if (body[at]->at.line != body[at - 1]->at.end_line)
      raise("multiple statements found while compiling a single statement", body[at]->at);
  }
}

Value Compiler::compile_module_body(const ast::Block& body) {
  Unit unit;
  open_unit(unit, nullptr, "<module>");
  const Value doc = doc_of(body);
  if (!doc.empty()) {
    const At at(*this, body[0]->at);
    code().load_constant(doc);
    access_global("__doc__", Access::store);
  }
  if (unit.scope->has_annotations) {
    const At at(*this, body[0]->at);
    code().emit(Opcode::build_dict, 0);
    access_name("__annotations__", Access::store);
  }
  if (!printed_first_.empty()) print_warnings();
  compile_block(body);
  code().set_position(body.empty() ? Position{1, 1, 0, 0} : body.back()->at);
  code().emit(Opcode::load_none);
  code().emit(Opcode::return_value);
  Value result = close_unit(unit, nullptr);
  result.as<Code>()->doc = doc;
  for (const std::string& name : set_by_functions_)
    result.as<Code>()->set_by_functions.push_back(intern(name));
  return result;
}

void Compiler::print_warnings() {
  import_module("_main", Value::none(), 0);
  code().emit(Opcode::load_attribute, code().name("show_warnings"));
  code().load_constant(make_string(printed_first_));
  code().emit(Opcode::call, 1);
  code().emit(Opcode::pop);
}

Value Compiler::compile_lone_expression(const ast::Expression* expression) {
  Unit unit;
  open_unit(unit, nullptr, "<module>");
  code().set_position(expression->at);
  compile(expression);
  code().emit(Opcode::return_value);
  return close_unit(unit, nullptr);
}

void Compiler::access_global(const std::string& name, Access access) {
  const std::uint32_t index = code().name(name);
  if (access == Access::load) {
    const auto knob = is_program_ && index < (1u << 16) ? knob_of(name) : std::nullopt;
    return knob ? code().emit(Opcode::load_knob, *knob | index << 8)
                : code().emit(Opcode::load_global, index);
  }
  if (unit_->outer != nullptr) set_by_functions_.insert(name);
  code().emit(access == Access::store ? Opcode::store_global : Opcode::delete_global, index);
}

void Compiler::access_name(const std::string& plain, Access access) {
  const auto choose = [access](Opcode load, Opcode store_op, Opcode remove_op) {
    return access == Access::load ? load : access == Access::store ? store_op : remove_op;
  };
  const std::string name = mangled(plain);
  const Symbol* symbol = unit_->scope->find(name);
  const Resolution resolution = symbol != nullptr ? symbol->resolution : Resolution::global_implicit;
  const bool in_class = unit_->scope->kind == ScopeKind::class_;
  const bool by_name = in_class || (is_executed_ && unit_->scope->kind == ScopeKind::module);
  switch (resolution) {
    case Resolution::cell:
    case Resolution::free:
      if (in_class && access == Access::load)
        return code().emit(Opcode::load_class_cell, unit_->cells.at(name));
      return code().emit(choose(Opcode::load_cell, Opcode::store_cell, Opcode::delete_cell),
                         unit_->cells.at(name));
    case Resolution::local:
      if (in_class)
        return code().emit(choose(Opcode::load_name, Opcode::store_name, Opcode::delete_name),
                           code().name(name));
      return code().emit(choose(Opcode::load_local, Opcode::store_local, Opcode::delete_local),
                         unit_->locals.at(name));
    case Resolution::global_implicit:
      if (by_name && !(is_program_ && knob_of(name)))
        return code().emit(choose(Opcode::load_name, Opcode::store_name, Opcode::delete_name),
                           code().name(name));
      return access_global(name, access);
    case Resolution::global_explicit:
    case Resolution::unresolved:
      return access_global(name, access);
  }
}

}  // namespace forkscope::vm
