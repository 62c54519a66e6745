// CData: an object of ctypes: a simple C value or an array of them, lying somewhere in a Memory. What reads
// or stores asks where the memory is shared, and is done at once where it is not. Made by ctypes_module.cc;
// arrays are in c_arrays.cc.
#pragma once

#include <cstdint>
#include <string>

#include "core/vm/modules/c_types.h"
#include "core/vm/modules/memory.h"
#include "core/vm/native.h"
#include "core/vm/objects.h"
#include "core/vm/state_visitor.h"

namespace forkscope::vm::modules {

struct CData final : Native<CData> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.value(memory);
    state.value(keeper);
    state.number(offset);
    state.number(count);
    state.number(object);
    state.number(code);
  }
  Memory& its_memory() const { return *static_cast<Memory*>(memory.known<NativeObject>()); }
  std::int64_t item_size() const { return c_size(code); }
  std::int64_t size() const { return item_size() * (count < 0 ? 1 : count); }

  Value memory;
  Value keeper;             // what the memory belongs to, or empty
  std::int64_t offset = 0;  // in the memory
  std::int64_t count = -1;  // of an array
  base::ObjectId object = 0;
  char code = 'i';
};

// Argument 0 as CData; null: an exception is set.
CData* c_data_of(NativeCall& call);

// Loads one item. The result is its Python value.
NativeResult load_item(NativeCall& call, Memory& memory, std::int64_t offset, char code,
                       base::ObjectId object);
// Stores one item and returns None.
NativeResult store_item(NativeCall& call, Memory& memory, std::int64_t offset, std::int64_t size,
                        std::int64_t bits, base::ObjectId object);
// Loads bytes; `finish` gets them with bytes_of().
NativeResult load_bytes(NativeCall& call, Memory& memory, std::int64_t offset, std::int64_t size,
                        base::ObjectId object, NativeResult (*finish)(NativeCall&, kernel::Answer&));
// What load_bytes() found: what is as long as a word comes as its bits.
std::string bytes_of(const NativeCall& call, kernel::Answer& answer);
// Stores the bytes in one go. They are kept by `call`; `finish` runs where the memory is shared, else the
// result is None.
NativeResult store_bytes(NativeCall& call, Memory& memory, std::int64_t offset, std::string bytes,
                         base::ObjectId object, NativeResult (*finish)(NativeCall&, kernel::Answer&));

// c_arrays.cc
NativeResult new_array(NativeCall& call);
void define_array_methods(Class& array, Class& characters, Class& wide_characters);

// A property of a native class.
void define_property(Class& type, const char* name, NativeFunctionPointer getter,
                     NativeFunctionPointer setter = nullptr);

// An int or text that a class of C data has as an attribute; 0 if it has none.
std::int64_t class_number(const Class& type, const char* name);

}  // namespace forkscope::vm::modules
