"""Words that say nothing of a picture, and words that everything can be told apart from."""

from __future__ import annotations

_STOP = """a about above across after again all along also am among an and any are around as at
    be been before behind being below beneath beside between beyond both but by can could did do
    does down during each either few for from front further had has have he her here hers him
    his how i if in inside into is it its itself just me more most my near neither next no nor
    not of off on once one only onto or other our out outside over own same several she should
    so some such than that the their them then there these they this those through to together
    too toward towards two under until up upon us very was we were what when where which while
    who whose why will with within without would you your"""

STOP_WORDS = frozenset(_STOP.split())
"""English function words: they stay in the list, marked, and are no rival of the others."""

_EVERYDAY = """dog cat bird fish insect snake horse cow monkey bear
    tree leaf flower grass mushroom fruit vegetable bread meat cake bottle bowl
    man woman child face hand hair clothes hat shoe bag umbrella glasses
    house church castle bridge tower door window wall stairs roof street
    car truck bus train bicycle boat airplane
    chair table bed lamp curtain carpet clock book paper pencil
    computer telephone screen camera guitar drum piano
    knife scissors hammer lock rope brush ball toy flag
    mountain rock sand sea river snow cloud sky sun moon fire forest field
    sign letter circle stripe pattern shadow"""

EVERYDAY_WORDS = tuple(_EVERYDAY.split())
"""What a word by itself is told apart from: the basic things that pictures are of."""
