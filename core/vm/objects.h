// The object kinds of the VM as C++ types. Plain data: no object holds a native stack, a lock or a callback
// with state, so a process can be copied, hashed and shown. Everything here is touched only with the
// process's GIL held.
#pragma once

#include <bit>
#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/vm/code.h"
#include "core/vm/state_visitor.h"
#include "core/vm/value.h"

namespace forkscope::kernel {
struct Request;
}

namespace forkscope::vm {

class Vm;
struct Frame;
struct Class;
struct NativeCall;
struct PythonThread;
enum class NativeResult : std::uint8_t;

using BigInt = boost::multiprecision::cpp_int;

// Object::flags of values whose Python class derives from a built-in kind; see extended.h.
inline constexpr std::uint8_t kExtended = 0x80, kOverrides = 0x40;
void free_extended(Object* object);

// Always outside the small range; use make_int().
struct BigIntObject : Object {
  static constexpr Kind kKind = Kind::big_int;
  explicit BigIntObject(BigInt number) : Object(kKind), value(std::move(number)) {}
  BigInt value;
};

struct Float : Object {
  static constexpr Kind kKind = Kind::float_number;
  explicit Float(double number) : Object(kKind), value(number) {}
  double value;
};

struct Complex final : Object {
  static constexpr Kind kKind = Kind::complex_number;
  Complex(double real_part, double imaginary_part)
      : Object(kKind), real(real_part), imaginary(imaginary_part) {}
  double real, imaginary;
};

// Text as valid UTF-8 (lone surrogates as their 3-byte form). `length` counts code points.
struct String : Object {
  static constexpr Kind kKind = Kind::string;
  explicit String(std::string utf8);
  // Where the number of code points is known already.
  String(std::string utf8, std::uint32_t code_points)
      : Object(kKind), text(std::move(utf8)), length(code_points), is_ascii(code_points == text.size()) {}
  std::string text;
  std::uint32_t length = 0;
  bool is_ascii = true;
  mutable std::uint64_t hash = 0;      // 0 = not computed yet
  mutable std::uint32_t trace_id = 0;  // id in the trace's string area, 0 = not there yet
  std::uint32_t name_number = 0;       // of an interned one, see name_at()
};

struct Bytes : Object {
  static constexpr Kind kKind = Kind::bytes;
  explicit Bytes(std::string content) : Object(kKind), data(std::move(content)) {}
  std::string data;
};

struct List : Object {
  static constexpr Kind kKind = Kind::list;
  List() : Object(kKind) {}
  explicit List(std::vector<Value> values) : Object(kKind), items(std::move(values)) {}
  std::vector<Value> items;
};

struct Tuple : Object {
  static constexpr Kind kKind = Kind::tuple;
  explicit Tuple(std::vector<Value> values) : Object(kKind), items(std::move(values)) {}
  std::vector<Value> items;
  Class* named_class =
      nullptr;  // a tuple subclass (named tuples); null = plain tuple. Kept alive by its module
};

// Insertion-ordered hash table, used for dict and for namespaces. Keys must be hashable without running
// Python code (numbers, strings, bytes, tuples of them, None, classes, functions and instances by identity);
// see hash_value().
class Table {
 public:
  struct Entry {
    Entry() = default;
    Entry(Value its_key, Value its_value, std::uint64_t its_hash)
        : key(std::move(its_key)), value(std::move(its_value)), hash(its_hash) {}
    Value key;  // empty: deleted
    Value value;
    std::uint64_t hash = 0;
  };
  using Entries = std::vector<Entry, HeapAllocator<Entry>>;
  // Looks a key up; null if absent. The pointer is valid until the next change.
  Value* find(const Value& key, std::uint64_t hash) {
    const std::int64_t at = where(key, hash);
    return at < 0 ? nullptr : &entries_[static_cast<std::size_t>(at)].value;
  }
  const Value* find(const Value& key, std::uint64_t hash) const {
    return const_cast<Table*>(this)->find(key, hash);
  }
  Value* find(std::string_view text);
  void set(const Value& key, std::uint64_t hash, Value value);
  bool erase(const Value& key, std::uint64_t hash, Value* removed = nullptr);
  // Whether keys of classes of the program may be here, which others may be equal to by what Python code
  // says.
  bool has_keys_of_classes() const { return has_keys_of_classes_; }
  // The keys with this hash, the oldest first.
  std::vector<Value> keys_with(std::uint64_t hash) const;
  // Takes the newest entry out of a table that has one.
  Entry take_last();
  // The position of a key in entries(), -1 if absent; what is there may be taken out.
  std::int64_t where(const Value& key, std::uint64_t hash) const {
    std::int64_t at = 0;
    if (index_.empty()) {
      const std::uint64_t found = matches(tag_of(hash));
      if (found == 0) return -1;
      at = std::countr_zero(found) / 8;
    } else {
      at = index_[hash & (index_.size() - 1)];
      if (at == kFree) return -1;
    }
    return at >= 0 && is_at(at, key, hash) ? at : position_of(key, hash);
  }
  Entry take(std::size_t at);
  // No deleted entry is the last one any more; for tables whose order of entries nobody looks at.
  void drop_last_gaps();
  void clear();
  std::size_t size() const { return live_; }
  // The position of a string key in entries(), -1 if absent: what inline caches remember.
  std::int64_t position(const Value& interned_name) const;
  Value* find_name(const Value& name) {
    const std::int64_t at = position(name);
    return at < 0 ? nullptr : &entries_[static_cast<std::size_t>(at)].value;
  }
  const Value* find_name(const Value& name) const { return const_cast<Table*>(this)->find_name(name); }
  void set_name(const Value& name, Value value);
  void set(std::string_view name, Value value);
  bool erase_name(const Value& name, Value* removed = nullptr);
  // Entries in insertion order; skip those with an empty key.
  const Entries& entries() const { return entries_; }
  Entries& entries() { return entries_; }
  // The oldest entry; null in an empty table.
  const Entry* first() const { return live_ == 0 ? nullptr : &entries_[first_]; }
  // None of the entries before it is left.
  std::size_t first_position() const { return first_; }
  // Grows with every change of the key set: iterators notice a change during iteration, inline caches go
  // stale.
  std::uint32_t version() const { return version_; }

 private:
  // Deleted entries stay where they are until the room is used up, as in CPython's dicts: what a loop over a
  // table that changes comes to depends on it.
  std::size_t room() const { return (std::size_t{2} << log_size_) / 3; }
  void make_room(std::uint64_t hash);
  void close_gaps();
  void make_index();
  bool is_crowded(std::uint64_t hash) const;
  Entries entries_;
  template <class IsIt>
  std::int64_t search(std::uint64_t hash, const IsIt& is_it) const;
  // As where(), but without a try at the first place the hash leads to.
  std::int64_t position_of(const Value& key, std::uint64_t hash) const;
  bool is_at(std::int64_t at, const Value& key, std::uint64_t hash) const {
    const Entry& entry = entries_[static_cast<std::size_t>(at)];
    return entry.hash == hash && entry.key.same(key);
  }
  void insert_index(std::uint64_t hash, std::int32_t position);
  static constexpr std::int32_t kFree = -1, kDeleted = -2;
  // kFree, kDeleted or a position in entries_; empty while the table is small.
  std::vector<std::int32_t, HeapAllocator<std::int32_t>> index_;
  std::uint32_t live_ = 0;
  std::uint32_t first_ = 0;  // the entries before it are deleted
  std::uint32_t version_ = 0;
  static constexpr std::uint8_t kSmallestLogSize = 3;
  bool has_keys_of_classes_ = false;          // or had
  std::uint8_t log_size_ = kSmallestLogSize;  // of the slots CPython would have for it
  // While there is no index: a byte for each entry, made of its hash, so that all are compared at once.
  std::uint64_t tags_ = 0;

  static constexpr std::uint64_t kEveryByte = 0x0101010101010101u;
  static std::uint64_t tag_of(std::uint64_t hash) { return (hash & 0x7f) | 0x80; }
  // The top bit of each byte of tags_ that is `tag`.
  std::uint64_t matches(std::uint64_t tag) const {
    constexpr std::uint64_t kTops = kEveryByte << 7;
    const std::uint64_t difference = tags_ ^ (kEveryByte * tag);
    return ~(((difference | kTops) - kEveryByte) | difference) & kTops;
  }
};

struct Dict : Object {
  static constexpr Kind kKind = Kind::dict;
  Dict() : Object(kKind) {}
  Table table;
  Class* subclass = nullptr;  // defaultdict, Counter, OrderedDict ...; null = plain dict
  Value default_factory;      // defaultdict
};

class SetSlots;

struct Set : Object {
  static constexpr Kind kKind = Kind::set;  // frozen sets have kind frozen_set
  explicit Set(bool frozen = false);
  ~Set();
  Table table;  // values are empty
  // Where the order of iteration does not follow from the table alone; see set_order.h, which also says how a
  // table with slots is changed.
  std::unique_ptr<SetSlots> slots;
};

struct Range final : Object {
  static constexpr Kind kKind = Kind::range;
  Range(Value from, Value to, Value by)
      : Object(kKind), start(std::move(from)), stop(std::move(to)), step(std::move(by)) {}
  Value start, stop, step;  // ints of any size
};

struct Slice final : Object {
  static constexpr Kind kKind = Kind::slice;
  Slice(Value from, Value to, Value by)
      : Object(kKind), start(std::move(from)), stop(std::move(to)), step(std::move(by)) {}
  Value start, stop, step;
};

// Object::flags of what hardly ever changes once it is made, though it could: a cell until it is set a second
// time, a function's defaults of keywords.
inline constexpr std::uint8_t kIsSettled = 0x02;

struct Cell final : Object {
  static constexpr Kind kKind = Kind::cell;
  Cell() : Object(kKind) { flags |= kIsSettled; }
  void set(Value value) {
    if (!content.empty()) flags &= static_cast<std::uint8_t>(~kIsSettled);
    content = std::move(value);
  }
  Value content;
};

inline constexpr std::uint8_t kIsNames =
    1;  // Object::flags of a dict with a module's variables that others have
inline constexpr std::uint8_t kModuleInitializing = 1;  // Object::flags of a module whose body has not ended

struct Module final : Object {
  static constexpr Kind kKind = Kind::module;
  explicit Module(std::string module_name) : Module(std::move(module_name), Value::adopt(new Dict())) {}
  // One whose variables are the items of a Dict.
  Module(std::string module_name, Value its_names)
      : Object(kKind), name(std::move(module_name)), names(std::move(its_names)) {}
  Table& globals() const { return names.known<Dict>()->table; }
  // The dict of its variables, for programs: what they do with it they do with the variables.
  Value shown_names();
  std::string name;
  std::string file;
  Value names;               // Dict
  Value builtins;            // Dict where it has builtins of its own (exec), else empty
  bool shows_names = false;  // others may have that dict
  bool is_program = false;
  std::vector<Value> set_by_functions;  // names of its variables that hardly stay the same for long
};

struct Function final : Object {
  static constexpr Kind kKind = Kind::function;
  Function() : Object(kKind) {}
  Value code;              // Code
  Value module;            // Module whose globals it uses
  Value defaults;          // Tuple or empty
  Value keyword_defaults;  // Dict or empty
  Value closure;           // Tuple of cells or empty
  Value name, qualified_name, doc;
  std::unique_ptr<Table> attributes;  // set by user code
};

// A function written in C++. See native.h for the calling convention.
using NativeFunctionPointer = NativeResult (*)(NativeCall& call);
// What a native does with the commonest arguments (self first; they may be moved from): without raising,
// blocking, running Python code or taking much memory. False: nothing has changed, the native is to be
// called.
using DirectFunctionPointer = bool (*)(PythonThread& thread, std::span<Value> arguments, Value& result);
struct NativeFunction final : Object {
  static constexpr Kind kKind = Kind::native_function;
  NativeFunction(std::string function_name, NativeFunctionPointer code)
      : Object(kKind), name(std::move(function_name)), pointer(code) {}
  std::string name;    // "append"
  std::string module;  // "builtins"
  std::string owner;   // the class whose method it is: "list"; empty: a function
  NativeFunctionPointer pointer;
  DirectFunctionPointer direct = nullptr;  // null: there is only `pointer`
  bool binds = false;                      // found on a class: becomes a method (the instance is argument 0)
};

struct BoundMethod final : Object {
  static constexpr Kind kKind = Kind::bound_method;
  BoundMethod(Value callable, Value self_value)
      : Object(kKind), function(std::move(callable)), self(std::move(self_value)) {}
  Value function;  // Function or NativeFunction
  Value self;
};

// A class: of the user, of the library, or of a built-in kind (Vm::class_of_kind). Exceptions classes are
// classes whose bases lead to BaseException; their instances have kind `exception`.
struct Class final : Object {
  static constexpr Kind kKind = Kind::class_object;
  explicit Class(std::string class_name) : Object(kKind), name(std::move(class_name)) {}
  std::string name;
  std::string qualified_name;
  std::string module;
  std::vector<Value> bases;              // Classes
  std::vector<Class*> resolution_order;  // itself first (C3); bases keep the others alive
  Table attributes;
  Kind instance_kind = Kind::instance;  // what calling it makes: instance, exception, or a built-in kind
  bool is_native = false;               // defined by the VM: attributes can't be set
  Value metaclass;                      // a Class; empty = type
  Value slots;                          // Tuple of the names of __slots__; empty = it has none
  bool is_abstract = false;             // __abstractmethods__ is not empty: it cannot be called
  // What look-ups must know at once; class_changed() keeps them.
  bool bypasses_caches =
      false;               // __getattribute__, or instances that are built-in values too: no inline caches
  bool is_closed = false;  // only the names in __slots__ can be set on instances
  bool has_finalizer = false;  // a __del__: its objects get kHasFinalizer
  bool overrides = false;      // special methods in Python on top of a built-in kind: see extended.h
  std::uint32_t version =
      0;  // of this class's look-ups: unique in the process, new when it or a base changes
  // Makes the object when the class is called: argument 0 is the class, the rest are the call's. Null = a
  // plain Instance. Inherited by subclasses (set by finish_class). A Python __init__ runs afterwards with the
  // same arguments.
  NativeFunctionPointer construct = nullptr;
  const Value* cached_init =
      nullptr;                      // its __init__ as of `cached_version`: calls of classes look no further
  bool has_python_new = false;      // likewise: a __new__ in Python
  bool has_python_setattr = false;  // likewise: a __setattr__ in Python, or what is set is to be checked
  bool has_python_getattr = false;  // likewise: a __getattr__ in Python
  std::uint32_t cached_version = 0;
  std::vector<Class*> subclasses;  // not owned: told of changes
  ~Class();
};
// Computes the resolution order (C3), inherits `construct` and `instance_kind`, and enters the class with its
// bases. False: no consistent order; the class is unusable then.
bool finish_class(Class& type);
// Looks `name` up along the resolution order; null if absent. Valid until the next change of a class.
const Value* find_in_class(const Class& type, const Value& name);
// After its attributes changed: new versions for it and its subclasses.
void class_changed(Class& type);
bool is_subclass(const Class& type, const Class& of);

struct Instance final : Object {
  static constexpr Kind kKind = Kind::instance;
  explicit Instance(Value its_class) : Object(kKind), class_value(std::move(its_class)) {}
  Value class_value;
  Table attributes;
  Class* type() const { return class_value.known<Class>(); }
};

// One line of a traceback: where a frame was when the exception passed through it.
struct TracebackEntry {
  Value code;
  std::uint32_t instruction = 0;
};

struct Exception final : Object {
  static constexpr Kind kKind = Kind::exception;
  explicit Exception(Value its_class) : Object(kKind), class_value(std::move(its_class)) {}
  Value class_value;
  Value arguments;  // Tuple
  Value cause;      // __cause__ or empty
  Value context;    // __context__ or empty
  bool suppress_context = false;
  std::vector<TracebackEntry> trace;  // innermost frame first
  // __traceback__ as it was asked for or set last, and how many entries of `trace` it stands for: programs
  // may have changed it since. Empty: never.
  Value traceback;
  std::uint32_t told_entries = 0;
  Table attributes;
  Class* type() const { return class_value.known<Class>(); }
};

struct Property final : Object {
  static constexpr Kind kKind = Kind::property;
  Property() : Object(kKind) {}
  Value getter, setter, deleter, doc;
};

struct StaticMethod final : Object {
  static constexpr Kind kKind = Kind::static_method;
  explicit StaticMethod(Value callable) : Object(kKind), function(std::move(callable)) {}
  Value function;
};

struct ClassMethod final : Object {
  static constexpr Kind kKind = Kind::class_method;
  explicit ClassMethod(Value callable) : Object(kKind), function(std::move(callable)) {}
  Value function;
};

struct SuperObject final : Object {
  static constexpr Kind kKind = Kind::super_object;
  SuperObject(Value after, Value its_self)
      : Object(kKind), start(std::move(after)), self(std::move(its_self)) {}
  Value start;  // the class after which the look-up begins
  Value self;
};

// Iterators over built-in kinds, without Python code: next_of() in operations.h steps them.
struct Iterator final : Object {
  static constexpr Kind kKind = Kind::iterator;
  enum class Over : std::uint8_t {
    sequence,
    range,
    string,
    dict_keys,
    dict_values,
    dict_items,
    set,
    enumerate,
    zip,
    reversed_sequence,
    bytes,
    tuple,
    ascii_string,
    dict_keys_reversed,
    dict_values_reversed,
    dict_items_reversed,
  };
  static constexpr std::size_t kKinds = 16;
  Iterator(Over what, Value target) : Object(kKind), over(what), source(std::move(target)) {}
  Over over;
  Value source;  // empty once exhausted
  std::int64_t position = 0, stop = 0;
  std::int64_t left = 0;      // of a dict: how many keys are still to come
  std::uint32_t version = 0;  // of the dict or set when it was looked at last
  // zip, enumerate: the iterators they draw from; a set: its items where they lie, empty where none does.
  std::vector<Value> inner;
};

struct View final : Object {  // dict.keys() / values() / items()
  static constexpr Kind kKind = Kind::view;
  View(Iterator::Over what, Value target) : Object(kKind), over(what), dict(std::move(target)) {}
  Iterator::Over over;
  Value dict;
};

// A frame kept alive between resumptions.
struct Generator final : Object {
  static constexpr Kind kKind = Kind::generator;
  Generator();
  ~Generator();
  std::unique_ptr<Frame> frame;  // null once finished
  bool running = false;
  bool started = false;
  Value name, qualified_name;
  Value shown_as;  // the class that programs see: map, filter ...; empty: it is a generator
};

// What a native module keeps per object: a semaphore, a lock, a random state. Plain data: Values, numbers and
// texts, which visit() names one by one, so that it can be written down and made anew. Derive from Native<T>.
struct Buffer;  // buffer.h
struct NativeObject : Object {
  static constexpr Kind kKind = Kind::native_object;
  explicit NativeObject(Value its_class) : Object(kKind), class_value(std::move(its_class)) {}
  virtual ~NativeObject() = default;
  static void* operator new(std::size_t size) { return heap::take<heap::Pool::natives>(size); }
  static void operator delete(void* memory, std::size_t size) {
    heap::give_back<heap::Pool::natives>(memory, size);
  }
  // Makes an empty one of the same type.
  using Maker = NativeObject* (*)(Value its_class);
  virtual Maker maker() const = 0;
  // Every field but class_value.
  virtual void visit(StateVisitor& state) = 0;
  // `request` was restored and will be asked again; the views in it that lead into this object are to be set.
  virtual void refill(kernel::Request&) {}
  // What repr() shows of it in front of its address, of a sequence behind its items; empty: that it is an
  // object of its class.
  virtual std::string description() const { return {}; }
  // For those that are numbers in a piece of memory (bytearray, memoryview, array): itself.
  virtual Buffer* buffer() { return nullptr; }
  // For those that are sequences (deque): the operations on containers look here. -1 = it is none.
  virtual std::int64_t length() const { return -1; }
  virtual Value item(std::int64_t) const { return {}; }
  virtual void set_item(std::int64_t, Value) {}
  virtual void erase_item(std::int64_t) {}
  virtual void append_item(Value) {}
  // What programs have put into it goes: it is garbage. For those that hold items.
  virtual void let_go_of_items() {}
  // A new one of the same class with the same items.
  virtual NativeObject* copy() const { return nullptr; }
  Value class_value;  // its methods are NativeFunctions with binds = true in the class's attributes
  std::unique_ptr<Table> attributes;  // where a Python class derives from the native one
};

template <typename T, typename Base = NativeObject>
struct Native : Base {
  using Base::Base;
  NativeObject::Maker maker() const override {
    return [](Value its_class) -> NativeObject* { return new T(std::move(its_class)); };
  }
};

// Constructors. Strings must be valid UTF-8.
Value make_int(std::int64_t value);
Value make_int(BigInt value);
Value make_float(double value);
Value make_complex(double real, double imaginary);
Value make_string(std::string_view text);
Value make_bytes(std::string data);
Value make_list(std::vector<Value> items);
Value make_tuple(std::vector<Value> items);
Value make_dict();
// What id() says and repr() shows of an object: the same as long as it lives, and after a restore, wherever
// it lies. Given out in the order in which they are asked for.
std::uint64_t identity_of(const Value& value);
void set_identity(Object* object, std::uint64_t identity);
// How many interned strings have had their identity asked for: these are more than names.
std::uint64_t identified_names();
// Counts changes of what hardly changes once it is made: identities are given or set, fields of functions are
// set, somebody has a weak reference to an object that had none, a module's dict is shown.
std::uint64_t rare_changes();
void count_rare_change();
inline constexpr std::uint8_t kHasIdentity = 0x20;  // Object::flags of an object whose identity was asked for
inline constexpr std::uint8_t kHasFinalizer = 0x10;  // its class has a __del__ that was not called yet
inline constexpr std::uint8_t kIsObserved = 0x08;    // somebody has a weak reference to it
// True while objects go because their state was replaced: nothing is to be let go of in the kernel, their
// successors use it.
bool is_discarding();
void set_discarding(bool discarding);
// The same object for equal text: for names and constants, so that look-ups compare pointers first.
Value intern(std::string_view text);
// The interned string with this String::name_number; empty: there is none.
Value name_at(std::uint64_t number);
inline constexpr std::uint8_t kInterned = 1;  // Object::flags of an interned string

// The hash of a string, as dict and set use it (never 0); cached in the String. Equal texts of any String are
// equal keys.
std::uint64_t hash_text(std::string_view text);
inline std::uint64_t hash_string(const String& string) {
  if (string.hash == 0) string.hash = hash_text(string.text);
  return string.hash;
}
// Equality of two hashable keys, as dict and set see it: without Python code (instances by identity).
bool equal_keys(const Value& left, const Value& right);

}  // namespace forkscope::vm
