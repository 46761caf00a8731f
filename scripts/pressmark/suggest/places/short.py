"""Short forms of place names whose case or full stops matter, with the keys of what they mean."""

from __future__ import annotations

# Case matters here ("US", "us"): the words as they are written, and the key of what they mean.
ABBREVIATIONS = {
    **dict.fromkeys(("U.S.", "US", "USA", "U.S.A.", "U.S"), "united states"),
    **dict.fromkeys(("UK", "U.K.", "U.K"), "united kingdom"),
    **dict.fromkeys(("UAE", "U.A.E."), "united arab emirates"),
    **dict.fromkeys(("D.C.", "DC"), "district of columbia"),
    "USSR": "soviet union",
    "DRC": "democratic republic of the congo",
    "DPRK": "north korea",
    "PRC": "china",
    "NYC": "new york",
    "L.A.": "los angeles",
    "N.Y.": "new york state",
    "B.C.": "british columbia",
}

# Short forms of the states of the USA, read as such after a comma ("Boise, Idaho", "Macon, Ga.").
STATE_SHORT = dict(
    pair.split("=")
    for pair in (
        "Ala=AL Ariz=AZ Ark=AR Calif=CA Colo=CO Conn=CT Del=DE Fla=FL Ga=GA Ill=IL Ind=IN Kan=KS Ky=KY La=LA Md=MD "
        "Mass=MA Mich=MI Minn=MN Miss=MS Mo=MO Mont=MT Neb=NE Nev=NV N.H.=NH N.J.=NJ N.M.=NM N.Y.=NY N.C.=NC N.D.=ND "
        "Okla=OK Ore=OR Pa=PA R.I.=RI S.C.=SC S.D.=SD Tenn=TN Tex=TX Vt=VT Va=VA Wash=WA W.Va.=WV Wis=WI Wyo=WY"
    ).split()
)
STATE_CODES = frozenset(STATE_SHORT.values()) | {"AK", "HI", "ID", "IA", "ME", "OH", "UT", "DC"}
