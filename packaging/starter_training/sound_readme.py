"""What the starter's README says of sound, from the figures that were measured."""

from __future__ import annotations

from typing import Any

Results = dict[str, Any]

HOW = """
## Sound

A tower of {parameters:,} parameters hears 64 log-mel bands a hundred times a second and says every
40 ms which phone of English it hears (CTC, Graves et al. 2006), what the sound is like, and
whether it is speech. What lies between two pauses is cut into words of a lexicon of {lexicon:,}
(`lexicon.txt.gz`), all cuts at once in a tree of phones; the likeliest cut, its variants by one
word and single words are compared by how likely they make all that was heard. The eight likeliest
readings become vectors by the starter's own language stream and are mixed by a power of their
chances (ConSE for the ear), so that the right one stays near where it is not the likeliest. So a
word can be known that was never heard, as long as the lexicon lists it; what it does not list is
taken for what sounds like it. Of what is no speech, the vector is that of the head that was
trained on names of sound effects. How it is read, and the power, were chosen on words that are in
none of the rows below and on phrases, said by voices of the training and by ten others.

It was trained on {utterances:,} utterances of {words:,} words, of names and titles, three in four
by voices of espeak-ng and one in four by three voices of flite, which were cut from people's
recordings, with noise, rooms, other throats and microphones put on, and on {effects} samples of
Sonic Pi. espeak-ng is a program under the GPL; what it says is not covered by that. Voices are
unseen by whole families; words are unseen with all words that share their first five letters.

| what is heard → among | n | R@1 | R@10 | the word itself |
|---|---|---|---|---|
"""

ROWS = (
    ("voice", "word that was heard, unseen voice of espeak-ng → words"),
    ("word", "word that was never heard, listed in the lexicon, known voice → words"),
    ("both", "word that was never heard, listed, unseen voice → words"),
    ("unlisted", "word that was never heard and is not listed, known voice → words"),
    (
        "person",
        "word that was heard, voice of flite from an unheard person's recordings → words",
    ),
)


def sound_told(manifest: Results, told: Results) -> str:
    """The section on sound."""
    made = manifest["sound"]
    text = HOW.format(
        parameters=made["parameters"], lexicon=made["words in the lexicon"],
        utterances=made["utterances"], words=made["words heard"], effects=made["effects"],
    )  # fmt: skip
    for name, what in ROWS:
        one = told[name]
        text += f"| {what} | {one['words']} | {_recall(one)} | {one['told']:.2f} |\n"
    titles = told["titles"]
    for way, what in (("sound to text", "spoken title, unseen voice → titles"),
                      ("sound to picture", "the same → drawings, none trained on"),
                      ("text to picture", "the written title → the same drawings")):  # fmt: skip
        text += f"| {what} | {titles['titles']} | {_recall(titles[way])} | |\n"
    for name, what in (("stamps said", "people reading names aloud (Tux Paint) → names"),
                       ("stamps heard", "noises of things (Tux Paint) → names")):  # fmt: skip
        if one := told.get(name):
            text += f"| {what} | {one['files']} | {_recall(one['sound to text'])} | |\n"
    for name, what in (
        ("effects held out", "effect that was not trained on → kinds of effects"),
        ("effects trained on", "effect that was trained on → kinds of effects"),
    ):
        text += f"| {what} | {told[name]['recordings']} | {_recall(told[name])} | |\n"
    names = told["effects held out"]["names"]
    text += (
        f"\nThere are {names} kinds of effects. Tux Paint's sounds are under the GPL: measured on,"
    )
    text += " never trained on or shipped. A spoken word takes"
    text += f" {told['speed']['word ms']} ms, ten seconds of words on end"
    text += f" {told['speed']['ten seconds ms']} ms, spectrogram left out.\n"
    return text + _progress(made) + _made_from(made)


def _progress(made: Results) -> str:
    """How far the training came, by unheard words of unseen voices."""
    first, last = made["history"][0], made["history"][-1]
    return (
        f"\nOf unheard words by unseen voices {first['among five']:.2f} were among the five"
        f" likeliest after {first['step']:.0f} steps and {last['among five']:.2f} after"
        f" {last['step']:.0f}."
        " Longer training is the next to try.\n"
    )


def _recall(row: Results) -> str:
    return f"{row['R@1']:.2f} | {row['R@10']:.2f}"


def _made_from(made: Results) -> str:
    text = "\nThe sound tower is made from:\n\n| what | source | licence |\n|---|---|---|\n"
    for part in made["made from"]:
        text += f"| {part['what']} | {part['source']} | {part['licence']} |\n"
    recipe = ", ".join(f"{name} {value}" for name, value in made["recipe"].items())
    return text + f"\nRecipe of the sound tower: {recipe}.\n"
