// Which functions of our library leave no line in a traceback, because CPython has them in C.
#include <algorithm>
#include <array>
#include <string_view>

#include "core/vm/code.h"
#include "core/vm/traceback.h"

namespace forkscope::vm {

namespace {

constexpr std::string_view kLibrary = "<forkscope>/";

// Modules that CPython has in C as a whole.
constexpr std::array<std::string_view, 16> kFiles = {
    "array.py",   "binascii.py", "bisect.py", "cmath.py",     "contextvars.py", "datetime.py",
    "decimal.py", "errno.py",    "gc.py",     "itertools.py", "io.py",          "operator.py",
    "pickle.py",  "struct.py",   "time.py",   "zlib.py"};

// A function, or a class with all that is in it.
struct Definition {
  std::string_view file, name;
};
constexpr Definition kDefinitions[] = {
    {"_strptime.py", "_read"},
    {"_strptime.py", "_match"},
    {"_strptime.py", "_pieces"},
    {"collections/__init__.py", "OrderedDict"},
    {"collections/__init__.py", "_NamedTuple"},
    {"collections/__init__.py", "Counter._count"},
    {"collections/__init__.py", "_Field"},
    {"copy.py", "_rebuilt"},
    {"csv.py", "_dialect"},
    {"csv.py", "_Row"},
    {"csv.py", "field_size_limit"},
    {"csv.py", "get_dialect"},
    {"csv.py", "reader"},
    {"csv.py", "register_dialect"},
    {"csv.py", "unregister_dialect"},
    {"csv.py", "writer"},
    {"functools.py", "KeyWrapper"},
    {"functools.py", "_ask"},
    {"functools.py", "lru_cache.<locals>.decorate.<locals>.cache_clear"},
    {"functools.py", "lru_cache.<locals>.decorate.<locals>.cache_info"},
    {"functools.py", "lru_cache.<locals>.decorate.<locals>.wrapper"},
    {"functools.py", "partial"},
    {"functools.py", "reduce"},
    {"hashlib.py", "HASH"},
    {"hashlib.py", "_bytes_of"},
    {"hashlib.py", "_constructor"},
    {"hashlib.py", "pbkdf2_hmac"},
    {"heapq.py", "_Reversed"},
    {"heapq.py", "_rise"},
    {"heapq.py", "_sink"},
    {"heapq.py", "heapify"},
    {"heapq.py", "heappop"},
    {"heapq.py", "heappush"},
    {"heapq.py", "heappushpop"},
    {"heapq.py", "heapreplace"},
    {"json/decoder.py", "JSONDecoder._array"},
    {"json/decoder.py", "JSONDecoder._made"},
    {"json/decoder.py", "JSONDecoder._number"},
    {"json/decoder.py", "JSONDecoder._object"},
    {"json/decoder.py", "JSONDecoder._value"},
    {"json/decoder.py", "_code_unit"},
    {"json/decoder.py", "_read_string"},
    {"json/encoder.py", "JSONEncoder._encode"},
    {"json/encoder.py", "JSONEncoder._encode_compound"},
    {"json/encoder.py", "JSONEncoder._encode_dict"},
    {"json/encoder.py", "JSONEncoder._encode_list"},
    {"json/encoder.py", "JSONEncoder._float"},
    {"json/encoder.py", "JSONEncoder._key"},
    {"json/encoder.py", "JSONEncoder._pieces"},
    {"json/encoder.py", "_string"},
    {"queue.py", "SimpleQueue"},
    {"re.py", "_expand"},
    {"re.py", "_sub"},
    {"re.py", "_subn"},
    {"signal.py", "default_int_handler"},
    {"types.py", "MappingProxyType"},
    {"types.py", "SimpleNamespace"},
};

// Files and folders.
constexpr std::string_view kGuarded[] = {
    "_main.py", "_personality.py",  "_queue.py", "_uncaught.py", "atexit.py",    "concurrent/", "importlib/",
    "logging/", "multiprocessing/", "queue.py",  "sched.py",     "threading.py", "warnings.py"};

bool is_defined_in(std::string_view qualified_name, std::string_view name) {
  return qualified_name.starts_with(name) &&
         (qualified_name.size() == name.size() || qualified_name[name.size()] == '.');
}

bool is_listed(std::string_view file, const Code& code) {
  return std::ranges::any_of(kDefinitions, [&](const Definition& definition) {
    return definition.file == file && is_defined_in(code.qualified_name, definition.name);
  });
}

}  // namespace

bool is_internal(const Code& code) {
  if (code.prepared) return code.is_in_c;
  std::string_view file = code.file;
  if (file.empty()) return true;
  if (!file.starts_with(kLibrary)) return false;
  file.remove_prefix(kLibrary.size());
  if (file[0] == '_' && file != "_strptime.py") return true;
  return std::ranges::find(kFiles, file) != kFiles.end() || is_listed(file, code);
}

bool is_built_in_function(const Code& code) {
  if (code.is_program) return false;
  if (code.prepared) return code.is_built_in;
  return is_internal(code) && !code.qualified_name.starts_with('_') &&
         code.qualified_name.find('.') == std::string::npos;
}

bool guards_itself(const Code& code) {
  if (code.is_program) return false;
  std::string_view file = code.file;
  if (!file.starts_with(kLibrary)) return file.empty();
  file.remove_prefix(kLibrary.size());
  const auto is_in = [file](std::string_view guarded) { return file.starts_with(guarded); };
  return std::ranges::any_of(kGuarded, is_in) && !is_listed(file, code);
}

}  // namespace forkscope::vm
