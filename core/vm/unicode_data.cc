#include "core/vm/unicode_data.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string>
#include <vector>

namespace forkscope::vm::unicode {

namespace {

// Names that are the prefix, a dash and the code point.
struct NumberedNames {
  std::string_view prefix;
  char32_t first, last;
};

#include "unicode_tables.inc"

constexpr std::size_t kBlockSize = 128;

// The parts of a Hangul syllable's name, in the order of the code points (Unicode, section 3.12).
constexpr std::array<std::string_view, 19> kInitials = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                                        "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
constexpr std::array<std::string_view, 21> kMedials = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                                       "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                                       "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
constexpr std::array<std::string_view, 28> kFinals = {
    "",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
    "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};
constexpr char32_t kFirstSyllable = 0xac00;

// CPython makes these out of their parts, and takes them in upper case only.
constexpr std::string_view kSyllable = "HANGUL SYLLABLE ", kIdeograph = "CJK UNIFIED IDEOGRAPH-";

std::optional<char32_t> find_syllable(std::string_view name) {
  for (std::size_t initial = 0; initial < kInitials.size(); ++initial) {
    if (!name.starts_with(kInitials[initial])) continue;
    const std::string_view rest = name.substr(kInitials[initial].size());
    for (std::size_t medial = 0; medial < kMedials.size(); ++medial) {
      if (!rest.starts_with(kMedials[medial])) continue;
      const auto end = std::ranges::find(kFinals, rest.substr(kMedials[medial].size()));
      if (end == kFinals.end()) continue;
      const std::size_t place = (initial * kMedials.size() + medial) * kFinals.size();
      return static_cast<char32_t>(kFirstSyllable + place + static_cast<std::size_t>(end - kFinals.begin()));
    }
  }
  return std::nullopt;
}

// Four digits, or five where that is what the number needs; or of the ideographs that CPython reads itself.
std::optional<char32_t> find_numbered(std::string_view name) {
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string_view digits = name.substr(dash + 1);
  std::uint32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number, 16);
  if (read.ptr != end || read.ec != std::errc() || digits.size() < 4 || digits.size() > 5)
    return std::nullopt;
  if (digits.size() == 5 && digits[0] == '0' && !name.starts_with(kIdeograph)) return std::nullopt;
  for (const NumberedNames& names : kNumberedNames) {
    if (names.prefix == name.substr(0, dash) && number >= names.first && number <= names.last) return number;
  }
  return std::nullopt;
}

constexpr std::string_view word(std::size_t number) {
  return {kWordText + kWordStarts[number], kWordStarts[number + 1] - kWordStarts[number]};
}

// The numbers of the words in the tables; false: one is in no name.
bool number_words(std::string_view name, std::vector<std::uint16_t>& numbers) {
  while (true) {
    const std::size_t space = std::min(name.find(' '), name.size());
    const auto* end = std::end(kWordStarts) - 1;
    const auto is_before = [](const std::uint32_t& start, std::string_view wanted) {
      return word(static_cast<std::size_t>(&start - kWordStarts)) < wanted;
    };
    const auto* found = std::lower_bound(std::begin(kWordStarts), end, name.substr(0, space), is_before);
    const auto number = static_cast<std::size_t>(found - kWordStarts);
    if (found == end || word(number) != name.substr(0, space)) return false;
    numbers.push_back(static_cast<std::uint16_t>(number));
    if (space == name.size()) return true;
    name.remove_prefix(space + 1);
  }
}

std::span<const std::uint16_t> words_of_name(std::size_t name) {
  return {kNameWords + kNameStarts[name], kNameWords + kNameStarts[name + 1]};
}

}  // namespace

const Properties& properties_of(char32_t c) {
  if (c > 0x10ffff) c = 0xffff;
  return kRecords[kBlocks[kIndex[c / kBlockSize] * kBlockSize + c % kBlockSize]];
}

const CaseChange* case_change_of(char32_t c) {
  // Of nearly all characters the look at their properties says it.
  if ((properties_of(c).flags & kHasCaseChange) == 0) return nullptr;
  return std::ranges::lower_bound(kCaseChanges, c, {}, &CaseChange::from);
}

std::optional<char32_t> find_by_name(std::string_view given) {
  std::string name(given);
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  const bool is_made = name.starts_with(kSyllable) || name.starts_with(kIdeograph);
  if (is_made && name != given) return std::nullopt;
  if (name.starts_with(kSyllable)) return find_syllable(std::string_view(name).substr(kSyllable.size()));
  std::vector<std::uint16_t> numbers;
  if (!number_words(name, numbers)) return find_numbered(name);
  std::size_t low = 0, high = std::size(kNamePoints);
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (std::ranges::lexicographical_compare(words_of_name(middle), numbers)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low < std::size(kNamePoints) && std::ranges::equal(words_of_name(low), numbers))
    return kNamePoints[low];
  return find_numbered(name);
}

}  // namespace forkscope::vm::unicode
