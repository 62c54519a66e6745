#include "app/panels/pool_facts.h"

#include <algorithm>
#include <string>

#include "app/model/pool_settings.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

void say(const std::string& words) {
  paragraph(theme().fonts.body, theme().palette.text, words);
}

std::string share_text(const PoolView& pool) {
  std::size_t least = static_cast<std::size_t>(-1), most = 0, workers = 0;
  for (const auto& row : pool.rows)
    for (const PoolWorker& worker : row) {
      least = std::min(least, worker.chunks.size());
      most = std::max(most, worker.chunks.size());
      ++workers;
    }
  if (workers == 0) return {};
  if (least == most)
    return tr_format_plural("Every worker did {0} chunk.", "Every worker did {0} chunks.",
                            static_cast<std::uint64_t>(most));
  return tr_format("The busiest of {0} workers did {1} chunks, the idlest {2}.", workers, most, least);
}

// From the first worker without work to the last result.
std::string idle_text(const PoolView& pool) {
  std::int64_t first_end = -1, last_end = -1;
  for (const auto& row : pool.rows) {
    const PoolWorker& worker = row.back();
    if (worker.chunks.empty() || worker.chunks.back().end_ns < 0) continue;
    const std::int64_t end = worker.chunks.back().end_ns;
    first_end = first_end < 0 ? end : std::min(first_end, end);
    last_end = std::max(last_end, end);
  }
  if (first_end < 0 || pool.rows.size() < 2) return {};
  return tr_format("At the end one worker had nothing left to do for {0}, while another still worked.",
                   duration_text(last_end - first_end));
}

void say_loss(const PoolView& pool, const PoolSettings& settings, bool runs) {
  const Theme& t = theme();
  const auto warn = [&](const std::string& words) { paragraph(t.fonts.body, t.palette.wrong_text, words); };
  if (settings.is_executor)
    return warn(
        tr("A worker ended with a task in hand. ProcessPoolExecutor notices it and gives up as a whole: "
           "every pending "
           "future raises BrokenProcessPool."));
  warn(
      tr_format_plural("A worker was killed with {0} chunk in hand. The Pool has started another worker, but "
                       "does the chunk not again.",
                       "Workers were killed with {0} chunks in hand. The Pool has started others, but does "
                       "the chunks not again.",
                       static_cast<std::uint64_t>(pool.lost)));
  if (runs && pool.received + pool.lost >= std::max(pool.chunks, pool.submitted))
    warn(
        tr("All other results are there. The program waits for the lost one, and nobody will ever send it. "
           "Press S to stop it."));
}

}  // namespace

void draw_pool_facts(const Frame& frame, const Area& card) {
  draw_card(card);
  const Region region("facts", titled(card, tr("WHAT HAPPENED")));
  const PoolView& pool = frame.pool;
  const PoolSettings settings = pool_settings(frame.knobs);
  const std::int64_t chunks = std::max(pool.chunks, pool.submitted);
  if (chunks == 0)
    return paragraph(theme().fonts.body, theme().palette.text_faint,
                     tr("The pool has not been given anything yet."));
  if (pool.lost > 0) say_loss(pool, settings, frame.state == RunState::running);
  say(
      tr_format("{0} tasks went to the workers in {1} chunks of {2}: each is one pickle and one trip through "
                "the pipe, and one back.",
                settings.tasks, chunks, settings.real_chunk()));
  if (const std::string words = share_text(pool); !words.empty()) say(words);
  if (frame.state != RunState::running)
    if (const std::string words = idle_text(pool); !words.empty()) say(words);
  std::size_t replaced = 0;
  for (const auto& row : pool.rows) replaced += row.size() - 1;
  if (replaced > 0)
    say(tr_format_plural("{0} worker was started in the place of another.",
                         "{0} workers were started in the place of others.",
                         static_cast<std::uint64_t>(replaced)));
}

}  // namespace forkscope::app
