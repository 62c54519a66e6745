print("nothing is started here")
