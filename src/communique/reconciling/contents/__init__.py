"""What accounts of one event say besides parties, day and place: matters, figures, titles, proposers.

Read off the sentences that tell the event, by the tables of words beside this file. `parting` is the way in: it
compares what the accounts say, and each disagreement names the sentences it stands in.
"""
