#include "core/vm/lacking_attributes.h"

#include <algorithm>

#include "core/vm/module_names.h"

namespace forkscope::vm {

namespace {

bool may_catch(const ast::Handler& handler) {
  const auto catches = [](const ast::Expression* type) {
    const auto* name = type->as<ast::Name>();
    return name == nullptr || name->id == "AttributeError" || name->id == "NameError" ||
           name->id == "Exception" || name->id == "BaseException" || name->id == "ImportError";
  };
  if (handler.type == nullptr) return true;
  if (const auto* tuple = handler.type->as<ast::TupleDisplay>())
    return std::ranges::any_of(tuple->items, catches);
  return catches(handler.type);
}

class Finder {
 public:
  Finder(const std::map<std::string, std::string>& modules, const std::set<std::string>& built_ins,
         const LackingReport& report)
      : modules_(modules), built_ins_(built_ins), report_(report) {}

  // Names that are anything else somewhere in the program are left alone.
  void forget_assigned(const ast::Block& block) {
    for (const ast::Statement* statement : block) {
      if (const auto* assign = statement->as<ast::Assign>()) {
        for (const ast::Expression* target : assign->targets) {
          if (const auto* name = target->as<ast::Name>()) assigned_.insert(name->id);
        }
      } else if (const auto* function = statement->as<ast::Function>()) {
        forget_assigned(function->body);
        for (const ast::Parameter& parameter : function->parameters.positional)
          assigned_.insert(parameter.name);
      } else if (const auto* type = statement->as<ast::Class>()) {
        forget_assigned(type->body);
      }
    }
  }

  void visit(const ast::Block& block) {
    for (const ast::Statement* statement : block) visit(statement);
  }

 private:
  void visit(const ast::Statement* statement) {
    if (const auto* expression = statement->as<ast::ExpressionStatement>()) {
      visit(expression->value);
    } else if (const auto* assign = statement->as<ast::Assign>()) {
      visit(assign->value);
    } else if (const auto* returned = statement->as<ast::Return>()) {
      visit(returned->value);
    } else if (const auto* function = statement->as<ast::Function>()) {
      for (const ast::Expression* decorator : function->decorators) visit(decorator);
      visit(function->body);
    } else if (const auto* type = statement->as<ast::Class>()) {
      for (const ast::Expression* base : type->bases) visit(base);
      visit(type->body);
    } else if (const auto* loop = statement->as<ast::For>()) {
      visit(loop->iterable);
      visit(loop->body);
    } else if (const auto* with = statement->as<ast::With>()) {
      for (const ast::WithItem& item : with->items) visit(item.manager);
      visit(with->body);
    } else if (const auto* attempt = statement->as<ast::Try>()) {
      if (std::ranges::none_of(attempt->handlers, may_catch)) visit(attempt->body);
    } else if (const auto* branch = statement->as<ast::If>()) {
      const auto* compare = branch->branches[0].first->as<ast::Compare>();
      const auto* name = compare == nullptr ? nullptr : compare->left->as<ast::Name>();
      if (name != nullptr && name->id == "__name__") visit(branch->branches[0].second);
    }
  }

  void visit(const ast::Expression* expression) {
    if (expression == nullptr) return;
    if (const auto* attribute = expression->as<ast::Attribute>()) {
      const auto* name = attribute->object->as<ast::Name>();
      const auto found = name == nullptr ? modules_.end() : modules_.find(name->id);
      if (found != modules_.end() && !assigned_.contains(name->id) &&
          lacks_name(found->second, attribute->name)) {
        report_(found->second, attribute->name, attribute->at);
      }
      visit(attribute->object);
    } else if (const auto* name = expression->as<ast::Name>()) {
      if (built_ins_.contains(name->id)) report_("builtins", name->id, name->at);
    } else if (const auto* call = expression->as<ast::Call>()) {
      visit(call->function);
      for (const ast::Expression* argument : call->arguments) visit(argument);
      for (const ast::Keyword& keyword : call->keywords) visit(keyword.value);
    } else if (const auto* binary = expression->as<ast::Binary>()) {
      visit(binary->left);
      visit(binary->right);
    } else if (const auto* tuple = expression->as<ast::TupleDisplay>()) {
      for (const ast::Expression* item : tuple->items) visit(item);
    } else if (const auto* list = expression->as<ast::ListDisplay>()) {
      for (const ast::Expression* item : list->items) visit(item);
    } else if (const auto* subscript = expression->as<ast::Subscript>()) {
      visit(subscript->object);
      visit(subscript->index);
    }
  }

  const std::map<std::string, std::string>& modules_;
  const std::set<std::string>& built_ins_;
  const LackingReport& report_;
  std::set<std::string> assigned_;
};

}  // namespace

void find_lacking_attributes(const ast::Block& body, const std::map<std::string, std::string>& modules,
                             const std::set<std::string>& built_ins, const LackingReport& report) {
  Finder finder(modules, built_ins, report);
  finder.forget_assigned(body);
  finder.visit(body);
}

}  // namespace forkscope::vm
