"""Tell "over" that means "about" or "because of" from "more than": "a row over £5m bill". No I/O."""

from __future__ import annotations

import re

_QUARREL = re.compile(
    r"\b(?:rows?|disputes?|feud(?:s|ed|ing)?|spats?|clash(?:es|ed|ing)?|argu(?:es?|ed|ing|ments?)|quarrel(?:s|led|ling)?"
    r"|bicker(?:ed|ing)?|haggl(?:es?|ed|ing)|wrangl(?:es?|ed|ing)|spar(?:red|ring)|disagree(?:s|d|ing|ments?)?|fallout|rift"
    r"|fears?|concerns?|worr(?:y|ies)|anger|angry|fury|furious|outrage[d]?|outcry|uproar|controversy|scandal|protests?"
    r"|debates?|tensions?|stand-?off|deadlock(?:ed)?|stalemate|lawsuits?|litigation|backlash|criticism|doubts?|questions"
    r"|worried|concerned|alarmed|divided|split|at\sodds|at\sloggerheads|in\scourt|on\strial|negotiations?|talks"
    r"|vict(?:ory|ories)|triumphs?|advantage|sovereignty|jurisdiction|authority|spread|scattered|strewn|staggered"
    r"|(?:an?|the|this|their|its|his|her|legal|court|bitter|turf)\s(?:\w+\s)?(?:fight|battle|case|inquiry|probe|strike|war))\s$",
    re.IGNORECASE,
)
"""What is about something, directly before "over"."""
_CHARGED = re.compile(
    r"\b(?:jail(?:ed|s)?|arrest(?:ed|s)?|charged|su(?:es?|ed|ing)|investigat\w+|prob(?:es?|ed)|fine[sd]?|convicted|sentenced"
    r"|accused|criticis\w+|criticiz\w+|condemn(?:s|ed)?|blam(?:es?|ed)|sack(?:s|ed)?|fired|questioned|quizzed|detained"
    r"|prosecuted|sanction(?:s|ed)|suspend(?:s|ed)|bann?(?:s|ed)|resign(?:s|ed|ation)?|quits?|step(?:s|ped)\sdown|apologis\w+"
    r"|apologiz\w+|raided|grill(?:s|ed)?|slam(?:s|med)?|attack(?:s|ed)?|court|trial|guilty|warn(?:s|ed|ing)?|extradit\w+"
    r"|wanted|indicted|tried|under\sfire|clash(?:es|ed)?|protest(?:s|ed)?)\b(?P<object>[^.;:!?]{0,50})\s$",
    re.IGNORECASE,
)
"""What is done to somebody because of something, further before "over"."""
_OF_A_THING = re.compile(
    r"(?:\s|-)(?!(?:and|or|but|nor|in|on|at|for|from|to|of|by|as|with|when|while|if|after|before|during|since|than|because|so|that"
    r"|who|which|worth|more|less|each|every|per|a|an|the|this|last|next|is|was|were|are|has|have|had|will|would|annually"
    r"|yearly|monthly|weekly|daily|extra|cash|today|yesterday|alone|plus|between|under|over|into|through|via)\b)"
    r"(?![a-z-]*(?:ly|ing)\b)[a-z-]+"
)
"""A noun of which a sum or measure before it says the size: "£38m [fraud]"."""
_DEED = re.compile(
    r"\s(?:[a-z]+\s){0,2}(?:deaths?|murders|killings|thefts|attacks|crimes|offen[cs]es|fires|bombings|shootings|robberies"
    r"|assaults|rapes|claims|allegations|charges|emails|tweets|posts|messages|payments|crashes|accidents|blasts|burglaries"
    r"|letters|remarks|comments)\b"
)


_AMOUNT_OF = re.compile(
    r"(?:\b(?:is|was|were|be|been|has|had|have|of|to|than|by|with|for|in|at|from|and|or|on|after|just|well|that|which|who|as|but|claims?|reports?|sent|made|paid|got|took"
    r"|lost|won|saw|cost|costs|put|spent|gave|worth|stole|built|sold|bought|owed?|raise)|ing|ed)\s$",
    re.IGNORECASE,
)
"""What comes before an amount: "stole over £5m jewels"."""


def is_about(before: str, text: str, start: int, end: int) -> bool:
    """Say whether "over" after ``before`` and a number from ``start`` to ``end`` tell what something is about."""
    if _QUARREL.search(before):
        return True
    has_sign = any(sign in text[start:end] for sign in "£$€¥")
    if not (_OF_A_THING if has_sign else _DEED).match(text, end):
        return False
    charged = _CHARGED.search(before)
    return charged is not None and (not charged["object"] or _AMOUNT_OF.search(before) is None)
