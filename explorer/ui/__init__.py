"""The window. The only part of Explorer that knows Qt."""

import os

# Qt would hand each large fill to threads of its own and wait for them, and Python waits with it:
# no other thread of ours runs meanwhile. It is slower besides (see DECISIONS). Read once, at the
# first fill.
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
