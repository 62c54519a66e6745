#include "tests/support/sample_trace.h"

#include <deque>
#include <random>

namespace forkscope::test {

namespace {

using Kind = TraceScript::Kind;

void ask_empty_at_line(TraceScript& script, ScriptThread by, const ScriptQueue& queue, bool readable) {
  script.call(by, queue.queue, "empty()");
  script.ask_empty(by, queue, readable);
  script.call_ends(by, readable ? "False" : "True");
}

struct Producer {
  ScriptThread main, feeder;
  std::int64_t put = 0, taken = 0;
};

// A run of producers and consumers where every round somebody does one call.
class Crowd {
 public:
  Crowd(TraceScript& script, const CrowdShape& shape) : script_(script), shape_(shape), random_(shape.seed) {}

  void run() {
    main_ = script_.process("MainProcess");
    script_.take_gil(main_);
    queue_ = script_.queue(main_, "q");
    for (int i = 0; i < shape_.producers; ++i) {
      const ScriptThread process = script_.process("Producer-" + std::to_string(i + 1), 0, main_);
      script_.take_gil(process);
      producers_.push_back({process, script_.thread(process, "QueueFeederThread")});
    }
    for (int i = 0; i < shape_.consumers; ++i) {
      consumers_.push_back(script_.process("Consumer-" + std::to_string(i + 1), 0, main_));
      script_.take_gil(consumers_.back());
    }
    while (script_.events().size() < shape_.events) round();
  }

 private:
  void round() {
    script_.now += std::uniform_int_distribution<std::int64_t>(0, 2000)(random_);
    const int choice = std::uniform_int_distribution<int>(0, 9)(random_);
    Producer& producer = producers_[pick(producers_.size())];
    if (choice < 3) return put(producer);
    if (choice < 6) return feed(producer);
    if (choice < 9) return get(consumers_[pick(consumers_.size())]);
    ask_empty_at_line(script_, main_, queue_, in_pipe_ > 0);
  }

  std::size_t pick(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

  void put(Producer& producer) {
    script_.call(producer.main, queue_.queue, "put(" + std::to_string(producer.put % 100) + ")");
    ++producer.put;
    script_.buffer(producer.main, queue_, producer.put, std::to_string(producer.put % 100));
    script_.call_ends(producer.main, "None");
    script_.drop_gil(producer.main);
  }

  void feed(Producer& producer) {
    if (producer.taken == producer.put) {
      script_.take_gil(producer.main, 500);
      return;
    }
    script_.take_gil(producer.feeder, 400);
    script_.take(producer.feeder, queue_, ++producer.taken);
    script_.pickle(producer.feeder, queue_, producer.taken, 5);
    script_.drop_gil(producer.feeder);
    script_.write(producer.feeder, queue_, producer.taken, 5);
    script_.take_gil(producer.main, 500);
    ++in_pipe_;
  }

  void get(ScriptThread consumer) {
    script_.call(consumer, queue_.queue, "get()");
    if (in_pipe_ == 0) {
      script_.get_finds_nothing(consumer, queue_);
      script_.call_ends(consumer, "Empty");
      script_.waits(consumer, Kind::sleep, 0);
      return;
    }
    --in_pipe_;
    script_.get(consumer, queue_, 5);
    script_.call_ends(consumer, "7");
  }

  TraceScript& script_;
  CrowdShape shape_;
  std::mt19937 random_;
  ScriptThread main_;
  ScriptQueue queue_;
  std::vector<Producer> producers_;
  std::vector<ScriptThread> consumers_;
  int in_pipe_ = 0;
};

}  // namespace

void lying_queue(TraceScript& script) {
  script.step = 400;
  const ScriptThread main = script.process("MainProcess", 3, {}, 4711);
  script.take_gil(main);
  script.now += 2'000;
  script.call(main, 0, "Queue()");
  const ScriptQueue queue = script.queue(main, "q");
  script.now += 18'000;
  script.call_ends(main, "");
  script.call(main, queue.queue, "put('red')");
  script.now += 9'000;
  script.buffer(main, queue, 1, "'red'");
  const ScriptThread feeder = script.thread(main, "QueueFeederThread");
  script.now += 12'000;
  script.waits(feeder, Kind::condition_wait, 90);
  script.now += 13'000;
  script.call_ends(main, "None");
  script.call(main, queue.queue, "put('blue')");
  script.note(feeder, Kind::gil_requested);
  script.drop_gil(main);
  script.take_gil(feeder, 800);
  script.note(main, Kind::gil_requested);
  script.call(feeder, queue.queue, "take");
  script.now += 8'000;
  script.take(feeder, queue, 1);
  script.call_ends(feeder, "'red'");
  script.call(feeder, queue.queue, "pickle");
  script.now += 4'000;
  script.drop_gil(feeder);
  script.note(feeder, Kind::gil_requested);
  script.take_gil(main, 9'000);
  script.now += 2'000;
  script.buffer(main, queue, 2, "'blue'");
  script.now += 4'000;
  script.call_ends(main, "None");
  ask_empty_at_line(script, main, queue, false);
  script.now += 6'000;
  script.call(main, queue.queue, "get()");
  script.acquire(main, queue.reader_lock);
  script.waits(main, Kind::fd_read, queue.pipe);
  script.drop_gil(main);
  script.take_gil(feeder, 20'000);
  script.pickle(feeder, queue, 1, 18);
  script.now += 5'000;
  script.call_ends(feeder, "");
  script.call(feeder, queue.queue, "write");
  script.write(feeder, queue, 1, 18);
  script.now += 5'000;
  script.call_ends(feeder, "");
  script.take(feeder, queue, 2);
  script.pickle(feeder, queue, 2, 19);
  script.drop_gil(feeder);
  script.note(main, Kind::gil_requested);
  script.take_gil(main, 800);
  script.read(main, queue, 18);
  script.release(main, queue.reader_lock);
  script.release(main, queue.slots);
  script.call_ends(main, "'red'");
  script.now += 6'000;
  script.write(feeder, queue, 2, 19);
  script.now += 30'000;
  ask_empty_at_line(script, main, queue, true);
}

void crowd(TraceScript& script, const CrowdShape& shape) {
  Crowd(script, shape).run();
}

}  // namespace forkscope::test
