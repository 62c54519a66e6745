// FontShelf: the theme's fonts in ImGui's atlas, from Debian's font packages, each with a fallback when it is
// missing. Up to ImGui 1.91 an atlas holds only the characters it was built with: the shelf collects what
// texts need and is built again when something new turns up. Window thread only; build() reads font files
// (about 50 ms with Korean).
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "app/theme/theme.h"

namespace forkscope::app {

class FontShelf {
 public:
  // Remembers the characters of a text that will be drawn.
  void need(std::string_view text);
  // True if need() has met characters that the atlas does not have.
  bool stale() const { return stale_; }

  // Builds the atlas of the current ImGui context for `scale`. The caller renews the texture afterwards.
  // Every ImFont* of an earlier build is invalid.
  Fonts build(float scale);

  // One sentence for each font that is missing; empty if all are there.
  const std::string& missing() const { return missing_; }

 private:
  ImFont* add(const char* file, float size, bool with_cjk, bool bold);

  std::set<ImWchar> wanted_;  // beyond the Latin ranges
  ImVector<ImWchar> ranges_;  // the same, as ImGui wants it while it builds
  bool stale_ = true;
  std::string missing_;
};

}  // namespace forkscope::app
