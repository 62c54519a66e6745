try:
    import import_package.circle_a
except ImportError as error:
    print(str(error).split(" (/")[0])
import import_package.ring_a
print(import_package.ring_a.finish())
try:
    import import_package.early_use
except AttributeError as error:
    print(error)
# expect: cannot import name 'from_a' from partially initialized module 'import_package.circle_a' (most likely due to a circular import)
# expect: 42
# expect: cannot access submodule 'early_use' of module 'import_package' (most likely due to a circular import)
