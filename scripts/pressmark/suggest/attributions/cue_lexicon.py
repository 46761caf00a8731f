"""The cue lexicon: verbs of speech, writing, belief and stance with the patterns they allow.

Each verb carries the patterns it allows, one letter each:

- ``q`` stands with a quotation or a clause without "that", also inverted ("said the minister")
- ``t`` takes a clause with "that" or a question word
- ``a`` takes an addressee before the clause ("told reporters that …")
- ``i`` takes an infinitive ("vowed to stay")
- ``x`` takes an object and an infinitive ("urged drivers to stop")
- ``o`` takes a noun phrase that only names what was spoken of ("corroborated the reports")
- ``d`` says something only of documents and data ("figures show that …")
- ``s`` says something only of what is itself said or thought ("raised concerns", not "raised rates")
- ``n`` has forms that are as often nouns ("claims", "a report")

After ``+`` stands a particle or preposition that must follow ("point +out", "allude +to").
Underscores join a particle of several words.
"""

from __future__ import annotations

VERBS = """
q t: say state:n claim:nso assert insist declare argue contend maintain allege note:n observe remark:n comment:n explain
q t: announce:o report:no reveal:o confirm:o affirm:o reaffirm:o reiterate:o stress:no emphasize:o emphasise:o
q t: underline:o underscore:dno highlight:o mention:o suggest:o conclude admit:o acknowledge:o concede:o confess
q t: recall:so recount:o reply:n respond retort:n counter:n quip:n joke:n muse opine exclaim shout:n whisper:n mutter
q t: boast:n complain lament:no warn:a caution:na predict:o forecast:no estimate:no speculate theorize reckon
q t: write tweet:n post:nso blog testify assure:a promise:aino pledge:ino vow:ino swear:i threaten:io guess:n
q t: add continue ask:ax inquire wonder:n tell:ax inform:a remind:a notify:a advise:ax insinuate imply disclose:o
q t: clarify:o elaborate proclaim:o profess assess:o attest certify deny:so refute:o dispute:no
q t: articulate:o aver avow bellow:n bark:n bemoan:o blurt chant:n chime communicate:so confide crow:n deduce divulge:o
q t: enthuse fret fume gasp gloat gripe:n groan:n growl:n grumble:n guarantee:ino infer instruct:xa interject intone
q t: moan:n murmur:n narrate:o plead:i preach prophesy quiz:no reason:n reassure:ao rejoin relay:so relate:so repeat:so
q t: roar:n scoff scream:n sing snap:n sneer:n specify:o stipulate surmise tease:n thunder:n utter:o venture:n
q t: verify:o wager:n whine:n yell:n retweet:o theorise hypothesise hypothesize hazard:n rant:n rave:n vent:n
t: believe:x think know feel hope:ni fear:no expect:io suspect:no doubt:no assume realize realise understand consider:oi
t: agree:i disagree decide:i learn discover find:do show:dno indicate:do prove:d demonstrate:do
t: document:dno illustrate:d hear:d
t: recommend:o propose:io demand:noi request:nox urge:x signal:no hint:n rule:n
t: worry:n anticipate:o foresee:o convince:ax persuade:ax teach:a determine:d calculate:d
t: charge:n vouch regret:no complain posit postulate envision:o envisage:o
t: accept:o appreciate:so conceive contemplate:o deem dream:n imagine:o intuit judge:no notice:n perceive:o presume
t: pretend recognize:so recognise:so remember:so forget:s sense:no suppose concur reflect ponder:o gather fathom:o
i: refuse decline:n plan:n want intend hope:n seek aim:n wish:nt desire:n long:n
o: criticize criticise condemn denounce praise:n blast:n slam:n decry deride mock ridicule:n rebuke:n
o: chide scold lambast lambaste castigate assail deplore applaud hail:n laud commend welcome:n
o: endorse support:n oppose back:sn favor:n favour:n reject dismiss disavow repudiate rebut
o: corroborate accuse blame:n describe characterize characterise portray depict label:n brand:n
o: discuss debate:n question:nt challenge:n defend address:sn cite quote:n detail:n outline:n
o: voice:n express air:sn share:sn raise:sn advocate:n tout champion:n downplay minimize exaggerate
o: admire respect:n resent distrust:n trust:n prefer:i mistrust:n
o: thank congratulate compliment:n greet salute:n
o: attack:n bash berate condone contest:n contradict debunk demean denigrate disparage embrace:n excoriate extol
o: extoll fault:n grill:n hammer:n insult:n interrogate invoke lampoon lecture:n malign mischaracterize misrepresent
o: needle:n pan pillory protest:n reference:n scorn:n skewer:n smear:n spurn taunt:n trash:n trumpet:n
o: vilify overstate understate misstate equate compare link:s credit:n admonish reprimand:n reprove upbraid
o: flatter idolize adore despise detest loathe abhor hate:n envy:n revere pity:n disdain:n dread:n mourn
o: unveil:s release:sn issue:sn publish:s deliver:s present:s introduce:s offer:sn give:s make:s repeat:s
o: belittle berate bewail censure:n chronicle:n construe counsel:nx curse:n damn:n defame discount:n discourage:x
o: disprove disregard:n entertain:s enumerate espouse evoke exonerate flag:n forswear glorify harangue:n heckle herald:n
o: hype:n impugn jeer:n justify lodge:s minimise misinterpret misjudge mull overestimate underestimate parrot:n peddle:s
o: pinpoint plug:n prescribe proffer:s query:nt rationalise rationalize:t rebuff:n recant recite rehash:n
o: renounce reproach:n retract revile rubbish:n savage:n second-guess slander:n spout:n summarize:t summarise:t
o: trivialize trivialise validate vaunt venerate worship:n float:s air:s pitch:sn propagate:s acclaim:n
o: love:n accentuate correct:s
o: swipe+at poke+fun_at take+shots_at take+swipes_at take+a_swipe_at take+a_shot_at stump+for trot+out shrug+off
o: wave+off brush+off brush+aside bat+down walk+back stand+behind sign+off_on throw+cold_water_on rail+about
o: fantasize+about fantasise+about get+behind speak+highly_of look+down_on frown+on frown+upon
i: volunteer:n resolve:nt yearn aspire choose opt
t: glean:o intimate:n object:n resent:o
o: answer:sn clarify evaluate:s weigh:s explore:dt ban:n disapprove contextualize
y: view:n see regard:n perceive cast paint:n frame:n present treat portray dismiss depict describe label:n brand:n
y: denounce deride hail:n criticize condemn characterize interpret read
x: call:no order:no instruct direct encourage:o encourage implore beg invite exhort press:n pressure:n beseech
x: entreat push:n dare:n challenge:n
o: echo liken chastise
o: allude+to refer+to call+for speak+of speak+about talk+about talk+of warn+of warn+against complain+about warn+about
o: complain+of boast+about boast+of comment+on react+to respond+to object+to agree+with disagree+with
o: agree+on apologize+for apologise+for lash+out rail+against argue+for argue+against lobby+for push+for
o: appeal+for plead+for press+for speculate+about speculate+on vouch+for elaborate+on touch+on
o: worry+about brag+about insist+on hint+at scoff+at point+to swear+by worry+over fret+about fret+over
o: believe+in think+of think+about inquire+about ask+about ask+for tweet+about write+about write+of wonder+about
o: know+about know+of learn+of learn+about hear+of hear+about care+about dream+of dream+about conceive+of
o: approve+of disapprove+of reflect+on muse+about muse+on remark+on opine+on pronounce+on advise+against
o: caution+against counsel+against advocate+for clamor+for clamour+for campaign+for campaign+against
o: testify+about testify+against testify+to attest+to admit+to confess+to subscribe+to commit+to consent+to
o: joke+about laugh+at sneer+at mock jeer+at marvel+at rejoice+over gloat+about grumble+about gripe+about
o: quarrel+with differ+with differ+on side+with sympathize+with sympathise+with empathize+with clash+with
o: disagree+on disagree+over disagree+about argue+about argue+over argue+with agree+about concur+with
o: hope+for wish+for long+for pray+for yearn+for opt+for agree+to balk+at bristle+at chafe+at
o: go+after tear+into rip+into lay+into lash+into light+into fire+back hit+back push+back pile+on shoot+down
o: harp+on dwell+on seize+on expound+on pontificate+about ruminate+on reminisce+about lie+about preach+about
o: play+up play+down talk+up talk+down bring+up set+out set+forth own+up sound+off weigh+in
o: pledge+to rule+against rule+for rule+on rule+in_favor_of vote+against stick+to stand+by
o: lash+out_at speak+out_against speak+out_about speak+out_on speak+out_for come+out_against come+out_for
o: come+out_in_favor_of push+back_against push+back_on hit+back_at fire+back_at weigh+in_on double+down_on
o: zero+in_on sound+off_on look+forward_to stand+up_for stand+up_to hold+forth_on go+on_about sum+up
o: take+issue_with take+aim_at take+exception_to take+offense_at take+offence_at take+umbrage_at take+credit_for
o: take+note_of make+fun_of make+mention_of make+light_of make+note_of cast+doubt_on find+fault_with lay+blame_on
o: pay+tribute_to pay+homage_to pour+scorn_on throw+support_behind throw+weight_behind heap+praise_on
o: call+into_question shed+doubt_on give+voice_to
x o: call+on call+upon appeal+to
q t: point+out spell+out go+on make+clear chime+in blurt+out cry+out make+the_case make+a_case make+it_clear
q t: make+the_argument make+the_point take+the_view take+the_position hold+that shoot+back fire+back hit+back
q t: put+it sum+it_up sum+up wear+on make+plain let+it_be_known
q: read:d
t: make+clear_to find+out figure+out
o: rule+out speak+out lay+out figure+out
"""
"""Cue verbs: the patterns that they all have, then each verb with those of its own."""

IRREGULAR = {
    "say": "said said",
    "tell": "told told",
    "think": "thought thought",
    "know": "knew known",
    "feel": "felt felt",
    "find": "found found",
    "show": "showed shown",
    "write": "wrote written",
    "speak": "spoke spoken",
    "swear": "swore sworn",
    "understand": "understood understood",
    "teach": "taught taught",
    "seek": "sought sought",
    "beg": "begged begged",
    "quip": "quipped quipped",
    "blog": "blogged blogged",
    "brag": "bragged bragged",
    "slam": "slammed slammed",
    "rip": "ripped ripped",
    "admit": "admitted admitted",
    "regret": "regretted regretted",
    "refer": "referred referred",
    "prefer": "preferred preferred",
    "plan": "planned planned",
    "chat": "chatted chatted",
    "go": "went gone",
    "make": "made made",
    "lay": "laid laid",
    "foresee": "foresaw foreseen",
    "forecast": "forecast forecast",
    "spell": "spelled spelled",
    "label": "labeled labeled",
    "signal": "signaled signaled",
    "sing": "sang sung",
    "see": "saw seen",
    "hold": "held held",
    "take": "took taken",
    "give": "gave given",
    "come": "came come",
    "put": "put put",
    "tear": "tore torn",
    "fire": "fired fired",
    "hit": "hit hit",
    "set": "set set",
    "pay": "paid paid",
    "cast": "cast cast",
    "read": "read read",
    "shoot": "shot shot",
    "stand": "stood stood",
    "throw": "threw thrown",
    "shed": "shed shed",
    "bring": "brought brought",
    "hear": "heard heard",
    "forget": "forgot forgotten",
    "snap": "snapped snapped",
    "pan": "panned panned",
    "ban": "banned banned",
    "opt": "opted opted",
    "dream": "dreamed dreamed",
    "let": "let let",
    "quiz": "quizzed quizzed",
    "commit": "committed committed",
    "choose": "chose chosen",
    "forswear": "forswore forsworn",
    "get": "got gotten",
    "plug": "plugged plugged",
    "flag": "flagged flagged",
    "bat": "batted batted",
    "rebut": "rebutted rebutted",
    "infer": "inferred inferred",
    "extol": "extolled extolled",
    "concur": "concurred concurred",
}

DOUBLED = frozenset("set hit put let pan ban".split())
"""Verbs whose last letter is doubled before -ing though their past form does not show it."""
