# expect: a,"b,c","d""e",1,2.5,\r\nx,,\r\n
# expect: [['a', 'b,c', 'd"e'], ['1', '2', '3'], ['two\nlines', 'x', 'y']]
# expect: [{'name': 'Ann', 'age': '3'}, {'name': 'Bob', 'age': None}]
# expect: name;age|Ann;3|
# expect: [['a', 'b c']] ['"a"', '"1"']
# expect: ValueError dict contains fields not in fieldnames: 'z'
# expect: Error iterable expected, not int
import csv
import io

out = io.StringIO()
writer = csv.writer(out)
writer.writerow(["a", "b,c", 'd"e', 1, 2.5, None])
writer.writerow(["x", "", ""])
print(out.getvalue().replace("\r", "\\r").replace("\n", "\\n"))
print(list(csv.reader(io.StringIO('a,"b,c","d""e"\r\n1,2,3\n"two\nlines",x,y\n'))))
print(list(csv.DictReader(["name,age", "Ann,3", "Bob"])))
out = io.StringIO()
rows = csv.DictWriter(out, ["name", "age"], delimiter=";", lineterminator="|")
rows.writeheader()
rows.writerow({"name": "Ann", "age": 3})
print(out.getvalue())
out = io.StringIO()
csv.writer(out, quoting=csv.QUOTE_ALL).writerow(["a", 1])
print(list(csv.reader(["a  'b c'".replace("  ", " ")], delimiter=" ", quotechar="'")), out.getvalue().strip().split(","))
for wrong in (lambda: rows.writerow({"z": 1}), lambda: writer.writerow(5)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
