// compile(), eval(), exec() and locals(): code made while the program runs.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/vm/builtins_parts.h"
#include "core/vm/class_building.h"
#include "core/vm/compiler.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/frame.h"
#include "core/vm/object_fields.h"
#include "core/vm/runner.h"
#include "core/vm/special_methods.h"

namespace forkscope::vm {

namespace {

enum class Mode : std::uint8_t { module, expression, single };

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
      mode == Mode::expression
          ? compile_expression(text, file)
          : compile_module(text, file, mode == Mode::single ? CodeUse::interactive : CodeUse::executed);
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
  const Mode use = mode->text == "eval"     ? Mode::expression
                   : mode->text == "single" ? Mode::single
                                            : Mode::module;
  Value code = compile_text(call, *text, file->text, use);
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

void show(const Value& name, const Value& value, Table& to) {
  if (value.empty()) {
    to.erase_name(name);
  } else {
    to.set_name(name, value);
  }
}

// The variables of a function's frame, by name; other names stay.
void copy_variables(const Frame& frame, Table& to) {
  const Code& code = *frame.code;
  for (std::size_t at = 0; at < code.local_names.size(); ++at)
    show(code.local_names[at], frame.locals[at], to);
  for (std::size_t at = 0; at < code.cell_names.size() + code.free_names.size(); ++at) {
    const bool own = at < code.cell_names.size();
    const Value& name = own ? code.cell_names[at] : code.free_names[at - code.cell_names.size()];
    if (const auto* cell = frame.cells[at].try_as<Cell>(); cell != nullptr) show(name, cell->content, to);
  }
}

// The dict of a function's variables. Before 3.13 a frame has one, which keeps what exec() defined in it, and
// each look at it brings it up to date.
Value shown_locals(const Vm& vm, Frame& frame) {
  const Code& code = *frame.code;
  const bool keeps = code.local_values > code.local_names.size() && vm.personality.minor_version() < 13;
  Value made = keeps ? frame.locals[code.local_names.size()] : Value();
  if (made.empty()) made = frame.names != nullptr ? dict_of(*frame.names) : make_dict();
  if (keeps) frame.locals[code.local_names.size()] = made;
  copy_variables(frame, made.known<Dict>()->table);
  return made;
}

bool is_module_level(const Frame& frame) {
  return frame.names == nullptr && frame.code->local_names.empty() && frame.code->cell_names.empty() &&
         frame.code->free_names.empty() && frame.code->name == "<module>";
}

// Where code runs.
struct Scope {
  Value module;  // its names are the globals
  Value names;   // as Continuation::executed has them; empty: they are the globals
};

Value names_in(Value space) {
  return make_tuple({Value::none(), Value::none(), Value::none(), std::move(space)});
}

// The names that are there where eval() or exec() was called.
Value names_around(const Vm& vm, Frame& caller) {
  if (caller.has_own_names()) return caller.extra;
  if (is_module_level(caller)) return {};
  return names_in(shown_locals(vm, caller));
}

// The builtins that a dict of globals brings along; empty: those of the Vm.
Value builtins_in(const Vm& vm, const Table& globals) {
  const Value* given = globals.find_name(intern("__builtins__"));
  if (given == nullptr || given->same(vm.builtins_value())) return {};
  if (const auto* module = given->try_as<Module>()) return module->names;
  return given->is(Kind::dict) && !given->same(vm.builtins().names) ? *given : Value();
}

// Modules are what functions know their globals by: each run in a dict has one, all have the same names.
Value module_over(const Vm& vm, const Value& dict) {
  Table& globals = dict.known<Dict>()->table;
  if (globals.find("__builtins__") == nullptr) globals.set("__builtins__", vm.builtins_value());
  const Value* name = globals.find("__name__");
  auto* module =
      new Module(name != nullptr && name->is(Kind::string) ? name->known<String>()->text : "builtins", dict);
  module->builtins = builtins_in(vm, globals);
  module->is_program = true;
  module->shown_names();
  return Value::adopt(module);
}

Scope scope_of(const NativeCall& call, const Value& globals, const Value& locals) {
  Frame& caller = *call.thread.frame;
  const bool is_here = globals.empty() || globals.same(caller.module->names);
  Scope scope{is_here ? Value::share(caller.module) : module_over(call.vm, globals), {}};
  if (globals.empty() && locals.empty()) {
    scope.names = names_around(call.vm, caller);
    return scope;
  }
  const Value& space = locals.empty() ? globals : locals;
  Value names = names_in(space);
  if (!space.same(scope.module.known<Module>()->names) || class_namespace(call.vm, names) == nullptr)
    scope.names = std::move(names);
  return scope;
}

bool is_mapping(const Vm& vm, const Value& value) {
  const Class& type = *vm.class_of(value);
  return find_in_class(type, intern("__getitem__")) != nullptr ||
         !find_built_in_special(vm, type, "__getitem__").empty();
}

// False: an exception is set.
bool check_names(NativeCall& call, const char* name, Mode mode, const Value& globals, const Value& locals) {
  const bool is_eval = mode == Mode::expression;
  if (!locals.empty() && !is_mapping(call.vm, locals)) {
    raise(call, "TypeError",
          is_eval ? "locals must be a mapping"
                  : fmt::format("locals must be a mapping or None, not {}", type_name(locals)));
    return false;
  }
  if (globals.empty() || globals.is(Kind::dict)) return true;
  raise(call, "TypeError",
        !is_eval ? fmt::format("{}() globals must be a dict, not {}", name, type_name(globals))
        : is_mapping(call.vm, globals) ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                       : "globals must be a dict");
  return false;
}

// False: an exception is set.
bool check_closure(NativeCall& call, const Code& code, Mode mode, const Value& closure) {
  const std::size_t needed = code.free_names.size();
  const auto* cells = closure.try_as<Tuple>();
  const auto is_cell = [](const Value& value) { return value.is(Kind::cell); };
  if (needed == 0 && !closure.empty()) {
    raise(call, "TypeError", "cannot use a closure with this code object");
  } else if (needed > 0 && mode == Mode::expression) {
    raise(call, "TypeError", "code object passed to eval() may not contain free variables");
  } else if (needed > 0 && (cells == nullptr || cells->items.size() != needed ||
                            !std::ranges::all_of(cells->items, is_cell))) {
    raise(call, "TypeError", fmt::format("code object requires a closure of exactly length {}", needed));
  } else {
    return true;
  }
  return false;
}

// Empty: an exception is set.
Value code_to_run(NativeCall& call, const char* name, Mode mode, const Value& closure) {
  const Value& source = call.positional[0];
  if (const std::string* text = source_of(source); text != nullptr) {
    if (closure.empty()) return compile_text(call, *text, "<string>", mode);
    raise(call, "TypeError", "closure can only be used when source is a code object");
    return {};
  }
  if (source.is(Kind::code)) {
    const auto& code = *source.known<Code>();
    return check_closure(call, code, mode, closure) ? fresh_copy(code) : Value();
  }
  raise(call, "TypeError", fmt::format("{}() arg 1 must be a string, bytes or code object", name));
  return {};
}

NativeResult run(NativeCall& call, const char* name, Mode mode) {
  static constexpr const char* kNames[] = {"", "", "", "closure"};
  std::array<Value, 4> given;
  const bool takes_closure = mode == Mode::module;
  if (takes_closure && call.positional.size() > 3)
    return raise(
        call, "TypeError",
        fmt::format("exec() takes at most 3 positional arguments ({} given)", call.positional.size()));
  if (!(takes_closure ? bind_arguments(call, name, kNames, 1, given) : check_count(call, name, 1, 3)))
    return NativeResult::raised;
  if (!takes_closure) std::ranges::copy(call.positional, given.begin());
  for (std::size_t i = 1; i < given.size(); ++i)
    if (given[i].is_none()) given[i] = Value();
  const Value &globals = given[1], &locals = given[2], &closure = given[3];
  if (!check_names(call, name, mode, globals, locals)) return NativeResult::raised;
  Value code = code_to_run(call, name, mode, closure);
  if (code.empty()) return NativeResult::raised;
  Scope scope = scope_of(call, globals, locals);
  const Value function = make_function(std::move(code), std::move(scope.module));
  function.known<Function>()->closure = closure;
  return in_prelude(call, mode == Mode::module ? "execute" : "evaluate",
                    {function, scope.names.empty() ? Value::none() : std::move(scope.names)});
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
  Frame& caller = *call.thread.frame;
  const auto* parts = caller.has_own_names() ? caller.extra.try_as<Tuple>() : nullptr;
  if (parts != nullptr && parts->items.size() > 2) return call.returns(parts->items[3]);
  if (is_module_level(caller)) return call.returns(caller.module->shown_names());
  return call.returns(shown_locals(call.vm, caller));
}

void install_execution(Vm& vm) {
  define_functions(vm.builtins(), kFunctions);
}

}  // namespace forkscope::vm
