// PoolHistory: what the workers of a Pool or of a ProcessPoolExecutor did, chunk by chunk, as its events
// tell. Follows a store that grows; owned by App, window thread only.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/trace/store.h"

namespace forkscope::app {

enum class ChunkState : std::uint8_t { runs, done, failed, lost };  // lost: its worker was killed

struct PoolChunk {
  std::int64_t index = 0;  // among all chunks that were given, in order
  std::int64_t begin_ns = 0, end_ns = -1;
  ChunkState state = ChunkState::runs;
};

struct PoolWorker {
  base::ProcessId process = 0;
  int pid = 0;
  std::string name;
  std::int64_t began_ns = 0, ended_ns = -1;
  int exit_code = 0;
  std::vector<PoolChunk> chunks;  // in order of time
};

// A count over time: steps between its points.
struct PoolPoint {
  std::int64_t time_ns = 0;
  std::int64_t count = 0;
};

struct PoolView {
  std::vector<std::vector<PoolWorker>>
      rows;                 // a worker that takes the place of one that has ended shares its row
  std::int64_t chunks = 0;  // given, as far as known
  std::int64_t submitted = 0, received = 0;
  std::vector<PoolPoint> waiting;         // chunks that no worker has begun
  std::vector<PoolPoint> arrived;         // chunks whose result the pool has
  std::vector<PoolPoint> printed;         // lines that the program has printed
  std::int64_t lost = 0;                  // chunks
  std::int64_t begin_ns = 0, end_ns = 0;  // of what is shown
};

class PoolHistory {
 public:
  // Takes in what is new. `runs` tells one run from the next.
  void follow(const trace::Store& store, int runs);
  const PoolView& view() const { return view_; }

 private:
  using Task = std::pair<std::int64_t, std::int64_t>;  // job, number

  void take(const trace::Store& store, const trace::Event& event);
  void begin_process(const trace::Store& store, const trace::Event& event);
  void end_process(const trace::Event& event);
  void end_task(const trace::Event& event);
  void count_lines(const trace::Store& store, const trace::Event& event);
  PoolWorker* worker(base::ProcessId process);
  std::int64_t index_of(const Task& task) const;
  void count_waiting(std::int64_t time_ns);

  PoolView view_;
  int runs_ = -1;
  std::uint64_t next_ = 0;
  std::map<std::int64_t, std::int64_t> first_of_job_;                      // the index of its first chunk
  std::map<base::ProcessId, std::pair<std::size_t, std::size_t>> places_;  // row, place in it
  std::int64_t started_ = 0;
};

// The numbers of the tasks in a chunk, "6–8", where every chunk has `size` of `tasks` tasks.
std::string tasks_of_chunk(std::int64_t index, std::int64_t size, std::int64_t tasks);
// The size that Pool.map chooses for `tasks` and `workers`, as multiprocessing documents it.
std::int64_t automatic_chunk(std::int64_t tasks, std::int64_t workers);

}  // namespace forkscope::app
