#include "app/model/stage_layout.h"

#include <gtest/gtest.h>

#include <random>

namespace forkscope::app {
namespace {

// Stages of every kind: a few dice decide what is on them.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t roll(std::size_t low, std::size_t high) { return low + random_() % (high - low + 1); }
  bool often() { return roll(0, 2) > 0; }

 private:
  std::mt19937 random_;
};

StageItem item(Dice& dice, base::ObjectId queue, std::int64_t number) {
  return {{queue, 1, number}, std::string(dice.roll(1, 30), 'x'), 18, 0, false};
}

std::vector<StageItem> items(Dice& dice, std::size_t count, base::ObjectId queue) {
  std::vector<StageItem> found;
  for (std::size_t i = 0; i < std::min(count, kMostItems); ++i)
    found.push_back(item(dice, queue, static_cast<std::int64_t>(i)));
  return found;
}

StageThread thread(Dice& dice, bool is_feeder) {
  StageThread made;
  made.name = "Thread-1";
  made.is_feeder = is_feeder;
  if (is_feeder && dice.often()) made.hand = item(dice, 1, 99);
  if (!is_feeder && !dice.often()) made.reading = items(dice, dice.roll(1, 2), 1);
  return made;
}

StageProcess process(Dice& dice, std::size_t number, std::size_t queues) {
  StageProcess made;
  made.id = static_cast<base::ProcessId>(number + 1);
  made.name = "Process-" + std::to_string(number);
  made.ended = !dice.often() && number > 0;
  if (!dice.often() && number > 0) made.role = ProcessRole::resource_tracker;
  if (made.is_brief()) return made;
  for (std::size_t i = 0; i < dice.roll(1, 5); ++i) made.threads.push_back(thread(dice, false));
  for (std::size_t i = 0; i < queues; ++i) {
    if (!dice.often()) continue;
    StageBuffer buffer;
    buffer.queue = static_cast<base::ObjectId>(i + 1);
    buffer.count = dice.roll(0, 40);
    buffer.items = items(dice, buffer.count, buffer.queue);
    if (dice.often()) {
      buffer.feeder = static_cast<int>(made.threads.size());
      made.threads.push_back(thread(dice, true));
    }
    made.buffers.push_back(buffer);
  }
  return made;
}

StageLock lock(Dice& dice) {
  StageLock made;
  if (!dice.often()) return made;
  made.owner = 1;
  made.owner_name = std::string(dice.roll(3, 40), 'o');
  made.owner_was_killed = dice.often();
  made.waiters = dice.roll(0, 3);
  return made;
}

StageModel generated(unsigned seed, std::size_t processes, std::size_t queues) {
  Dice dice(seed);
  StageModel model;
  for (std::size_t i = 0; i < processes; ++i) model.processes.push_back(process(dice, i, queues));
  model.more_processes = dice.often() ? 0 : 5;
  for (std::size_t i = 0; i < queues; ++i) {
    StageQueue queue;
    queue.count = dice.roll(0, 40);
    queue.items = items(dice, queue.count, static_cast<base::ObjectId>(i + 1));
    queue.reader_lock = lock(dice);
    queue.writer_lock = lock(dice);
    model.queues.push_back(queue);
  }
  model.pools.resize(dice.roll(0, 2));
  for (std::size_t i = 0; i < dice.roll(0, 12); ++i) {
    StageObject object;
    object.kind = static_cast<StageObjectKind>(dice.roll(0, 5));
    object.name = std::string(dice.roll(0, 30), 'n');
    object.text = std::string(dice.roll(1, 60), '1');
    object.lock = lock(dice);
    model.objects.push_back(object);
  }
  model.more_objects = dice.often() ? 0 : 3;
  return model;
}

void add(std::vector<StageRect>& all, const StageRect& rect) {
  if (rect.width > 0) all.push_back(rect);
}

void add(std::vector<StageRect>& all, const std::vector<StageRect>& rects) {
  for (const StageRect& rect : rects) add(all, rect);
}

void expect_apart(const std::vector<StageRect>& rects, const StageRect& inside, const std::string& where) {
  for (std::size_t i = 0; i < rects.size(); ++i) {
    EXPECT_TRUE(inside.contains(rects[i])) << where << ", " << i;
    EXPECT_GT(rects[i].height, 0) << where << ", " << i;
    for (std::size_t k = 0; k < i; ++k)
      EXPECT_FALSE(rects[i].overlaps(rects[k])) << where << ", " << i << " " << k;
  }
}

void check_process(const ProcessPlace& place, const std::string& where) {
  std::vector<StageRect> parts{place.header};
  for (const ThreadPlace& thread : place.threads) {
    add(parts, thread.box);
    std::vector<StageRect> cells;
    add(cells, thread.name);
    add(cells, thread.doing);
    add(cells, thread.hand);
    add(cells, thread.items);
    expect_apart(cells, thread.box, where + ", a thread");
  }
  for (const BufferPlace& buffer : place.buffers) {
    add(parts, buffer.label);
    add(parts, buffer.cells);
    add(parts, buffer.feeder);
    std::vector<StageRect> cells;
    add(cells, buffer.items);
    add(cells, buffer.more);
    expect_apart(cells, buffer.cells, where + ", a buffer");
  }
  expect_apart(parts, place.box, where + ", a process");
}

void check_queue(const QueuePlace& place, const std::string& where) {
  std::vector<StageRect> parts{place.label, place.pipe.tube, place.slots, place.reader_lock,
                               place.writer_lock};
  std::vector<StageRect> inside;
  add(inside, place.pipe.items);
  add(inside, place.pipe.more);
  (place.pipe.tube.contains(place.pipe.text) ? inside : parts).push_back(place.pipe.text);
  expect_apart(parts, place.box, where + ", a queue");
  expect_apart(inside, place.pipe.tube, where + ", a pipe");
}

void check(const StageModel& model, float width, float height, const std::string& where) {
  const StageLayout layout = stage_layout(model, width, height);
  const StageRect stage{0, 0, width, layout.height};
  ASSERT_EQ(layout.processes.size(), model.processes.size());
  ASSERT_EQ(layout.queues.size(), model.queues.size());
  ASSERT_EQ(layout.pools.size(), model.pools.size());
  ASSERT_EQ(layout.objects.size(), model.objects.size());
  std::vector<StageRect> boxes;
  for (const ProcessPlace& place : layout.processes) {
    add(boxes, place.box);
    check_process(place, where);
  }
  for (const QueuePlace& place : layout.queues) {
    add(boxes, place.box);
    check_queue(place, where);
  }
  for (const PoolPlace& place : layout.pools) {
    add(boxes, place.box);
    std::vector<StageRect> parts = place.facts;
    parts.push_back(place.label);
    expect_apart(parts, place.box, where + ", a pool");
  }
  add(boxes, layout.objects);
  add(boxes, layout.more_objects);
  add(boxes, layout.more_processes);
  expect_apart(boxes, stage, where);
}

TEST(StageLayout, NothingOverlapsAndAllIsInside) {
  for (const float width : {230.0f, 340.0f, 560.0f, 740.0f, 1200.0f, 1800.0f})
    for (std::size_t processes = 1; processes <= 12; ++processes)
      for (std::size_t queues = 0; queues <= 5; ++queues) {
        const auto seed = static_cast<unsigned>(processes * 100 + queues);
        for (const float height : {200.0f, 700.0f, 5000.0f})
          check(generated(seed, processes, queues), width, height,
                std::to_string(processes) + " processes, " + std::to_string(queues) + " queues, width " +
                    std::to_string(width));
        if (HasFailure()) return;
      }
}

TEST(StageLayout, AllItemsAreShownOrCounted) {
  Dice dice(7);
  for (const float width : {230.0f, 740.0f}) {
    StageModel model = generated(3, 1, 1);
    StageQueue& queue = model.queues[0];
    for (queue.count = 0; queue.count <= 40; ++queue.count) {
      queue.items = items(dice, queue.count, 1);
      const PipePlace pipe = stage_layout(model, width, 400).queues[0].pipe;
      EXPECT_TRUE(pipe.items.size() == queue.count || pipe.more.width > 0) << queue.count;
    }
  }
}

TEST(StageLayout, OneProcessAndOneQueueStandAsInTheBooks) {
  StageModel model;
  Dice dice(1);
  StageProcess process;
  process.threads = {thread(dice, false), thread(dice, true)};
  process.buffers.push_back({1, 1, {}, 0});
  model.processes.push_back(process);
  model.queues.emplace_back();
  const StageLayout layout = stage_layout(model, 740, 300);
  const ProcessPlace& place = layout.processes[0];
  const StageRect &main = place.threads[0].box, &feeder = place.threads[1].box;
  EXPECT_LT(main.right(), place.buffers[0].cells.x);
  EXPECT_LT(place.buffers[0].cells.right(), feeder.x);
  EXPECT_GT(layout.queues[0].pipe.tube.y, place.box.bottom());
  ASSERT_EQ(layout.ways.size(), 1u);
  EXPECT_FLOAT_EQ(layout.ways[0].points.back().x, layout.queues[0].pipe.tube.right());
}

TEST(StageLayout, EightProcessesAndThreeQueuesFitAProjector) {
  StageModel model;
  for (int i = 0; i < 8; ++i) {
    StageProcess process;
    process.threads.resize(1);
    model.processes.push_back(process);
  }
  model.queues.resize(3);
  EXPECT_LE(stage_layout(model, 1000, 320).height, 320);
}

TEST(StageLayout, WhatFitsIsRoomyAndWhatDoesNotIsDense) {
  StageModel model;
  for (int i = 0; i < 4; ++i) {
    StageProcess process;
    process.threads.resize(2);
    model.processes.push_back(process);
  }
  const StageLayout roomy = stage_layout(model, 700, 900), dense = stage_layout(model, 700, 100);
  EXPECT_GT(roomy.processes[0].threads[0].box.height, dense.processes[0].threads[0].box.height);
  EXPECT_GT(roomy.height, dense.height);
}

}  // namespace
}  // namespace forkscope::app
