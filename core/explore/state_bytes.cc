#include "core/explore/state_bytes.h"

#include <algorithm>
#include <concepts>
#include <type_traits>

#include "core/base/byte_text.h"
#include "core/base/check.h"

namespace forkscope::explore {

namespace {

using namespace kernel;

// One list of fields a type, for both ways.
class Writer {
 public:
  template <typename Number>
  requires(std::integral<Number> || std::is_enum_v<Number>) void operator()(Number number) {
    const auto wide = static_cast<std::int64_t>(number);
    base::put_number(bytes, (static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63));
  }
  void operator()(const std::string& text) { base::put_text(bytes, text); }
  template <typename Items>
  void size(const Items& items) {
    base::put_number(bytes, items.size());
  }
  std::string bytes;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : bytes(text) {}
  template <typename Number>
  requires(std::integral<Number> || std::is_enum_v<Number>) void operator()(Number& number) {
    const std::uint64_t folded = base::take_number(bytes);
    number =
        static_cast<Number>(static_cast<std::int64_t>(folded >> 1) ^ -static_cast<std::int64_t>(folded & 1));
  }
  void operator()(std::string& text) { text = base::take_text(bytes); }
  std::string_view bytes;
};

template <typename Archive, typename Value>
void visit(Archive& archive, Value& value);

template <typename Map>
concept IsMap = requires {
  typename std::remove_const_t<Map>::mapped_type;
};
template <typename List>
concept IsList = requires(List& list) {
  list.push_back(*list.begin());
}
&&!std::same_as<std::remove_const_t<List>, std::string>;
template <typename Set>
concept IsSet = requires {
  typename std::remove_const_t<Set>::key_type;
}
&&!IsMap<Set>;

template <typename Items>
void visit_items(Writer& archive, const Items& items) {
  archive.size(items);
  for (const auto& item : items) {
    if constexpr (IsMap<Items>) {
      visit(archive, item.first);
      visit(archive, item.second);
    } else {
      visit(archive, item);
    }
  }
}

template <typename Items>
void visit_items(Reader& archive, Items& items) {
  items.clear();
  for (std::uint64_t count = base::take_number(archive.bytes); count > 0; --count) {
    if constexpr (IsMap<Items>) {
      typename Items::key_type key{};
      visit(archive, key);
      visit(archive, items.emplace_hint(items.end(), std::move(key), typename Items::mapped_type{})->second);
    } else if constexpr (IsSet<Items>) {
      typename Items::key_type key{};
      visit(archive, key);
      items.insert(items.end(), key);
    } else {
      visit(archive, items.emplace_back());
    }
  }
}

template <typename Archive>
void fields(Archive& archive, auto& value, const SimDescriptor*) {
  archive(value.kind), archive(value.read), archive(value.written), archive(value.pid);
}
template <typename Archive>
void fields(Archive& archive, auto& value, const SimStream::Piece*) {
  archive(value.used), archive(value.bytes), visit(archive, value.passed);
}
template <typename Archive>
void fields(Archive& archive, auto& value, const SimStream*) {
  archive(value.is_socket), visit(archive, value.pieces);
}
template <typename Archive>
void fields(Archive& archive, auto& value, const SimThread*) {
  archive(value.id), archive(value.name), archive(value.deadline_ns), archive(value.written);
  archive(value.condition), archive(value.was_notified), archive(value.reads_clock);
  archive(value.objects_made), archive(value.processes_made);
}
template <typename Archive>
void fields(Archive& archive, auto& value, const SimCondition*) {
  archive(value.lock), visit(archive, value.waiters);
}
template <typename Archive>
void fields(Archive& archive, auto& value, const SimSignals*) {
  archive(value.arrived), archive(value.ignored), archive(value.caught), archive(value.blocked);
}
template <typename Archive>
void fields(Archive& archive, auto& value, const SimProcess*) {
  archive(value.id), archive(value.parent), archive(value.state), archive(value.exit_code),
      archive(value.name);
  visit(archive, value.descriptors), visit(archive, value.semaphores), visit(archive, value.memories);
  visit(archive, value.locks), visit(archive, value.conditions), visit(archive, value.threads);
  visit(archive, value.ended_threads), visit(archive, value.signals), visit(archive, value.names_given);
}
template <typename Archive>
void fields(Archive& archive, auto& value, const SimSemaphore*) {
  archive(value.value), archive(value.name), archive(value.holder);
}
template <typename Archive>
void fields(Archive& archive, auto& value, const SimMemory*) {
  archive(value.bytes), archive(value.name);
}
template <typename Archive>
void fields(Archive& archive, auto& value, const SimListener*) {
  archive(value.address), archive(value.room), visit(archive, value.waiting);
}
template <typename Archive, typename Value>
void visit(Archive& archive, Value& value) {
  using Plain = std::remove_const_t<Value>;
  if constexpr (std::integral<Plain> || std::is_enum_v<Plain> || std::same_as<Plain, std::string>) {
    archive(value);
  } else if constexpr (IsMap<Plain> || IsSet<Plain> || IsList<Plain>) {
    visit_items(archive, value);
  } else {
    fields(archive, value, static_cast<const Plain*>(nullptr));
  }
}

}  // namespace

void normalize(SimWorld& world) {
  bool is_seen = false;
  for (const auto& [id, process] : world.processes) {
    is_seen = is_seen || std::ranges::any_of(process.threads,
                                             [](const auto& entry) { return entry.second.reads_clock; });
  }
  if (is_seen || world.now_ns == 0) return;
  for (auto& [id, process] : world.processes) {
    for (auto& [thread_id, thread] : process.threads) {
      // What has run out stays so.
      if (thread.deadline_ns >= 0)
        thread.deadline_ns = std::max<std::int64_t>(thread.deadline_ns - world.now_ns, 0);
    }
  }
  world.now_ns = 0;
}

namespace {

void list_names(Writer& writer, const auto& objects) {
  writer.size(objects.all());
  for (const auto& [id, object] : objects.all()) writer(id), writer(object.name);
}

void list_passed(Writer& writer, const SimObjects<SimStream>& streams) {
  writer.size(streams.all());
  for (const auto& [id, stream] : streams.all()) {
    std::vector<SimDescriptor> passed;
    for (const SimStream::Piece& piece : stream.pieces)
      passed.insert(passed.end(), piece.passed.begin(), piece.passed.end());
    writer(id), visit(writer, passed);
  }
}

// What list_names() or list_passed() has written, but only which objects there are.
void make_listed(Reader& reader, auto& objects, auto what) {
  objects.all().clear();
  for (std::uint64_t count = base::take_number(reader.bytes); count > 0; --count) {
    base::ObjectId id = 0;
    reader(id), visit(reader, what);
    objects.all().emplace_hint(objects.all().end(), id,
                               typename std::decay_t<decltype(objects)>::Map::mapped_type());
  }
}

// Calls `use` with the object at the place.
void with_object(auto& world, std::size_t place, const auto& use) {
  const auto is_there = [&](auto& objects) {
    if (place >= objects.size()) {
      place -= objects.size();
      return false;
    }
    use(objects.nth(place)->second);
    return true;
  };
  const bool found =
      is_there(world.streams.all()) || is_there(world.semaphores.all()) || is_there(world.memories.all());
  FORKSCOPE_CHECK(found, "an object of the world");
}

}  // namespace

std::string bytes_of_rest(const SimWorld& world) {
  Writer writer;
  writer(world.now_ns), writer(world.kills);
  visit(writer, world.listeners), visit(writer, world.names_given);
  list_passed(writer, world.streams), list_names(writer, world.semaphores),
      list_names(writer, world.memories);
  return std::move(writer.bytes);
}

void fill_rest(SimWorld& world, std::string_view bytes) {
  Reader reader(bytes);
  reader(world.now_ns), reader(world.kills);
  visit(reader, world.listeners), visit(reader, world.names_given);
  make_listed(reader, world.streams, std::vector<SimDescriptor>());
  make_listed(reader, world.semaphores, std::string());
  make_listed(reader, world.memories, std::string());
}

std::vector<base::ObjectId> objects_of(const SimWorld& world) {
  std::vector<base::ObjectId> ids;
  const auto add = [&ids](const auto& objects) {
    for (const auto& [id, object] : objects.all()) ids.push_back(id);
  };
  add(world.streams), add(world.semaphores), add(world.memories);
  return ids;
}

std::string bytes_of_object(const SimWorld& world, std::size_t place) {
  Writer writer;
  with_object(world, place, [&writer](const auto& object) { visit(writer, object); });
  return std::move(writer.bytes);
}

void fill_object(SimWorld& world, std::size_t place, std::string_view bytes) {
  Reader reader(bytes);
  with_object(world, place, [&reader](auto& object) { visit(reader, object); });
}

std::string bytes_of(const SimProcess& process) {
  Writer writer;
  visit(writer, process);
  return std::move(writer.bytes);
}

std::string bytes_of_shown(const SimProcess& process) {
  Writer writer;
  writer(process.id), writer(process.parent), writer(process.state), writer(process.exit_code);
  visit(writer, process.descriptors), visit(writer, process.semaphores), visit(writer, process.memories);
  visit(writer, process.signals);
  return std::move(writer.bytes);
}

SimProcess process_of(std::string_view bytes) {
  Reader reader(bytes);
  SimProcess process;
  visit(reader, process);
  return process;
}

}  // namespace forkscope::explore
