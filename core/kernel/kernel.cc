#include "core/kernel/kernel.h"
