"""One dispatch of an agency, and what other outlets made of it: copies, rewrites, "
"and reports of their own."""

from pathlib import Path

LEAD = (
    "Norland and Sudria exchanged 120 prisoners each on Thursday at the Oster "
    "bridge, the third such exchange "
    "since the two countries began to talk to each other in the winter."
)
SCENE = (
    "The men crossed the river in small groups from eight in the morning, under a thin rain, while medical "
    "orderlies of the Continental Relief Committee waited on the eastern bank with blankets and hot soup."
)
QUOTE = (
    '"They are home, and that is the only thing that counts today," Torvald Ekre, the '
    "spokesman of the president of "
    "Norland, told reporters at the bridge. He would not say when the next exchange was to take place."
)
OTHER = (
    "Sudria's foreign minister, Livia Corvane, said that the wounded had been given "
    "preference and that two of them "
    "had been taken to hospital in Belmora straight away."
)
PAST = (
    "The exchange had been agreed at the second round of talks in Castrel on 12 March. A "
    "first one, in February, had "
    "been delayed for four days because one side found fault with the lists."
)
AGENCY = "DRAVO, 28 March 2024 (Lakeside) - "
OUTLETS = (
    "Polder Post",
    "Ostwind Online",
    "Harbour Echo",
    "Causeway Journal",
    "Ridgeway Monitor",
    "Firth Mail",
)


def retouched(text: str) -> str:
    """Spell names otherwise and change a word here and there, as a desk does."""
    changes = {
        "Torvald Ekre": "Thorvald Ekre",
        "Livia Corvane": "Livia Corvan",
        "on Thursday at": "on Thursday morning at",
        "took place": "happened",
        "small groups": "little groups",
        "straight away": "at once",
        "found fault with": "objected to",
        "since the two countries": "since both countries",
        "a thin rain": "a light rain",
    }
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


DISPATCH = [AGENCY + LEAD, SCENE, QUOTE, OTHER, PAST]
COPIES: dict[str, list[str]] = {
    "verbatim": [LEAD, SCENE, QUOTE, OTHER, PAST],
    "trimmed": [LEAD, SCENE, QUOTE],
    "reordered": [OTHER, LEAD, PAST, SCENE, QUOTE],
    "retouched": [retouched(part) for part in (LEAD, SCENE, QUOTE, OTHER, PAST)],
    "cut and retouched": [retouched(part) for part in (LEAD, OTHER, PAST)],
    "longer": [
        LEAD,
        SCENE,
        QUOTE,
        OTHER,
        PAST,
        "In Harvik several hundred people had gathered at the station to see the train "
        "come in. Some of them had "
        "brought flowers, others only photographs of somebody who was not on any list, "
        "and a band that nobody had "
        "asked for played until the police told it to stop.",
    ],
}
OWN: dict[str, list[str]] = {
    "own": [
        "A hundred and twenty captives from either side walked over the Oster bridge "
        "on Thursday. Norland and "
        "Sudria had exchanged prisoners twice before.",
        "Our correspondent counted the buses: four came from the west, three from the "
        "east, and the last of them "
        "stood for an hour because a name was missing. Nobody explained whose it was.",
        "Relatives were kept behind a fence. One woman held up a sheet with a regiment's "
        "number on it, and went on "
        "doing so when the bridge had long been empty.",
    ],
    "quoting": [
        "The bridge over the Oster was closed to traffic on Thursday so that Norland and Sudria could swap "
        "120 prisoners each.",
        QUOTE.partition(" Torvald")[0] + " said the president's spokesman, Torvald Ekre, when it was over.",
        "For the families it was the end of a year of waiting, and for the two "
        "delegations the first piece of "
        "business that went as it had been written down.",
    ],
}


def article(outlet: str, title: str, paragraphs: list[str], day: str = "2024-03-28") -> str:
    """Write an article as a file with its outlet and its date."""
    head = f"---\ntitle: {title}\noutlet: {outlet}\ndate: {day}\n---\n\n"
    return head + "\n\n".join(paragraphs) + "\n"


def write_copies(folder: Path) -> Path:
    """Write the dispatch, its copies by other outlets, and two reports of their own, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"dispatch": article("Lakeside Agency", "Prisoners cross the Oster", DISPATCH)}
    for outlet, (name, parts) in zip(OUTLETS, COPIES.items(), strict=True):
        texts[name] = article(outlet, f"Bridge of return: {name}", parts)
    texts["own"] = article("Halden Report", "Seven buses and a missing name", OWN["own"])
    texts["quoting"] = article("Northlight News", "As it had been written down", OWN["quoting"])
    for name, text in texts.items():
        (folder / f"{name.replace(' ', '-')}.md").write_text(text, encoding="utf-8")
    return folder
