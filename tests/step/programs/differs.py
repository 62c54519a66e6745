"""Says something else in every run."""
import os

print(os.getpid())
