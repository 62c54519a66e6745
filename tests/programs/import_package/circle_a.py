from import_package.circle_b import from_b

from_a = 1
