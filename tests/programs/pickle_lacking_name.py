# A name that is not there any more is told of once.
import pickle

try:
    pickle.loads(b"c__main__\nabsent\n.")
except AttributeError as error:
    print(str(error).split(" from ")[0], error.__cause__, error.__suppress_context__ or error.__context__ is None)
# expect: Can't get attribute 'absent' on <module '__main__' None True
