#include "core/explore/byte_delta.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/base/byte_text.h"

namespace forkscope::explore {

namespace {

constexpr std::size_t kWord = 8, kEvery = 8;
// What is shorter is written out: saying where it lies would not be shorter.
constexpr std::size_t kShortest = 16;

std::uint64_t word_at(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, text.data() + at, kWord);
  return word;
}

}  // namespace

DeltaBase::DeltaBase(std::string text) : text_(std::move(text)), places_(text_.size() / kEvery + 1) {
  for (std::size_t at = 0; at + kWord <= text_.size(); at += kEvery) {
    const std::uint64_t word = word_at(text_, at);
    auto& slot = places_.slot(word);
    if (slot.number == kNowhere) slot = {word, static_cast<std::uint32_t>(at)};
  }
}

std::size_t DeltaBase::match(std::string_view text, std::size_t at, std::size_t place) const {
  const std::size_t most = std::min(text.size() - at, text_.size() - std::min(place, text_.size()));
  std::size_t size = 0;
  while (size + kWord <= most && word_at(text, at + size) == word_at(text_, place + size)) size += kWord;
  while (size < most && text[at + size] == text_[place + size]) ++size;
  return size;
}

// Looks for words of the text, some here and there.
bool DeltaBase::resembles(std::string_view text) const {
  constexpr std::size_t kSamples = 64;
  if (text.size() < kSamples * (kEvery + kWord)) return true;
  constexpr std::size_t kMostMissing = kSamples / 4;
  std::size_t missing = 0;
  for (std::size_t sample = 0; sample < kSamples && missing <= kMostMissing; ++sample) {
    const std::size_t from = sample * (text.size() / kSamples);
    bool found = false;
    for (std::size_t at = from; at < from + kEvery && !found; ++at)
      found = places_.find(word_at(text, at)) != kNowhere;
    if (!found) ++missing;
  }
  return missing <= kMostMissing;
}

// Pairs of what is written out and what is copied: size, bytes, place, size.
std::string DeltaBase::pack(std::string_view text) const {
  std::string delta;
  std::size_t at = 0, written_from = 0, ahead = 0;
  while (at < text.size()) {
    std::size_t place = at + ahead, size = place <= text_.size() ? match(text, at, place) : 0;
    if (size < kShortest && at + kWord <= text.size()) {
      const std::uint32_t known = places_.find(word_at(text, at));
      if (known != kNowhere) {
        place = known;
        size = match(text, at, place);
      }
    }
    if (size < kShortest) {
      ++at;
      continue;
    }
    base::put_text(delta, text.substr(written_from, at - written_from));
    base::put_number(delta, place);
    base::put_number(delta, size);
    at += size;
    ahead = place + size - at;
    written_from = at;
  }
  base::put_text(delta, text.substr(written_from));
  return delta;
}

std::string DeltaBase::unpack(std::string_view delta) const {
  std::string text;
  for (;;) {
    text += base::take_text(delta);
    if (delta.empty()) return text;
    const std::size_t place = base::take_number(delta);
    text += std::string_view(text_).substr(place, base::take_number(delta));
  }
}

}  // namespace forkscope::explore
