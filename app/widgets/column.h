// Column: lays lines out downwards in the region that is open, below a heading each; its scroll bar keeps
// free of them. Window thread only.
#pragma once

#include <string>

#include "app/widgets/area.h"

namespace forkscope::app {

class Column {
 public:
  Column();

  // The next line, `height` tall; drawn in by the caller, who then says how tall it really was.
  Area line(float height) const;
  void below(ImVec2 from, float height, float gap);
  // With a line above it, unless it is the first.
  void heading(const char* words, bool first = false);
  void text(ImFont* font, ImU32 colour, const std::string& words);

 private:
  float width_;
};

}  // namespace forkscope::app
