#include "core/vm/exceptions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/vm/builtins_parts.h"
#include "core/vm/extended.h"
#include "core/vm/finalizers.h"
#include "core/vm/native.h"
#include "core/vm/traceback.h"
#include "core/vm/unicode_errors.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

struct Relation {
  const char* name;
  const char* base;
};

constexpr Relation kExceptions[] = {
    {"Exception", "BaseException"},
    {"GeneratorExit", "BaseException"},
    {"KeyboardInterrupt", "BaseException"},
    {"SystemExit", "BaseException"},
    {"ArithmeticError", "Exception"},
    {"FloatingPointError", "ArithmeticError"},
    {"OverflowError", "ArithmeticError"},
    {"ZeroDivisionError", "ArithmeticError"},
    {"AssertionError", "Exception"},
    {"AttributeError", "Exception"},
    {"BufferError", "Exception"},
    {"EOFError", "Exception"},
    {"ImportError", "Exception"},
    {"ModuleNotFoundError", "ImportError"},
    {"LookupError", "Exception"},
    {"IndexError", "LookupError"},
    {"KeyError", "LookupError"},
    {"MemoryError", "Exception"},
    {"NameError", "Exception"},
    {"UnboundLocalError", "NameError"},
    {"OSError", "Exception"},
    {"BlockingIOError", "OSError"},
    {"ChildProcessError", "OSError"},
    {"ConnectionError", "OSError"},
    {"BrokenPipeError", "ConnectionError"},
    {"ConnectionAbortedError", "ConnectionError"},
    {"ConnectionRefusedError", "ConnectionError"},
    {"ConnectionResetError", "ConnectionError"},
    {"FileExistsError", "OSError"},
    {"FileNotFoundError", "OSError"},
    {"InterruptedError", "OSError"},
    {"IsADirectoryError", "OSError"},
    {"NotADirectoryError", "OSError"},
    {"PermissionError", "OSError"},
    {"ProcessLookupError", "OSError"},
    {"TimeoutError", "OSError"},
    {"ReferenceError", "Exception"},
    {"RuntimeError", "Exception"},
    {"NotImplementedError", "RuntimeError"},
    {"RecursionError", "RuntimeError"},
    {"StopAsyncIteration", "Exception"},
    {"StopIteration", "Exception"},
    {"SyntaxError", "Exception"},
    {"IndentationError", "SyntaxError"},
    {"TabError", "IndentationError"},
    {"SystemError", "Exception"},
    {"TypeError", "Exception"},
    {"ValueError", "Exception"},
    {"UnicodeError", "ValueError"},
    {"UnicodeDecodeError", "UnicodeError"},
    {"UnicodeEncodeError", "UnicodeError"},
    {"UnicodeTranslateError", "UnicodeError"},
    {"Warning", "Exception"},
    {"BytesWarning", "Warning"},
    {"DeprecationWarning", "Warning"},
    {"EncodingWarning", "Warning"},
    {"FutureWarning", "Warning"},
    {"ImportWarning", "Warning"},
    {"PendingDeprecationWarning", "Warning"},
    {"ResourceWarning", "Warning"},
    {"RuntimeWarning", "Warning"},
    {"SyntaxWarning", "Warning"},
    {"UnicodeWarning", "Warning"},
    {"UserWarning", "Warning"},
};

const char* class_of_errno(int error) {
  switch (error) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS:
      return "BlockingIOError";
    case ECHILD:
      return "ChildProcessError";
    case EPIPE:
    case ESHUTDOWN:
      return "BrokenPipeError";
    case ECONNABORTED:
      return "ConnectionAbortedError";
    case ECONNREFUSED:
      return "ConnectionRefusedError";
    case ECONNRESET:
      return "ConnectionResetError";
    case EEXIST:
      return "FileExistsError";
    case ENOENT:
      return "FileNotFoundError";
    case EINTR:
      return "InterruptedError";
    case EISDIR:
      return "IsADirectoryError";
    case ENOTDIR:
      return "NotADirectoryError";
    case EACCES:
    case EPERM:
      return "PermissionError";
    case ESRCH:
      return "ProcessLookupError";
    case ETIMEDOUT:
      return "TimeoutError";
    default:
      return "OSError";
  }
}

std::vector<Value> rest(const NativeCall& call) {
  return {call.positional.begin() + 1, call.positional.end()};
}

NativeResult construct_exception(NativeCall& call) {
  // Keywords are for the __init__ of a user's class, which runs afterwards and reports its own errors.
  if (call.positional[0].known<Class>()->is_native && !takes_no_keywords(call)) return NativeResult::raised;
  return call.returns(make_exception(call.positional[0].known<Class>(), rest(call)));
}

// The keywords are fields of the exception; a class of the program may have others, for its __init__.
NativeResult set_named_fields(NativeCall& call, Value made, std::initializer_list<std::string_view> known) {
  auto* exception = made.known<Exception>();
  for (std::size_t i = 0; i < call.keywords.size(); ++i) {
    const Value& name = call.keyword_names->items[i];
    const std::string& text = name.known<String>()->text;
    if (std::ranges::find(known, text) != known.end()) {
      exception->attributes.set_name(name, call.keywords[i]);
    } else if (exception->type()->is_native) {
      return raise(
          call, "TypeError",
          fmt::format("'{}' is an invalid keyword argument for {}()", text, exception->type()->name));
    }
  }
  return call.returns(std::move(made));
}

NativeResult construct_import_error(NativeCall& call) {
  Value made = make_exception(call.positional[0].known<Class>(), rest(call));
  auto* exception = made.known<Exception>();
  exception->attributes.set("name", Value::none());
  exception->attributes.set("path", Value::none());
  return set_named_fields(call, std::move(made), {"name", "path"});
}

// SyntaxError(message, (file, line, column, text[, last line, last column])): its fields, and the text that
// shows them.
void set_syntax_error_fields(Exception& exception, const std::vector<Value>& arguments) {
  static constexpr const char* kFields[] = {"filename", "lineno",     "offset",
                                            "text",     "end_lineno", "end_offset"};
  Table& fields = exception.attributes;
  fields.set("msg", arguments.empty() ? Value::none() : arguments[0]);
  const auto* place = arguments.size() == 2 ? arguments[1].try_as<Tuple>() : nullptr;
  const std::size_t given = place == nullptr ? 0 : place->items.size();
  for (std::size_t i = 0; i < std::size(kFields); ++i)
    fields.set(kFields[i], i < given ? place->items[i] : Value::none());
  const auto number = [&](std::size_t at) {
    return at < given && place->items[at].is_small_int() ? static_cast<std::int32_t>(place->items[at].small())
                                                         : 0;
  };
  if (given < 4 || !arguments[0].is(Kind::string) || !place->items[0].is(Kind::string) ||
      !place->items[3].is(Kind::string))
    return;
  SourceError shown;
  shown.kind =
      exception.type()->name == "SyntaxError" ? SourceErrorKind::syntax : SourceErrorKind::indentation;
  shown.message = arguments[0].known<String>()->text;
  shown.line = number(1);
  shown.column = number(2);
  shown.end_line = number(4);
  shown.end_column = number(5);
  shown.text = place->items[3].known<String>()->text;
  shown.text.erase(std::min(shown.text.find('\n'), shown.text.size()));
  std::string text = format_source_error(shown, place->items[0].known<String>()->text);
  // The class may be one of the program's own.
  text = text.substr(0, text.rfind('\n', text.size() - 2) + 1) + exception.type()->name + ": " +
         shown.message + "\n";
  fields.set("_source_text", make_string(text));
}

NativeResult construct_syntax_error(NativeCall& call) {
  const std::vector<Value> arguments = rest(call);
  Value made = make_exception(call.positional[0].known<Class>(), arguments);
  set_syntax_error_fields(*made.known<Exception>(), arguments);
  return call.returns(std::move(made));
}

// What nothing had under which name: NameError, AttributeError.
NativeResult construct_named_error(NativeCall& call) {
  Class* type = call.positional[0].known<Class>();
  Value made = make_exception(type, rest(call));
  Table& fields = made.known<Exception>()->attributes;
  fields.set("name", Value::none());
  if (!is_subclass(*type, *call.vm.exception_class("AttributeError")))
    return set_named_fields(call, std::move(made), {"name"});
  fields.set("obj", Value::none());
  return set_named_fields(call, std::move(made), {"name", "obj"});
}

void set_os_error_fields(Exception& exception, const std::vector<Value>& arguments) {
  const bool has_errno = arguments.size() >= 2 && arguments.size() <= 5;
  exception.attributes.set("errno", has_errno ? arguments[0] : Value::none());
  exception.attributes.set("strerror", has_errno ? arguments[1] : Value::none());
  exception.attributes.set("filename", has_errno && arguments.size() > 2 ? arguments[2] : Value::none());
  if (arguments.size() == 5 && !arguments[4].is_none()) exception.attributes.set("filename2", arguments[4]);
  if (has_errno) exception.arguments = make_tuple({arguments[0], arguments[1]});
}

NativeResult construct_os_error(NativeCall& call) {
  Class* type = call.positional[0].known<Class>();
  const bool is_filled_later = is_filled_by_own_init(*type);
  if (!is_filled_later && !takes_no_keywords(call)) return NativeResult::raised;
  const std::vector<Value> arguments = is_filled_later ? std::vector<Value>() : rest(call);
  if (type == call.vm.exception_class("OSError") && arguments.size() >= 2 && arguments[0].is_small_int()) {
    type = call.vm.exception_class(class_of_errno(static_cast<int>(arguments[0].small())));
  }
  Value made = make_exception(type, arguments);
  set_os_error_fields(*made.known<Exception>(), arguments);
  return call.returns(std::move(made));
}

NativeResult initialize(NativeCall& call) {
  auto* exception = call.positional.empty() ? nullptr : call.positional[0].try_as<Exception>();
  if (exception == nullptr) return raise(call, "TypeError", "descriptor '__init__' requires an exception");
  exception->arguments = make_tuple(rest(call));
  if (is_filled_by_own_init(*exception->type()) &&
      is_subclass(*exception->type(), *call.vm.exception_class("OSError")))
    set_os_error_fields(*exception, rest(call));
  return call.returns_none();
}

NativeResult with_traceback(NativeCall& call) {
  if (call.positional.size() != 2)
    return raise(call, "TypeError", "with_traceback() takes exactly one argument");
  auto* exception = call.positional[0].as<Exception>();
  if (!set_traceback(call.vm, *exception, call.positional[1]))
    return raise(call, "TypeError", "__traceback__ must be a traceback or None");
  return call.returns(call.positional[0]);
}

NativeResult add_note(NativeCall& call) {
  if (call.positional.size() != 2 || !call.positional[1].is(Kind::string)) {
    return raise(call, "TypeError", "note must be a str");
  }
  auto* exception = call.positional[0].as<Exception>();
  Value* notes = exception->attributes.find("__notes__");
  if (notes == nullptr) {
    exception->attributes.set("__notes__", make_list({}));
    notes = exception->attributes.find("__notes__");
  }
  if (!notes->is(Kind::list)) return raise(call, "TypeError", "Cannot add note: __notes__ is not a list");
  notes->known<List>()->items.push_back(call.positional[1]);
  return call.returns_none();
}

constexpr NativeDefinition kMethods[] = {{"__init__", initialize},
                                         method<"with_traceback", Kind::exception, with_traceback>(),
                                         method<"add_note", Kind::exception, add_note>()};

}  // namespace

bool is_of_built_in(const Exception& exception, std::string_view base) {
  return std::ranges::any_of(exception.type()->resolution_order,
                             [base](const Class* type) { return type->is_native && type->name == base; });
}

bool takes_no_keywords(NativeCall& call) {
  if (call.keyword_names == nullptr || call.keywords.empty()) return true;
  raise(call, "TypeError", call.positional[0].known<Class>()->name + "() takes no keyword arguments");
  return false;
}

void install_exceptions(Vm& vm) {
  Module& builtins = vm.builtins();
  Class* base = vm.classes().base_exception;
  base->construct = construct_exception;
  define_methods(*base, kMethods);
  for (const Relation& relation : kExceptions) {
    vm.define_class(&builtins, relation.name, vm.exception_class(relation.base));
  }
  for (const char* name : {"UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError"}) {
    vm.exception_class(name)->construct = construct_unicode_error;
  }
  for (const char* name : {"ImportError", "ModuleNotFoundError"}) {
    vm.exception_class(name)->construct = construct_import_error;
  }
  for (const char* name : {"SyntaxError", "IndentationError", "TabError"}) {
    vm.exception_class(name)->construct = construct_syntax_error;
  }
  for (const char* name : {"NameError", "UnboundLocalError", "AttributeError"}) {
    vm.exception_class(name)->construct = construct_named_error;
  }
  for (const Relation& relation : kExceptions) {
    Class* type = vm.exception_class(relation.name);
    if (is_subclass(*type, *vm.exception_class("OSError"))) type->construct = construct_os_error;
  }
  const Value os_error = Value::share(vm.exception_class("OSError"));
  builtins.globals().set("IOError", os_error);
  builtins.globals().set("EnvironmentError", os_error);
}

Value make_exception(Class* type, std::vector<Value> arguments) {
  auto* exception = new Exception(Value::share(type));
  if (type->has_finalizer) note_finalizer(*exception);
  exception->arguments = make_tuple(std::move(arguments));
  return Value::adopt(exception);
}

Value make_exception(const Vm& vm, std::string_view built_in_class, std::string message) {
  std::vector<Value> arguments;
  arguments.push_back(Value::adopt(new String(std::move(message))));
  return make_exception(vm.exception_class(built_in_class), std::move(arguments));
}

Value make_os_error(const Vm& vm, int error, std::string_view path) {
  std::vector<Value> arguments{make_int(error), make_string(std::generic_category().message(error))};
  if (!path.empty()) arguments.push_back(make_string(path));
  Value made = make_exception(vm.exception_class(class_of_errno(error)), arguments);
  set_os_error_fields(*made.known<Exception>(), arguments);
  return made;
}

void raise_value(PythonThread& thread, Value exception) {
  auto* raised = exception.known<Exception>();
  if (!thread.handled.empty() && !thread.handled.same(exception)) {
    // As CPython: the chain must not come back to the exception itself.
    // A program may have made the chain a circle, which the second one, at half the speed, meets.
    Exception* behind = thread.handled.known<Exception>();
    bool is_even = false;
    for (Exception* at = behind; at != nullptr; is_even = !is_even) {
      Exception* const next = at->context.try_as<Exception>();
      if (next == raised) at->context = Value();
      at = next == raised ? nullptr : next;
      if (is_even) behind = behind->context.try_as<Exception>();
      if (at == behind) break;
    }
    raised->context = thread.handled;
  }
  thread.raised = std::move(exception);
}

bool is_exception_class(const Value& value) {
  return value.is(Kind::class_object) && value.known<Class>()->instance_kind == Kind::exception;
}

bool raised_is(const PythonThread& thread, std::string_view built_in_class) {
  return !thread.raised.empty() &&
         is_subclass(*thread.raised.known<Exception>()->type(), *thread.vm.exception_class(built_in_class));
}

void raise_source_error(PythonThread& thread, const SourceError& error, std::string_view file) {
  Value made = make_exception(thread.vm, exception_name(error.kind), error.message);
  Table& fields = made.known<Exception>()->attributes;
  fields.set("msg", make_string(error.message));
  fields.set("filename", make_string(file));
  fields.set("lineno", make_int(error.line));
  fields.set("offset", make_int(error.column));
  const Value text = make_string(error.text.empty() ? error.text : error.text + "\n");
  fields.set("text", text);
  fields.set("end_lineno", make_int(error.end_line));
  fields.set("end_offset", make_int(error.end_column));
  fields.set("_source_text", make_string(format_source_error(error, file)));
  made.known<Exception>()->arguments =
      make_tuple({make_string(error.message),
                  make_tuple({make_string(file), make_int(error.line), make_int(error.column), text,
                              make_int(error.end_line), make_int(error.end_column)})});
  raise_value(thread, std::move(made));
}

namespace {

Outcome os_error_text(PythonThread& thread, const Exception& exception, std::string& text) {
  const Value* number = exception.attributes.find_name(intern("errno"));
  const Value* message = exception.attributes.find_name(intern("strerror"));
  const Value* path = exception.attributes.find_name(intern("filename"));
  if (number == nullptr || message == nullptr || number->is_none()) return Outcome::exhausted;
  std::string part;
  if (const Outcome outcome = str(thread, *number, part); outcome != Outcome::ok) return outcome;
  text = "[Errno " + part + "] ";
  if (const Outcome outcome = str(thread, *message, part); outcome != Outcome::ok) return outcome;
  text += part;
  if (path == nullptr || path->is_none()) return Outcome::ok;
  if (const Outcome outcome = repr(thread, *path, part); outcome != Outcome::ok) return outcome;
  text += ": " + part;
  const Value* other_path = exception.attributes.find_name(intern("filename2"));
  if (other_path == nullptr) return Outcome::ok;
  if (const Outcome outcome = repr(thread, *other_path, part); outcome != Outcome::ok) return outcome;
  text += " -> " + part;
  return Outcome::ok;
}

// The message and where it was found; false: it says nothing of a place.
bool syntax_error_text(const Exception& exception, std::string& text) {
  const Value* message = exception.attributes.find_name(intern("msg"));
  const Value* file = exception.attributes.find_name(intern("filename"));
  const Value* line = exception.attributes.find_name(intern("lineno"));
  if (message == nullptr || !message->is(Kind::string)) return false;
  std::string where;
  if (file != nullptr && file->is(Kind::string)) {
    const std::string& path = file->known<String>()->text;
    where = path.substr(path.rfind('/') + 1);
  }
  if (line != nullptr && line->is_small_int())
    where += fmt::format("{}line {}", where.empty() ? "" : ", ", line->small());
  if (where.empty()) return false;
  text = fmt::format("{} ({})", message->known<String>()->text, where);
  return true;
}

}  // namespace

Outcome exception_text(PythonThread& thread, const Exception& exception, std::string& text) {
  const auto is = [&](std::string_view name) {
    return is_subclass(*exception.type(), *thread.vm.exception_class(name));
  };
  if (is("OSError")) {
    // exhausted: made without an errno, so it reads like any other exception.
    if (const Outcome outcome = os_error_text(thread, exception, text); outcome != Outcome::exhausted)
      return outcome;
  }
  if (is("SyntaxError") && syntax_error_text(exception, text)) return Outcome::ok;
  const auto& arguments = exception.arguments.known<Tuple>()->items;
  if (is("UnicodeError") && unicode_error_text(exception, text)) return Outcome::ok;
  if (arguments.empty()) {
    text = is("SyntaxError") ? "None" : "";
    return Outcome::ok;
  }
  if (arguments.size() > 1) return repr(thread, exception.arguments, text);
  return is("KeyError") ? repr(thread, arguments[0], text) : str(thread, arguments[0], text);
}

}  // namespace forkscope::vm
