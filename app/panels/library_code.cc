#include "app/panels/library_code.h"

#include "app/model/names.h"
#include "app/theme/theme.h"
#include "app/widgets/i18n.h"
#include "app/widgets/source_view.h"
#include "app/widgets/text.h"
#include "app/widgets/thread_ink.h"

namespace forkscope::app {

std::string library_title(const Frame& frame) {
  const LibraryView& view = frame.library;
  std::string title = tr("INSIDE THE LIBRARY");
  if (view.thread == 0) return title;
  title += " · " + view.file;
  const bool has_name = !view.function.empty() && view.function.front() != '<';
  return has_name ? title + " · " + view.function + "()" : title;
}

void draw_library_code(const Frame& frame, CommandQueue& commands) {
  static SourceMemory memory;
  const LibraryView& view = frame.library;
  if (view.lines == nullptr) {
    paragraph(theme().fonts.body, theme().palette.text_dim,
              view.thread != 0 ? tr("The source is on its way.")
                               : tr("No thread is inside the library now. A step into put(), get(), start() "
                                    "... shows its lines here."));
    return;
  }
  SourceText text{.lines = *view.lines};
  for (const LibraryMark& mark : view.marks)
    text.markers[mark.line].push_back(SourceMarker{mark.thread, thread_ink(frame.world, mark.thread),
                                                   full_thread_name(frame.store, mark.thread), mark.waits});
  text.line_in_sight = view.line;
  Selection selection = frame.selection;
  const base::ThreadId clicked = draw_source("library", memory, text);
  if (clicked == 0) return;
  selection.thread = clicked;
  commands.push(Select{selection});
}

}  // namespace forkscope::app
