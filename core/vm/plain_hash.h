// The hashes of the commonest keys without a call, for the interpreter's loop and the methods of tables; all
// keys have theirs from hash_for() (operations.h). Needs the GIL.
#pragma once

#include <cstdint>
#include <span>

#include "core/vm/extended.h"
#include "core/vm/numbers.h"
#include "core/vm/objects.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm {

// The hash of a key that is a text or a small int; false: another one.
inline bool plain_hash_of_item(const Value& key, std::uint64_t& hash) {
  if (has_overrides(key)) return false;
  if (const auto* text = key.try_as<String>()) {
    hash = hash_string(*text);
    return true;
  }
  if (!key.is_small_int()) return false;
  hash = hash_small_int(key.small());
  return true;
}

// The same, also of a short tuple of such keys.
inline bool plain_hash(const Value& key, std::uint64_t& hash) {
  constexpr std::size_t kMost = 4;
  const auto* tuple = key.try_as<Tuple>();
  if (tuple == nullptr) return plain_hash_of_item(key, hash);
  if (tuple->flags != 0 || tuple->items.size() > kMost) return false;
  std::uint64_t lanes[kMost];
  for (std::size_t i = 0; i < tuple->items.size(); ++i) {
    if (!plain_hash_of_item(tuple->items[i], lanes[i])) return false;
  }
  hash = hash_of_items(std::span(lanes).first(tuple->items.size()));
  return true;
}

}  // namespace forkscope::vm
