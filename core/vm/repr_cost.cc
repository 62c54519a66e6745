#include "core/vm/repr_cost.h"

#include <algorithm>
#include <cstddef>

#include "core/vm/objects.h"

namespace forkscope::vm {

namespace {

// Characters, about; each value counts as one at least, so that what contains itself comes to an end.
constexpr std::size_t kLong = 512;

void spend(const Value& value, std::size_t& left);

void spend_table(const Table& table, std::size_t& left) {
  for (const Table::Entry& entry : table.entries()) {
    if (left == 0) return;
    spend(entry.key, left);
    if (!entry.value.empty()) spend(entry.value, left);
  }
}

template <typename Items>
void spend_items(const Items& items, std::size_t& left) {
  for (const Value& item : items) {
    if (left == 0) return;
    spend(item, left);
  }
}

void spend(const Value& value, std::size_t& left) {
  std::size_t own = 1;
  if (value.is(Kind::string)) own += value.known<String>()->text.size();
  if (value.is(Kind::bytes)) own += value.known<Bytes>()->data.size();
  left -= std::min(left, own);
  if (value.is(Kind::list)) spend_items(value.known<List>()->items, left);
  if (value.is(Kind::tuple)) spend_items(value.known<Tuple>()->items, left);
  if (value.is(Kind::dict)) spend_table(value.known<Dict>()->table, left);
  if (value.is(Kind::set) || value.is(Kind::frozen_set)) spend_table(value.known<Set>()->table, left);
}

}  // namespace

bool has_long_repr(const Value& value) {
  std::size_t left = kLong;
  spend(value, left);
  return left == 0;
}

}  // namespace forkscope::vm
