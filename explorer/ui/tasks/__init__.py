"""All work of this run of the program, with what it has to say."""
