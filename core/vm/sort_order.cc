// The order of a list of keys, for list.sort and sorted. Keys of one built-in kind are compared as C++
// values; all others by
// `<`. Needs the GIL.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/vm/builtins_parts.h"
#include "core/vm/extended.h"

namespace forkscope::vm {

namespace {

// A text by its first bytes, which nearly always decide.
struct TextKey {
  std::uint64_t begin = 0;
  const std::string* text = nullptr;
  explicit TextKey(const std::string& whole) : text(&whole) {
    unsigned char bytes[8] = {};
    std::memcpy(bytes, whole.data(), std::min<std::size_t>(whole.size(), sizeof bytes));
    for (const unsigned char byte : bytes) begin = begin << 8 | byte;
  }
  bool operator<(const TextKey& other) const {
    return begin != other.begin ? begin < other.begin : *text < *other.text;
  }
};

template <typename Key>
struct Place {
  Key key;
  std::size_t at;
};

// Stable also in reverse: equal keys keep their order, which their place decides.
template <typename Key>
void order_by(std::vector<Place<Key>>& places, bool reverse, std::vector<std::size_t>& order) {
  const auto before = [](const Place<Key>& left, const Place<Key>& right) {
    return left.key < right.key || (!(right.key < left.key) && left.at < right.at);
  };
  const auto after = [](const Place<Key>& left, const Place<Key>& right) {
    return right.key < left.key || (!(left.key < right.key) && left.at < right.at);
  };
  const auto sort = [&places](const auto& less) {
    if (!std::is_sorted(places.begin(), places.end(), less)) std::sort(places.begin(), places.end(), less);
  };
  if (reverse) {
    sort(after);
  } else {
    sort(before);
  }
  order.resize(places.size());
  std::ranges::transform(places, order.begin(), [](const Place<Key>& place) { return place.at; });
}

// Where `key_of` has a key for every value; false: it has not.
template <typename Key, typename KeyOf>
bool order_plainly(const std::vector<Value>& keys, bool reverse, std::vector<std::size_t>& order,
                   KeyOf key_of) {
  std::vector<Place<Key>> places;
  places.reserve(keys.size());
  for (const Value& value : keys) {
    const auto key = key_of(value);
    if (!key) return false;
    places.push_back({*key, places.size()});
  }
  order_by(places, reverse, order);
  return true;
}

bool order_of_one_kind(const std::vector<Value>& keys, bool reverse, std::vector<std::size_t>& order) {
  using std::optional;
  if (keys.empty() || has_overrides(keys[0])) return false;
  if (keys[0].is_small_int()) {
    return order_plainly<std::int64_t>(keys, reverse, order, [](const Value& value) {
      return value.is_small_int() ? optional(value.small()) : std::nullopt;
    });
  }
  if (keys[0].is(Kind::float_number)) {
    // NaN has no place in an order.
    return order_plainly<double>(keys, reverse, order, [](const Value& value) {
      const bool has_order =
          value.is(Kind::float_number) && !has_overrides(value) && !std::isnan(value.known<Float>()->value);
      return has_order ? optional(value.known<Float>()->value) : std::nullopt;
    });
  }
  if (!keys[0].is(Kind::string)) return false;
  return order_plainly<TextKey>(keys, reverse, order, [](const Value& value) {
    const bool is_text = value.is(Kind::string) && !has_overrides(value);
    return is_text ? optional(TextKey(value.known<String>()->text)) : std::nullopt;
  });
}

}  // namespace

Outcome sort_order(PythonThread& thread, const std::vector<Value>& keys, bool reverse,
                   std::vector<std::size_t>& order) {
  if (order_of_one_kind(keys, reverse, order)) return Outcome::ok;
  order.resize(keys.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  Outcome worst = Outcome::ok;
  const auto less = [&](const Value& left, const Value& right) {
    if (worst != Outcome::ok) return false;
    if (left.is_small_int() && right.is_small_int()) return left.small() < right.small();
    Value result;
    worst = compare_operation(thread, CompareOperator::less, left, right, result);
    return worst == Outcome::ok && result.is_true();
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return reverse ? less(keys[right], keys[left]) : less(keys[left], keys[right]);
  });
  return worst;
}

}  // namespace forkscope::vm
