from import_package.circle_a import from_a

from_b = 2
