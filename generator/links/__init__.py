"""Whether the links of the sources still answer: the only part of the program that asks strangers."""
