#include <algorithm>

#include "core/vm/annotation_text.h"
#include "core/vm/compiler_internal.h"
#include "core/vm/objects.h"

namespace forkscope::vm {
namespace {

constexpr std::uint32_t kHasDefaults = 1, kHasKeywordDefaults = 2, kHasAnnotations = 4, kHasClosure = 8;

const char* comprehension_name(ast::ComprehensionKind shape) {
  switch (shape) {
    case ast::ComprehensionKind::list:
      return "<listcomp>";
    case ast::ComprehensionKind::set:
      return "<setcomp>";
    case ast::ComprehensionKind::dict:
      return "<dictcomp>";
    case ast::ComprehensionKind::generator:
      return "<genexpr>";
  }
  return "";
}

}  // namespace

std::uint32_t Compiler::compile_defaults(const ast::Parameters& parameters) {
  std::uint32_t flags = 0, count = 0;
  for (const ast::Parameter& parameter : parameters.positional) {
    if (parameter.default_value == nullptr) continue;
    compile(parameter.default_value);
    ++count;
  }
  if (count > 0) {
    code().emit(Opcode::build_tuple, count);
    flags |= kHasDefaults;
  }
  count = 0;
  for (const ast::Parameter& parameter : parameters.keyword_only) {
    if (parameter.default_value == nullptr) continue;
    code().load_constant(intern(mangled(parameter.name)));
    compile(parameter.default_value);
    ++count;
  }
  if (count > 0) {
    code().emit(Opcode::build_dict, count);
    flags |= kHasKeywordDefaults;
  }
  return flags;
}

// With `from __future__ import annotations`: the text instead of what it means.
void Compiler::compile_annotation(const ast::Expression* annotation) {
  if (!postponed_annotations_) return compile(annotation);
  if (const auto written = annotation_text(*annotation)) return code().load_constant(intern(*written));
  const std::size_t begin = source_.line_start(annotation->at.line) +
                            static_cast<std::size_t>(annotation->at.column),
                    end = source_.line_start(annotation->at.end_line) +
                          static_cast<std::size_t>(annotation->at.end_column);
  std::string text(source_.text().substr(begin, end - begin));
  std::ranges::replace(text, '\n', ' ');
  code().load_constant(intern(text));
}

std::uint32_t Compiler::compile_annotations(const ast::Function& node) {
  std::uint32_t count = 0;
  const auto annotate = [&](const std::string& name, const ast::Expression* annotation) {
    if (annotation == nullptr) return;
    code().load_constant(intern(mangled(name)));
    const auto* starred = annotation->as<ast::Starred>();
    compile_annotation(starred != nullptr ? starred->value : annotation);
    ++count;
  };
  const ast::Parameters& parameters = node.parameters;
  for (const ast::Parameter& parameter : parameters.positional)
    annotate(parameter.name, parameter.annotation);
  if (parameters.has_star) annotate(parameters.star.name, parameters.star.annotation);
  for (const ast::Parameter& parameter : parameters.keyword_only)
    annotate(parameter.name, parameter.annotation);
  if (parameters.has_double_star) annotate(parameters.double_star.name, parameters.double_star.annotation);
  annotate("return", node.returns);
  if (count == 0) return 0;
  code().emit(Opcode::build_dict, count);
  return kHasAnnotations;
}

void Compiler::describe_parameters(const ast::Parameters& parameters, Code& result) {
  result.positional_only = static_cast<std::uint32_t>(parameters.positional_only);
  result.positional = static_cast<std::uint32_t>(parameters.positional.size());
  result.keyword_only = static_cast<std::uint32_t>(parameters.keyword_only.size());
  result.has_star_args = parameters.has_star;
  result.has_star_kwargs = parameters.has_double_star;
}

// Its closure is made of cells of the current unit.
void Compiler::make_function(const Value& function_code, std::uint32_t flags) {
  const auto& frees = function_code.as<Code>()->free_names;
  if (!frees.empty()) {
    for (const Value& name : frees)
      code().emit(Opcode::load_closure, unit_->cells.at(name.as<String>()->text));
    code().emit(Opcode::build_tuple, static_cast<std::uint32_t>(frees.size()));
    flags |= kHasClosure;
  }
  // Codes are never equal to each other, so each is a constant of its own.
  code().load_constant(function_code);
  code().emit(Opcode::make_function, flags);
}

void Compiler::apply_decorators(const ast::Expressions& decorators) {
  for (auto decorator = decorators.rbegin(); decorator != decorators.rend(); ++decorator) {
    const At at(*this, (*decorator)->at);
    code().emit(Opcode::call, 1);
  }
}

void Compiler::compile_function(const ast::Function& node) {
  compile_all(node.decorators);
  std::uint32_t flags = compile_defaults(node.parameters);
  flags |= compile_annotations(node);
  Unit unit;
  open_unit(unit, &node, node.name);
  compile_block(node.body);
  code().set_position(node.body.back()->at);
  code().emit(Opcode::load_none);
  code().emit(Opcode::return_value);
  Value function_code = close_unit(unit, &node);
  auto& result = *function_code.as<Code>();
  describe_parameters(node.parameters, result);
  result.doc = doc_of(node.body);
  if (!node.decorators.empty()) result.first_line = node.decorators[0]->at.line;
  make_function(function_code, flags);
  apply_decorators(node.decorators);
  access_name(node.name, Access::store);
}

void Compiler::compile_lambda(const ast::Lambda& node) {
  const std::uint32_t flags = compile_defaults(node.parameters);
  Unit unit;
  open_unit(unit, &node, "<lambda>");
  compile(node.body);
  code().set_position(node.body->at);
  code().emit(Opcode::return_value);
  const Value function_code = close_unit(unit, &node);
  describe_parameters(node.parameters, *function_code.as<Code>());
  make_function(function_code, flags);
}

void Compiler::compile_class(const ast::Class& node) {
  compile_all(node.decorators);
  Unit unit;
  open_unit(unit, &node, node.name);
  const Value doc = doc_of(node.body);
  if (!doc.empty()) {
    code().load_constant(doc);
    code().emit(Opcode::store_name, code().name("__doc__"));
  }
  if (unit.scope->has_annotations) {
    code().emit(Opcode::build_dict, 0);
    code().emit(Opcode::store_name, code().name("__annotations__"));
  }
  compile_block(node.body);
  code().set_position(node.at);
  const bool has_cell = !unit.scope->cells.empty();
  if (has_cell) {
    code().emit(Opcode::load_closure, 0);
  } else {
    code().emit(Opcode::load_none);
  }
  code().emit(Opcode::return_value);
  const Value body = close_unit(unit, &node);
  body.as<Code>()->doc = doc;
  make_function(body, 0);
  code().load_constant(intern(node.name));
  compile_argument_tuple(node.bases);
  code().emit(Opcode::resolve_bases);
  check_keywords(node.keywords);
  if (!node.keywords.empty()) build_keyword_dict(node.keywords);
  code().emit(Opcode::build_class, node.keywords.empty() ? 0 : 1);
  apply_decorators(node.decorators);
  access_name(node.name, Access::store);
}

void Compiler::compile_comprehension(const ast::Comprehension& node) {
  Unit unit;
  open_unit(unit, &node, comprehension_name(node.shape));
  switch (node.shape) {
    case ast::ComprehensionKind::list:
      code().emit(Opcode::build_list, 0);
      break;
    case ast::ComprehensionKind::set:
      code().emit(Opcode::build_set, 0);
      break;
    case ast::ComprehensionKind::dict:
      code().emit(Opcode::build_dict, 0);
      break;
    case ast::ComprehensionKind::generator:
      break;
  }
  compile_clause(node, 0);
  code().set_position(node.at);
  if (node.shape == ast::ComprehensionKind::generator) code().emit(Opcode::load_none);
  code().emit(Opcode::return_value);
  const Value function_code = close_unit(unit, &node);
  function_code.as<Code>()->positional = function_code.as<Code>()->positional_only = 1;
  make_function(function_code, 0);
  compile(node.clauses[0].iterable);
  code().emit(Opcode::get_iterator);
  code().emit(Opcode::call, 1);
}

void Compiler::compile_clause(const ast::Comprehension& node, std::size_t number) {
  if (number == node.clauses.size()) {
    const auto below = static_cast<std::uint32_t>(node.clauses.size()) + 1;
    compile(node.element);
    switch (node.shape) {
      case ast::ComprehensionKind::list:
        return code().emit(Opcode::list_append, below);
      case ast::ComprehensionKind::set:
        return code().emit(Opcode::set_add, below);
      case ast::ComprehensionKind::dict:
        compile(node.value);
        return code().emit(Opcode::dict_set, below);
      case ast::ComprehensionKind::generator:
        code().emit(Opcode::yield_value);
        return code().emit(Opcode::pop);
    }
  }
  const ast::Clause& clause = node.clauses[number];
  const CodeBuilder::Label next = code().new_label(), end = code().new_label();
  if (number == 0) {
    code().emit(Opcode::load_local, 0);
  } else {
    compile(clause.iterable);
    code().emit(Opcode::get_iterator);
  }
  code().bind(next);
  code().jump(Opcode::for_iterate, end);
  store(clause.target);
  for (const ast::Expression* condition : clause.conditions) {
    const At at(*this, condition->at);
    jump_if(condition, next, false);
  }
  compile_clause(node, number + 1);
  code().jump(Opcode::jump_back, next);
  code().bind(end);
}

}  // namespace forkscope::vm
