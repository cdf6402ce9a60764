"""Which word meets which patch: methods of explanation, one module each, its paper named there.

`question` holds what is asked, `methods` which ways there are to answer and which of them a space
can serve; `explorer.lenses.word_patch` puts them together.
"""
