"""What can be told of a record at a glance: stories, accounts side by side, ancestry of articles, who met whom.

Each is a pure function of the record; the command and the pages show what comes of it.
"""
