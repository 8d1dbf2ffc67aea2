"""The words that time expressions are made of, by token class: months, weekdays, units, numbers, parts of the day."""

MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(),
        start=1,
    )
}
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# Months that are common words or first names too: alone they need a preposition or a number beside them.
AMBIGUOUS_MONTHS = frozenset({"march", "april", "may", "june", "august"})

WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], start=1
    )
}
WEEKDAY_ABBREVIATIONS = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip

# Units by TIMEX3 letter; T marks the units of the clock. "trading days" are days.
UNITS = {
    "second": "TS", "minute": "TM", "min": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE",
    "fortnight": "FN", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "yr": "Y",
}  # fmt: skip
PLURAL_UNITS = {
    "seconds": "TS", "minutes": "TM", "mins": "TM", "hours": "TH", "hrs": "TH", "days": "D", "weeks": "W",
    "weekends": "WE", "fortnights": "FN", "months": "M", "quarters": "Q", "years": "Y", "yrs": "Y", "decades": "DE",
    "centuries": "CE",
}  # fmt: skip

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "nighttime": "NI",
    "dawn": "MO", "daybreak": "MO", "dusk": "EV", "lunchtime": "MI",
}  # fmt: skip
CLOCK_WORDS = {"noon": "12:00", "midnight": "24:00"}

CARDINALS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MULTIPLIERS = {"hundred": 100, "thousand": 1000}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADE_WORDS = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip

# UTC is what TIMEX3 writes as Z; the clock of any other zone is kept as told, as in TimeBank.
ZONES = {
    zone: ("Z" if zone in ("utc", "zulu") else "")
    for zone in (
        "utc zulu gmt est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest msk ist jst kst aest aedt "
        "nzst nzdt hkt sgt wib"
    ).split()
}

# Phrases that are one item: their class and value. Longest first at each word.
PHRASES: dict[str, tuple[str, object]] = {
    "a few": ("FEW", "X"), "few": ("FEW", "X"), "several": ("FEW", "X"), "many": ("FEW", "X"), "some": ("FEW", "X"),
    "a number of": ("FEW", "X"), "dozens of": ("FEW", "X"), "hundreds of": ("FEW", "X"),
    "thousands of": ("FEW", "X"), "a handful of": ("FEW", "X"),
    "a couple of": ("NUM", 2), "a couple": ("NUM", 2), "couple of": ("NUM", 2), "a dozen": ("NUM", 12),
    "half a": ("NUM", 0.5), "half an": ("NUM", 0.5), "a half": ("NUM", 0.5),
    "nearly": ("ABOUT", ""), "almost": ("ABOUT", ""), "about": ("ABOUT", ""), "around": ("ABOUT", ""),
    "over": ("ABOUT", ""), "under": ("ABOUT", ""), "approximately": ("ABOUT", ""), "more than": ("ABOUT", ""),
    "less than": ("ABOUT", ""), "fewer than": ("ABOUT", ""), "at least": ("ABOUT", ""), "at most": ("ABOUT", ""),
    "just over": ("ABOUT", ""), "just under": ("ABOUT", ""), "well over": ("ABOUT", ""), "up to": ("ABOUT", ""),
    "no more than": ("ABOUT", ""), "no less than": ("ABOUT", ""), "a little over": ("ABOUT", ""),
    "the day before yesterday": ("DEICTIC", -2), "the day after tomorrow": ("DEICTIC", 2),
    "yesterday": ("DEICTIC", -1), "today": ("DEICTIC", 0), "tomorrow": ("DEICTIC", 1),
    "o ' clock": ("OCLOCK", ""), "o'clock": ("OCLOCK", ""),
}  # fmt: skip

# Feasts and days that news names, as month and day, a rule ("11/4/4": the fourth Thursday of November; "5/-1/1": the
# last Monday of May) or days from Easter Sunday. Names that mean other dates in other countries (Labour Day outside
# the United States, Independence Day) are left out.
HOLIDAYS = {
    "new year ' s day": "01-01", "new year ' s eve": "12-31", "new year ' s": "01-01", "new years day": "01-01",
    "new years eve": "12-31", "epiphany": "01-06", "valentine ' s day": "02-14",
    "international women ' s day": "03-08", "st . patrick ' s day": "03-17", "st patrick ' s day": "03-17",
    "april fools ' day": "04-01", "april fool ' s day": "04-01", "may day": "05-01", "bastille day": "07-14",
    "the fourth of july": "07-04", "assumption day": "08-15", "halloween": "10-31", "all saints ' day": "11-01",
    "veterans day": "11-11", "armistice day": "11-11", "remembrance day": "11-11", "christmas eve": "12-24",
    "christmas day": "12-25", "christmas": "12-25", "boxing day": "12-26", "anzac day": "04-25",
    "waitangi day": "02-06", "australia day": "01-26", "earth day": "04-22",
    "martin luther king jr . day": "1/3/1", "martin luther king day": "1/3/1", "presidents ' day": "2/3/1",
    "presidents day": "2/3/1", "memorial day": "5/-1/1", "labor day": "9/1/1", "columbus day": "10/2/1",
    "thanksgiving": "11/4/4", "thanksgiving day": "11/4/4", "good friday": "easter-2", "easter sunday": "easter+0",
    "easter monday": "easter+1", "easter": "easter+0", "ash wednesday": "easter-46", "palm sunday": "easter-7",
    "maundy thursday": "easter-3",
}  # fmt: skip
