// When garbage (garbage.h) is looked for without being asked: where memory has grown, before a process meets
// its bound, and where objects with a __del__ have become many; at the places in the interpreter where
// signals are served too. Nothing is counted for it where objects are made: the bound of memory_limit.h is
// looked at there anyway, and a collection that is due is a nearer one.
//
// A process of its own runs CPython's collection then (collect_garbage in the prelude): callbacks of weak
// references and __del__ are called. When that is depends on how memory was used, as it does in CPython.
//
// Of a simulated process all that happens has to follow from its state, so that two equal states go on
// equally, and the memory that is in use does not follow from it. What has grown only lets go there what
// nobody can notice, and what is in no state either: garbage without an end of its own that nobody has a weak
// reference to; nothing is let go of in the kernel. Whether objects with a __del__ are many does follow from
// the state: all of them are in it, also those that nobody can reach (state_writer.cc), and so is how many
// are many. A collection that is due for them, or that the program asks for, finds the same garbage with an
// end from equal states. What else it finds differs only in what collect() returns; so of a program that
// asks, silent garbage is put away before a state is captured, and the state says how much it was.
//
// The functions need the GIL and block nowhere.
#pragma once

#include <cstdint>
#include <vector>

#include "core/vm/memory_limit.h"
#include "core/vm/value.h"

namespace forkscope::vm {

class Vm;
struct Class;

enum class MemoryCare : std::uint8_t {
  none,
  collect,   // the prelude's collect_garbage() is to be called
  is_short,  // a MemoryError
};
// Asked in loops and calls: whether anything is to be done is quickly seen.
MemoryCare care_for_memory_now(Vm& vm);
inline MemoryCare care_for_memory(Vm& vm) {
  return memory_needs_care() ? care_for_memory_now(vm) : MemoryCare::none;
}
// For natives that need so much at once: frees what can be freed without a call. False: there is no room.
bool make_room(Vm& vm, std::uint64_t bytes);
// Memory was looked through for garbage; the next time is when it has grown.
void memory_was_collected();

// The program asks how much garbage there is: from now on the number is kept.
void watch_garbage(Vm& vm);
// So much garbage has gone that collect() is to tell of.
void note_gone(Vm& vm, std::int64_t count);
// A class has ended because nobody held it; in CPython it would be garbage.
void note_end_of(Class& type);
// How much garbage has gone without collect() having been told of it; it is told.
std::int64_t take_uncollected(Vm& vm);
// Before a state is captured: silent garbage becomes a number.
void put_garbage_away(Vm& vm);
// Garbage goes without coming to its end: with its process, or because another state is put in the place of
// the one that it is of. That is to be found before the other one is made.
std::vector<Value> garbage_of_state(const Vm& vm);
void discard(std::vector<Value> garbage);

// A check of ours: garbage is looked for wherever that may be.
inline constexpr char kCollectAlwaysVariable[] = "FORKSCOPE_COLLECT_ALWAYS";

}  // namespace forkscope::vm
