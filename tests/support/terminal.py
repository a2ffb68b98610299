"""What a program writes on a terminal."""

import fcntl
import os
import pty
import struct
import subprocess
import termios
import threading

END = b"\0 ended \0"


def on_terminal(command, columns=80, **options):
    """All that `command` writes to standard output and standard error, both a terminal of so many columns."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(command, stdout=follower, stderr=follower, **options)
    return rest(leader, follower, process).replace("\r\n", "\n")


def rest(leader, follower, process):
    """All that `process` writes to `follower` from now on until it ends. Closes both ends, of a terminal or a pipe.

    Reading until nobody holds a terminal any more could lose the last lines: Linux looks first whether there is
    something to read and then whether the writer is gone. So the follower stays open, and a mark follows the last line.
    """
    def mark_the_end():
        process.wait()
        os.write(follower, END)

    waiting = threading.Thread(target=mark_the_end)
    waiting.start()
    seen = b""
    while not seen.endswith(END):
        seen += os.read(leader, 65536)
    waiting.join()
    os.close(follower)
    os.close(leader)
    return seen.removesuffix(END).decode()
