#include <bit>

#include "core/trace/shared_values.h"
#include "tests/core/trace/fold_fixture.h"

namespace forkscope::test {
namespace {

using trace::EventKind;
using trace::SharedValueState;

constexpr base::ObjectId kValue = 900, kMemory = 901;
constexpr std::int64_t kOffset = 32;

class FoldMemoryTest : public FoldTest {
 protected:
  void make(char code, std::int64_t items, std::int64_t bytes) {
    script_.note(main_, EventKind::shared_value_created, kValue, std::int64_t{kMemory} << 32 | kOffset,
                 items << 8 | code, "c_int", bytes);
  }
  void load(ScriptThread by, std::int64_t item = 0) {
    script_.request(by, EventKind::memory_read, kValue, kOffset + 4 * item, 0, 4);
  }
  void store(ScriptThread by, std::int64_t bits, std::int64_t item = 0) {
    script_.request(by, EventKind::memory_write, kValue, kOffset + 4 * item, bits, 4);
  }
  SharedValueState value() const { return world().shared_values.at(kValue); }

  ScriptThread child_ = script_.process("Process-1", 0, main_);
};

TEST_F(FoldMemoryTest, AValueKnowsWhatItHoldsAndWhoStoredIt) {
  make('i', 1, 4);
  EXPECT_EQ(value().items.at(0).stored_by, 0u);
  store(child_, 5);
  load(main_);
  const SharedValueState now = value();
  EXPECT_EQ(now.memory, kMemory);
  EXPECT_EQ(now.offset, kOffset);
  EXPECT_EQ(now.items.at(0).bits, 5);
  EXPECT_EQ(now.items.at(0).stored_by, child_.thread);
  EXPECT_EQ(now.loads, 1u);
  EXPECT_EQ(now.stores, 1u);
  EXPECT_EQ(now.overwritten, 0u);
}

TEST_F(FoldMemoryTest, AStoreOnAnOldReadingWipesOutTheOthers) {
  make('i', 1, 4);
  load(main_);
  load(child_);
  store(child_, 1);
  EXPECT_EQ(value().overwritten, 0u);
  store(main_, 1);
  EXPECT_EQ(value().overwritten, 1u);
}

TEST_F(FoldMemoryTest, TakingTurnsLosesNothing) {
  make('i', 1, 4);
  for (int i = 0; i < 3; ++i) {
    for (const ScriptThread& by : {main_, child_}) {
      load(by);
      store(by, i);
    }
  }
  // Without a reading there is nothing to be based on.
  store(main_, 7);
  EXPECT_EQ(value().overwritten, 0u);
}

TEST_F(FoldMemoryTest, ItemsAreToldApart) {
  make('i', 3, 12);
  load(main_, 0);
  load(child_, 1);
  store(child_, 1, 1);
  store(main_, 2, 0);
  EXPECT_EQ(value().overwritten, 0u);
  EXPECT_EQ(value().last_item, 0u);
  EXPECT_EQ(value().items.at(1).bits, 1);
}

TEST_F(FoldMemoryTest, ManyItemsInOneStoreAreNamedByNotes) {
  make('i', 3, 12);
  script_.request(main_, EventKind::memory_write, kValue, kOffset, 0, 12);
  for (int i = 0; i < 3; ++i) script_.note(main_, EventKind::shared_item_stored, kValue, i, 10 + i);
  EXPECT_EQ(value().items.at(2).bits, 12);
  EXPECT_EQ(value().stores, 1u);
}

TEST_F(FoldMemoryTest, DamagedEventsDoNoHarm) {
  script_.request(main_, EventKind::memory_write, kValue, 0, 1, 4);
  make('i', std::int64_t{1} << 50, 4);
  EXPECT_LE(value().items.size(), static_cast<std::size_t>(trace::kShownItems));
  store(main_, 1, 1 << 20);
  store(main_, 1, -5);
  script_.note(main_, EventKind::shared_item_stored, kValue, -1, 1);
  make(0, 1, 0);
  load(main_);
  script_.request(main_, EventKind::memory_write, kValue, kOffset, 1, -14);
  EXPECT_EQ(value().stores, 0u);
}

TEST(ItemText, IsPythons) {
  EXPECT_EQ(trace::item_text('i', 0xffffffff), "-1");
  EXPECT_EQ(trace::item_text('I', 0xffffffff), "4294967295");
  EXPECT_EQ(trace::item_text('b', 200), "-56");
  EXPECT_EQ(trace::item_text('H', 40000), "40000");
  EXPECT_EQ(trace::item_text('L', -1), "18446744073709551615");
  EXPECT_EQ(trace::item_text('q', -1), "-1");
  EXPECT_EQ(trace::item_text('d', std::bit_cast<std::int64_t>(0.1)), "0.1");
  EXPECT_EQ(trace::item_text('d', std::bit_cast<std::int64_t>(7.0)), "7.0");
  EXPECT_EQ(trace::item_text('f', std::bit_cast<std::int32_t>(0.5f)), "0.5");
  EXPECT_EQ(trace::item_text('?', 1), "True");
  EXPECT_EQ(trace::item_text('c', 'a'), "b'a'");
  EXPECT_EQ(trace::item_text('c', 0), "b'\\x00'");
}

}  // namespace
}  // namespace forkscope::test
