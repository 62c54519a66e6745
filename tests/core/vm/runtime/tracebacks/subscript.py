table = {"rows": [1, 2]}
print(table["rows"][5])
