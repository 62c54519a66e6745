#include "core/vm/module_names.h"

#include <array>
#include <map>
#include <mutex>
#include <sstream>

#include "core/vm/ast.h"
#include "core/vm/import.h"
#include "core/vm/library_texts.h"
#include "core/vm/native.h"
#include "core/vm/parser.h"
#include "core/vm/process.h"
#include "core/vm/source_text.h"

namespace forkscope::vm {

namespace {

struct ModuleNames {
  std::string_view module;
  std::string_view names;  // separated by blanks
};

// CPython 3.11's, from tests/core/vm/front/python_names.py.
constexpr ModuleNames kPythonNames[] = {
#include "core/vm/python_names.inc"
};

// CPython 3.11's, printed by the same, separated by blanks.
constexpr std::string_view kPythonModules =
#include "core/vm/python_modules.inc"
    ;

// What our module has; nothing where the text does not say it.
std::set<std::string> names_of(const LibraryText& library, bool& is_known);

// Collects what the top level of a module binds. `is_open`: it also binds what the text does not show.
class Bindings {
 public:
  std::set<std::string> names;
  bool is_open = false;

  void visit(const ast::Block& block) {
    for (const ast::Statement* statement : block) visit(statement);
  }

 private:
  void visit(const ast::Statement* statement) {
    if (const auto* function = statement->as<ast::Function>()) {
      is_open = is_open || function->name == "__getattr__";
      names.insert(function->name);
    } else if (const auto* type = statement->as<ast::Class>()) {
      names.insert(type->name);
    } else if (const auto* import = statement->as<ast::Import>()) {
      for (const ast::Alias& alias : import->names) {
        names.insert(alias.as.empty() ? alias.name.substr(0, alias.name.find('.')) : alias.as);
      }
    } else if (const auto* from = statement->as<ast::ImportFrom>()) {
      for (const ast::Alias& alias : from->names) {
        if (alias.name == "*") {
          visit_all_of(from->module);
        } else {
          names.insert(alias.as.empty() ? alias.name : alias.as);
        }
      }
    } else if (const auto* assign = statement->as<ast::Assign>()) {
      for (const ast::Expression* target : assign->targets) bind(target);
    } else if (const auto* annotated = statement->as<ast::AnnotatedAssign>()) {
      bind(annotated->target);
    } else if (const auto* loop = statement->as<ast::For>()) {
      bind(loop->target);
      visit(loop->body);
    } else if (const auto* branch = statement->as<ast::If>()) {
      for (const auto& [test, body] : branch->branches) visit(body);
      visit(branch->otherwise);
    } else if (const auto* attempt = statement->as<ast::Try>()) {
      visit(attempt->body);
      for (const ast::Handler& handler : attempt->handlers) visit(handler.body);
      visit(attempt->otherwise);
    } else if (const auto* expression = statement->as<ast::ExpressionStatement>()) {
      is_open = is_open || sets_attribute_of_module(expression->value);
    }
  }

  // setattr(modules["os"], name, value)
  static bool sets_attribute_of_module(const ast::Expression* value) {
    const auto* call = value->as<ast::Call>();
    const auto* function = call == nullptr ? nullptr : call->function->as<ast::Name>();
    return function != nullptr && function->id == "setattr" &&
           call->arguments[0]->as<ast::Subscript>() != nullptr;
  }

  void visit_all_of(const std::string& module);

  void bind(const ast::Expression* target) {
    if (const auto* name = target->as<ast::Name>()) names.insert(name->id);
    if (const auto* tuple = target->as<ast::TupleDisplay>()) {
      for (const ast::Expression* item : tuple->items) bind(item);
    }
    // globals()[name] = ...
    const auto* item = target->as<ast::Subscript>();
    is_open = is_open || (item != nullptr && item->object->as<ast::Call>() != nullptr);
  }
};

std::set<std::string> names_of(const LibraryText& library, bool& is_known) {
  is_known = false;
  const auto decoded = SourceText::decode(library.text, library.file);
  const auto* text = std::get_if<SourceText>(&decoded);
  if (text == nullptr) return {};
  const auto parsed = parse_module(*text);
  const auto* output = std::get_if<ParseOutput>(&parsed);
  if (output == nullptr) return {};
  Bindings bindings;
  bindings.visit(output->tree->body);
  is_known = !bindings.is_open;
  const std::string prefix = std::string(library.module) + ".";
  for (const LibraryText& other : library_texts()) {
    if (other.module.starts_with(prefix))
      bindings.names.insert(std::string(other.module.substr(prefix.size())));
  }
  return std::move(bindings.names);
}

void Bindings::visit_all_of(const std::string& module) {
  const LibraryText* library = find_library_text(module);
  bool is_known = false;
  if (library != nullptr) names.merge(names_of(*library, is_known));
  is_open = is_open || !is_known;
}

// What native modules lack of kPythonNames: no text says what they have.
constexpr ModuleNames kNativesLack[] = {
    {"sys",
     "abiflags addaudithook api_version audit base_exec_prefix base_prefix breakpointhook "
     "builtin_module_names "
     "call_tracing dont_write_bytecode exec_prefix flags float_repr_style get_asyncgen_hooks "
     "get_coroutine_origin_tracking_depth getallocatedblocks getdlopenflags getfilesystemencodeerrors "
     "getprofile gettrace hash_info implementation meta_path orig_argv path_hooks path_importer_cache "
     "platlibdir prefix pycache_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth setdlopenflags "
     "setprofile settrace stdlib_module_names thread_info warnoptions"}};

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::istringstream names{std::string(text)};
  for (std::string name; names >> name;) words.insert(name);
  return words;
}

std::set<std::string> find_lacking(std::string_view module) {
  for (const ModuleNames& entry : kNativesLack)
    if (entry.module == module) return words_of(entry.names);
  const LibraryText* library = find_library_text(module);
  if (library == nullptr) return {};
  for (const ModuleNames& entry : kPythonNames) {
    if (entry.module != module) continue;
    bool is_known = false;
    const std::set<std::string> ours = names_of(*library, is_known);
    if (!is_known) return {};
    std::set<std::string> lacking = words_of(entry.names);
    std::erase_if(lacking, [&ours](const std::string& name) { return ours.contains(name); });
    return lacking;
  }
  return {};
}

bool is_public(std::string_view module) {
  return !module.starts_with('_') && module.find("._") == std::string_view::npos;
}

}  // namespace

std::set<std::string> public_modules() {
  register_native_modules();
  std::set<std::string> found{"__future__", "builtins"};
  for (const LibraryText& library : library_texts()) {
    if (is_public(library.module)) found.insert(std::string(library.module));
  }
  for (const std::string& name : native_module_names()) {
    if (is_public(name)) found.insert(name);
  }
  return found;
}

bool is_in_python(std::string_view module) {
  const std::string word = std::string(module.substr(0, module.find('.'))) + " ";
  return kPythonModules.starts_with(word) || kPythonModules.find(" " + word) != std::string_view::npos;
}

std::set<std::string> names_lacking(std::string_view module) {
  static std::mutex guard;
  static std::map<std::string, std::set<std::string>, std::less<>> known;
  const std::lock_guard lock(guard);
  auto found = known.find(module);
  if (found == known.end()) found = known.emplace(std::string(module), find_lacking(module)).first;
  return found->second;
}

bool lacks_name(std::string_view module, std::string_view name) {
  return names_lacking(module).contains(std::string(name));
}

}  // namespace forkscope::vm
