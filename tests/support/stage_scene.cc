#include "tests/support/stage_scene.h"

#include "app/panels/happening.h"
#include "app/panels/stage.h"
#include "app/theme/theme.h"
#include "app/widgets/area.h"

namespace forkscope::test {

using trace::EventKind;

StageScene::StageScene(const std::string& name, int processes, int queues) {
  if (name == "lie") lie();
  if (name == "crowd") crowd(processes, queues);
  if (name == "killed") killed();
  if (name == "pool") pool();
  if (name == "values") values();
  if (name == "stuck") stuck();
  if (name == "begin") script_.process("MainProcess", 3, {}, 4711);
  scene_.show(script_);
  scene_.step.active = true;
  scene_.step.count = scene_.step.position = last_.end_event > 0 ? 9 : 0;
  if (last_.end_event > 0) scene_.step.last = &last_;
}

void StageScene::begin_step(std::string entry, base::ThreadId thread) {
  last_ = {};
  last_.entry = std::move(entry);
  last_.thread = thread;
  last_.first_event = script_.events().size();
}

app::NextMove& StageScene::next(const std::string& name, ScriptThread by, EventKind kind,
                                base::ObjectId object, bool can_move) {
  app::NextMove move;
  move.thread = name;
  move.id = by.thread;
  move.process = by.process;
  move.kind = kind;
  move.object = object;
  move.can_move = can_move;
  scene_.step.moves.push_back(move);
  if (can_move && scene_.step.suggested.empty()) scene_.step.suggested = name;
  return scene_.step.moves.back();
}

void StageScene::lie() {
  const ScriptThread main = script_.process("MainProcess", 3, {}, 4711);
  const ScriptQueue queue = script_.queue(main, "q");
  const ScriptThread feeder = script_.thread(main, "QueueFeederThread");
  script_.buffer(main, queue, 1, "'red'");
  script_.buffer(main, queue, 2, "'blue'");
  script_.take_gil(feeder);
  script_.take(feeder, queue, 1);
  script_.drop_gil(feeder);
  script_.take_gil(main);
  script_.call(main, queue.queue, "empty()");
  begin_step("main", main.thread);
  script_.ask_empty(main, queue, false);
  script_.call_ends(main, "True");
  last_.end_event = script_.events().size();
  next("main", main, EventKind::stream_write, 0, true).text = "nothing to do\n";
  next("feeder", feeder, EventKind::sem_acquire, queue.writer_lock, true);
}

void StageScene::crowd(int processes, int queues) {
  const ScriptThread main = script_.process("MainProcess", 3, {}, 4711);
  std::vector<ScriptQueue> made;
  for (int i = 0; i < queues; ++i) made.push_back(script_.queue(main, "q" + std::to_string(i + 1), 10));
  for (int i = 1; i < processes; ++i) {
    const ScriptThread child = script_.process("Process-" + std::to_string(i), 0, main, 4711 + i);
    if (made.empty()) continue;
    const ScriptQueue& queue = made[static_cast<std::size_t>(i % queues)];
    if (i % 3 == 0) {
      script_.waits(child, EventKind::sem_acquire, queue.reader_lock);
      continue;
    }
    const ScriptThread feeder = script_.thread(child, "QueueFeederThread");
    for (int item = 1; item <= 4; ++item)
      script_.buffer(child, queue, item,
                     i % 2 == 0 ? std::to_string(item) : "'item " + std::to_string(item) + "'");
    script_.take(feeder, queue, 1);
    script_.pickle(feeder, queue, 1, 18);
    script_.write(feeder, queue, 1, 18);
    begin_step("Process-" + std::to_string(i) + ".feeder", feeder.thread);
    script_.take(feeder, queue, 2);
    last_.end_event = script_.events().size();
    next(last_.entry, feeder, EventKind::sem_acquire, queue.writer_lock, true);
  }
  next("main", main, EventKind::process_wait, 0, false);
}

void StageScene::killed() {
  const ScriptThread main = script_.process("MainProcess", 3, {}, 4711);
  const ScriptQueue queue = script_.queue(main, "q");
  const ScriptThread feeder = script_.thread(main, "QueueFeederThread");
  const ScriptThread first = script_.process("Process-1", 0, main, 4712);
  const ScriptThread second = script_.process("Process-2", 0, main, 4713);
  for (int item = 1; item <= 3; ++item) {
    script_.buffer(main, queue, item, "'task " + std::to_string(item) + "'");
    script_.take(feeder, queue, item);
    script_.pickle(feeder, queue, item, 22);
    script_.write(feeder, queue, item, 22);
  }
  script_.acquire(first, queue.reader_lock);
  script_.waits(second, EventKind::sem_acquire, queue.reader_lock);
  begin_step("kill:Process-1", 0);
  script_.process_ended(first.process, -9);
  last_.end_event = script_.events().size();
  next("Process-2", second, EventKind::sem_acquire, queue.reader_lock, false);
  next("main", main, EventKind::process_wait, 0, false);
  next("feeder", feeder, EventKind::condition_wait, 0, false);
  scene_.step.is_stuck = true;
}

void StageScene::pool() {
  constexpr base::ObjectId kPool = 700, kTasks = 701, kResults = 702;
  const ScriptThread main = script_.process("MainProcess", 3, {}, 4711);
  script_.note(main, EventKind::pool_created, kPool, 3, std::int64_t{kTasks} << 32 | kResults);
  script_.note(main, EventKind::object_named, kPool, 0, 0, "pool");
  script_.request(main, EventKind::pipe_create, kTasks, 3, 4, 0);
  script_.request(main, EventKind::pipe_create, kResults, 5, 6, 0);
  for (const char* name :
       {"Thread-1 (_handle_workers)", "Thread-2 (_handle_tasks)", "Thread-3 (_handle_results)"})
    script_.thread(main, name);
  script_.note(main, EventKind::pool_job, kPool, 0, 10, "map(square)");
  script_.waits(main, EventKind::condition_wait, 0);
  for (int i = 1; i <= 3; ++i) {
    const ScriptThread worker = script_.process("ForkPoolWorker-" + std::to_string(i), 0, main, 4711 + i);
    script_.note(main, EventKind::task_submitted, kPool, 0, i - 1);
    script_.request(main, EventKind::fd_write, kTasks, 4, 60, 60);
    if (i == 3) continue;
    begin_step("ForkPoolWorker-" + std::to_string(i), worker.thread);
    script_.request(worker, EventKind::fd_read, kTasks, 3, 60, 60);
    script_.note(worker, EventKind::task_started, kPool, 0, i - 1);
    last_.end_event = script_.events().size();
    next(last_.entry, worker, EventKind::fd_write, kResults, true);
  }
}

void StageScene::values() {
  constexpr base::ObjectId kLock = 800, kSlots = 801, kValue = 900, kArray = 901, kMemory = 950;
  const ScriptThread main = script_.process("MainProcess", 3, {}, 4711);
  const ScriptThread first = script_.process("Process-1", 0, main, 4712);
  const ScriptThread second = script_.process("Process-2", 0, main, 4713);
  script_.request(main, EventKind::sem_create, kLock, 1, 1, 0);
  script_.note(main, EventKind::object_named, kLock, 0, 0, "guard");
  script_.request(main, EventKind::sem_create, kSlots, 3, 3, 0);
  script_.note(main, EventKind::object_named, kSlots, 0, 0, "seats");
  script_.note(main, EventKind::shared_value_created, kValue, std::int64_t{kMemory} << 32, 1 << 8 | 'i',
               "c_int", 4);
  script_.note(main, EventKind::object_named, kValue, 0, 0, "counter");
  script_.note(main, EventKind::shared_value_created, kArray, std::int64_t{kMemory} << 32 | 64, 12 << 8 | 'i',
               "c_int_Array_12", 48);
  script_.note(main, EventKind::object_named, kArray, 0, 0, "numbers");
  script_.request(main, EventKind::pipe_create, 970, 3, 4, 0);
  script_.request(main, EventKind::fd_write, 970, 4, 12, 12);
  script_.acquire(first, kLock);
  script_.waits(second, EventKind::sem_acquire, kLock);
  for (const ScriptThread& by : {first, second}) script_.request(by, EventKind::memory_read, kValue, 0, 0, 4);
  script_.request(second, EventKind::memory_write, kValue, 0, 1, 4);
  begin_step("Process-1", first.thread);
  script_.request(first, EventKind::memory_write, kValue, 0, 1, 4);
  last_.end_event = script_.events().size();
  next("Process-1", first, EventKind::sem_release, kLock, true);
  next("Process-2", second, EventKind::sem_acquire, kLock, false);
  next("main", main, EventKind::process_wait, 0, false);
}

void StageScene::stuck() {
  constexpr base::ObjectId kLeft = 800, kRight = 801;
  const ScriptThread main = script_.process("MainProcess", 3, {}, 4711);
  const ScriptThread first = script_.process("Process-1", 0, main, 4712);
  const ScriptThread second = script_.process("Process-2", 0, main, 4713);
  for (const auto& [id, name] : {std::pair{kLeft, "left"}, std::pair{kRight, "right"}}) {
    script_.request(main, EventKind::sem_create, id, 1, 1, 0);
    script_.note(main, EventKind::object_named, id, 0, 0, name);
  }
  script_.acquire(first, kLeft);
  begin_step("Process-2", second.thread);
  script_.acquire(second, kRight);
  last_.end_event = script_.events().size();
  next("Process-1", first, EventKind::sem_acquire, kRight, false);
  next("Process-2", second, EventKind::sem_acquire, kLeft, false);
  next("main", main, EventKind::process_wait, 0, false);
  scene_.step.is_stuck = true;
}

void StageScene::draw(float width, float height, double seconds) {
  using app::Area;
  const app::Metrics& metrics = app::theme().metrics;
  app::Frame shown = scene_.frame();
  shown.seconds = seconds;
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(width, height));
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBackground);
  Area rest{ImVec2(metrics.gap, metrics.gap), ImVec2(width - metrics.gap, height - metrics.gap)};
  const Area right = rest.cut_right(width * 0.32f, metrics.gap);
  app::draw_card(rest);
  app::draw_card(right);
  {
    const app::Region region("stage", app::titled(rest, "STAGE"), app::Scroll::none);
    app::draw_stage(shown, scene_.commands);
  }
  {
    const app::Region region("happening", app::titled(right, "WHAT IS HAPPENING"));
    app::draw_happening(shown, scene_.commands);
  }
  ImGui::End();
}

}  // namespace forkscope::test
