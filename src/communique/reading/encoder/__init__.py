"""The encoder that reads: one small transformer with heads for words, trees, sentence starts and names.

`component` is the way in; `network` runs the graphs; `pieces`, `windows`, `trees`, `lemmas`, `naming` turn words into
their input and their scores into a reading, which `writing` puts on a Doc. Training (`training/encoder`) uses the same
pieces and lemmas.
"""
