#include "core/vm/library_texts.h"

#include <algorithm>

namespace forkscope::vm {

const LibraryText* find_library_text(std::string_view module) {
  const auto texts = library_texts();
  const auto found = std::find_if(texts.begin(), texts.end(),
                                  [module](const LibraryText& text) { return text.module == module; });
  return found == texts.end() ? nullptr : &*found;
}

}  // namespace forkscope::vm
