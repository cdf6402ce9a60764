"""Words to compare two spaces by, where a person brings none: common names of things."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors, top_k
from explorer.lenses.explanation.everyday import EVERYDAY_WORDS

_THINGS = """zebra donkey pony giraffe tiger lion leopard cheetah elephant rhinoceros hippopotamus
    camel llama deer moose goat sheep pig rabbit hare squirrel mouse rat hamster hedgehog beaver
    otter badger fox wolf panda koala kangaroo gorilla chimpanzee orangutan lemur bat whale dolphin
    seal walrus shark ray eel salmon goldfish seahorse crab lobster shrimp squid octopus jellyfish
    starfish snail frog toad lizard chameleon crocodile turtle tortoise eagle hawk falcon owl
    pigeon crow raven magpie robin sparrow swallow parrot penguin flamingo swan duck goose chicken
    rooster turkey peacock ostrich bee wasp ant butterfly moth dragonfly beetle ladybird spider
    scorpion worm apple pear banana orange lemon strawberry cherry grape pineapple watermelon
    tomato potato carrot onion cabbage pumpkin pepper cucumber corn pizza hamburger sandwich soup
    cheese egg pancake chocolate coffee tea wine beer milk rose tulip daisy sunflower lily orchid
    cactus palm oak pine fern moss hill valley lake waterfall beach island desert volcano glacier
    cave cliff rainbow lightning storm fog rain ice frost sunset star planet comet rocket satellite
    helicopter balloon submarine ship sailboat canoe ferry tram motorcycle scooter tractor crane
    ambulance taxi wheel engine anchor lighthouse windmill barn cottage skyscraper temple mosque
    pyramid statue fountain market school hospital library museum stadium farm garden path fence
    gate chimney ladder bucket basket barrel box candle lantern mirror vase cup plate fork spoon
    kettle oven fridge sofa pillow blanket wardrobe shelf violin trumpet flute harp saxophone
    accordion microphone radio television keyboard printer robot calculator compass map globe coin
    stamp envelope newspaper painting drawing photograph sculpture mask crown ring necklace watch
    glove scarf coat dress trousers sock boot helmet tent backpack suitcase football tennis chess
    puzzle doll kite swing slide skateboard ski snowman baby child doctor nurse teacher farmer cook
    soldier king queen clown dancer singer painter astronaut pirate wizard angel dragon unicorn
    mermaid ghost skeleton"""

COMMON_THINGS = tuple(dict.fromkeys([*EVERYDAY_WORDS, *_THINGS.split()]))
"""Names of things, animals first among those that are no everyday words."""


def rank_words(query: Vectors, words: Vectors) -> NDArray[np.int64]:
    """Positions of words (n, d) by their cosine with a query (d,), best first."""
    scores = words @ query
    return top_k(scores, len(scores)).astype(np.int64)


def distinct_words(words: Sequence[str], without: str = "") -> list[str]:
    """Words once each, in order, stripped, without empty ones and without the query itself."""
    said = without.strip().casefold()
    found: dict[str, str] = {}
    for word in words:
        plain = " ".join(word.split())
        if plain and plain.casefold() != said:
            found.setdefault(plain.casefold(), plain)
    return list(found.values())
