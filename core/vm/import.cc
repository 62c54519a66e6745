#include "core/vm/import.h"

#include <fmt/format.h>

#include <optional>

#include "core/kernel/host.h"
#include "core/vm/compiler.h"
#include "core/vm/exceptions.h"
#include "core/vm/finalizers.h"
#include "core/vm/frame.h"
#include "core/vm/interpreter.h"
#include "core/vm/library_texts.h"
#include "core/vm/process.h"
#include "core/vm/runner.h"
#include "core/vm/state.h"

namespace forkscope::vm {

namespace {

const std::string kLibraryFolder = "<forkscope>/";
// Object::flags of a module beside kModuleInitializing: other threads wait for the end of its body.
constexpr std::uint8_t kModuleAwaited = 0x02;
static_assert(kModuleAwaited != kModuleInitializing);

// The source of a module, and where it is.
struct Source {
  const LibraryText* library = nullptr;
  std::string text;  // of the program's
  std::string file;
  std::string folder;  // of a package of the program
  bool is_package = false;
  bool is_program() const { return library == nullptr; }
};

std::string library_file(const LibraryText& text) {
  return kLibraryFolder + std::string(text.file);
}

std::string parent_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : std::string(name.substr(0, dot));
}

std::string_view last_part(std::string_view name) {
  return name.substr(name.rfind('.') + 1);
}

std::optional<Source> find_file(const std::string& folder, std::string_view part) {
  // Whole paths, as CPython's __file__ and tracebacks have them.
  std::string stem = folder.empty() ? std::string(part) : folder + "/" + std::string(part);
  if (!stem.starts_with('/')) stem = kernel::current_directory() + "/" + stem;
  for (const bool is_package : {true, false}) {
    Source source;
    source.file = stem + (is_package ? "/__init__.py" : ".py");
    if (kernel::file_kind(source.file) != kernel::FileKind::file) continue;
    auto text = kernel::read_file(source.file);
    if (!text.ok()) continue;
    source.text = std::move(text.value());
    source.folder = stem;
    source.is_package = is_package;
    return source;
  }
  return std::nullopt;
}

std::vector<std::string> strings_of(const Value& list) {
  std::vector<std::string> texts;
  for (const Value& item : list.known<List>()->items) {
    if (item.is(Kind::string)) texts.push_back(item.known<String>()->text);
  }
  return texts;
}

Module* loaded(const Vm& vm, std::string_view name) {
  Value* found = vm.modules().table.find(name);
  return found == nullptr ? nullptr : found->try_as<Module>();
}

bool is_package(const Module& module) {
  return module.globals().find_name(intern("__path__")) != nullptr;
}

std::optional<Source> find_source(const Vm& vm, const std::string& name) {
  if (const LibraryText* found = find_library_text(name)) {
    return Source{found, "", library_file(*found), "", found->is_package};
  }
  std::vector<std::string> folders;
  if (const std::string parent = parent_of(name); parent.empty()) {
    folders = strings_of(Value::share(&vm.search_path()));
  } else if (const Module* package = loaded(vm, parent)) {
    const Value* path = package->globals().find_name(intern("__path__"));
    if (path != nullptr && path->is(Kind::list)) folders = strings_of(*path);
  }
  for (const std::string& folder : folders) {
    if (auto source = find_file(folder, last_part(name))) return source;
  }
  return std::nullopt;
}

void enter_in_parent(const Vm& vm, const std::string& name, const Value& module) {
  if (Module* parent = loaded(vm, parent_of(name))) parent->globals().set(last_part(name), module);
}

// os.path: a module that another one has as its attribute.
Value attribute_module(const Vm& vm, const std::string& name) {
  const Module* parent = loaded(vm, parent_of(name));
  const Value* found = parent == nullptr || is_package(*parent)
                           ? nullptr
                           : parent->globals().find_name(intern(last_part(name)));
  return found != nullptr && found->is(Kind::module) ? *found : Value();
}

Step not_found(Runner& runner, const std::string& name) {
  const std::string parent = parent_of(name);
  const Module* package = parent.empty() ? nullptr : loaded(runner.vm, parent);
  const bool plain_parent = package != nullptr && !is_package(*package);
  raise_in(runner.thread, "ModuleNotFoundError",
           fmt::format("No module named '{}'{}", name,
                       plain_parent ? fmt::format("; '{}' is not a package", parent) : std::string()));
  runner.thread.raised.known<Exception>()->attributes.set("name", make_string(name));
  return Step::raised;
}

Value library_body(PythonThread& thread, const Value& module, const LibraryText& text);

// Begins to load `name`: `done` if it is loaded at once, else its body has begun and the import is done again
// after it.
Step load(Runner& runner, const std::string& name, bool& done) {
  Vm& vm = runner.vm;
  done = true;
  if (const ModuleBuilder builder = find_native_module(name)) {
    const Value module = make_module(vm, name, "", false);
    enter_in_parent(vm, name, module);
    builder(vm, *module.known<Module>());
    return Step::next;
  }
  if (const Value known = attribute_module(vm, name); !known.empty()) {
    vm.modules().table.set(name, known);
    return Step::next;
  }
  const std::optional<Source> source = find_source(vm, name);
  if (!source) return not_found(runner, name);
  const Value module = make_module(vm, name, source->file, source->is_package);
  auto& made = *module.known<Module>();
  if (source->is_package && source->is_program()) {
    made.globals().set("__path__", make_list({make_string(source->folder)}));
  }
  if (source->is_program()) vm.keep_source(source->file, source->text);
  const Value body = source->is_program()
                         ? compile_body(runner.thread, module, source->text, source->file, true)
                         : library_body(runner.thread, module, *source->library);
  if (body.empty()) {
    vm.modules().table.erase_name(intern(name));
    return Step::raised;
  }
  made.flags |= kModuleInitializing;
  done = false;
  return runner.push_function(body, nullptr, 0, nullptr, Continuation::module, module);
}

// The name that `from ..x import y` means in this module.
bool absolute_name(Runner& runner, std::int64_t level, const std::string& name, std::string& absolute) {
  absolute = name;
  if (level == 0) return true;
  const Module& here = *runner.frame().module;
  const Value* own = here.globals().find_name(intern("__name__"));
  std::string package = own != nullptr && own->is(Kind::string) ? own->known<String>()->text : here.name;
  if (!is_package(here)) package = parent_of(package);
  for (; level > 1 && !package.empty(); --level) package = parent_of(package);
  if (package.empty()) {
    runner.raise("ImportError", "attempted relative import with no known parent package");
    return false;
  }
  absolute = name.empty() ? package : package + "." + name;
  return true;
}

// The thread that has the module's body in its frames.
const PythonThread* loader_of(const Vm& vm, const Module& module) {
  for (const auto& thread : vm.threads()) {
    for (const Frame* frame = thread->frame; frame != nullptr; frame = frame->previous) {
      if (frame->continuation == Continuation::module && frame->extra.object() == &module)
        return thread.get();
    }
  }
  return nullptr;
}

// What the thread waits for: a module that another one loads.
const Module* awaited_by(const PythonThread& thread) {
  for (const Frame* frame = thread.frame; frame != nullptr; frame = frame->previous) {
    if (frame->continuation != Continuation::again && frame->continuation != Continuation::awaited) continue;
    if (const auto* module = frame->extra.try_as<Module>()) return module;
  }
  return nullptr;
}

// Another thread loads it, and does not wait for what this one loads: of two that would wait for each other
// one goes on with what there is, as in CPython. In a child that was forked meanwhile, nobody loads it.
bool must_wait_for(const PythonThread& thread, const Value& value) {
  const auto* module = value.try_as<Module>();
  const PythonThread* loader = nullptr;
  while (module != nullptr && (module->flags & kModuleInitializing) != 0) {
    loader = loader_of(thread.vm, *module);
    if (loader == nullptr || loader == &thread) return false;
    module = awaited_by(*loader);
  }
  return loader != nullptr;
}

Step wait_for(Runner& runner, const Value& module, Continuation afterwards) {
  module.object()->flags |= kModuleAwaited;
  return runner.call_prelude("wait_for_module", {module, make_string(module.known<Module>()->name)},
                             afterwards, module);
}

// Loads the submodules among the names of `from package import a, b`.
Step load_names(Runner& runner, const Value& names, const Module& package, const std::string& name,
                bool& done) {
  done = true;
  if (!is_package(package)) return Step::next;
  for (const Value& item : names.known<Tuple>()->items) {
    const std::string& part = item.known<String>()->text;
    const std::string full = name + "." + part;
    if (part == "*" || package.globals().find_name(item) != nullptr) continue;
    if (Module* known = loaded(runner.vm, full)) {
      const Value module = Value::share(known);
      if (!must_wait_for(runner.thread, module)) continue;
      done = false;
      return wait_for(runner, module, Continuation::again);
    }
    if (find_native_module(full) == nullptr && !find_source(runner.vm, full)) continue;
    const Step step = load(runner, full, done);
    if (step == Step::raised || !done) return step;
  }
  return Step::next;
}

}  // namespace

bool is_being_loaded(const Vm& vm, const Module& module) {
  return loader_of(vm, module) != nullptr;
}

bool finish_import(Vm& vm, const Value& module) {
  auto& loaded_module = *module.known<Module>();
  const bool is_awaited = (loaded_module.flags & kModuleAwaited) != 0;
  loaded_module.flags &= static_cast<std::uint8_t>(~(kModuleInitializing | kModuleAwaited));
  enter_in_parent(vm, loaded_module.name, module);
  return is_awaited;
}

void abandon_import(Vm& vm, const Value& module) {
  auto& begun = *module.known<Module>();
  vm.modules().table.erase_name(intern(begun.name));
  if ((begun.flags & kModuleAwaited) == 0) return;
  begun.flags &= static_cast<std::uint8_t>(~kModuleAwaited);
  call_soon(vm.prelude("end_wait_for_module"), make_string(begun.name));
}

Value make_module(Vm& vm, const std::string& name, std::string_view file, bool is_a_package) {
  auto* module = new Module(name);
  Value made = Value::adopt(module);
  module->file = file;
  module->globals().set("__name__", make_string(name));
  module->globals().set("__doc__", Value::none());
  module->globals().set("__package__", make_string(is_a_package ? name : parent_of(name)));
  module->globals().set("__builtins__", vm.builtins_value());
  if (!file.empty()) module->globals().set("__file__", make_string(file));
  if (is_a_package) module->globals().set("__path__", make_list({}));
  vm.modules().table.set(name, made);
  return made;
}

namespace {

void prepare_all(Code& code) {
  prepare_code(code);
  for (const Value& constant : code.constants) {
    if (auto* inner = constant.try_as<Code>()) prepare_all(*inner);
  }
}

Value body_of(const Value& module, Value module_code, bool is_program) {
  auto* function = new Function();
  Value body = Value::adopt(function);
  auto& code = *module_code.known<Code>();
  prepare_code(code);
  function->name = make_string(code.name);
  function->qualified_name = function->name;
  function->code = std::move(module_code);
  function->module = module;
  module.known<Module>()->is_program = is_program;
  module.known<Module>()->set_by_functions = code.set_by_functions;
  if (!code.doc.empty()) module.known<Module>()->globals().set("__doc__", code.doc);
  return body;
}

}  // namespace

Value compile_body(PythonThread& thread, const Value& module, std::string_view text, std::string_view file,
                   bool is_program) {
  CompileResult result = compile_module(text, file, is_program ? CodeUse::program : CodeUse::library);
  if (const auto* error = std::get_if<SourceError>(&result)) {
    raise_source_error(thread, *error, file);
    return {};
  }
  auto& output = *std::get_if<CompileOutput>(&result);
  if (is_program && !output.knobs.empty()) thread.vm.knobs = std::move(output.knobs);
  prepare_all(*output.code.known<Code>());
  thread.vm.keep_code(file, output.code);
  return body_of(module, std::move(output.code), is_program);
}

namespace {

// Empty: compiling it has raised.
Value library_code(PythonThread& thread, const LibraryText& text) {
  if (library_images().empty()) {
    CompileResult result = compile_module(text.text, library_file(text), CodeUse::library);
    if (auto* output = std::get_if<CompileOutput>(&result)) return std::move(output->code);
    raise_source_error(thread, *std::get_if<SourceError>(&result), library_file(text));
    return {};
  }
  const auto number = static_cast<std::size_t>(&text - library_texts().data());
  Value code = restore_code(library_images()[number]);
  FORKSCOPE_CHECK(!code.empty(), "the library's images are of this binary");
  return code;
}

void number_codes(const Value& code, std::vector<Value>& codes) {
  code.known<Code>()->library_number = static_cast<std::int32_t>(codes.size());
  codes.push_back(code);
  for (const Value& constant : code.known<Code>()->constants) {
    if (constant.is(Kind::code)) number_codes(constant, codes);
  }
}

// The codes are known by number from now on.
void enter_library_code(Vm& vm, const Value& code) {
  std::vector<Value> codes;
  number_codes(code, codes);
  vm.library_codes.insert_or_assign(code.known<Code>()->file, std::move(codes));
}

Value library_body(PythonThread& thread, const Value& module, const LibraryText& text) {
  Value code = library_code(thread, text);
  if (code.empty()) return {};
  enter_library_code(thread.vm, code);
  return body_of(module, std::move(code), false);
}

}  // namespace

Value compile_library_module(const LibraryText& text) {
  CompileResult result = compile_module(text.text, library_file(text), CodeUse::library);
  const auto* output = std::get_if<CompileOutput>(&result);
  if (output == nullptr) return {};
  prepare_all(*output->code.known<Code>());
  return output->code;
}

const std::vector<Value>* library_codes(Vm& vm, const std::string& file) {
  if (const auto found = vm.library_codes.find(file); found != vm.library_codes.end()) return &found->second;
  for (const LibraryText& text : library_texts()) {
    if (file != library_file(text)) continue;
    const Value code = library_code(vm.main_thread(), text);
    FORKSCOPE_CHECK(!code.empty(), "the library compiles");
    prepare_all(*code.known<Code>());
    enter_library_code(vm, code);
    return &vm.library_codes[file];
  }
  return nullptr;
}

namespace {

// A function whose only statement imports `name`: so that __import__() goes the way of the statement, frames
// and all.
Value import_function(Vm& vm, const std::string& name, const Value& names, std::int64_t level) {
  auto* code = new Code();
  auto* function = new Function();
  Value made = Value::adopt(function);
  function->code = Value::adopt(code);
  function->module = vm.builtins_value();
  function->name = function->qualified_name = make_string("__import__");
  code->name = code->qualified_name = "__import__";
  code->file = "<forkscope>/_import";
  code->stack_size = 2;
  code->constants = {names, make_int(level)};
  code->names = {intern(name)};
  code->instructions = {
      Instruction::make(Opcode::load_constant, 0), Instruction::make(Opcode::load_constant, 1),
      Instruction::make(Opcode::import_name, 0), Instruction::make(Opcode::return_value, 0)};
  code->positions.resize(code->instructions.size());
  prepare_code(*code);
  return made;
}

// __import__(name, globals, locals, fromlist, level)
NativeResult import_by_name(NativeCall& call) {
  static constexpr const char* kNames[] = {"name", "globals", "locals", "fromlist", "level"};
  Value values[5];
  if (!bind_arguments(call, "__import__", kNames, 1, values)) return NativeResult::raised;
  if (!values[0].is(Kind::string)) return raise(call, "TypeError", "__import__() argument 1 must be str");
  const auto& name = values[0].known<String>()->text;
  const std::int64_t level = values[4].is_small_int() ? values[4].small() : 0;
  if (level != 0) return raise(call, "ImportError", "relative imports are for the import statement");
  if (name.empty()) return raise(call, "ValueError", "Empty module name");
  std::vector<Value> items;
  if (!values[3].empty() && !values[3].is_none() && collect(call.thread, values[3], items) != Outcome::ok) {
    return NativeResult::raised;
  }
  const Value names = items.empty() ? Value::none() : make_tuple(std::move(items));
  call.callee = import_function(call.vm, name, names, level);
  call.callee_arguments.clear();
  return NativeResult::call;
}

// types.ModuleType(name, doc=None)
NativeResult construct_module(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "name", "doc"};
  std::array<Value, 3> given;
  if (!bind_arguments(call, "module", kNames, 2, given)) return NativeResult::raised;
  if (!given[1].is(Kind::string))
    return raise(call, "TypeError",
                 fmt::format("module() argument 1 must be str, not {}", type_name(given[1])));
  auto* module = new Module(given[1].known<String>()->text);
  module->is_program = true;
  Table& names = module->globals();
  names.set("__name__", given[1]);
  names.set("__doc__", given[2].empty() ? Value::none() : given[2]);
  for (const char* name : {"__package__", "__loader__", "__spec__"}) names.set(name, Value::none());
  return call.returns(Value::adopt(module));
}

}  // namespace

void install_import(Vm& vm) {
  vm.class_of_kind(Kind::module)->construct = construct_module;
  static constexpr NativeDefinition kFunctions[] = {{"__import__", import_by_name}};
  define_functions(vm.builtins(), kFunctions);
}

Value load_prelude(PythonThread& thread) {
  Value module = make_module(thread.vm, "_prelude", kLibraryFolder + "_prelude", false);
  for (const LibraryText& text : library_texts()) {
    if (!text.module.starts_with("_prelude.")) continue;
    const Value body = library_body(thread, module, text);
    if (body.empty()) return {};
    begin(thread, body, make_tuple({}));
    if (!thread.vm.run(thread)) return {};
  }
  return module;
}

Step Runner::import_name(const Value& name) {
  if (!has_builtin(frame(), "__import__")) return raise("ImportError", "__import__ not found");
  const Value names = top(2);
  std::string absolute;
  if (!absolute_name(*this, top(1).small(), name.known<String>()->text, absolute)) return Step::raised;
  for (std::size_t end = 0; end != std::string::npos;) {
    end = absolute.find('.', end == 0 ? 0 : end + 1);
    const std::string prefix = absolute.substr(0, end);
    Value* known = vm.modules().table.find(prefix);
    if (known != nullptr) continue;
    bool done = false;
    const Step step = load(*this, prefix, done);
    if (step == Step::raised || !done) return step;
  }
  const Value module = *vm.modules().table.find(absolute);
  Value result = names.is_none() ? *vm.modules().table.find(absolute.substr(0, absolute.find('.'))) : module;
  if (must_wait_for(thread, module)) return wait_for(*this, module, Continuation::awaited);
  if (must_wait_for(thread, result)) return wait_for(*this, result, Continuation::again);
  if (!names.is_none() && module.is(Kind::module)) {
    bool done = false;
    const Step step = load_names(*this, names, *module.known<Module>(), absolute, done);
    if (step == Step::raised || !done) return step;
  }
  pop();
  pop();
  push(std::move(result));
  return Step::next;
}

// Whoever waited for a module that failed has what was made of it until then, as in CPython; any other import
// is done again.
Step Runner::end_wait(const Value& module) {
  const Value* known = vm.modules().table.find(module.known<Module>()->name);
  if (known != nullptr && known->same(module)) {
    --frame().next;
    return Step::next;
  }
  const std::string& name = module.known<Module>()->name;
  const Value* first = vm.modules().table.find(name.substr(0, name.find('.')));
  Value result = top(2).is_none() && first != nullptr ? *first : module;
  pop();
  pop();
  push(std::move(result));
  return Step::next;
}

Step Runner::import_from(const Value& name) {
  const Value source = top();
  if (const auto* module = source.try_as<Module>()) {
    if (const Value* found = module->globals().find_name(name)) {
      push(*found);
      return Step::next;
    }
    if (const Value* submodule = vm.modules().table.find(module->name + "." + name.known<String>()->text)) {
      push(*submodule);
      return Step::next;
    }
    if (const Value* own = module->globals().find_name(intern("__getattr__")))
      return call_with(*own, {name}, Continuation::push);
    const bool begun = (module->flags & kModuleInitializing) != 0;
    raise("ImportError", fmt::format("cannot import name '{}' from {}'{}'{} ({})", name.known<String>()->text,
                                     begun ? "partially initialized module " : "", module->name,
                                     begun ? " (most likely due to a circular import)" : "",
                                     module->file.empty() ? "unknown location" : module->file));
    Table& fields = thread.raised.known<Exception>()->attributes;
    fields.set("name", make_string(module->name));
    if (!module->file.empty()) fields.set("path", make_string(module->file));
    return Step::raised;
  }
  push(source);
  Value object = pop(), result;
  std::vector<Value> arguments;
  if (get_attribute(thread, object, name, result, arguments) != Outcome::ok) return Step::raised;
  push(std::move(result));
  return Step::next;
}

Step Runner::import_star() {
  const Value source = pop();
  const auto* module = source.try_as<Module>();
  if (module == nullptr) return raise("ImportError", "cannot import * from something that is no module");
  Table& globals = frame().module->globals();
  if (const Value* all = module->globals().find_name(intern("__all__"))) {
    std::vector<Value> names;
    if (collect(thread, *all, names) != Outcome::ok) return Step::raised;
    for (const Value& name : names) {
      const Value* found = name.is(Kind::string) ? module->globals().find_name(name) : nullptr;
      if (found == nullptr) {
        return raise("AttributeError", fmt::format("module '{}' has no attribute '{}'", module->name,
                                                   name.is(Kind::string) ? name.known<String>()->text : "?"));
      }
      globals.set(name.known<String>()->text, *found);
    }
    return Step::next;
  }
  for (const Table::Entry& entry : module->globals().entries()) {
    if (entry.key.empty() || entry.key.known<String>()->text.starts_with("_")) continue;
    globals.set_name(entry.key, entry.value);
  }
  return Step::next;
}

bool is_module_available(std::string_view name, const std::string& folder) {
  register_native_modules();
  const std::string top_name(name.substr(0, name.find('.')));
  if (find_native_module(name) != nullptr || find_library_text(name) != nullptr || name == "builtins")
    return true;
  // What a package of the program holds is known only once it runs.
  return find_file(folder, top_name).has_value();
}

}  // namespace forkscope::vm
