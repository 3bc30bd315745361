"""The encoder that reads: one small transformer with heads for words, trees, sentence starts and names.

`component` is the way in; `session` runs the network, `pieces`, `lemmas`, `trees`, `windows` and `spans` turn words
into its input and its scores into a reading. Training (`training/encoder`) uses the same pieces, lemmas and trees.
"""
