#include "core/trace/trace_file.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/trace/bytes.h"
#include "core/trace/trace_chunks.h"

namespace forkscope::trace {

namespace {

void put_event(std::string& bytes, const Event& event) {
  for (const std::int64_t number : {event.time_ns, event.began_ns, event.a, event.b, event.result})
    put(bytes, number);
  for (const std::uint32_t id : {event.process, event.thread, event.object, event.string, event.line})
    put(bytes, id);
  put(bytes, static_cast<std::uint16_t>(event.kind));
  put(bytes, static_cast<std::uint8_t>(event.phase));
  put(bytes, std::uint8_t{0});
}

std::string kinds_chunk() {
  std::string payload;
  put(payload, static_cast<std::uint32_t>(EventKind::count));
  for (std::uint16_t kind = 0; kind < static_cast<std::uint16_t>(EventKind::count); ++kind) {
    put_string(payload, info(static_cast<EventKind>(kind)).name);
  }
  return chunk("KIND", payload);
}

std::string head_chunk(const TraceFileHeader& header) {
  std::string payload;
  put_string(payload, header.program_name);
  put_string(payload, header.program_text);
  put(payload, header.origin_wall_ns);
  return chunk("HEAD", payload);
}

// Writes events, the strings they are first to use, and what was lost before them.
class EventWriter {
 public:
  EventWriter(std::ostream& file, const Store& store) : file_(file), store_(store) {}

  void write_all() {
    const std::uint64_t end = store_.first_index() + store_.size();
    for (std::uint64_t index = store_.first_index(); index < end; ++index) {
      write_lost(index);
      if (events_.empty()) put(events_, index);
      const Event& event = store_.event(index);
      put_event(events_, event);
      add_string(event.string);
      if (events_.size() >= kEventsHeader + kEventsAChunk * kEventBytes) flush();
    }
    write_lost(end);
    flush();
  }

 private:
  void write_lost(std::uint64_t index) {
    const std::uint64_t lost = store_.lost_before(index);
    if (lost == lost_) return;
    flush();
    std::string payload;
    put(payload, lost - lost_);
    file_ << chunk("LOST", payload);
    lost_ = lost;
  }

  void add_string(base::StringId id) {
    if (id == 0 || is_number_label(id) || !written_.insert(id).second) return;
    put(strings_, id);
    put_string(strings_, store_.string(id));
    ++string_count_;
  }

  void flush() {
    if (string_count_ > 0) {
      std::string payload;
      put(payload, string_count_);
      file_ << chunk("STRS", payload.append(strings_));
    }
    if (!events_.empty()) file_ << chunk("EVTS", events_);
    events_.clear();
    strings_.clear();
    string_count_ = 0;
  }

  std::ostream& file_;
  const Store& store_;
  std::string events_, strings_;
  std::uint32_t string_count_ = 0;
  std::unordered_set<base::StringId> written_;
  std::uint64_t lost_ = 0;
};

class EventReader {
 public:
  EventReader(ChunkWalker& walker, Store& store, ReadTrace& trace)
      : walker_(walker), store_(store), trace_(trace) {
    for (std::uint16_t kind = 0; kind < static_cast<std::uint16_t>(EventKind::count); ++kind) {
      kinds_.push_back(static_cast<EventKind>(kind));
    }
  }

  void read_all() {
    bool has_tail = false;
    while (walker_.next()) {
      if (walker_.damaged()) {
        lose_damaged();
        continue;
      }
      Bytes payload(walker_.payload());
      if (walker_.type() == "HEAD") read_head(payload);
      if (walker_.type() == "KIND") read_kinds(payload);
      if (walker_.type() == "STRS") read_strings(payload);
      if (walker_.type() == "EVTS") read_events(payload);
      if (walker_.type() == "LOST") store_.add_lost(payload.take<std::uint64_t>());
      has_tail = has_tail || walker_.type() == "TAIL";
      if (payload.failed()) walker_.note("A chunk is too short for what it says", walker_.offset());
    }
    if (!has_tail) walker_.note("The file ends before its last chunk", walker_.offset());
    trace_.damage = walker_.damage();
  }

 private:
  // The next events tell by their index how many are missing; at the end only the chunk's length can.
  void lose_damaged() {
    if (walker_.type() == "EVTS" && walker_.length() > kEventsHeader) {
      store_.add_lost((walker_.length() - kEventsHeader) / kEventBytes);
      next_index_ += (walker_.length() - kEventsHeader) / kEventBytes;
    }
  }

  void read_head(Bytes& payload) {
    trace_.header.program_name = payload.take_string();
    trace_.header.program_text = payload.take_string();
    trace_.header.origin_wall_ns = payload.take<std::int64_t>();
  }

  void read_kinds(Bytes& payload) {
    std::unordered_map<std::string_view, EventKind> known;
    for (std::uint16_t kind = 0; kind < static_cast<std::uint16_t>(EventKind::count); ++kind) {
      known.emplace(info(static_cast<EventKind>(kind)).name, static_cast<EventKind>(kind));
    }
    kinds_.clear();
    const auto count = payload.take<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && !payload.failed(); ++i) {
      const auto kind = known.find(payload.take_string());
      kinds_.push_back(kind != known.end() ? kind->second : EventKind::none);
    }
  }

  void read_strings(Bytes& payload) {
    const auto count = payload.take<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && !payload.failed(); ++i) {
      const auto id = payload.take<std::uint32_t>();
      std::string text = payload.take_string();
      if (!payload.failed()) store_.set_string(id, std::move(text));
    }
  }

  void read_events(Bytes& payload) {
    const auto index = payload.take<std::uint64_t>();
    if (started_ && index > next_index_) store_.add_lost(index - next_index_);
    std::vector<Event> events;
    while (payload.left() >= kEventBytes) events.push_back(read_event(payload));
    store_.append(events.data(), events.size());
    started_ = true;
    next_index_ = index + events.size();
  }

  Event read_event(Bytes& payload) {
    Event event;
    for (std::int64_t* number : {&event.time_ns, &event.began_ns, &event.a, &event.b, &event.result}) {
      *number = payload.take<std::int64_t>();
    }
    for (std::uint32_t* id : {&event.process, &event.thread, &event.object, &event.string, &event.line}) {
      *id = payload.take<std::uint32_t>();
    }
    const auto kind = payload.take<std::uint16_t>();
    event.kind = kind < kinds_.size() ? kinds_[kind] : EventKind::none;
    event.phase = payload.take<std::uint8_t>() == 1 ? Phase::waits : Phase::done;
    payload.take<std::uint8_t>();
    return event;
  }

  ChunkWalker& walker_;
  Store& store_;
  ReadTrace& trace_;
  std::vector<EventKind> kinds_;
  std::uint64_t next_index_ = 0;
  bool started_ = false;
};

base::Error file_error(const std::string& what, const std::string& path) {
  return base::system_error(what + " " + path, errno != 0 ? errno : EIO);
}

base::Status write_to(const std::string& path, const TraceFileHeader& header, const Store& store) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!file) return file_error("Cannot write", path);
  std::string start(kFileMagic);
  put(start, kFileVersion);
  put(start, std::uint32_t{0});
  file << start << head_chunk(header) << kinds_chunk();
  EventWriter(file, store).write_all();
  std::string tail;
  put(tail, static_cast<std::uint64_t>(store.size()));
  file << chunk("TAIL", tail);
  file.close();
  if (!file) return file_error("Cannot write", path);
  return base::Done{};
}

}  // namespace

std::string unfinished_trace(const std::string& path) {
  return path + ".part";
}

base::Status write_trace(const std::string& path, const TraceFileHeader& header, const Store& store) {
  const std::string temporary = unfinished_trace(path);
  base::Status status = write_to(temporary, header, store);
  std::error_code failed;
  if (status.ok()) {
    std::filesystem::rename(temporary, path, failed);
    if (failed) status = base::system_error("Cannot write " + path, failed.value());
  }
  if (!status.ok()) std::filesystem::remove(temporary, failed);
  return status;
}

base::Result<ReadTrace> read_trace(const std::string& path, Store& store) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return file_error("Cannot read", path);
  // Through operator<<, which keeps what the buffer throws when reading fails (a folder, a broken disk).
  std::ostringstream contents;
  contents << file.rdbuf();
  if (contents.fail() && errno != 0) return file_error("Cannot read", path);
  const std::string bytes = std::move(contents).str();
  if (bytes.size() < kFileHeaderBytes || bytes.compare(0, kFileMagic.size(), kFileMagic) != 0) {
    return base::Error{path + " is not a Forkscope trace: it does not begin as one (byte 0)."};
  }
  const auto version = Bytes(std::string_view(bytes).substr(kFileMagic.size(), 4)).take<std::uint32_t>();
  if (version == 0 || version > kFileVersion) {
    return base::Error{path + " is a trace of version " + std::to_string(version) +
                       " (byte 8); this program reads version " + std::to_string(kFileVersion) + "."};
  }
  ReadTrace trace;
  ChunkWalker walker(bytes);
  EventReader(walker, store, trace).read_all();
  return trace;
}

}  // namespace forkscope::trace
