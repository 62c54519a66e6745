#include <algorithm>
#include <string_view>

#include "core/vm/compiler_internal.h"
#include "core/vm/objects.h"

namespace forkscope::vm {

using ast::Statement;
using ast::StatementKind;

namespace {

// CPython marks a failed assertion at the last comparison that decides it, if there is one.
const ast::Expression* last_comparison(const ast::Expression* test) {
  if (test->kind == ast::ExpressionKind::compare) return test;
  const auto* unary = test->as<ast::Unary>();
  if (unary != nullptr && unary->op == ast::UnaryOperator::not_) return last_comparison(unary->operand);
  const ast::Expression* found = nullptr;
  if (const auto* boolean = test->as<ast::Boolean>()) {
    for (const ast::Expression* value : boolean->values) {
      if (const ast::Expression* one = last_comparison(value)) found = one;
    }
  }
  return found;
}

}  // namespace

void Compiler::compile_block(const ast::Block& block) {
  for (const Statement* statement : block) compile_statement(statement);
}

// Whether `from __future__` may still follow: it stands behind nothing but the module's text and its like.
bool Compiler::is_before_future(const Statement* statement) {
  const auto* from = statement->as<ast::ImportFrom>();
  if (from != nullptr && from->level == 0 && from->module == "__future__") return true;
  const auto* expression = statement->as<ast::ExpressionStatement>();
  const auto* constant = expression == nullptr ? nullptr : expression->value->as<ast::Constant>();
  return constant != nullptr && constant->value.is(Kind::string);
}

// By sys.displayhook, as it is then.
void Compiler::show(const ast::Expression* value) {
  import_module("sys", Value::none(), 0);
  code().emit(Opcode::load_attribute, code().name("displayhook"));
  compile(value);
  code().emit(Opcode::call, 1);
  code().emit(Opcode::pop);
}

void Compiler::compile_statement(const Statement* statement) {
  may_import_future_ = may_import_future_ && unit_->outer == nullptr && is_before_future(statement);
  const At at(*this, statement->at);
  switch (statement->kind) {
    case StatementKind::expression: {
      const ast::Expression* value = statement->as<ast::ExpressionStatement>()->value;
      if (is_interactive_ && unit_->outer == nullptr) return show(value);
      if (value->kind == ast::ExpressionKind::constant) return;  // docstrings among them
      compile(value);
      return code().emit(Opcode::pop);
    }
    case StatementKind::assign:
      return compile_assign(*statement->as<ast::Assign>());
    case StatementKind::augmented_assign:
      return compile_augmented(*statement->as<ast::AugmentedAssign>());
    case StatementKind::annotated_assign:
      return compile_annotated(*statement->as<ast::AnnotatedAssign>());
    case StatementKind::return_:
      return compile_return(*statement->as<ast::Return>());
    case StatementKind::delete_:
      for (const ast::Expression* target : statement->as<ast::Delete>()->targets) remove(target);
      return;
    case StatementKind::pass:
      return code().emit(Opcode::nop);
    case StatementKind::break_:
      return compile_jump_out(true, statement->at);
    case StatementKind::continue_:
      return compile_jump_out(false, statement->at);
    case StatementKind::if_:
      return compile_if(*statement->as<ast::If>());
    case StatementKind::while_:
      return compile_while(*statement->as<ast::While>());
    case StatementKind::for_:
      return compile_for(*statement->as<ast::For>());
    case StatementKind::try_:
      return compile_try(*statement->as<ast::Try>());
    case StatementKind::match:
      return compile_match(*statement->as<ast::Match>());
    case StatementKind::with:
      return compile_with(*statement->as<ast::With>(), 0);
    case StatementKind::function:
      return compile_function(*statement->as<ast::Function>());
    case StatementKind::class_:
      return compile_class(*statement->as<ast::Class>());
    case StatementKind::import:
      return compile_import(*statement->as<ast::Import>());
    case StatementKind::import_from:
      return compile_import_from(*statement->as<ast::ImportFrom>());
    case StatementKind::global:
    case StatementKind::nonlocal:
      return;
    case StatementKind::raise: {
      const auto& node = *statement->as<ast::Raise>();
      if (node.exception != nullptr) compile(node.exception);
      if (node.cause != nullptr) compile(node.cause);
      return code().emit(Opcode::raise, node.cause != nullptr ? 2 : node.exception != nullptr ? 1 : 0);
    }
    case StatementKind::assert_:
      return compile_assert(*statement->as<ast::Assert>());
  }
}

void Compiler::compile_assert(const ast::Assert& node) {
  warn_of_assert(node);
  const CodeBuilder::Label end = code().new_label();
  jump_if(node.test, end, true);
  const ast::Expression* comparison = last_comparison(node.test);
  const At at(*this, comparison != nullptr ? comparison->at : node.at);
  code().emit(Opcode::assert_error);
  if (node.message != nullptr) {
    compile(node.message);
    code().emit(Opcode::call, 1);
  }
  code().emit(Opcode::raise, 1);
  code().bind(end);
}

void Compiler::import_module(const std::string& name, const Value& from_list, std::uint32_t level) {
  code().load_constant(from_list);
  code().load_constant(Value::small_int(level));
  code().emit(Opcode::import_name, code().name(name));
}

void Compiler::compile_import(const ast::Import& node) {
  for (const ast::Alias& alias : node.names) {
    import_module(alias.name, Value::none(), 0);
    if (alias.as.empty()) {
      access_name(alias.name.substr(0, alias.name.find('.')), Access::store);
      continue;
    }
    // `import a.b as c`: import_name gives a; c is its attribute b.
    for (std::size_t dot = alias.name.find('.'); dot != std::string::npos;) {
      const std::size_t next = alias.name.find('.', dot + 1);
      code().emit(Opcode::import_from, code().name(alias.name.substr(dot + 1, next - dot - 1)));
      code().emit(Opcode::swap, 2);
      code().emit(Opcode::pop);
      dot = next;
    }
    access_name(alias.as, Access::store);
  }
}

void Compiler::compile_future(const ast::ImportFrom& node) {
  static constexpr std::string_view kFeatures[] = {
      "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
      "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
  if (!may_import_future_) raise("from __future__ imports must occur at the beginning of the file", node.at);
  for (const ast::Alias& alias : node.names) {
    postponed_annotations_ = postponed_annotations_ || alias.name == "annotations";
    if (std::ranges::find(kFeatures, alias.name) != std::end(kFeatures)) continue;
    throw source_.error_at(
        SourceErrorKind::syntax,
        alias.name == "braces" ? "not a chance" : "future feature " + alias.name + " is not defined",
        node.at.line, source_.code_points(node.at.line, node.at.column) + 1);
  }
}

void Compiler::compile_import_from(const ast::ImportFrom& node) {
  std::vector<Value> wanted;
  for (const ast::Alias& alias : node.names) wanted.push_back(intern(alias.name));
  if (node.level == 0 && node.module == "__future__") compile_future(node);
  import_module(node.module, make_tuple(std::move(wanted)), node.level);
  if (node.names[0].name == "*") return code().emit(Opcode::import_star);
  for (const ast::Alias& alias : node.names) {
    code().emit(Opcode::import_from, code().name(alias.name));
    access_name(alias.as.empty() ? alias.name : alias.as, Access::store);
  }
  code().emit(Opcode::pop);
}

}  // namespace forkscope::vm
