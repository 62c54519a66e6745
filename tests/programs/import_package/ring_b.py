import import_package.ring_a

value = 41
