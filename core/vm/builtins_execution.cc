// compile(), eval(), exec() and locals(): code made while the program runs. Code that gets a dict for its
// names runs in a module of its own, which begins as a copy of the dict; what it changed goes back when it
// ends.
#include <fmt/format.h>

#include <array>

#include "core/vm/builtins_parts.h"
#include "core/vm/compiler.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/frame.h"
#include "core/vm/runner.h"

namespace forkscope::vm {

namespace {

enum class Mode : std::uint8_t { module, expression };

// The text of a str or bytes; null if it is neither.
const std::string* source_of(const Value& value) {
  if (const auto* string = value.try_as<String>(); string != nullptr) return &string->text;
  const auto* bytes = value.try_as<Bytes>();
  return bytes == nullptr ? nullptr : &bytes->data;
}

// Empty: an exception is set.
Value compile_text(NativeCall& call, std::string_view text, std::string_view file, Mode mode) {
  if (mode == Mode::expression) text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  if (text.find('\0') != std::string_view::npos) {
    raise(call, "ValueError", "source code string cannot contain null bytes");
    return {};
  }
  call.vm.keep_source(file, std::string(text));
  CompileResult result =
      mode == Mode::module ? compile_module(text, file, false) : compile_expression(text, file);
  if (const auto* error = std::get_if<SourceError>(&result)) {
    raise_source_error(call.thread, *error, file);
    return {};
  }
  return std::move(std::get<CompileOutput>(result).code);
}

// A copy that has not run yet, because code remembers where it found the names of the module it ran in.
Value fresh_copy(const Code& code) {
  auto* copy = new Code(code);
  copy->references = 1;
  for (Value& constant : copy->constants) {
    if (const auto* inner = constant.try_as<Code>(); inner != nullptr) constant = fresh_copy(*inner);
  }
  return Value::adopt(copy);
}

NativeResult compile(NativeCall& call) {
  static constexpr const char* kNames[] = {"source",   "filename",        "mode", "flags", "dont_inherit",
                                           "optimize", "_feature_version"};
  std::array<Value, 7> given;
  if (!bind_arguments(call, "compile", kNames, 3, given)) return NativeResult::raised;
  const String* file = read_string(call, given[1], "compile() argument 'filename'");
  const String* mode = file == nullptr ? nullptr : read_string(call, given[2], "compile() argument 'mode'");
  if (mode == nullptr) return NativeResult::raised;
  if (mode->text != "exec" && mode->text != "eval" && mode->text != "single")
    return raise(call, "ValueError", "compile() mode must be 'exec', 'eval' or 'single'");
  if (given[0].is(Kind::code)) return call.returns(given[0]);
  const std::string* text = source_of(given[0]);
  if (text == nullptr)
    return raise(call, "TypeError", "compile() arg 1 must be a string, bytes or AST object");
  Value code = compile_text(call, *text, file->text, mode->text == "eval" ? Mode::expression : Mode::module);
  return code.empty() ? NativeResult::raised : call.returns(std::move(code));
}

Value make_function(Value code, Value module) {
  auto* function = new Function();
  prepare_code(*code.known<Code>());
  function->name = make_string(code.known<Code>()->name);
  function->qualified_name = function->name;
  function->code = std::move(code);
  function->module = std::move(module);
  return Value::adopt(function);
}

void copy_names(const Table& from, Table& to) {
  for (const Table::Entry& entry : from.entries())
    if (entry.key.is(Kind::string)) to.set(entry.key, entry.hash, entry.value);
}

// The variables of a function's frame, by name.
void copy_variables(const Frame& frame, Table& to) {
  const Code& code = *frame.code;
  for (std::size_t at = 0; at < code.local_names.size(); ++at)
    if (!frame.locals[at].empty()) to.set_name(code.local_names[at], frame.locals[at]);
  for (std::size_t at = 0; at < code.cell_names.size() + code.free_names.size(); ++at) {
    const bool own = at < code.cell_names.size();
    const Value& name = own ? code.cell_names[at] : code.free_names[at - code.cell_names.size()];
    const auto* cell = frame.cells[at].try_as<Cell>();
    if (cell != nullptr && !cell->content.empty()) to.set_name(name, cell->content);
  }
}

bool is_module_level(const Frame& frame) {
  return frame.names == nullptr && frame.code->local_names.empty() && frame.code->cell_names.empty() &&
         frame.code->free_names.empty() && frame.code->name == "<module>";
}

// The module whose names globals() showed, if `value` is what it returned.
Value shown_module(const NativeCall& call, const Value& value) {
  const Extension* shown = extension_of(value);
  if (shown == nullptr || !shown->class_value.same(call.vm.prelude("GlobalNames"))) return {};
  const Value* module = shown->attributes.find_name(intern("_owner"));
  return module == nullptr ? Value() : *module;
}

// A module that begins with the names of `module`, then those of the dicts.
Value make_scope(const Module& like, std::initializer_list<const Table*> names) {
  auto* scope = new Module(like.name);
  Value made = Value::adopt(scope);
  scope->file = like.file;
  for (const Table* table : names)
    if (table != nullptr) copy_names(*table, scope->globals);
  return made;
}

// What a value given as `globals` or `locals` holds; null where there is no such dict.
const Table* names_of(const NativeCall& call, const Value& value) {
  if (const Value module = shown_module(call, value); !module.empty())
    return &module.known<Module>()->globals;
  const auto* dict = value.try_as<Dict>();
  return dict == nullptr ? nullptr : &dict->table;
}

NativeResult run(NativeCall& call, const char* name, Mode mode) {
  if (!check_count(call, name, 1, 3)) return NativeResult::raised;
  const Value source = call.positional[0];
  const auto given = [&](std::size_t at) {
    const Value value = argument(call, at);
    return value.is_none() ? Value() : value;
  };
  const Value globals = given(1), locals = given(2);
  if (!globals.empty() && names_of(call, globals) == nullptr)
    return raise(call, "TypeError",
                 fmt::format("{}() globals must be a dict, not {}", name, type_name(globals)));
  if (!locals.empty() && names_of(call, locals) == nullptr)
    return raise(call, "TypeError", fmt::format("locals must be a mapping, not {}", type_name(locals)));
  Value code;
  if (const std::string* text = source_of(source); text != nullptr) {
    code = compile_text(call, *text, "<string>", mode);
    if (code.empty()) return NativeResult::raised;
  } else if (source.is(Kind::code)) {
    if (const std::size_t needed = source.known<Code>()->free_names.size(); needed > 0)
      return raise(call, "TypeError",
                   mode == Mode::expression
                       ? "code object passed to eval() may not contain free variables"
                       : fmt::format("code object requires a closure of exactly length {}", needed));
    code = fresh_copy(*source.known<Code>());
  } else {
    return raise(call, "TypeError", fmt::format("{}() arg 1 must be a string, bytes or code object", name));
  }
  Frame& caller = *call.thread.frame;
  Value module = globals.empty() ? Value::share(caller.module) : shown_module(call, globals);
  Value target = locals.empty() ? globals : locals;
  const bool in_place = !module.empty() && (target.empty() ? is_module_level(caller) : locals.empty());
  Value before = make_dict();
  if (!in_place) {
    Table variables;
    if (globals.empty() && locals.empty()) copy_variables(caller, variables);
    const Table* local_names = locals.empty() ? &variables : names_of(call, locals);
    module = make_scope(*caller.module,
                        {globals.empty() ? &caller.module->globals : names_of(call, globals), local_names});
    Table& names = module.known<Module>()->globals;
    copy_names(names, before.known<Dict>()->table);
    if (names.find("__builtins__") == nullptr) names.set("__builtins__", call.vm.builtins_value());
    if (!locals.empty()) before.known<Dict>()->table.set("__builtins__", call.vm.builtins_value());
  }
  Value function = make_function(std::move(code), module);
  if (in_place || target.empty()) target = Value::none();
  return in_prelude(call, mode == Mode::module ? "execute" : "evaluate",
                    {std::move(function), std::move(module), std::move(target), std::move(before)});
}

NativeResult eval(NativeCall& call) {
  return run(call, "eval", Mode::expression);
}

NativeResult exec(NativeCall& call) {
  return run(call, "exec", Mode::module);
}

constexpr NativeDefinition kFunctions[] = {
    {"compile", compile}, {"eval", eval}, {"exec", exec}, {"locals", local_names}};

}  // namespace

NativeResult local_names(NativeCall& call) {
  if (!check_count(call, "locals()", 0, 0)) return NativeResult::raised;
  const Frame& caller = *call.thread.frame;
  const auto* parts =
      caller.continuation == Continuation::class_body ? caller.extra.try_as<Tuple>() : nullptr;
  if (parts != nullptr && parts->items.size() > 2) return call.returns(parts->items[3]);
  if (is_module_level(caller)) return in_prelude(call, "global_names", {Value::share(caller.module)});
  Value names = make_dict();
  if (caller.names != nullptr) copy_names(*caller.names, names.known<Dict>()->table);
  copy_variables(caller, names.known<Dict>()->table);
  return call.returns(std::move(names));
}

void install_execution(Vm& vm) {
  define_functions(vm.builtins(), kFunctions);
}

}  // namespace forkscope::vm
