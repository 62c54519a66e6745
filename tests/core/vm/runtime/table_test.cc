#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "core/vm/objects.h"

namespace forkscope::vm {
namespace {

std::vector<std::string> keys_of(const Table& table) {
  std::vector<std::string> keys;
  for (const Table::Entry& entry : table.entries()) {
    if (!entry.key.empty()) keys.push_back(entry.key.as<String>()->text);
  }
  return keys;
}

TEST(Table, KeepsTheOrderOfInsertionWhenKeysAreReplacedAndErased) {
  Table table;
  for (const char* key : {"a", "b", "c"}) table.set(key, Value::small_int(1));
  table.set("a", Value::small_int(2));
  EXPECT_EQ(keys_of(table), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_TRUE(table.erase_name(intern("a")));
  EXPECT_FALSE(table.erase_name(intern("a")));
  table.set("a", Value::small_int(3));
  EXPECT_EQ(keys_of(table), (std::vector<std::string>{"b", "c", "a"}));
}

TEST(Table, FindsAKeyThatIsEqualButNotTheSameObject) {
  Table table;
  table.set("name", Value::small_int(7));
  const Value other = make_string("name");
  const Value* found = table.find(other, hash_string(*other.as<String>()));
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->small(), 7);
}

TEST(Table, VersionChangesWithTheKeysAndNotWithTheValues) {
  Table table;
  table.set("a", Value::small_int(1));
  const std::uint32_t before = table.version();
  table.set("a", Value::small_int(2));
  EXPECT_EQ(table.version(), before);
  table.set("b", Value::small_int(2));
  EXPECT_NE(table.version(), before);
}

// Small tables are scanned, larger ones have an index: both must agree with std::map through any sequence of
// changes.
TEST(Table, AgreesWithAMapThroughRandomChanges) {
  std::mt19937 random(42);
  for (const int different_keys : {6, 12, 300}) {
    Table table;
    std::map<std::int64_t, std::int64_t> reference;
    for (int step = 0; step < 20000; ++step) {
      const std::int64_t key = static_cast<std::int64_t>(random() % static_cast<unsigned>(different_keys));
      const auto hash = static_cast<std::uint64_t>(key) * 0x9e3779b97f4a7c15u;
      if (random() % 3 == 0) {
        EXPECT_EQ(table.erase(Value::small_int(key), hash), reference.erase(key) == 1);
      } else {
        table.set(Value::small_int(key), hash, Value::small_int(step));
        reference[key] = step;
      }
      ASSERT_EQ(table.size(), reference.size());
      const auto oldest =
          std::ranges::find_if(table.entries(), [](const auto& entry) { return !entry.key.empty(); });
      ASSERT_EQ(table.first(), oldest == table.entries().end() ? nullptr : &*oldest);
    }
    for (std::int64_t key = 0; key < different_keys; ++key) {
      const Value* found =
          table.find(Value::small_int(key), static_cast<std::uint64_t>(key) * 0x9e3779b97f4a7c15u);
      const auto expected = reference.find(key);
      ASSERT_EQ(found != nullptr, expected != reference.end()) << key;
      if (found == nullptr) continue;
      EXPECT_EQ(found->small(), expected->second);
    }
  }
}

TEST(Table, AQueueOfKeysDoesNotGrowWithoutBound) {
  Table table;
  for (int i = 0; i < 100000; ++i) {
    table.set(Value::small_int(i), static_cast<std::uint64_t>(i) * 77, Value::none());
    if (i >= 10) table.erase(Value::small_int(i - 10), static_cast<std::uint64_t>(i - 10) * 77);
  }
  EXPECT_EQ(table.size(), 10u);
  EXPECT_LT(table.entries().size(), 200u);
}

TEST(EqualKeys, NumbersAreEqualAcrossTheirKinds) {
  EXPECT_TRUE(equal_keys(Value::small_int(1), make_float(1.0)));
  EXPECT_TRUE(equal_keys(Value::boolean(true), Value::small_int(1)));
  EXPECT_FALSE(equal_keys(Value::small_int(1), make_string("1")));
  // 2^53 + 1 has no double of its own.
  EXPECT_FALSE(equal_keys(make_int(std::int64_t{9007199254740993}), make_float(9007199254740992.0)));
}

TEST(Objects, DeeplyNestedListsAreFreedWithoutRecursion) {
  Value outer = make_list({});
  for (int i = 0; i < 1'000'000; ++i) outer = make_list({std::move(outer)});
  outer = Value();
  EXPECT_TRUE(outer.empty());
}

TEST(Objects, IntsOutsideTheSmallRangeBecomeBigAndComeBack) {
  EXPECT_TRUE(make_int(Value::kSmallMax).is_small_int());
  const Value big = make_int(BigInt(Value::kSmallMax) + 1);
  ASSERT_TRUE(big.is(Kind::big_int));
  EXPECT_TRUE(make_int(big.as<BigIntObject>()->value - 1).is_small_int());
}

TEST(Objects, StringsCountCodePoints) {
  const Value text = make_string("한글 ok");
  EXPECT_EQ(text.as<String>()->length, 5u);
  EXPECT_FALSE(text.as<String>()->is_ascii);
}

}  // namespace
}  // namespace forkscope::vm
