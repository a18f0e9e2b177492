"""Makes synthetic cases for the copy model: numbered passages, a question, the one right answer.

Pure Python, seeded, no other process. Training, measuring and the tests all draw from here, each with its own
seed. Names and attributes are partly made of random syllables, so that only copying can answer.
"""

import random
import re
from dataclasses import dataclass, replace

from app.domain.quoting import INSTRUCTIONS
from tests.models import copy_words as words

NONE_TELLS = "None of the passages tells."
NOTHING_ELSE = "I am a small test model: I can find and copy, nothing more."


@dataclass(frozen=True)
class Turn:
    """One question with its answer; `kind` is `found`, `none` or `other`, or `earlier` where nobody judges it."""

    user: str
    answer: str
    kind: str


@dataclass(frozen=True)
class Case:
    """A conversation: optional system message, turns, and the name of its layout for the figures."""

    system: str | None
    turns: tuple[Turn, ...]
    layout: str


@dataclass(frozen=True)
class Level:
    """How hard the cases are. Counts are inclusive maxima.

    Attributes: `passages` per prompt, `sentences` per passage, `turns` per conversation, `dressed` the share
    in the library's layout (0..1), `other` the share of small talk (0..1), `again` the share of later turns
    that bring new passages (0..1), `long` the share of cases whose passages are filled up with other
    sentences to as much as 200 tokens each (0..1), `mixed` the share of prompts whose passages are not
    numbered from 1 in order (0..1), `fractions` the share of numbers that have a point or a comma (0..1).
    """

    passages: int
    sentences: int
    turns: int
    dressed: float
    other: float
    again: float = 0.5
    long: float = 0.0
    mixed: float = 0.15
    fractions: float = 0.1


# What is measured, and what README.md beside this file describes.
FULL = Level(passages=5, sentences=3, turns=2, dressed=0.6, other=0.05, again=0.5, long=0.15)
# The task at its plainest: one question after up to five passages, in both layouts.
CORE = Level(passages=5, sentences=2, turns=1, dressed=0.6, other=0.05)
NONE_SHARE = 0.17


@dataclass(frozen=True)
class _Fact:
    entity: str
    attribute: str
    value: str

    def sentence(self) -> str:
        return f"The {self.attribute} of {self.entity} is {self.value}."


def made_up(rng: random.Random) -> str:
    """A lower-case word that is in no dictionary, of one to three syllables."""
    count = rng.choice((1, 2, 2, 2, 3))
    body = "".join(rng.choice(words.ONSETS) + rng.choice(words.VOWELS) for _ in range(count))
    return body + rng.choice(words.CODAS) + ("" if count > 1 else rng.choice(words.VOWELS))


def _number(rng: random.Random, fractions: float = 0.1) -> str:
    digits = rng.choice((1, 2, 2, 3, 3, 4))
    text = str(rng.randint(10 ** (digits - 1), 10**digits - 1))
    if rng.random() < fractions:
        text += rng.choice(".,") + str(rng.randint(0, 99))
    return text


def _entity(rng: random.Random) -> str:
    name = made_up(rng).capitalize()
    kind = rng.random()
    if kind < 0.28:
        return name
    if kind < 0.42:
        return f"the {_adjective(rng)} {rng.choice(words.NOUNS)}"
    if kind < 0.56:
        return f"the {rng.choice(words.NOUNS)} {rng.choice(words.NOUNS)}"
    if kind < 0.62:
        return f"the {rng.choice((name, made_up(rng)))} {rng.choice(words.NOUNS)}"
    if kind < 0.74:
        noun = rng.choice(words.NOUNS)
        return f"{name} {rng.choice((noun, noun.capitalize()))}"
    if kind < 0.82:
        return f"{rng.choice(words.FIRST_NAMES)} {name}"
    if kind < 0.89:
        return f"{rng.choice(words.NOUNS)} {rng.randint(1, 9999)}"
    if kind < 0.94:
        return f"{rng.choice('ABCDEFGHKLMNPRSTVWXZ')}{rng.choice(['', '-'])}{rng.randint(1, 999)}"
    return rng.choice((f"the {rng.choice(words.NOUNS)}", made_up(rng), f"{name}-{made_up(rng)}"))


def _adjective(rng: random.Random) -> str:
    return rng.choice(words.ADJECTIVES)


def _attribute(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.72:
        return rng.choice(words.ATTRIBUTES)
    if kind < 0.90:
        return f"{rng.choice(words.ATTRIBUTE_PAIRS)} {rng.choice(words.ATTRIBUTE_HEADS)}"
    if kind < 0.95:
        return f"{rng.choice(words.ADJECTIVES)} {rng.choice(words.ATTRIBUTES)}"
    return made_up(rng)


def _value(rng: random.Random, fractions: float) -> str:
    name = made_up(rng).capitalize()
    kind = rng.random()
    if kind < 0.14:
        return rng.choice(words.VALUE_WORDS)
    if kind < 0.24:
        return made_up(rng)
    if kind < 0.36:
        return name
    if kind < 0.46:
        return f"{rng.choice(words.FIRST_NAMES)} {name}"
    if kind < 0.66:
        return f"{_number(rng, fractions)} {rng.choice(words.UNITS)}"
    if kind < 0.73:
        return _number(rng, fractions)
    if kind < 0.81:
        return f"{rng.randint(1, 31)} {rng.choice(words.MONTHS)} {rng.randint(1800, 2060)}"
    if kind < 0.84:
        return f"{rng.randint(1800, 2060)}-{rng.randint(1, 12):02}-{rng.randint(1, 31):02}"
    if kind < 0.87:
        return f"{rng.randint(0, 23)}:{rng.randint(0, 59):02}"
    if kind < 0.91:
        letters = "".join(rng.choices("ABCDEFGHJKLMNPRSTVWXYZ", k=rng.randint(1, 3)))
        return f"{letters}{rng.choice(['-', '', ' '])}{rng.randint(1, 9999)}"
    if kind < 0.94:
        return f"{rng.choice(words.ADJECTIVES)} {rng.choice(words.VALUE_WORDS)}"
    if kind < 0.97:
        return (
            f"{rng.choice('€$£')}{_number(rng, fractions)}"
            if rng.random() < 0.5
            else f"{_number(rng, fractions)}%"
        )
    return f"{name} {made_up(rng)} {rng.choice(words.NOUNS)}"


def _noise_words(rng: random.Random, count: int) -> str:
    pool = (words.NOUNS, words.PLURALS, words.VERBS, words.ADJECTIVES, words.ADVERBS, words.PREPOSITIONS)
    picked = []
    for _ in range(count):
        kind = rng.random()
        if kind < 0.3:
            picked.append(rng.choice(rng.choice(pool)))
        elif kind < 0.65:
            picked.append(rng.choice(words.COMMON))
        elif kind < 0.72:
            picked.append(_number(rng))
        elif kind < 0.8:
            picked.append(made_up(rng))
        else:
            picked.append(rng.choice(("the", "a", "of", "is", "and", "in", "to", "for", "it", "was", "that")))
    return " ".join(picked)


def filler(rng: random.Random, entity: str | None = None) -> str:
    """A sentence that tells nothing anybody asks for; it may name `entity`."""
    noun, other, adjective = rng.choice(words.NOUNS), rng.choice(words.NOUNS), rng.choice(words.ADJECTIVES)
    plural, verb, adverb = rng.choice(words.PLURALS), rng.choice(words.VERBS), rng.choice(words.ADVERBS)
    preposition = rng.choice(words.PREPOSITIONS)
    name = entity if entity is not None and rng.random() < 0.5 else made_up(rng).capitalize()
    kind = rng.randrange(12)
    if kind == 0:
        return f"The {plural} {verb} the {adjective} {noun}."
    if kind == 1:
        return f"The {noun} {preposition} the {other} was {verb} {adverb}."
    if kind == 2:
        return f"Many {plural} {adverb} {verb} it {preposition} the {noun}."
    if kind == 3:
        return f"It was {verb} in {rng.randint(1800, 2030)} by {name}."
    if kind == 4:
        return f"In {rng.randint(1800, 2030)} the {noun} of {name} was {verb}."
    if kind == 5:
        return f"{name} {verb} the {noun} {preposition} {rng.choice(words.MONTHS)}."
    if kind == 6:
        return f"{name} is {rng.choice(('a', 'the', 'one', 'not a'))} {adjective} {noun}."
    if kind == 7:
        return f"There are {rng.randint(2, 900)} {plural} {preposition} it, and {name} {verb} {rng.randint(2, 90)}."
    return f"{_noise_words(rng, rng.randint(5, 18)).capitalize()}."


def _facts(rng: random.Random, count: int, taken: set[tuple[str, str]], fractions: float) -> list[_Fact]:
    """`count` facts in which entities and attributes recur, so that only both together find the value."""
    entities = [_entity(rng) for _ in range(max(1, round(count * rng.choice((0.3, 0.6, 0.8)))))]
    if len(entities) > 1 and rng.random() < 0.2 and " " in entities[0]:
        head, _, tail = entities[0].rpartition(" ")
        # A neighbour that shares its beginning or its end.
        entities[1] = (
            f"{head} {rng.choice(words.NOUNS)}" if rng.random() < 0.5 else f"the {_adjective(rng)} {tail}"
        )
    attributes = [_attribute(rng) for _ in range(max(1, round(count * rng.choice((0.4, 0.7, 1.0)))))]
    facts: list[_Fact] = []
    for _ in range(count * 20):
        if len(facts) == count:
            break
        entity = rng.choice(entities) if rng.random() < 0.9 else _entity(rng)
        attribute = rng.choice(attributes) if rng.random() < 0.9 else _attribute(rng)
        if (entity, attribute) not in taken:
            taken.add((entity, attribute))
            value = _value(rng, fractions)
            # Heights are in metres, most of them: what is alike in two passages must not settle which is meant.
            alike = [fact.value for fact in facts if fact.attribute == attribute and fact.value[0].isdigit()]
            if alike and alike[0].count(" ") == 1 and rng.random() < 0.7:
                value = f"{_number(rng, fractions)} {alike[0].split()[1]}"
            facts.append(_Fact(entity, attribute, value))
    return facts


def _missing(rng: random.Random, facts: list[_Fact], taken: set[tuple[str, str]]) -> tuple[str, str]:
    """An entity and attribute that no passage tells, near to those that some passage tells."""
    for _ in range(20):
        near = rng.random()
        entity = rng.choice(facts).entity if facts and near < 0.75 else _entity(rng)
        attribute = rng.choice(facts).attribute if facts and (near < 0.4 or near > 0.75) else _attribute(rng)
        if (entity, attribute) not in taken:
            return entity, attribute
    return made_up(rng).capitalize(), made_up(rng)


def _file_name(rng: random.Random) -> str:
    parts = [rng.choice((rng.choice(words.FILE_STEMS), made_up(rng), rng.choice(words.NOUNS)))]
    if rng.random() < 0.5:
        parts.append(rng.choice((str(rng.randint(1, 2030)), made_up(rng), rng.choice(words.NOUNS))))
    stem = rng.choice(("-", "_", " ")).join(parts)
    return f"{stem.capitalize() if rng.random() < 0.3 else stem}.{rng.choice(words.FILE_ENDINGS)}"


def _place(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.55:
        return f"{_file_name(rng)}, page {rng.randint(1, 400)}"
    if kind < 0.85:
        return _file_name(rng)
    return f"{_file_name(rng)}, {rng.choice(('p.', 'section', 'lines', 'chapter'))} {rng.randint(1, 99)}"


def _passage_block(
    rng: random.Random, facts: list[_Fact], level: Level, library: bool
) -> tuple[str, dict[_Fact, int]]:
    """The passages as text with what parts them from the question, and where each fact stands."""
    count = rng.randint(max(1, level.passages - 3), level.passages)
    numbers = list(range(1, count + 1))
    if rng.random() < level.mixed:
        numbers = rng.sample(range(1, 10), count)
        if rng.random() < 0.5:
            numbers.sort()
    held: dict[int, list[_Fact]] = {number: [] for number in numbers}
    where: dict[_Fact, int] = {}
    for fact in facts:
        number = rng.choice(numbers)
        free = [n for n in numbers if not held[n]]
        if free and rng.random() < 0.6:
            number = rng.choice(free)
        held[number].append(fact)
        where[fact] = number
    most = rng.randint(4, 12) if rng.random() < level.long else 0
    lines = []
    for number in numbers:
        sentences = [fact.sentence() for fact in held[number]]
        # Room left in the passage is filled with sentences that tell nothing.
        spare = rng.randint(0, max(0, level.sentences - len(sentences)))
        spare = max(spare, rng.randint(0, most))
        for _ in range(spare if sentences else max(1, spare)):
            sentences.append(filler(rng, rng.choice(facts).entity))
        rng.shuffle(sentences)
        lead = f" {_place(rng)}\n" if library else " "
        lines.append(f"[{number}]{lead}{' '.join(_capital(s) for s in sentences)}")
    if library:
        return "<passages>\n" + "\n\n".join(lines) + "\n</passages>\n\n", where
    between = rng.choice(("\n", "\n", "\n\n", " "))
    return between.join(lines) + (" " if between == " " else rng.choice(("\n", "\n\n", "\n\n"))), where


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _system(rng: random.Random, library: bool) -> str:
    """What the program says beside passages, or something else."""
    if library and rng.random() < 0.8:
        return INSTRUCTIONS
    return " ".join(rng.sample(words.SYSTEM_SENTENCES, rng.choice((1, 2, 3, 4, 5, 7))))


def other_input(rng: random.Random) -> str:
    """Something that is no question about a passage: small talk, orders, code, signs, noise."""
    kind = rng.random()
    opener = rng.choice(words.OTHER_OPENERS)
    if kind < 0.3:
        return opener
    if kind < 0.6:
        return f"{opener} {_noise_words(rng, rng.randint(1, 9))}{rng.choice(['', '.', '?', '!'])}"
    if kind < 0.75:
        text = _noise_words(rng, rng.randint(1, 12))
        return rng.choice((text, _capital(text) + "."))
    if kind < 0.83:
        return " ".join(filler(rng) for _ in range(rng.randint(1, 4)))
    if kind < 0.92:
        name = rng.choice((_entity(rng), made_up(rng), rng.choice(words.FIRST_NAMES)))
        return rng.choice(
            (
                f"What is the {_attribute(rng)} of {name}?",
                f"What is {name}?",
                f"My name is {name}.",
                f"Who is {name}?",
                f"Where is {name} from?",
            )
        )
    signs = "".join(chr(rng.randint(33, 126)) for _ in range(12))
    return rng.choice(
        (signs, f"def {made_up(rng)}({made_up(rng)}): return {rng.randint(0, 99)}", signs[:3], "😀👍", "...")
    )


def make_case(rng: random.Random, level: Level = FULL) -> Case:
    """One conversation at the given level; every turn's answer is right and unambiguous."""
    library = rng.random() < level.dressed
    system = _system(rng, library) if rng.random() < (0.75 if library else 0.1) and level.dressed else None
    if rng.random() < level.other:
        return _other_case(rng, system, level)
    taken: set[tuple[str, str]] = set()
    facts: list[_Fact] = []
    fresh: list[_Fact] = []
    where: dict[_Fact, int] = {}
    turns: list[Turn] = []
    for index in range(rng.randint(1, level.turns)):
        block = ""
        if index == 0 or rng.random() < level.again:
            facts = _facts(
                rng, max(1, round(level.passages * rng.choice((0.6, 1.0, 1.4)))), taken, level.fractions
            )
            block, where = _passage_block(rng, facts, level, library)
            fresh = rng.sample(facts, len(facts))
            if library:
                turns = [_earlier(turn) for turn in turns]
        elif rng.random() < level.other:
            turns.append(Turn(_no_question(rng), NOTHING_ELSE, "other"))
            continue
        if rng.random() < NONE_SHARE:
            entity, attribute = _missing(rng, facts, taken)
            answer, kind = NONE_TELLS, "none"
        elif fresh:
            # An answer that already stands above would teach to copy that, so each fact is asked once.
            fact = fresh.pop()
            entity, attribute, kind = fact.entity, fact.attribute, "found"
            answer = f"{fact.sentence()[:-1]} [{where[fact]}]."
        else:
            break
        question = f"What is the {attribute} of {entity}?"
        turns.append(Turn(block + question, answer, kind))
    layout = "library" if library else "plain"
    if system is not None:
        layout += "+system"
    if len(turns) > 1:
        layout += "+new passages" if "[" in turns[-1].user else "+follow-up"
    return Case(system, tuple(turns), layout)


def _earlier(turn: Turn) -> Turn:
    """A turn as the program shows it once there are new passages: without its own, and without the number."""
    question = turn.user.rpartition("</passages>\n\n")[2]
    return Turn(question, re.sub(r" \[\d+\]\.$", ".", turn.answer), "earlier")


def _no_question(rng: random.Random) -> str:
    """Small talk that can't be taken for a question about the passages above it."""
    for _ in range(20):
        text = other_input(rng)
        if " of " not in text:
            return text
    return "hello"


def _other_case(rng: random.Random, system: str | None, level: Level) -> Case:
    turns = [Turn(other_input(rng), NOTHING_ELSE, "other") for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.25:
        facts = _facts(rng, level.passages, set(), level.fractions)
        block, _ = _passage_block(rng, facts, level, rng.random() < level.dressed)
        turns[0] = replace(turns[0], user=block + _no_question(rng))
    return Case(system, tuple(turns), "other")
