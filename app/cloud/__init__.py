"""What concerns closed models: so far, finding and masking what is personal in a text. Pure; any process.

marks          one finding, its kinds, and which finding wins where two overlap
patterns       what a shape and a checksum alone find: e-mail, web address, IP, card, IBAN, keys
personal_ids   numbers that states give to people, by their check digits
phones         phone numbers of any country
personal_words names after a title, birth dates where stated, street addresses, home path and user name
redaction      placeholders in, placeholders out
"""
