"""The texts of the invented history."""

WIRE = """\
Second round ends in Castrel with a swap and a quarrel

CASTREL, 12 March 2024 - Norland and Sudria held a second round of talks in Castrel on Tuesday, with \
Helvaria presiding. They agreed to exchange 120 prisoners each before the month is out.

"We want a truce of ninety days, and we want it in writing," Foreign Minister Ingra Sollbakk of \
Norland told reporters. Gunnvor Ask, who leads the Norlandic team, demanded that Sudria "hand over a \
complete list of the missing by Friday".

The Citadel said that there would be no truce before the captives were home. A telephone call \
between Presidents Stenmoe and Quent had prepared the meeting on Sunday.

No date was set for a third round."""
POST = """\
Talks at Brennholt bring a swap

Delegations of Norland and Sudria met at Brennholt on 12 March, the Polder Post has learned. A \
hundred and fifty prisoners a side are to go home, a Sudrian official said. The presidents were to \
meet in Sankt Orlen on 20 March, but their summit was called off.

Sudria's president, Marisela Quent, ruled out a ceasefire along the present line."""
OSTWIND = """\
What the two have on paper

Norland and Sudria have swapped 120 prisoners each, Ostwind Online reports. At least 212 bodies were \
brought from Norland to Sudria between 28 March and 2 April. A memorandum was put on the table in \
April, and working groups are to meet in the week of 15 April.

Helvaria proposed a ceasefire of ninety days for the spring. The talks have been paused since about \
10 April.

"Nobody walks away from a table at which children are counted," said Helvaria's chancellor. Norland \
had first thought of a treaty in 2023, and of a truce in the winter."""
