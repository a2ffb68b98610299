"""Edge cases of CSV after csv-spectrum and RFC 4180: name, bytes, verdict.

A verdict is the customers that are planned (the first column of each case), or the code of the problem, or both.
"""

HEAD = b"customer,product,term end\n"


def rows(*customers, head=HEAD, tail=b",E3,2024-03-01\n"):
    return head + b"".join(customer + tail for customer in customers)


CASES = [
    # csv-spectrum
    ("comma_in_quotes", rows(b'"Contoso, Ltd."'), ["Contoso, Ltd."]),
    ("empty", rows(b"A", b'""', b""), ["A", "customer-missing"]),
    ("empty_crlf", rows(b"A", b'""').replace(b"\n", b"\r\n"), ["A", "customer-missing"]),
    ("escaped_quotes", rows(b'"The ""Big"" One"'), ['The "Big" One']),
    ("json", rows(b'"{""type"": ""Point"", ""at"": [1, 2]}"'), ['{"type": "Point", "at": [1, 2]}']),
    ("location_coordinates", rows(b'"51\xc2\xb030\'26""N 0\xc2\xb0 7\'39""W"'), ['51\u00b030\'26"N 0\u00b0 7\'39"W']),
    ("newlines", rows(b'"one\ntwo"', b"B"), ["one\ntwo", "B"]),
    ("newlines_crlf", rows(b'"one\r\ntwo"', b"B").replace(b"1\n", b"1\r\n"), ["one\r\ntwo", "B"]),
    ("quotes_and_newlines", rows(b'"say ""a\nb"""'), ['say "a\nb"']),
    ("simple", rows(b"A"), ["A"]),
    ("simple_crlf", rows(b"A", b"B").replace(b"\n", b"\r\n"), ["A", "B"]),
    ("utf8", rows("Grün 日本 ★".encode()), ["Grün 日本 ★"]),
    # RFC 4180, section 2
    ("no_line_break_at_the_end", rows(b"A")[:-1], ["A"]),
    ("no_line_break_behind_a_quote", rows(b"A")[:-11] + b'"2024-03-01"', ["A"]),
    ("spaces_are_part_of_a_field", rows(b'" A "'), ["A"]),
    ("too_few_fields", HEAD + b"A,E3\nB,E3,2024-03-01\n", ["B", "fields-too-few"]),
    ("too_many_fields", HEAD + b"A,E3,2024-03-01,x\nB,E3,2024-03-01\n", ["B", "fields-too-many"]),
    ("all_fields_quoted", b'"customer","product","term end"\n"A","E3","2024-03-01"\n', ["A"]),
    ("quotes_in_an_unquoted_field", rows(b'6" pipes'), ['6" pipes']),
    # beyond
    ("quote_never_closed", rows(b"A", b'"B', b"C"), ["A", "C", "quote-unclosed"]),
    ("text_behind_a_closing_quote", rows(b'"A" GmbH'), ['A" GmbH']),
    ("space_before_a_quote", rows(b'  "A, B"'), ["A, B"]),
    ("blank_lines", HEAD + b"\n\nA,E3,2024-03-01\n\n   \n", ["A"]),
    ("lines_of_delimiters", HEAD + b",,\nA,E3,2024-03-01\n,,\n", ["A"]),
    ("empty_fields_behind_the_last", HEAD + b"A,E3,2024-03-01,,,\n", ["A"]),
    ("old_mac_line_breaks", rows(b"A", b"B").replace(b"\n", b"\r"), ["A", "B"]),
    ("stray_quotes_on_two_lines", b"Customer,Product,Renewal date,Note\nA,E3,2024-03-01,\"19 inch\n"
     b"B,E3,2024-03-01,\"21 inch\nC,E3,2024-03-01,\n", ["A", "C", "quote-unclosed"]),
    ("stray_quotes_on_every_line", rows(*[b'19"'] * 8, tail=b',"E3,2024-03-01\n'), ['19"'] * 2 + ["quote-unclosed"]),
    ("stray_quotes_in_one_column", rows(b'"A', b"B", b'C"'), ['"A', "B", 'C"']),
    ("returns_and_one_line_feed", HEAD.replace(b"\n", b"\r") + b"A,E3,2024-03-01\rB,E3,2024-03-01\r\n", ["A", "B"]),
    ("mixed_line_breaks", HEAD + b"A,E3,2024-03-01\r\nB,E3,2024-03-01\n", ["A", "B"]),
    ("byte_order_mark", b"\xef\xbb\xbf" + rows(b"A"), ["A"]),
    ("semicolons", rows(b"A").replace(b",", b";"), ["A"]),
    ("tabs", rows(b"A").replace(b",", b"\t"), ["A"]),
    ("pipes", rows(b"A").replace(b",", b"|"), ["A"]),
    ("sep_line", b"sep=;\n" + rows(b"A").replace(b",", b";"), ["A"]),
    ("utf16_little_endian", b"\xff\xfe" + rows(b"A").decode().encode("utf-16-le"), ["A"]),
    ("utf16_big_endian", b"\xfe\xff" + rows(b"A").decode().encode("utf-16-be"), ["A"]),
    ("utf16_without_mark", rows(b"A").decode().encode("utf-16-le"), ["A"]),
    ("windows_1252", rows(b"B\xe4cker"), ["Bäcker"]),
    # A byte that is not UTF-8 near the beginning makes the whole file Windows-1252.
    ("one_bad_byte_in_utf8", rows("Grün".encode(), b"B\xe4cker"), ["Grün", "Bäcker", "text-not-utf8"]),
    ("zero_byte", rows(b"A\0B"), ["not-text"]),
    ("only_a_header", HEAD, []),
    ("only_white_space", b" \n\t\n", ["file-empty"]),
    ("nothing", b"", ["file-empty"]),
    ("no_header", b"A,E3,2024-03-01\n", ["header-unrecognized"]),
    ("header_twice", HEAD + HEAD + b"A,E3,2024-03-01\n", ["A", "date-invalid"]),
    ("column_twice", b"customer,customer,product,term end\nA,B,E3,2024-03-01\n", ["A", "header-duplicate"]),
]
