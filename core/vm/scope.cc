#include "core/vm/scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace forkscope::vm {

using ast::Expression;
using ast::Statement;

Symbol& Scope::symbol(const std::string& name) {
  const auto [found, is_new] = index.try_emplace(name, symbols.size());
  if (is_new) {
    symbols.emplace_back();
    symbols.back().name = name;
  }
  return symbols[found->second];
}

Symbol* Scope::find(const std::string& name) {
  const auto found = index.find(name);
  return found == index.end() ? nullptr : &symbols[found->second];
}

std::string mangle(std::string_view class_name, std::string_view name) {
  const bool is_private =
      name.starts_with("__") && !name.ends_with("__") && name.find('.') == std::string_view::npos;
  const std::size_t first = class_name.find_first_not_of('_');
  if (!is_private || first == std::string_view::npos) return std::string(name);
  return fmt::format("_{}{}", class_name.substr(first), name);
}

class ScopeBuilder {
 public:
  explicit ScopeBuilder(const SourceText& source) : source_(source) {}

  ScopeTable build(const ast::Ast& tree) {
    Scope& module = open(nullptr, ScopeKind::module, Position{});
    visit_block(tree.body);
    if (tree.expression != nullptr) visit(tree.expression);
    current_ = nullptr;
    resolve_all(module);
    return std::move(table_);
  }

 private:
  [[noreturn]] void raise(std::string message, const Position& where) {
    throw source_.error(SourceErrorKind::syntax, std::move(message), where);
  }

  Scope& open(const ast::Node* node, ScopeKind kind, const Position& where) {
    auto scope = std::make_unique<Scope>();
    scope->kind = kind;
    scope->parent = current_;
    scope->at = where;
    if (current_ != nullptr) scope->class_name = current_->class_name;
    Scope& result = *scope;
    table_.scopes_[node] = std::move(scope);
    order_.push_back(&result);
    current_ = &result;
    return result;
  }
  void close() { current_ = current_->parent; }

  std::string mangled(const std::string& name) const { return mangle(current_->class_name, name); }
  void use(const std::string& name) { current_->symbol(mangled(name)).is_used = true; }
  void assign(const std::string& name) { current_->symbol(mangled(name)).is_assigned = true; }

  void visit_block(const ast::Block& block) {
    for (const Statement* statement : block) visit(statement);
  }
  void visit_all(const ast::Expressions& expressions) {
    for (const Expression* expression : expressions) visit(expression);
  }
  void visit_keywords(const std::vector<ast::Keyword>& keywords) {
    for (const ast::Keyword& keyword : keywords) visit(keyword.value);
  }

  void visit_pattern(const ast::Pattern& pattern) {
    if (pattern.value != nullptr) visit(pattern.value);
    visit_all(pattern.keys);
    for (const ast::Pattern* inner : pattern.patterns) visit_pattern(*inner);
    if (!pattern.name.empty()) bind_name(pattern.name, pattern.at);
  }
  void visit(const Statement* statement);
  void visit(const Expression* expression);

  // What a target binds; the objects and keys in it are only used.
  void bind(const Expression* target) {
    if (target == nullptr) return;
    if (const auto* name = target->as<ast::Name>()) return bind_name(name->id, target->at);
    if (const auto* tuple = target->as<ast::TupleDisplay>()) return bind_all(tuple->items);
    if (const auto* list = target->as<ast::ListDisplay>()) return bind_all(list->items);
    if (const auto* starred = target->as<ast::Starred>()) return bind(starred->value);
    visit(target);
  }
  void bind_all(const ast::Expressions& targets) {
    for (const Expression* target : targets) bind(target);
  }
  void bind_name(const std::string& name, const Position& where) {
    if (name == "__debug__") raise("cannot assign to __debug__", where);
    assign(name);
    if (current_->kind == ScopeKind::comprehension) current_->symbol(mangled(name)).is_loop_target = true;
  }

  void visit_parameters(const ast::Parameters& parameters) {
    const auto each_outer = [this](const ast::Parameter& parameter) {
      if (parameter.default_value != nullptr) visit(parameter.default_value);
      if (parameter.annotation != nullptr) visit(parameter.annotation);
    };
    for_each_parameter(parameters, each_outer);
  }
  template <typename Visit>
  static void for_each_parameter(const ast::Parameters& parameters, Visit each) {
    for (const ast::Parameter& parameter : parameters.positional) each(parameter);
    for (const ast::Parameter& parameter : parameters.keyword_only) each(parameter);
    if (parameters.has_star) each(parameters.star);
    if (parameters.has_double_star) each(parameters.double_star);
  }
  void declare_parameters(const ast::Parameters& parameters) {
    for_each_parameter(parameters, [&](const ast::Parameter& parameter) {
      Symbol& symbol = current_->symbol(mangled(parameter.name));
      if (symbol.is_parameter)
        raise(fmt::format("duplicate argument '{}' in function definition", parameter.name), parameter.at);
      symbol.is_parameter = true;
    });
  }

  void visit_function(const ast::Function& function) {
    visit_all(function.decorators);
    visit_parameters(function.parameters);
    if (function.returns != nullptr) visit(function.returns);
    bind_name(function.name, function.at);
    open(&function, ScopeKind::function, function.at);
    declare_parameters(function.parameters);
    visit_block(function.body);
    close();
  }

  void visit_lambda(const ast::Lambda& lambda) {
    visit_parameters(lambda.parameters);
    open(&lambda, ScopeKind::function, lambda.at);
    declare_parameters(lambda.parameters);
    visit(lambda.body);
    close();
  }

  void visit_class(const ast::Class& definition) {
    visit_all(definition.decorators);
    visit_all(definition.bases);
    visit_keywords(definition.keywords);
    bind_name(definition.name, definition.at);
    open(&definition, ScopeKind::class_, definition.at).class_name = definition.name;
    visit_block(definition.body);
    close();
  }

  // The first iterable belongs to the scope outside.
  void visit_comprehension(const ast::Comprehension& node) {
    visit(node.clauses[0].iterable);
    open(&node, ScopeKind::comprehension, node.at);
    current_->symbol(".0").is_parameter = true;
    current_->is_generator = node.shape == ast::ComprehensionKind::generator;
    for (std::size_t i = 0; i < node.clauses.size(); ++i) {
      bind(node.clauses[i].target);
      if (i > 0) visit(node.clauses[i].iterable);
      visit_all(node.clauses[i].conditions);
    }
    if (node.element != nullptr) visit(node.element);
    if (node.value != nullptr) visit(node.value);
    close();
  }

  // `:=` in a comprehension binds in the function around it.
  void visit_named(const ast::Named& node) {
    const std::string name = mangled(node.target->id);
    Scope* owner = current_;
    for (; owner->kind == ScopeKind::comprehension; owner = owner->parent) {
      const Symbol* symbol = owner->find(name);
      if (symbol != nullptr && symbol->is_loop_target)
        raise(fmt::format("assignment expression cannot rebind comprehension iteration variable '{}'",
                          node.target->id),
              node.target->at);
    }
    if (owner != current_) {
      if (owner->kind == ScopeKind::class_)
        raise("assignment expression within a comprehension cannot be used in a class body", node.target->at);
      const bool is_global = owner->kind == ScopeKind::module || owner->symbol(name).is_global;
      for (Scope* inner = current_; inner != owner; inner = inner->parent) {
        Symbol& symbol = inner->symbol(name);
        (is_global ? symbol.is_global : symbol.is_nonlocal) = true;
      }
      owner->symbol(name).is_assigned = true;
    } else {
      assign(node.target->id);
    }
    visit(node.value);
  }

  void visit_yield(const Expression* value, const Position& where) {
    if (current_->kind == ScopeKind::comprehension) {
      raise(fmt::format("'yield' inside {}",
                        current_->is_generator ? "generator expression" : "list comprehension"),
            where);
    }
    current_->is_generator = true;
    if (value != nullptr) visit(value);
  }

  void declare(const std::vector<std::string>& names, bool is_global, const Position& where) {
    const char* word = is_global ? "global" : "nonlocal";
    if (!is_global && current_->kind == ScopeKind::module)
      raise("nonlocal declaration not allowed at module level", where);
    for (const std::string& plain : names) {
      const std::string name = mangled(plain);
      Symbol& symbol = current_->symbol(name);
      if (symbol.is_parameter) raise(fmt::format("name '{}' is parameter and {}", plain, word), where);
      if (symbol.is_used && !symbol.is_assigned)
        raise(fmt::format("name '{}' is used prior to {} declaration", plain, word), where);
      if (symbol.is_annotated) raise(fmt::format("annotated name '{}' can't be {}", plain, word), where);
      if (symbol.is_assigned)
        raise(fmt::format("name '{}' is assigned to before {} declaration", plain, word), where);
      if ((is_global && symbol.is_nonlocal) || (!is_global && symbol.is_global))
        raise(fmt::format("name '{}' is nonlocal and global", plain), declarations_.at({current_, name}));
      (is_global ? symbol.is_global : symbol.is_nonlocal) = true;
      declarations_[{current_, name}] = where;
      if (is_global && current_->kind == ScopeKind::function) module_scope().symbol(name).is_assigned = true;
    }
  }
  Scope& module_scope() { return *order_.front(); }

  Position declared_at(Scope& scope, const std::string& name) const {
    return declarations_.at({&scope, name});
  }

  void resolve_all(Scope& module) {
    for (Symbol& symbol : module.symbols)
      symbol.resolution = symbol.is_global ? Resolution::global_explicit : Resolution::global_implicit;
    for (Scope* scope : order_) {
      if (scope == &module) continue;
      for (std::size_t i = 0; i < scope->symbols.size(); ++i) resolve(*scope, i);
    }
  }

  void resolve(Scope& scope, std::size_t number) {
    const Symbol& symbol = scope.symbols[number];
    if (symbol.resolution != Resolution::unresolved) return;
    const auto set = [&](Resolution resolution) { scope.symbols[number].resolution = resolution; };
    if (symbol.is_global) return set(Resolution::global_explicit);
    if (symbol.is_bound()) return set(Resolution::local);
    const std::string name = symbol.name;
    Scope* owner = find_owner(scope, name);
    if (owner == nullptr) {
      if (symbol.is_nonlocal)
        raise(fmt::format("no binding for nonlocal '{}' found", name), declared_at(scope, name));
      return set(Resolution::global_implicit);
    }
    set(Resolution::free);
    if (std::find(owner->cells.begin(), owner->cells.end(), name) == owner->cells.end())
      owner->cells.push_back(name);
    if (owner->kind != ScopeKind::class_) owner->find(name)->resolution = Resolution::cell;
    for (Scope* inner = &scope; inner != owner; inner = inner->parent) {
      if (std::find(inner->frees.begin(), inner->frees.end(), name) == inner->frees.end())
        inner->frees.push_back(name);
    }
  }

  // The function around `scope` whose variable `name` is; null: it is global. Classes are looked through.
  static Scope* find_owner(const Scope& scope, const std::string& name) {
    for (Scope* outer = scope.parent; outer != nullptr; outer = outer->parent) {
      if (outer->kind == ScopeKind::class_ && name == "__class__") return outer;
      if (!outer->is_function()) continue;
      const Symbol* symbol = outer->find(name);
      if (symbol == nullptr) continue;
      if (symbol->is_global) return nullptr;
      if (symbol->is_bound()) return outer;
    }
    return nullptr;
  }

  const SourceText& source_;
  ScopeTable table_;
  Scope* current_ = nullptr;
  std::vector<Scope*> order_;
  std::map<std::pair<Scope*, std::string>, Position> declarations_;  // of global and nonlocal
};

void ScopeBuilder::visit(const Statement* statement) {
  using enum ast::StatementKind;
  switch (statement->kind) {
    case expression:
      return visit(statement->as<ast::ExpressionStatement>()->value);
    case assign: {
      const auto& node = *statement->as<ast::Assign>();
      bind_all(node.targets);
      return visit(node.value);
    }
    case augmented_assign: {
      const auto& node = *statement->as<ast::AugmentedAssign>();
      bind(node.target);
      return visit(node.value);
    }
    case annotated_assign: {
      const auto& node = *statement->as<ast::AnnotatedAssign>();
      const auto* name = node.target->as<ast::Name>();
      if (name != nullptr && !name->parenthesised) {
        Symbol& symbol = current_->symbol(mangled(name->id));
        if (symbol.is_global || symbol.is_nonlocal)
          this->raise(fmt::format("annotated name '{}' can't be {}", name->id,
                                  symbol.is_global ? "global" : "nonlocal"),
                      statement->at);
        symbol.is_annotated = symbol.is_assigned = true;
        current_->has_annotations = true;
      } else {
        bind(node.target);
      }
      visit(node.annotation);
      if (node.value != nullptr) visit(node.value);
      return;
    }
    case return_:
      if (const Expression* value = statement->as<ast::Return>()->value) visit(value);
      return;
    case delete_:
      return bind_all(statement->as<ast::Delete>()->targets);
    case pass:
    case break_:
    case continue_:
      return;
    case if_: {
      const auto& node = *statement->as<ast::If>();
      for (const auto& [test, body] : node.branches) {
        visit(test);
        visit_block(body);
      }
      return visit_block(node.otherwise);
    }
    case while_: {
      const auto& node = *statement->as<ast::While>();
      visit(node.test);
      visit_block(node.body);
      return visit_block(node.otherwise);
    }
    case for_: {
      const auto& node = *statement->as<ast::For>();
      bind(node.target);
      visit(node.iterable);
      visit_block(node.body);
      return visit_block(node.otherwise);
    }
    case try_: {
      const auto& node = *statement->as<ast::Try>();
      visit_block(node.body);
      for (const ast::Handler& handler : node.handlers) {
        if (handler.type != nullptr) visit(handler.type);
        if (!handler.name.empty()) bind_name(handler.name, handler.at);
        visit_block(handler.body);
      }
      visit_block(node.otherwise);
      return visit_block(node.finally);
    }
    case with: {
      const auto& node = *statement->as<ast::With>();
      for (const ast::WithItem& item : node.items) {
        visit(item.manager);
        bind(item.target);
      }
      return visit_block(node.body);
    }
    case match: {
      const auto& node = *statement->as<ast::Match>();
      visit(node.subject);
      for (const ast::Case& one : node.cases) {
        visit_pattern(*one.pattern);
        if (one.guard != nullptr) visit(one.guard);
        visit_block(one.body);
      }
      return;
    }
    case function:
      return visit_function(*statement->as<ast::Function>());
    case class_:
      return visit_class(*statement->as<ast::Class>());
    case import:
      for (const ast::Alias& alias : statement->as<ast::Import>()->names)
        bind_name(alias.as.empty() ? alias.name.substr(0, alias.name.find('.')) : alias.as, alias.at);
      return;
    case import_from:
      for (const ast::Alias& alias : statement->as<ast::ImportFrom>()->names) {
        if (alias.name != "*") {
          bind_name(alias.as.empty() ? alias.name : alias.as, alias.at);
        } else if (current_->kind != ScopeKind::module) {
          this->raise("import * only allowed at module level", alias.at);
        }
      }
      return;
    case global:
      return declare(statement->as<ast::Global>()->names, true, statement->at);
    case nonlocal:
      return declare(statement->as<ast::Nonlocal>()->names, false, statement->at);
    case raise: {
      const auto& node = *statement->as<ast::Raise>();
      if (node.exception != nullptr) visit(node.exception);
      if (node.cause != nullptr) visit(node.cause);
      return;
    }
    case assert_: {
      const auto& node = *statement->as<ast::Assert>();
      visit(node.test);
      if (node.message != nullptr) visit(node.message);
      return;
    }
  }
}

void ScopeBuilder::visit(const Expression* expression) {
  using enum ast::ExpressionKind;
  const auto maybe = [this](const Expression* part) {
    if (part != nullptr) visit(part);
  };
  switch (expression->kind) {
    case constant:
      return;
    case name: {
      const std::string& id = expression->as<ast::Name>()->id;
      use(id);
      // super() without arguments finds its class in a cell.
      if (id == "super" && current_->is_function()) use("__class__");
      return;
    }
    case binary:
      visit(expression->as<ast::Binary>()->left);
      return visit(expression->as<ast::Binary>()->right);
    case unary:
      return visit(expression->as<ast::Unary>()->operand);
    case boolean:
      return visit_all(expression->as<ast::Boolean>()->values);
    case compare:
      visit(expression->as<ast::Compare>()->left);
      for (const auto& [op, right] : expression->as<ast::Compare>()->rest) visit(right);
      return;
    case call: {
      const auto& node = *expression->as<ast::Call>();
      visit(node.function);
      visit_all(node.arguments);
      return visit_keywords(node.keywords);
    }
    case attribute:
      return visit(expression->as<ast::Attribute>()->object);
    case subscript:
      visit(expression->as<ast::Subscript>()->object);
      return visit(expression->as<ast::Subscript>()->index);
    case slice: {
      const auto& node = *expression->as<ast::Slice>();
      maybe(node.start);
      maybe(node.stop);
      return maybe(node.step);
    }
    case starred:
      return visit(expression->as<ast::Starred>()->value);
    case tuple:
      return visit_all(expression->as<ast::TupleDisplay>()->items);
    case list:
      return visit_all(expression->as<ast::ListDisplay>()->items);
    case set:
      return visit_all(expression->as<ast::SetDisplay>()->items);
    case dict:
      for (const auto& [key, value] : expression->as<ast::DictDisplay>()->items) {
        maybe(key);
        visit(value);
      }
      return;
    case conditional: {
      const auto& node = *expression->as<ast::Conditional>();
      visit(node.test);
      visit(node.then);
      return visit(node.otherwise);
    }
    case lambda:
      return visit_lambda(*expression->as<ast::Lambda>());
    case comprehension:
      return visit_comprehension(*expression->as<ast::Comprehension>());
    case yield:
      return visit_yield(expression->as<ast::Yield>()->value, expression->at);
    case yield_from:
      return visit_yield(expression->as<ast::YieldFrom>()->value, expression->at);
    case named:
      return visit_named(*expression->as<ast::Named>());
    case joined_string:
      return visit_all(expression->as<ast::JoinedString>()->parts);
    case formatted_value:
      visit(expression->as<ast::FormattedValue>()->value);
      return maybe(expression->as<ast::FormattedValue>()->specification);
  }
}

std::variant<ScopeTable, SourceError> analyse_scopes(const ast::Ast& tree, const SourceText& source) {
  try {
    return ScopeBuilder(source).build(tree);
  } catch (const SourceError& error) {
    return error;
  }
}

}  // namespace forkscope::vm
