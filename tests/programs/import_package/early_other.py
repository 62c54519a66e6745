import import_package.early_use

import_package.early_use.late
