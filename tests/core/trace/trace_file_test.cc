#include "core/trace/trace_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include "core/trace/trace_chunks.h"
#include "tests/support/sample_trace.h"

namespace forkscope::test {
namespace {

using ::testing::HasSubstr;
using trace::Event;
using trace::ReadTrace;
using trace::Store;

class TraceFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(::testing::TempDir()) /
              (std::string("trace_file_") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
    path_ = (folder_ / "run.forkscope").string();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string bytes() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  void write_bytes(const std::string& bytes) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
  }

  std::filesystem::path folder_;
  std::string path_;
};

const trace::TraceFileHeader kHeader{"program.py", "q = Queue()\n", 1'700'000'000'000'000'000};

void expect_same_events(const Store& left, const Store& right, std::size_t count) {
  ASSERT_LE(count, left.size());
  ASSERT_LE(count, right.size());
  for (std::size_t i = 0; i < count; ++i) {
    ASSERT_EQ(std::memcmp(&left.event(i), &right.event(i), sizeof(Event)), 0) << "event " << i;
  }
}

TEST_F(TraceFileTest, ATraceComesBackAsItWas) {
  TraceScript script;
  crowd(script, CrowdShape{.events = 5000});
  Store store;
  script.fill(store);
  store.add_lost(3);
  ASSERT_TRUE(trace::write_trace(path_, kHeader, store).ok());
  EXPECT_FALSE(std::filesystem::exists(path_ + ".part"));
  Store copy;
  const base::Result<ReadTrace> read = trace::read_trace(path_, copy);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().damage, "");
  EXPECT_EQ(read.value().header.program_name, kHeader.program_name);
  EXPECT_EQ(read.value().header.program_text, kHeader.program_text);
  EXPECT_EQ(read.value().header.origin_wall_ns, kHeader.origin_wall_ns);
  ASSERT_EQ(copy.size(), store.size());
  expect_same_events(store, copy, store.size());
  EXPECT_EQ(copy.now(), store.now());
  EXPECT_EQ(copy.lost(), 3u);
  EXPECT_EQ(copy.string(store.threads()[0].calls[0].label), store.string(store.threads()[0].calls[0].label));
}

TEST_F(TraceFileTest, AStoreOfOnlyEventsWritesTheSameFile) {
  TraceScript script;
  crowd(script, CrowdShape{.events = 5000});
  Store whole, only_events(Store::Content::only_events);
  for (Store* store : {&whole, &only_events}) {
    script.fill(*store);
    store->add_lost(3);
    store->set_limit(3000);
  }
  EXPECT_TRUE(only_events.threads().empty());
  EXPECT_TRUE(only_events.now().processes.empty());
  EXPECT_EQ(only_events.size(), 3000u);
  EXPECT_EQ(only_events.lost(), whole.lost());
  ASSERT_TRUE(trace::write_trace(path_, kHeader, only_events).ok());
  Store read;
  ASSERT_TRUE(trace::read_trace(path_, read).ok());
  EXPECT_EQ(read.size(), 3000u);
  EXPECT_EQ(read.lost(), 3u);
  EXPECT_EQ(std::memcmp(&read.event(0), &whole.event(2000), sizeof(Event)), 0);
}

TEST_F(TraceFileTest, SumsAreThoseOfZip) {
  // CRC-32 of "123456789" is 0xcbf43926; longer than the eight bytes that are taken at a time.
  const std::string chunk = trace::chunk("TEST", "123456789");
  EXPECT_EQ(chunk.substr(12, 4), "\x26\x39\xf4\xcb");
}

TEST_F(TraceFileTest, AFileCutAtAnyByteKeepsWhatCameBefore) {
  TraceScript script;
  const ScriptThread main = script.process("MainProcess");
  script.buffer(main, script.queue(main, "q"), 1, "'red'");
  Store store;
  script.fill(store);
  ASSERT_TRUE(trace::write_trace(path_, kHeader, store).ok());
  const std::string whole = bytes();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    write_bytes(whole.substr(0, length));
    Store copy;
    const base::Result<ReadTrace> read = trace::read_trace(path_, copy);
    if (length < 16) {
      ASSERT_FALSE(read.ok()) << length;
      EXPECT_THAT(read.error().message, HasSubstr("byte 0"));
      continue;
    }
    ASSERT_TRUE(read.ok()) << length;
    ASSERT_THAT(read.value().damage, HasSubstr("at byte ")) << length;
    expect_same_events(store, copy, copy.size());
  }
}

TEST_F(TraceFileTest, AFlippedByteCostsAtMostItsChunk) {
  TraceScript script;
  crowd(script, CrowdShape{.events = 8000});
  Store store;
  script.fill(store);
  ASSERT_TRUE(trace::write_trace(path_, kHeader, store).ok());
  const std::string whole = bytes();
  std::mt19937_64 random(3);
  for (int i = 0; i < 150; ++i) {
    std::string damaged = whole;
    const std::size_t at = 16 + random() % (whole.size() - 16);
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (random() % 8)));
    write_bytes(damaged);
    Store copy;
    const base::Result<ReadTrace> read = trace::read_trace(path_, copy);
    ASSERT_TRUE(read.ok());
    ASSERT_NE(read.value().damage, "") << "flipped at " << at;
    EXPECT_GE(copy.size() + 1024, store.size()) << "flipped at " << at;
    EXPECT_EQ(copy.size() + copy.lost(), store.size()) << "flipped at " << at;
  }
}

TEST_F(TraceFileTest, WhatIsNoTraceIsRefusedAndNamed) {
  Store store;
  EXPECT_THAT(trace::read_trace(path_ + ".absent", store).error().message, HasSubstr("run.forkscope.absent"));
  write_bytes("print('I am a program, not a trace')\n");
  EXPECT_THAT(trace::read_trace(path_, store).error().message, HasSubstr("is not a Forkscope trace"));
  std::string newer("FORKSCP\x1a\x02\0\0\0\0\0\0\0", 16);
  write_bytes(newer);
  EXPECT_THAT(trace::read_trace(path_, store).error().message, HasSubstr("version 2 (byte 8)"));
}

TEST_F(TraceFileTest, AFolderIsRefusedAndNamed) {
  Store store;
  const base::Result<ReadTrace> read = trace::read_trace(folder_, store);
  ASSERT_FALSE(read.ok());
  EXPECT_THAT(read.error().message, HasSubstr("Is a directory"));
}

TEST_F(TraceFileTest, NothingIsLeftWhereItCannotBeWritten) {
  const std::string nowhere = (folder_ / "absent" / "run.forkscope").string();
  const base::Status status = trace::write_trace(nowhere, kHeader, Store());
  ASSERT_FALSE(status.ok());
  EXPECT_THAT(status.error().message, HasSubstr(nowhere));
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(TraceFileTest, GarbageAfterTheHeaderNeverCrashes) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 200; ++i) {
    std::string garbage("FORKSCP\x1a\x01\0\0\0\0\0\0\0", 16);
    for (int j = 0; j < 300; ++j) garbage.push_back(static_cast<char>(random()));
    garbage += "CHNKEVTS";
    write_bytes(garbage);
    Store store;
    const base::Result<ReadTrace> read = trace::read_trace(path_, store);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(store.size(), 0u);
    EXPECT_NE(read.value().damage, "");
  }
}

}  // namespace
}  // namespace forkscope::test
