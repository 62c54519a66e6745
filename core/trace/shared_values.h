// Shared values in the World: what lies in the memory of a multiprocessing.Value or Array, who stored it, and
// whether a store wiped out one that its thread had not seen. A plain value, part of World; changed by the
// fold alone.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/ids.h"

namespace forkscope::trace {

struct SharedItem {
  std::int64_t bits = 0;         // as the machine holds them, without sign; see item_text()
  std::uint32_t version = 0;     // grows with each store
  base::ThreadId stored_by = 0;  // 0 = still zero from the beginning
  std::int64_t stored_ns = -1;

  bool operator==(const SharedItem&) const = default;
};

// What a thread has last loaded and not stored since.
struct SharedReading {
  std::uint32_t item = 0;
  std::uint32_t version = 0;

  bool operator==(const SharedReading&) const = default;
};

struct SharedValueState {
  base::ObjectId id = 0;
  base::ObjectId memory = 0;  // the mapping it lies in ...
  std::int64_t offset = 0;    // ... and where
  base::StringId type = 0;    // "c_int"
  base::StringId name = 0;    // the program's variable, if known
  char code = 0;              // of its items, as in array; 0 = a structure, of which only the bytes are known
  std::int64_t item_size = 1;
  std::int64_t length = 1;             // items
  std::vector<SharedItem> items = {};  // the first kShownItems of them
  std::uint32_t last_item = 0;         // the one stored last
  std::uint64_t loads = 0, stores = 0;
  std::uint64_t overwritten =
      0;  // stores that wiped out another thread's, which the storing thread had not seen
  std::map<base::ThreadId, SharedReading> readings = {};

  bool operator==(const SharedValueState&) const = default;
};

inline constexpr std::int64_t kShownItems = 64;

// An item as Python shows it: "5", "0.1", "b'a'", "True".
std::string item_text(char code, std::int64_t bits);

}  // namespace forkscope::trace
