# An attribute that it does not have is said so; what is set is there.
# expect: <class 'os._Environ'> False
# expect: '_Environ' object has no attribute 'nothing'
# expect: 1 None
import os

print(type(os.environ), hasattr(os.environ, "nothing"))
try:
    os.environ.nothing
except AttributeError as error:
    print(error)
os.environ["FORKSCOPE_TEST"] = "1"
print(os.environ["FORKSCOPE_TEST"], os.environ.get("FORKSCOPE_TEST_NOT_SET"))
