#include "core/vm/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/vm/compiler.h"
#include "core/vm/lacking_attributes.h"
#include "core/vm/module_names.h"
#include "core/vm/objects.h"
#include "core/vm/parser.h"
#include "core/vm/unsupported.h"

namespace forkscope::vm {
namespace {

bool names_import_error(const ast::Expression* type) {
  static constexpr std::array<std::string_view, 4> kCatching = {"ImportError", "ModuleNotFoundError",
                                                                "Exception", "BaseException"};
  if (type == nullptr) return true;
  if (const auto* tuple = type->as<ast::TupleDisplay>())
    return std::any_of(tuple->items.begin(), tuple->items.end(), names_import_error);
  const auto* name = type->as<ast::Name>();
  return name != nullptr && std::find(kCatching.begin(), kCatching.end(), name->id) != kCatching.end();
}

// if __name__ == "__main__"
bool is_main_test(const ast::Expression* test) {
  const auto* compare = test->as<ast::Compare>();
  const auto* name = compare != nullptr ? compare->left->as<ast::Name>() : nullptr;
  return name != nullptr && name->id == "__name__" && compare->rest[0].first == CompareOperator::equal;
}

// Finds the imports that happen whenever the program is started, of modules and names that do not exist.
class ImportFinder {
 public:
  struct Found {
    std::string refusal;
    Position at;
  };

  explicit ImportFinder(const ModuleFinder& is_available) : is_available_(is_available) {}
  const std::vector<Found>& missing() const { return missing_; }
  // The names that modules have in the program.
  const std::map<std::string, std::string>& modules() const { return modules_; }

  void visit(const ast::Block& block) {
    for (const ast::Statement* statement : block) visit(statement);
  }

 private:
  void visit(const ast::Statement* statement) {
    if (const auto* import = statement->as<ast::Import>()) {
      for (const ast::Alias& alias : import->names) {
        need(alias.name, statement->at);
        if (alias.as.empty() && alias.name.find('.') == std::string::npos) modules_[alias.name] = alias.name;
        if (!alias.as.empty()) modules_[alias.as] = alias.name;
      }
    } else if (const auto* from = statement->as<ast::ImportFrom>()) {
      if (from->level > 0) return;
      need(from->module, statement->at);
      for (const ast::Alias& alias : from->names) need_name(from->module, alias);
    } else if (const auto* with = statement->as<ast::With>()) {
      visit(with->body);
    } else if (const auto* branch = statement->as<ast::If>()) {
      if (is_main_test(branch->branches[0].first)) visit(branch->branches[0].second);
    } else if (const auto* attempt = statement->as<ast::Try>()) {
      const auto& handlers = attempt->handlers;
      const bool is_caught = std::any_of(handlers.begin(), handlers.end(), [](const ast::Handler& one) {
        return names_import_error(one.type);
      });
      if (is_caught) return;
      visit(attempt->body);
      visit(attempt->otherwise);
      visit(attempt->finally);
    }
  }

  void need(const std::string& module, const Position& where) {
    if (module == "__future__" || module == "__main__" || is_available_(module) ||
        !told_.insert(module).second)
      return;
    missing_.push_back({refusal_of_module(module), where});
  }

  void need_name(const std::string& module, const ast::Alias& alias) {
    if (!is_available_(module) || !lacks_name(module, alias.name) || is_available_(module + "." + alias.name))
      return;
    missing_.push_back({refusal_of_name(module, alias.name), alias.at});
  }

  const ModuleFinder& is_available_;
  std::set<std::string> told_;
  std::map<std::string, std::string> modules_;
  std::vector<Found> missing_;
};

CheckProblem problem_of(const SourceError& error, std::string_view file_name) {
  CheckProblem problem;
  problem.is_syntax_error = error.kind != SourceErrorKind::unsupported;
  problem.line = error.line;
  problem.column = error.column;
  SourceError shown = error;
  // Of a file that is read line by line nothing is left at its end to point at.
  if (error.end_column < 0 && !file_name.starts_with('<')) shown.column = 0;
  problem.text = format_source_error(shown, file_name);
  return problem;
}

// Built-in functions of CPython that there are not: of no use without a person who sits before it.
constexpr const char* kInteractive[] = {"breakpoint", "help"};

// Whether the code, or code in it, gives the name a meaning; import * may.
bool binds(const Code& code, std::string_view name) {
  const auto is_name = [&](const Value& value) { return value.known<String>()->text == name; };
  if (std::ranges::any_of(code.local_names, is_name) || std::ranges::any_of(code.cell_names, is_name))
    return true;
  for (const Instruction instruction : code.instructions) {
    const Opcode op = instruction.op();
    if (op == Opcode::import_star) return true;
    if ((op == Opcode::store_global || op == Opcode::store_name) &&
        is_name(code.names[instruction.argument()]))
      return true;
  }
  return std::ranges::any_of(code.constants, [&](const Value& constant) {
    return constant.is(Kind::code) && binds(*constant.known<Code>(), name);
  });
}

std::set<std::string> lacking_built_ins(const Code& program) {
  std::set<std::string> lacking;
  for (const char* name : kInteractive)
    if (!binds(program, name)) lacking.insert(name);
  return lacking;
}

void check_imports(const ast::Block& body, const SourceText& source, std::string_view file_name,
                   const ModuleFinder& is_available, const std::set<std::string>& lacking_built_ins,
                   CheckResult& result) {
  ImportFinder finder(is_available);
  finder.visit(body);
  std::vector<ImportFinder::Found> missing = finder.missing();
  find_lacking_attributes(body, finder.modules(), lacking_built_ins,
                          [&missing](const std::string& module, const std::string& name, const Position& at) {
                            missing.push_back({refusal_of_name(module, name), at});
                          });
  for (const ImportFinder::Found& found : missing) {
    result.problems.push_back(
        problem_of(source.error(SourceErrorKind::unsupported, found.refusal, found.at), file_name));
  }
}

}  // namespace

std::string CheckResult::text() const {
  std::string all;
  for (const CheckProblem& problem : problems) all += problem.text;
  return all;
}

CheckResult check_program(std::string_view source, std::string_view file_name,
                          const ModuleFinder& is_module_available) {
  CheckResult result;
  auto compiled = compile_module(source, file_name, CodeUse::program);
  if (const auto* error = std::get_if<SourceError>(&compiled)) {
    result.problems.push_back(problem_of(*error, file_name));
    return result;
  }
  auto& output_of_compiler = std::get<CompileOutput>(compiled);
  const std::set<std::string> lacking = lacking_built_ins(*output_of_compiler.code.known<Code>());
  result.knobs = std::move(output_of_compiler.knobs);
  const auto decoded = SourceText::decode(source, file_name);
  const auto* text = std::get_if<SourceText>(&decoded);
  if (text == nullptr) return result;
  const auto parsed = parse_module(*text);
  if (const auto* output = std::get_if<ParseOutput>(&parsed))
    check_imports(output->tree->body, *text, file_name, is_module_available, lacking, result);
  return result;
}

}  // namespace forkscope::vm
