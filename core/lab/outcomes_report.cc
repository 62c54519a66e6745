#include <algorithm>
#include <array>

#include "core/explore/chance.h"
#include "core/explore/examples.h"
#include "core/explore/fates.h"
#include "core/explore/schedules.h"
#include "core/lab/outcomes_text.h"
#include "core/trace/event.h"

namespace forkscope::lab {

namespace {

using namespace explore;

constexpr std::array kChanceAt{0.0, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.07,
                               0.1, 0.15,   0.2,    0.25,   0.3,   0.4,   0.5,   0.6,  0.7,  0.8,  0.9,  1.0};
constexpr std::size_t kMostFates = 60;

// kNoOutcome stands for what is not known, and is no row.
std::vector<int> rows_of(const std::vector<OutcomeId>& set) {
  std::vector<int> rows;
  for (const OutcomeId id : set) {
    if (id != kNoOutcome) rows.push_back(static_cast<int>(id));
  }
  return rows;
}

class Report {
 public:
  explicit Report(const Graph& graph)
      : graph_(graph),
        unfolding_(unfold(graph)),
        outcomes_(outcomes_of(graph, unfolding_)),
        turns_(turns_of(graph, unfolding_)),
        fates_(fates_of(unfolding_, outcomes_)) {}

  OutcomesReport make() {
    report_.every_bytecode = graph_.switch_at == trace::SwitchAt::every_bytecode;
    report_.complete = outcomes_.complete;
    report_.stopped = graph_.stopped;
    report_.states = graph_.states;
    report_.transitions = static_cast<double>(graph_.edges.size());
    report_.rows.resize(outcomes_.size());
    add_ends();
    add_schedules();
    add_examples();
    add_chances();
    add_fates();
    return std::move(report_);
  }

 private:
  void add_ends() {
    for (OutcomeId id = 0; id < outcomes_.size(); ++id) {
      const Outcome& outcome = outcomes_.list[id];
      OutcomeRow& row = report_.rows[id];
      row.end = word_of(outcome.end);
      row.output = outcome.output.bytes;
      row.output_goes_on = outcome.output.goes_on;
      for (const ExitCode& exit : outcome.exit_codes) row.exit_codes.push_back({exit.process, exit.code});
    }
  }

  void add_schedules() {
    const ScheduleCounts counts = count_schedules(unfolding_, outcomes_);
    report_.schedules = counts.all.text();
    for (OutcomeId id = 0; id < outcomes_.size(); ++id) {
      report_.rows[id].schedules = counts.per_outcome[id].text();
    }
  }

  void add_examples() {
    const std::vector<Example> examples = examples_of(turns_, outcomes_, unfolding_);
    for (OutcomeId id = 0; id < outcomes_.size(); ++id) {
      OutcomeRow& row = report_.rows[id];
      row.preemptions = static_cast<int>(examples[id].preemptions);
      row.schedule = schedule_text(graph_, examples[id].edges);
      row.example = moves_of(examples[id]);
      const auto end = std::ranges::lower_bound(graph_.ends, examples[id].end, {}, &End::state);
      if (end == graph_.ends.end() || end->state != examples[id].end) continue;
      for (const Wait& wait : end->waits) row.waits.push_back({wait.thread, wait.what, wait.owner});
    }
  }

  std::vector<OutcomeMove> moves_of(const Example& example) const {
    std::vector<OutcomeMove> moves;
    NodeId node = 0;
    for (std::uint32_t place = 0; place < example.edges.size(); ++place) {
      const Edge& edge = graph_.edges[example.edges[place]];
      const Action& action = graph_.actions[edge.action];
      node = node_after(node, example.edges[place]);
      moves.push_back({.mover = word_of_mover(graph_.movers[edge.mover]),
                       .request = action.kind == 0 ? "" : request_name(action),
                       .object = action.object,
                       .sentence = action.sentence,
                       .prints = graph_.outputs[edge.output],
                       .line = static_cast<int>(action.line),
                       .steps = edge.steps,
                       .preempts = std::ranges::binary_search(example.places, place),
                       .possible = rows_of(fates_.sets[fates_.of[node]])});
    }
    return moves;
  }

  NodeId node_after(NodeId node, EdgeId edge) const {
    std::uint32_t link = unfolding_.links.begin(node);
    while (unfolding_.edges[link] != edge) ++link;
    return unfolding_.links.to[link];
  }

  static std::string request_name(const Action& action) {
    return std::string(trace::info(static_cast<trace::EventKind>(action.kind)).name);
  }

  void add_chances() {
    const ChanceModel model(graph_, turns_, outcomes_);
    report_.chance_at.assign(kChanceAt.begin(), kChanceAt.end());
    for (const Chances& chances : model.at(kChanceAt)) {
      report_.never_ends.push_back(chances.never_ends);
      report_.not_known.push_back(chances.not_known + chances.undecided);
      for (OutcomeId id = 0; id < outcomes_.size(); ++id) {
        report_.rows[id].chances.push_back(chances.per_outcome[id]);
      }
    }
  }

  void add_fates() {
    const FateDiagram diagram = diagram_of(unfolding_, fates_);
    if (diagram.boxes.size() > kMostFates) return;
    for (const FateDiagram::Box& box : diagram.boxes) {
      const std::vector<OutcomeId>& set = fates_.sets[box.fate];
      report_.fates.push_back(
          {rows_of(set), static_cast<int>(box.nodes), std::ranges::count(set, kNoOutcome) > 0});
    }
    for (const FateDiagram::Arrow& arrow : diagram.arrows) {
      report_.fate_arrows.push_back(
          {static_cast<int>(arrow.from), static_cast<int>(arrow.to), static_cast<int>(arrow.moves)});
    }
  }

  const Graph& graph_;
  Unfolding unfolding_;
  Outcomes outcomes_;
  Turns turns_;
  Fates fates_;
  OutcomesReport report_;
};

}  // namespace

std::string word_of(EndKind kind) {
  switch (kind) {
    case EndKind::ok:
      return "ok";
    case EndKind::error:
      return "error";
    case EndKind::stuck:
      return "stuck";
    case EndKind::endless:
      break;
  }
  return "endless";
}

OutcomesReport report_of(const Graph& graph) {
  return Report(graph).make();
}

}  // namespace forkscope::lab
