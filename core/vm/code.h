// Code: a compiled function or module: what the compiler makes and the interpreter runs. Immutable once made,
// except for the inline caches in `instructions`. Owned by Values (kind `code`).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/vm/value.h"

namespace forkscope::vm {

enum class Opcode : std::uint8_t {
#define FORKSCOPE_OPCODE(name, effect) name,
#include "core/vm/opcodes.inc"
#undef FORKSCOPE_OPCODE
  count
};

// Whether it begins with a load or a store of the local `argument`, also where it does the instruction behind
// it too.
inline bool loads_local(Opcode op) {
  return op == Opcode::load_local || (op >= Opcode::load_local_local && op <= Opcode::load_local_append);
}
inline bool stores_local(Opcode op) {
  return op == Opcode::store_local || op == Opcode::store_local_load;
}

// One instruction: 4 bytes, a 24-bit unsigned argument. Jumps are absolute instruction indices.
struct Instruction {
  std::uint32_t word = 0;
  static Instruction make(Opcode op, std::uint32_t argument) {
    return Instruction{static_cast<std::uint32_t>(op) | (argument << 8)};
  }
  Opcode op() const { return static_cast<Opcode>(word & 0xff); }
  std::uint32_t argument() const { return word >> 8; }
};

// Where an instruction stands in the source, for tracebacks with carets: 1-based lines, 0-based UTF-8 byte
// columns. column < 0: unknown.
struct Position {
  std::int32_t line = 0, end_line = 0;
  std::int32_t column = -1, end_column = -1;
};

// While an instruction in [begin, end) raises: cut the value stack to `depth`, push the exception, jump to
// `handler`. Sorted so that the innermost range that covers an instruction comes first.
struct HandlerRange {
  std::uint32_t begin = 0, end = 0, handler = 0, depth = 0;
};

struct Class;
class Liveness;

// What a look-up found last time at one instruction. The interpreter's own; see interpreter.cc for who writes
// which field.
struct InlineCache {
  std::uintptr_t name = 0;  // the interned name, kept alive by Code::names
  std::uint32_t name_index = 0;
  std::uint32_t position = 0;  // in the entries of the table looked into
  std::uint32_t version = 0;   // of the class or table, 0 = nothing known
  std::uint8_t state = 0;
  const Object* found = nullptr;  // borrowed: valid while `version` is
  std::uintptr_t plain = 0;       // the bits() of what is no object
};

// A program line begins at this instruction: the interpreter puts `line_start` there and keeps what it
// replaced.
struct LineStart {
  Instruction replaced;
  std::uint32_t line = 0;
};

struct Code final : Object {
  static constexpr Kind kKind = Kind::code;
  Code() : Object(kKind) {}

  std::string name;            // "put", "<module>", "<lambda>", "<listcomp>"
  std::string qualified_name;  // "Queue.put"
  std::string file;            // as tracebacks print it
  bool is_program = false;     // code of the user's program (traced: line, call notes), not of our library
  std::vector<Instruction> instructions;
  std::vector<Position> positions;  // one an instruction
  std::vector<Value> constants;
  std::vector<Value> names;  // strings: globals, attributes, imports
  std::vector<HandlerRange> handlers;

  // Parameters, in the order of the first locals: positional-only, positional-or-keyword, keyword-only,
  // *args, **kwargs.
  std::uint32_t positional_only = 0;
  std::uint32_t positional = 0;  // including positional_only
  std::uint32_t keyword_only = 0;
  bool has_star_args = false;
  bool has_star_kwargs = false;
  std::vector<Value> local_names;  // strings, one a local slot
  std::vector<Value> cell_names;   // own cells (captured locals)
  std::vector<std::int32_t>
      cell_parameters;            // per own cell: the parameter slot copied into it at entry, or -1
  std::vector<Value> free_names;  // cells taken from the enclosing function
  std::uint32_t stack_size = 0;
  bool is_generator = false;
  bool is_class_body = false;
  std::vector<Value> set_by_functions;  // of a module: those of its variables that its functions set
  std::int32_t first_line = 1;
  Value doc;  // string or empty
  std::int32_t library_number =
      -1;  // among the codes of its library file, the file's own first; -1 = not the library's

  // Filled by the interpreter when the code is first used (prepare_code).
  bool prepared = false;
  bool is_in_c = false;      // in CPython: see is_internal()
  bool is_built_in = false;  // in CPython a function that binds to no object: see is_built_in_function()
  bool has_guards = false;   // of the library, which keeps threads apart there: see guards_itself()
  std::int32_t fast_parameters =
      -1;  // a call with this many positional values needs no binding; -1: every call does
  // Locals; one more in code that may look at them by name: the dict of them (see shown_locals()).
  std::uint32_t local_values = 0;
  std::uint32_t fixed_values = 0;  // locals and cells
  std::uint32_t frame_values = 0;  // locals, cells and stack
  std::vector<InlineCache> caches;
  std::vector<LineStart> lines;
  Value function_name, function_qualified_name;  // what its functions share; empty: none was made yet
  std::shared_ptr<const Liveness> liveness;      // found out when a state first needs it

  // The compiler's instruction at this index, where a line_start stands before it too.
  Instruction plain_instruction(std::size_t at) const {
    const Instruction found = instructions[at];
    return found.op() == Opcode::line_start ? lines[found.argument()].replaced : found;
  }
};

// What `# knob lo..hi` says of a module-level constant, in order of appearance; the interpreter's knob number
// is the index.
struct KnobDeclaration {
  std::string name;
  double low = 0, high = 0;
  bool is_float = false;
  std::int32_t line = 0;
  double initial = 0;
};

}  // namespace forkscope::vm
