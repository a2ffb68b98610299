"""How CI runners read a log: what they would take as a command, after their own sources.

GitHub: github.com/actions/runner, src/Runner.Common/ActionCommand.cs (TryParseV2, then TryParse).
Azure: github.com/microsoft/azure-pipelines-agent, src/Microsoft.VisualStudio.Services.Agent/Command.cs.

Both know a list of commands and leave others alone; here every name is known, so that nothing slips through.
"""


def _unescape(text, *pairs):
    for escape, plain in pairs:
        text = text.replace(escape, plain)
    return text


def _properties(text, separator, *escapes):
    found = {}
    for piece in text.split(separator):
        name, equals, value = piece.partition("=")
        if equals and name and value:
            found[name.strip().lower()] = _unescape(value, *escapes)
    return found


_LINES = (("%0D", "\r"), ("%0A", "\n"))
_GITHUB_PROPERTY = (*_LINES, ("%3A", ":"), ("%2C", ","), ("%25", "%"))
_BRACKETED = (("%3B", ";"), *_LINES, ("%5D", "]"))


def _github_v2(line):
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, properties = line[2:end].partition(" ")
    return name, _properties(properties.strip(), ",", *_GITHUB_PROPERTY), _unescape(line[end + 2:], *_LINES, ("%25", "%"))


def _bracketed(line, prefix, *percent):
    start = line.find(prefix)
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, properties = line[start + len(prefix):end].partition(" ")
    escapes = (*_BRACKETED, *percent)
    return name, _properties(properties, ";", *escapes), _unescape(line[end + 1:], *escapes)


def _lines(log):
    """Runners read lines as .NET does: they end with CR, LF or both."""
    return log.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def github_commands(log):
    """(name, properties, text) of every command in the log."""
    found = (_github_v2(line) or _bracketed(line, "##[", ("%25", "%")) for line in _lines(log))
    return [command for command in found if command]


def azure_commands(log):
    found = (_bracketed(line, "##vso[", ("%AZP25", "%")) for line in _lines(log))
    return [command for command in found if command]
