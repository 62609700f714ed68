"""The words that all invented text is made of: life in a small harbour.

No word stands in two of the lists that a sentence takes side by side, so that no word comes twice in a row.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().split("\n"))


ADJECTIVES: Final = _words(
    """
    amber ancient blue borrowed bright broad broken calm careful cheap clean coarse cold copper crooked
    dark deep distant double dry dusty early empty faded famous fine first foggy folded fresh gentle
    grey hollow honest humble idle iron large late leaky light little lonely long loose loud muddy
    narrow new northern old open painted pale patient plain quiet rough rusty salty second sharp silent
    short
    """
)
"""64 of them."""

THINGS: Final = _words(
    """
    anchor awning barge barrel basket beacon bell bench blanket boathook bollard bucket buoy cable
    canvas capstan chart chest cleat compass crane crate davit deck dinghy dock engine fender flag float
    funnel gangway gauge gull hammer harbour hatch hawser hook hull jetty keel kettle ladder lantern
    ledger locker lookout mast mooring needle net oar paddle pier pump quay raft rope rudder sail
    shackle shed slipway
    """
)
"""64 of them; tags are named after them too."""

PEOPLE: Final = _words(
    """
    apprentice baker boatswain captain carpenter caulker chandler clerk cooper coxswain deckhand diver
    dockhand engineer ferryman fisher gatekeeper helmsman innkeeper keeper lampman mate messenger
    painter pilot porter purser rigger sailmaker skipper steward weaver
    """
)
"""32 of them."""

VERBS: Final = _words(
    """
    admires borrows carries checks cleans copies counts covers draws drops empties fetches fills finds
    greases guards hides hoists inspects lends lifts measures mends moves names packs paints patches
    polishes returns stows weighs
    """
)
"""32 of them."""

DOING: Final = _words(
    """
    Asking Blessing Calling Choosing Closing Comparing Describing Drying Explaining Exchanging Following
    Hanging Keeping Learning Listing Marking
    """
)
"""What a list item begins with; 16 of them."""

LASTS: Final = _words(
    """
    Almanac Agreement Bulletin Calendar Charter Circle Code Council Custom Drill Exchange Forecast Guild
    Habit Hour Inventory Journal Lesson Logbook Manual Map Meeting Notice Parade Pledge Record Register
    Roster Round Survey Timetable Watch
    """
)
"""What the title of a tag ends with; 32 of them."""

OPENINGS: Final = _phrases(
    """
    On a windless morning
    After the noon ferry
    When the fog comes down
    Before the tide turns
    In the slow month
    Between two crossings
    At the end of the week
    While the tea is hot
    Once a year
    Under the harbour lights
    Without any hurry
    Behind the boathouse
    Long before sunrise
    During the spring repairs
    As the log tells
    With both hands
    To everybody’s surprise
    Near the lighthouse
    On the day of the fair
    In heavy weather
    By common consent
    From the upper window
    Against all advice
    Since the great storm
    For most of the summer
    Along the sea wall
    At low water
    In the second winter
    Whenever it rains
    Over the years
    Just for once
    Towards evening
    """
)
"""32 of them."""

TAILS: Final = _phrases(
    """
    and writes the result on the slate
    and leaves a note for the night shift
    before anybody asks for it
    because the weather will not wait
    so that the next crew can find it
    and tells nobody until supper
    where every visitor can see it
    and thanks the man at the gate
    without a look at the clock
    with more care than the rules demand
    as the harbour office has asked
    and puts it back in its place
    although the season is nearly over
    until the church clock strikes nine
    for the sake of peace
    and begins again on Monday
    with a pencil behind one ear
    since nobody else has the key
    in the way of the old yard
    and is home by dusk
    while the others watch the water
    at the price of a wet sleeve
    to the great joy of the children
    and calls it a good day
    under the eyes of the whole town
    after a short talk about money
    before the varnish has dried
    but never on a Friday
    and keeps the receipt
    with the help of two strangers
    as if it were the only one
    and hums a tune from abroad
    """
)
"""32 of them."""

CONCEPTS: Final = _words(
    """
    Craft Custom Gear Route Season Signal Skill Story Trade Voyage Wager Wisdom
    """
)
"""The titles of all concepts."""

FIELDS: Final = _words(
    """
    Life Matters Planning Safety
    """
)
"""What a category is about, within its area."""

AREAS: Final = _words(
    """
    Boathouse Bridge Cargo Channel Coast Crew Ferry Fleet Island Lagoon Lighthouse Market Regatta
    Shipyard Tavern Weather
    """
)
"""A category is an area and a field: 64 of them."""

ICONS: Final = _words(
    """
    fa-anchor fa-ship fa-water fa-compass fa-life-ring fa-fish fa-wind fa-map
    """
)
"""Of Font Awesome."""

AUTHORS: Final = ("Tove Lindgaard", "Osric Penhale", "Maëlle Kerrien", "Bram Oosterdijk")

CLOSERS: Final = (
    "Read how it began and what it changed.",
    "There is more to it than one may think.",
    "Notes from the quay, with all that went wrong.",
)
"""What makes a text long enough that came out too short."""
