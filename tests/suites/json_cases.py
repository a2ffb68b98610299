"""Edge cases of JSON after JSONTestSuite (y_: must be read, n_: must be refused, i_: free): name, bytes, verdict.

A case is a whole document, or one value in the second of two rows: under a key that is not used (y_), or as the seats
(n_). The reader does not validate what it has no use for, so that a malformed value costs its row, or the document; it
must never pass. A verdict is the number of rows planned and the problem, if any.
"""

ROW = b'{"customerName":"A","offerName":"E3","commitmentEndDate":"2024-03-01"}'


def document(value, key=b"x"):
    return b'{"items":[' + ROW + b"," + ROW[:-1] + b',"' + key + b'":' + value + b"}]}"


VALUES = [
    ("y_array_empty", b"[]"), ("y_array_with_several_null", b"[1,null,null,2]"), ("y_array_with_trailing_space", b"[2] "),
    ("y_number_0e1", b"0e1"), ("y_number_minus_zero", b"-0"), ("y_number_real_exponent", b"123e45"),
    ("y_number_real_capital_e_neg_exp", b"1E-2"), ("y_number_double_close_to_zero", b"-0." + b"0" * 70 + b"1"),
    ("y_object_duplicated_key", b'{"a":1,"a":2}'), ("y_object_empty_key", b'{"":0}'), ("y_object_simple", b'{"a":[]}'),
    ("y_string_1_2_3_bytes_UTF-8_sequences", rb'"\u0060\u012a\u12AB"'),
    ("y_string_accepted_surrogate_pair", rb'"\uD801\udc37"'), ("y_string_allowed_escapes", rb'"\"\\\/\b\f\n\r\t"'),
    ("y_string_escaped_control_character", rb'"\u0012"'), ("y_string_null_escape", rb'"\u0000"'),
    ("y_string_nonCharacterInUTF-8_U+FFFF", b'"\xef\xbf\xbf"'), ("y_string_unicode_U+2028", b'"\xe2\x80\xa8"'),
    ("y_string_with_del_character", b'"a\x7fa"'), ("y_structure_lonely_true", b"true"), ("y_structure_whitespace", b" \t\r\n null"),
]
INVALID = [
    ("n_array_1_true_without_comma", b"[1 true]"), ("n_array_double_comma", b"[1,,2]"), ("n_array_extra_comma", b'["",]'),
    ("n_array_just_minus", b"[-]"), ("n_array_unclosed", b'[""'), ("n_array_number_and_comma", b"[1,]"),
    ("n_incomplete_false", b"[fals]"), ("n_number_+1", b"+1"), ("n_number_-01", b"-01"), ("n_number_.2e-3", b".2e-3"),
    ("n_number_0_capital_E+", b"0E+"), ("n_number_2.e3", b"2.e3"), ("n_number_hex", b"0x1"), ("n_number_infinity", b"Infinity"),
    ("n_number_NaN", b"NaN"), ("n_number_with_leading_zero", b"012"), ("n_object_bad_value", b'{"x": truth}'),
    ("n_object_comma_instead_of_colon", b'{"x", null}'), ("n_object_missing_value", b'{"a":'), ("n_object_non_string_key", b"{1:1}"),
    ("n_object_single_quote", b"{'a':0}"), ("n_object_trailing_comma", b'{"id":0,}'), ("n_object_unquoted_key", b'{a: "b"}'),
    ("n_single_quoted_string", b"'single quote'"), ("n_string_1_surrogate_then_escape_u", rb'"\uD800\u"'),
    ("n_string_escape_x", rb'"\x00"'), ("n_string_incomplete_escape", rb'"\u00A"'), ("n_string_unescaped_newline", b'"new\nline"'),
    ("n_string_unescaped_tab", b'"\t"'), ("n_string_unescaped_ctrl_char", b'"a\x01a"'), ("n_structure_capitalized_True", b"True"),
    ("n_structure_open_object_comma", b"{,"), ("n_structure_comment", b"/* */ 1"), ("n_structure_unclosed_object", b'{"a":1'),
]
DOCUMENTS = [
    ("y_structure_500_nested_arrays", document(b"[" * 500 + b"]" * 500), "2"),
    ("y_structure_byte_order_mark", b"\xef\xbb\xbf" + document(b"1"), "2"),
    ("y_structure_utf16", document(b"1").decode().encode("utf-16"), "2"),
    ("n_structure_no_data", b"", "0 file-empty"),
    ("n_structure_single_open_bracket", b"[", "0 json-invalid"),
    ("n_structure_100000_opening_arrays", b"[" * 100000, "0 json-invalid"),
    ("n_structure_array_trailing_garbage", b"[" + ROW + b"]x", "0 json-invalid"),
    ("n_structure_double_array", b"[\n" + ROW + b"\n]\n[]", "0 json-invalid"),
    ("n_structure_object_with_trailing_garbage", b'{"items":[\n' + ROW + b"]}\n}", "0 json-invalid"),
    ("n_structure_ascii_not_json", b"asd", "0 header-unrecognized"),
    ("i_string_invalid_utf-8", document(b'"\xff"'), "2"),
    ("i_string_lone_surrogate", document(rb'"\uDADA"'), "2"),
    ("i_number_huge_exp", document(b"0.4e00669999999999999999999999999999999999999999999999"), "2"),
    ("i_number_too_big", document(b"1" * 400), "2"),
]
# Malformed values from which the reader can tell where the next key is.
COSTS_ITS_ROW = {
    "n_array_1_true_without_comma": "value-type", "n_array_double_comma": "value-type",
    "n_array_extra_comma": "value-type", "n_array_just_minus": "value-type", "n_array_number_and_comma": "value-type",
    "n_incomplete_false": "value-type", "n_number_-01": "seats-invalid", "n_number_0_capital_E+": "seats-invalid",
    "n_number_2.e3": "seats-invalid", "n_object_bad_value": "value-type",
    "n_object_comma_instead_of_colon": "value-type", "n_object_non_string_key": "value-type",
    "n_object_single_quote": "value-type", "n_object_trailing_comma": "value-type", "n_object_unquoted_key": "value-type",
}
# The one malformed value that passes: 012 is 12, as it would be in CSV.
PASSES = {"n_number_with_leading_zero": "2"}


def verdict_of(name):
    if name in COSTS_ITS_ROW:
        return "1 " + COSTS_ITS_ROW[name]
    return PASSES.get(name, "0 json-invalid")


CASES = ([(name, document(value), "2") for name, value in VALUES] +
         [(name, document(value, b"quantity"), verdict_of(name)) for name, value in INVALID] + DOCUMENTS)
