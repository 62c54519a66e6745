// The class of cells: `cell_contents` of a closure's variable, which programs may read, set and delete. Needs
// the GIL.
#pragma once

namespace forkscope::vm {

class Vm;

void install_cells(Vm& vm);

}  // namespace forkscope::vm
