"""Words that ask: “who”, “wann”, “cuánto”. Pure functions.

They stand for what a text is to tell, so a text that has the answer need not have them, and one that has them tells
something else. They are left out of a query by words; to the embedder they are told (docs/decisions/0045).
"""

import re
from collections.abc import Iterable
from functools import cache

from app.library.language import language_of

_WORD = re.compile(r"\w[\w\u0300-\u036f\u064b-\u065f\u0900-\u0963\u0966-\u0df3]*")
_FIRST = 2  # words: “in which year”
_MARK = re.compile("[?¿؟？;\u037e]")

_ASKING = {
    "ar": "ما ماذا من متى أين كيف لماذا كم أي",
    "bg": "какво какъв каква какви кой коя кое кои кога къде защо как колко",
    "ca": "què qui quin quina quins quines quan on com quant quants",
    "cs": "co kdo jaký jaká jaké jací který která které kteří kdy kde proč jak kolik",
    "da": "hvad hvem hvis hvilken hvilket hvilke hvornår hvor hvorfor hvordan",
    "de": "was wer wen wem wessen welche welcher welches welchen welchem wann wo wohin woher warum wieso weshalb wie "
    "wieviel wieviele",
    "el": "τι ποιος ποια ποιο ποιοι ποιες πότε πού πώς γιατί πόσο πόσα πόσοι πόσες",
    "en": "what which who whom whose when where why how",
    "es": "qué cuál cuáles quién quiénes cuándo dónde cómo cuánto cuánta cuántos cuántas",
    "fa": "چه کی کجا چرا چگونه چطور چند کدام",
    "fi": "mikä mitä mitkä kuka ketä ketkä milloin missä mistä mihin miksi miten kuinka montako",
    "fr": "que quoi qui quel quelle quels quelles lequel laquelle quand où comment combien pourquoi",
    "hi": "क्या कौन कब कहाँ कहां कैसे क्यों कितना कितने कितनी किस",
    "hu": "mi mit ki kit kinek mikor hol hová honnan miért hogyan hány mennyi milyen melyik",
    "it": "che chi quale quali quando dove come quanto quanta quanti quante perché",
    "nl": "wat wie wiens welk welke wanneer waar waarom hoe hoeveel",
    "no": "hva hvem hvilken hvilket hvilke når hvor hvorfor hvordan",
    "pl": "co kto kogo komu jaki jaka jakie który która które którzy kiedy gdzie dlaczego jak ile",
    "pt": "que qual quais quem quando onde como quanto quanta quantos quantas porquê",
    "ro": "ce cine care când unde cum cât câtă câți câte",
    "ru": "что какой какая какое какие каких какую каким какими каком кто кого кому кем когда где куда откуда почему "
    "зачем как сколько чем чему чего",
    "sv": "vad vem vems vilken vilket vilka när var vart varför hur",
    "tr": "ne kim kimin hangi nerede nereye nereden nasıl neden niçin niye kaç",
    "uk": "що хто кого кому який яка яке які коли де куди звідки чому навіщо як скільки",
}


def without_question_words(text: str, languages: Iterable[str]) -> str:
    """The words of a question but those that ask; `text` itself where nothing else would be left, or no question.

    A question is marked as one or begins with such a word: in the midst of other sentences they join clauses. They
    are looked for in the text's own language; where that can't be told, only of what is marked, in all `languages`:
    “dove” is a bird, too. A word in capitals is a name: “WHO”.
    """
    own = language_of(text)
    loud = text.isupper()
    if _MARK.search(text):
        asking = _asking(own) if own else frozenset().union(*map(_asking, languages))
    else:
        asking = _asking(own)
        if not any(_asks(word, asking, loud) for word in _WORD.findall(text)[:_FIRST]):
            return text
    kept = _WORD.sub(lambda word: "" if _asks(word.group(), asking, loud) else word.group(), text)
    return kept if _WORD.search(kept) else text


def _asks(word: str, asking: frozenset[str], loud: bool) -> bool:
    is_name = len(word) > 1 and word.isupper() and not loud
    return word.casefold() in asking and not is_name


@cache
def _asking(language: str) -> frozenset[str]:
    return frozenset(_ASKING.get(language, "").split())
