"""Reads files as Microsoft's NCE batch migration tool does (version 0.5.0, CsvHelper 27 under the invariant culture):
its two record types, field by field, and which rows it sends together. Anything it could not take is an error."""
import csv
import datetime
import io
import re
import uuid

SUBSCRIPTIONS = (
    "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
    "LegacyProductName,ExpirationDate,AutoRenewEnabled,MigrationEligible,NcePsa,CurrentTerm,CurrentBillingPlan,"
    "CurrentSeatCount,StartNewTermInNce,Term,BillingPlan,SeatCount,CustomTermEndDate,AddOn,BaseSubscriptionId,"
    "MigrationIneligibilityReason")
SCHEDULE = (
    "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
    "LegacyProductName,ExpirationDate,AutoRenewEnabled,AddOn,BaseSubscriptionId,MigrationEligible,NcePsa,CurrentTerm,"
    "CurrentBillingPlan,CurrentSeatCount,StartNewTermInNce,Term,BillingPlan,SeatCount,CustomTermEndDate,TargetDate,"
    "MigrateOnRenewal,MigrationIneligibilityReason")
MOST_ROWS = 200
CALLS_IN_FIVE_MINUTES = 100

BILLING = {"Monthly", "Annual", "Triennial", "Biennial", "OneTime", "None"}


def date_time(text):
    if not re.fullmatch(r"\d\d/\d\d/\d{4} \d\d:\d\d:\d\d", text):
        raise ValueError(f"not an invariant date: {text!r}")
    return datetime.datetime.strptime(text, "%m/%d/%Y %H:%M:%S")


def optional(parse):
    return lambda text: parse(text) if text else None


def boolean(text):
    if text not in ("True", "False"):
        raise ValueError(f"not a boolean: {text!r}")
    return text == "True"


def integer(text):
    if not re.fullmatch(r"\d+", text):
        raise ValueError(f"not a number: {text!r}")
    return int(text)


def term(text):
    if not re.fullmatch(r"P\d+[MY]", text):
        raise ValueError(f"not a term: {text!r}")
    return text


def billing(text):
    if text not in BILLING:
        raise ValueError(f"not a billing cycle: {text!r}")
    return text


def required(text):
    if not text:
        raise ValueError("empty")
    return text


TYPES = {
    "CustomerTenantId": uuid.UUID, "LegacySubscriptionId": required, "ExpirationDate": date_time,
    "AutoRenewEnabled": boolean, "MigrationEligible": boolean, "CurrentSeatCount": integer,
    "StartNewTermInNce": boolean, "Term": term, "BillingPlan": billing, "SeatCount": integer,
    "CustomTermEndDate": optional(date_time), "AddOn": boolean, "TargetDate": optional(date_time),
    "MigrateOnRenewal": optional(boolean),
}


def records(content):
    """The rows of a file, typed; the format is its header."""
    if content.startswith(b"\xef\xbb\xbf"):
        raise ValueError("a byte order mark")
    text = content.decode("utf-8")
    header, _, _ = text.partition("\r\n")
    if header not in (SUBSCRIPTIONS, SCHEDULE):
        raise ValueError(f"not a header of the tool: {header}")
    if not text.endswith("\r\n"):
        raise ValueError("the last line has no end")
    outside_of_quotes = "".join(text.split('"')[::2])
    if outside_of_quotes.count("\n") != outside_of_quotes.count("\r\n"):
        raise ValueError("a line that does not end in CR LF")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    names = header.split(",")
    if rows[0] != names or any(len(row) != len(names) for row in rows):
        raise ValueError("a row of another length")
    if len(rows) - 1 > MOST_ROWS:
        raise ValueError("There are too many migration requests in the file")
    return [{name: TYPES.get(name, str)(value) for name, value in zip(names, row)} for row in rows[1:]]


def calls(rows):
    """The calls that the tool makes of a file: for each the ids that move together. Raises for rows it passes over."""
    scheduled = "TargetDate" in rows[0]
    eligible = [row for row in rows if row["MigrationEligible"]]
    ids = {row["LegacySubscriptionId"] for row in rows}
    addons = [row for row in eligible if row["AddOn"]]
    roots = [row for row in eligible if not row["AddOn"]]
    if not scheduled:
        roots += [row for row in addons if row["BaseSubscriptionId"] not in ids]

    def below(parent):
        for row in addons:
            if row["BaseSubscriptionId"].lower() == parent.lower():
                yield row["LegacySubscriptionId"]
                yield from below(row["LegacySubscriptionId"])

    made = [[row["LegacySubscriptionId"], *below(row["LegacySubscriptionId"])] for row in roots]
    sent = [one for call in made for one in call]
    if sorted(sent) != sorted(ids):
        raise ValueError(f"passed over or sent twice: {set(ids).symmetric_difference(sent)}")
    return made
