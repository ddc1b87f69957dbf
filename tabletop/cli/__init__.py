"""The command line: puts the layers together, one module a group of commands. Each is loaded when it is called."""
