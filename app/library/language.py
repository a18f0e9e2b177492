"""Which language a text is in, as far as stemming and the choice of weights need it. Pure functions.

Script decides where it can; languages of Latin and Cyrillic script are told apart by their commonest words.
"" is an honest answer: such text is indexed without stemming.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

# Scripts written without spaces between words (and Hangul, whose words are glued to particles), for a class.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)

_SAMPLE_CHARS = 4000
_FEWEST_VOTES = 2
LANGUAGES_LIMIT = 20  # of a library, that the words of a query are looked for in

_SCRIPTS = {
    "zh": re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7af\u1100-\u11ff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "lo": re.compile("[\u0e80-\u0eff]"),
    "my": re.compile("[\u1000-\u109f]"),
    "km": re.compile("[\u1780-\u17ff]"),
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "yi": re.compile("[\u0590-\u05ff]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "hy": re.compile("[\u0530-\u058f]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+")

_COMMON = {
    "en": "the of and to in is that for it was with as on be by this are from at which not have has were or an its",
    "de": "der die und das den von zu mit des im ist nicht ein eine auf für dem sich als auch es an werden aus wird",
    "fr": "le la les et des en du une est que pour dans qui par sur pas plus avec ce au sont il ne se aux cette ou",
    "es": "el la de que y en los del las un por con una para es se su al lo como más fue pero sus entre está ha",
    "it": "il di che la e un per del non una con sono della da gli nel alla le si dei delle anche più come è lo nella",
    "pt": "de que o e do da em um para com não uma os no se na por mais as dos como mas ao das foi pelo pela são à",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er ook als die door om naar bij uit werd wordt",
    "sv": "och att det i en som på är av för med den till inte ett om har de var sig från vid men så kan efter",
    "da": "og at det i en er af på som til den med for ikke der de et har var fra om han ved blev efter også eller",
    "no": "og i det på er en som til av for med at den ikke har de et om fra var seg ble også etter ved eller han",
    "fi": "ja on ei se että oli hän mutta kun niin myös joka tai ovat kuin sen ole mukaan vuonna sekä jossa jonka",
    "hu": "a az és hogy nem is egy van volt meg ez de csak mint vagy már azt el még ki ami után lehet szerint",
    "tr": "ve bir bu da de için ile olarak daha çok gibi en olan ne sonra kadar ya ancak değil ise tarafından oldu",
    "pl": "i w na z do nie się że to jest o jak za od po ale przez dla czy są był oraz tym jego ze także",
    "cs": "a v se na je že to s z do o jako za by pro ale po jsou jeho nebo byl také ve který podle jeho i",
    "ro": "și de la în a cu pe nu din este că o un pentru mai sunt ce care fi sau au prin al fost după",
    "ca": "de la i el que en els les a un per amb una del no és als com més al dels va les seva són aquest",
    "id": "yang dan di dengan untuk dari ini pada adalah itu dalam tidak oleh akan atau juga sebagai ke dapat",
    "lt": "ir yra kad su iš tai kaip buvo į ne bet o jo nuo už apie tik jau per taip pat arba",
    "et": "ja on ei see et oli ka kui aga ning mis ta oma või ole selle siis mida kes nende",
    "eu": "eta da ez bat du izan dira zen baina ere bere egin dute zuen hau duen egiten beste",
    "ga": "an na agus is i ar a bhí le go sé do ag ní atá sin bhí ó tá mar chun",
    "eo": "la kaj de en estas al ne ke por kun el li ĝi estis sur aŭ per kiu tio",
    "vi": "của và là các có được cho trong một người không với những này đã khi từ đến như để",
}  # fmt: skip
_COMMON_CYRILLIC = {
    "ru": "и в не на с что по это как из к он а от за для его то был но у так все она они было при также",
    "uk": "і в не на з що до та як це за від для його але у про був є або після також які щоб",
    "bg": "и на в да за се от не с по са е че като до това но при след който или също",
    "sr": "и у је да се на за од са што су као или које није али који по било би",
}
_COMMON_ARABIC = {
    "ar": "في من على إلى أن التي عن مع هذا كان الذي هذه ما لا أو بعد كانت ذلك قد كل",
    "fa": "در به از که این را با است برای آن یک خود تا بر هم نیز شد بود می کرد های",
    "ur": "کے کی میں ہے کا اور سے کو نے پر یہ کہ اس ہیں ایک تھا بھی جو کر",
}


_COMMON_HEBREW = {
    "he": "של את על לא הוא היא זה כי גם אם או אל עם כל אין יש אשר היה בין לפי",
    "yi": "און איז די דער פון צו אין מיט אויף האט נישט זיי ער דאס זענען וואס אויך ווי",
}


def _votes(lists: dict[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in lists.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


_VOTES_LATIN, _VOTES_CYRILLIC, _VOTES_ARABIC, _VOTES_HEBREW = map(
    _votes, (_COMMON, _COMMON_CYRILLIC, _COMMON_ARABIC, _COMMON_HEBREW)
)


def language_of(text: str) -> str:
    """The code of the text's language; "" where it can't be told."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE_CHARS])
    script = script_of(sample)
    if script == "latin":
        return _most_voted(sample, _VOTES_LATIN)
    if script == "ru":
        return _most_voted(sample, _VOTES_CYRILLIC) or "ru"
    if script == "ar":
        return _most_voted(sample, _VOTES_ARABIC) or "ar"
    if script == "yi":
        return _most_voted(sample, _VOTES_HEBREW) or "he"
    return script


def script_of(text: str) -> str:
    """ "latin", or the code of the (commonest) language written in the script most letters are of; "" for none.

    A little kana makes Japanese of what would otherwise be Chinese.
    """
    if text.isascii():
        return "latin" if _LATIN.search(text) else ""
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPTS.items()}
    counts["latin"] = len(_LATIN.findall(text)) // 2  # a word of two Chinese characters has six Latin letters
    best = max(counts, key=lambda name: counts[name])
    if not counts[best]:
        return "latin" if _LATIN.search(text) else ""
    if best == "zh" and counts["ja"] * 10 > counts["zh"]:
        return "ja"
    return best


def languages_among(counts: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """The languages that were counted, commonest first. A single letter in another language wants to be found too."""
    listed = sorted(counts, key=lambda pair: -pair[1])
    return tuple(language for language, _ in listed[:LANGUAGES_LIMIT])


def _most_voted(text: str, votes: dict[str, tuple[str, ...]]) -> str:
    tally: Counter[str] = Counter()
    for word in _WORD.findall(text.lower()):
        for language in votes.get(word, ()):
            tally[language] += 1
    if not tally:
        return ""
    (best, most), *others = tally.most_common(2)
    if most < _FEWEST_VOTES or (others and others[0][1] == most):
        return ""
    return best
