// The reader of trace files on random bytes, and the world at some moments of what it kept. Random bytes have
// no right check sums: every other input is taken as payloads, which are put into right chunks here.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#include "core/trace/bytes.h"
#include "core/trace/store.h"
#include "core/trace/trace_chunks.h"
#include "core/trace/trace_file.h"

namespace {

using namespace forkscope::trace;

constexpr std::string_view kTypes[] = {"HEAD", "KIND", "STRS", "EVTS", "LOST", "TAIL"};

const std::string& scratch_file() {
  static const std::string path = "/tmp/forkscope-fuzz-" + std::to_string(getpid()) + ".trace";
  static const int removed_at_exit = std::atexit([] { std::remove(scratch_file().c_str()); });
  static_cast<void>(removed_at_exit);
  return path;
}

// A byte for the type, two for the length, the payload; and again.
std::string in_chunks(std::string_view input) {
  std::string file(kFileMagic);
  put(file, kFileVersion);
  put(file, std::uint32_t{0});
  while (input.size() >= 3) {
    const std::string_view type = kTypes[static_cast<unsigned char>(input[0]) % std::size(kTypes)];
    const std::size_t length =
        static_cast<unsigned char>(input[1]) + 256u * static_cast<unsigned char>(input[2]);
    input.remove_prefix(3);
    const std::string_view payload = input.substr(0, length);
    file += chunk(type, payload);
    input.remove_prefix(payload.size());
  }
  return file;
}

void look_around(const Store& store) {
  for (const std::int64_t time :
       {store.begin_ns(), store.end_ns(), store.begin_ns() / 2 + store.end_ns() / 2}) {
    store.world_at(time);
    store.index_at(time);
  }
  for (const QueueTrack& queue : store.queues())
    store.wrong_summary(queue.queue, Question::empty, store.end_ns());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string file = data[0] % 2 == 0 ? std::string(input) : in_chunks(input);
  std::ofstream(scratch_file(), std::ios::binary | std::ios::trunc) << file;
  Store store;
  if (read_trace(scratch_file(), store).ok()) look_around(store);
  return 0;
}
