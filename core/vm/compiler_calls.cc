#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "core/vm/compiler_internal.h"
#include "core/vm/objects.h"

namespace forkscope::vm {
namespace {

bool is_spread(const ast::Expressions& arguments, const std::vector<ast::Keyword>& keywords) {
  return std::any_of(arguments.begin(), arguments.end(),
                     [](const ast::Expression* argument) {
                       return argument->kind == ast::ExpressionKind::starred;
                     }) ||
         std::any_of(keywords.begin(), keywords.end(),
                     [](const ast::Keyword& keyword) { return keyword.name.empty(); });
}

}  // namespace

void Compiler::check_keywords(const std::vector<ast::Keyword>& keywords) const {
  std::unordered_set<std::string> seen;
  for (const ast::Keyword& keyword : keywords) {
    if (keyword.name == "__debug__") raise("cannot assign to __debug__", unit_->builder.position());
    if (!keyword.name.empty() && !seen.insert(keyword.name).second)
      raise(fmt::format("keyword argument repeated: {}", keyword.name), keyword.at);
  }
}

void Compiler::compile_call(const ast::Call& node) {
  warn_of_call(node);
  check_keywords(node.keywords);
  if (compile_method_call(node)) return;
  compile(node.function);
  const auto* attribute = node.function->as<ast::Attribute>();
  const bool is_method = attribute != nullptr && !is_spread(node.arguments, node.keywords);
  const At at(*this, is_method ? attribute_position(*attribute, node.at) : node.at);
  compile_arguments(node.arguments, node.keywords);
}

// `object.method(...)` without a bound method in between.
bool Compiler::compile_method_call(const ast::Call& node) {
  const auto* attribute = node.function->as<ast::Attribute>();
  if (attribute == nullptr || !node.keywords.empty() || is_spread(node.arguments, node.keywords))
    return false;
  compile(attribute->object);
  {
    const At at(*this, attribute_position(*attribute, attribute->at));
    code().emit(Opcode::load_method, code().name(mangled(attribute->name)));
  }
  compile_all(node.arguments);
  const At at(*this, attribute_position(*attribute, node.at));
  code().emit(Opcode::call_method, static_cast<std::uint32_t>(node.arguments.size()));
  return true;
}

void Compiler::load_keyword_names(const std::vector<ast::Keyword>& keywords) {
  std::vector<Value> names;
  for (const ast::Keyword& keyword : keywords) names.push_back(intern(mangled(keyword.name)));
  code().load_constant(make_tuple(std::move(names)));
}

void Compiler::compile_arguments(const ast::Expressions& arguments,
                                 const std::vector<ast::Keyword>& keywords) {
  if (is_spread(arguments, keywords)) return compile_spread_arguments(arguments, keywords);
  compile_all(arguments);
  if (keywords.empty()) return code().emit(Opcode::call, static_cast<std::uint32_t>(arguments.size()));
  for (const ast::Keyword& keyword : keywords) compile(keyword.value);
  load_keyword_names(keywords);
  code().emit(Opcode::call_keywords, static_cast<std::uint32_t>(arguments.size() + keywords.size()));
}

void Compiler::compile_spread_arguments(const ast::Expressions& arguments,
                                        const std::vector<ast::Keyword>& keywords) {
  compile_argument_tuple(arguments);
  if (!keywords.empty()) build_keyword_dict(keywords);
  code().emit(Opcode::call_spread, keywords.empty() ? 0 : 1);
}

void Compiler::compile_argument_tuple(const ast::Expressions& arguments) {
  code().emit(Opcode::build_list, 0);
  for (const ast::Expression* argument : arguments) {
    const auto* starred = argument->as<ast::Starred>();
    compile(starred != nullptr ? starred->value : argument);
    code().emit(starred != nullptr ? Opcode::list_extend : Opcode::list_append, 1);
  }
  code().emit(Opcode::list_to_tuple);
}

void Compiler::build_keyword_dict(const std::vector<ast::Keyword>& keywords) {
  code().emit(Opcode::build_dict, 0);
  for (std::size_t i = 0; i < keywords.size();) {
    if (keywords[i].name.empty()) {
      compile(keywords[i++].value);
      code().emit(Opcode::dict_merge, 1);
      continue;
    }
    // Named ones in a dict of their own, so that a name given before by `**` is noticed.
    std::uint32_t count = 0;
    for (; i < keywords.size() && !keywords[i].name.empty(); ++i, ++count) {
      code().load_constant(intern(mangled(keywords[i].name)));
      compile(keywords[i].value);
    }
    code().emit(Opcode::build_dict, count);
    code().emit(Opcode::dict_merge, 1);
  }
}

}  // namespace forkscope::vm
