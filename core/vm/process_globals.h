// ProcessGlobals: what the objects of a process keep outside of its Vm, once a process of the system. Where
// several simulated processes live in one, whoever runs one of them exchanges its own for those of the one
// that ran before. The GIL guards it.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/vm/finalizers.h"

namespace forkscope::vm {

// Objects with a __del__ that was not called, and which of them came first.
struct WithFinalizer {
  static constexpr std::uint64_t kMany = 1000;
  std::unordered_map<Object*, std::uint64_t> numbers;
  std::uint64_t next = 0;
  std::uint64_t many = kMany;  // when there are so many, garbage is looked for
};

// Interned strings whose identity was asked for, and what it is.
using NamesWithIdentity = std::vector<std::pair<Object*, std::uint64_t>>;

struct ProcessGlobals {
  std::vector<Finalizer> waiting;
  bool finalizers_exist = false;
  std::uint64_t next_identity = 0x7f0000000010;
  WithFinalizer with_finalizer;
  NamesWithIdentity names_with_identity;
};

// From now on `mine` are the process's; what they were before.
ProcessGlobals exchange_globals(ProcessGlobals mine);
const std::vector<Finalizer>& waiting_finalizers();
void set_waiting_finalizers(std::vector<Finalizer> finalizers);
std::uint64_t many_finalizers();
void set_many_finalizers(std::uint64_t many);
// The next that identity_of() gives out; what it was before.
std::uint64_t exchange_next_identity(std::uint64_t next);
// From now on these have one, and no others; which had before.
NamesWithIdentity exchange_names_with_identity(NamesWithIdentity mine);

}  // namespace forkscope::vm
