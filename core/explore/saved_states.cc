#include "core/explore/saved_states.h"

#include <algorithm>
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

// The first base that resembles it, so that equal texts are packed alike.
std::string SavedStates::text_of(std::size_t imported, std::string_view run) {
  std::string text;
  base::put_number(text, imported);
  if (!packs_) {
    base::put_number(text, kNoBase);
    return text.append(run);
  }
  std::size_t index = 0;
  while (index < bases_.size() && !bases_[index].resembles(run)) ++index;
  if (index == bases_.size() && index < kMostBases) {
    bytes_of_bases_ += kBytesOfBase * run.size();
    bases_.emplace_back(std::string(run));
  }
  index = std::min(index, kMostBases - 1);
  base::put_number(text, index + 1);
  return text + bases_[index].pack(run);
}

void SavedStates::pack_all() {
  packs_ = true;
  Interner packed;
  for (Number number = 0; number < texts_.size(); ++number) {
    std::string_view rest = texts_[number];
    const std::size_t imported = base::take_number(rest);
    base::take_number(rest);
    packed.add(text_of(imported, rest));
  }
  texts_ = std::move(packed);
}

Interner::Found SavedStates::add(const vm::StateParts& state) {
  const Interner::Found found = texts_.add(text_of(number_of(state.imported), state.run));
  if (!packs_ && texts_.bytes() > most_unpacked_) pack_all();
  return found;
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
