#include "core/explore/saved_states.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "core/base/byte_text.h"

namespace forkscope::explore {

namespace {

constexpr std::size_t kMostBases = 32;
// A base is its text, and where in it things lie.
constexpr std::size_t kBytesOfBase = 4;

}  // namespace

std::size_t SavedStates::number_of(const std::shared_ptr<const std::string>& imported) {
  const auto is_same = [&](const auto& known) { return known == imported || *known == *imported; };
  const auto found = std::ranges::find_if(imported_, is_same);
  if (found != imported_.end()) return static_cast<std::size_t>(found - imported_.begin());
  bytes_of_imported_ += imported->size();
  imported_.push_back(imported);
  return imported_.size() - 1;
}

// What comes next is most often like something that came just before.
std::size_t SavedStates::base_for(std::string_view run) {
  const auto resembles = [&](std::size_t base) { return bases_[base].resembles(run); };
  auto found = std::ranges::find_if(by_use_, resembles);
  if (found == by_use_.end() && bases_.size() < kMostBases) {
    bytes_of_bases_ += kBytesOfBase * run.size();
    found = by_use_.insert(by_use_.end(), bases_.size());
    bases_.emplace_back(std::string(run));
  }
  if (found == by_use_.end()) return kMostBases - 1;
  std::rotate(by_use_.begin(), found, found + 1);
  return by_use_.front();
}

std::string SavedStates::text_of(std::size_t imported, std::string_view run) {
  std::string text;
  base::put_number(text, imported);
  if (!packs_) {
    base::put_number(text, kNoBase);
    return text.append(run);
  }
  const std::size_t base = base_for(run);
  base::put_number(text, base + 1);
  return text + bases_[base].pack(run);
}

void SavedStates::pack_all() {
  packs_ = true;
  bytes_of_texts_ = 0;
  for (std::string& text : texts_) {
    std::string_view rest = text;
    const std::size_t imported = base::take_number(rest);
    base::take_number(rest);
    text = text_of(imported, rest);
    bytes_of_texts_ += text.size() + kPerText;
  }
}

bool SavedStates::is_there(Number number, std::size_t imported, std::string_view run) const {
  std::string_view rest = texts_[number];
  if (base::take_number(rest) != imported) return false;
  const std::size_t base = base::take_number(rest);
  return base == kNoBase ? rest == run : bases_[base - 1].unpack(rest) == run;
}

Interner::Found SavedStates::add(const vm::StateParts& state) {
  const std::size_t imported = number_of(state.imported);
  const std::size_t hash = std::hash<std::string_view>()(state.run) + imported;
  const auto [first, last] = by_hash_.equal_range(hash);
  const auto known = std::find_if(
      first, last, [&](const auto& entry) { return is_there(entry.second, imported, state.run); });
  if (known != last) return {known->second, false};
  const auto number = static_cast<Number>(texts_.size());
  texts_.push_back(text_of(imported, state.run));
  by_hash_.emplace(hash, number);
  bytes_of_texts_ += texts_.back().size() + kPerText;
  if (!packs_ && bytes_of_texts_ > most_unpacked_) pack_all();
  return {number, true};
}

std::size_t SavedStates::imported(Number number) const {
  std::string_view rest = texts_[number];
  return base::take_number(rest);
}

vm::StateParts SavedStates::operator[](Number number) const {
  std::string_view rest = texts_[number];
  const std::size_t imported = base::take_number(rest), base = base::take_number(rest);
  return {imported_[imported], base == kNoBase ? std::string(rest) : bases_[base - 1].unpack(rest)};
}

}  // namespace forkscope::explore
