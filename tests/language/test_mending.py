"""Each mend on the tree that it is for, made by hand, and on one that looks like it and is right; no model is loaded."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from trucekeeper.language.mending import is_ring, mended
from trucekeeper.language.mending.tree import Change

VOCAB = spacy.blank("en").vocab
POS = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV", "P": "PRON", "M": "AUX", ",": "PUNCT"}


def tree(rows: str) -> Doc:
    """A Doc from "word/tag/head/relation" items, heads counted from 1, 0 for the root."""
    cells = [item.rsplit("/", 3) for item in rows.split()]
    return Doc(
        VOCAB,
        words=[c[0] for c in cells],
        lemmas=[{"had": "have", "days": "day"}.get(c[0].lower(), c[0].lower()) for c in cells],
        tags=[c[1] for c in cells],
        pos=["PROPN" if c[1].startswith("NNP") else POS.get(c[1][0], "X") for c in cells],
        heads=[int(c[2]) - 1 if c[2] != "0" else i for i, c in enumerate(cells)],
        deps=["ROOT" if c[2] == "0" else c[3] for c in cells],
    )


def arcs(doc: Doc) -> set[str]:
    return {f"{t.text} {t.dep_} {t.head.text}" for t in doc}


WRONG = [
    (
        "plan/NN/7/nsubj:pass to/TO/3/mark hand/VB/1/acl in/RP/3/compound:prt guns/NNS/7/nsubj:pass was/VBD/7/aux:pass dropped/VBN/0/root",
        ["guns obj hand", "plan nsubj:pass dropped"],
    ),
    (
        "raids/NNS/0/root that/WDT/5/mark guards/NNS/5/nsubj say/VBP/5/aux killed/VBN/1/acl nine/CD/5/obj",
        ["say acl:relcl raids", "guards nsubj say", "killed ccomp say", "that nsubj killed", "nine obj killed"],
    ),
    (
        "talks/NNS/0/root between/IN/8/case President/NNP/4/nmod Obi/NNP/8/compound and/CC/6/cc Front/NNP/4/conj leader/NN/8/compound Ida/NNP/1/nmod",
        ["Obi nmod talks", "Ida conj Obi", "between case Obi", "Front compound leader", "and cc Ida"],
    ),
    (
        "he/PRP/2/nsubj say/VBD/0/root guards/NNS/2/obj and/CC/6/cc scouts/NNS/6/nsubj agreed/VBD/2/conj",
        ["agreed ccomp say", "guards nsubj agreed", "scouts conj guards", "and cc scouts"],
    ),
    ("go/VB/0/root ,/,/1/punct ”/''/1/punct promised/VBN/1/conj Obi/NNP/4/obj", ["Obi nsubj promised", "promised parataxis go"]),
    (
        "guards/NNS/2/nsubj pledged/VBD/0/root to/IN/5/case halt/VB/5/amod raids/NNS/2/obl",
        ["halt xcomp pledged", "raids obj halt", "to mark halt"],
    ),
    (
        "Orle/NNP/6/nsubj was/VBD/6/cop to/TO/6/case free/JJ/6/amod five/CD/6/nummod prisoners/NNS/0/root",
        ["free ROOT free", "prisoners obj free", "to mark free", "was aux free", "Orle nsubj free", "five nummod prisoners"],
    ),
    ("”/''/2/punct warned/VBD/0/root General/NNP/2/obj Obi/NNP/2/nsubj", ["General nmod Obi", "Obi nsubj warned"]),
    (
        "clashes/NNS/2/nsubj grew/VBD/0/root in/IN/4/case Bor/NNP/2/obl and/CC/6/cc Leer/NNP/4/conj between/IN/8/case herders/NNS/4/conj",
        ["herders obl grew", "Leer conj Bor"],
    ),
    (
        "Fighting/VBG/0/root between/IN/3/case army/NN/1/obl and/CC/6/cc Front/NNP/6/nsubj continues/VBZ/1/conj",
        ["continues ROOT continues", "Fighting nsubj continues", "Front conj army", "and cc Front"],
    ),
    (
        "they/PRP/2/nsubj blame/VBD/0/root rebels/NNS/2/obj for/IN/6/case attacking/VBG/6/amod posts/NNS/3/nmod",
        ["attacking advcl blame", "posts obj attacking", "for mark attacking"],
    ),
    (
        "talks/NNS/0/root between/IN/3/case army/NN/1/nmod and/CC/7/cc Front/NNP/7/nsubj were/VBD/7/cop due/JJ/1/conj",
        ["due ROOT due", "talks nsubj due", "Front conj army", "and cc Front"],
    ),
    (
        "it/PRP/2/nsubj left/VBD/0/root talks/NNS/2/obj and/CC/6/cc last/JJ/6/amod month/NN/3/conj it/PRP/8/nsubj fought/VBD/2/conj",
        ["month obl:unmarked fought", "and cc fought"],
    ),
    (
        "signed/VBN/0/root by/IN/3/case president/NN/1/obl Obi/NNP/3/appos and/CC/6/cc leader/NN/7/nmod Bol/NNP/3/appos",
        ["Bol conj president", "and cc Bol"],
    ),
    (
        "signed/VBN/0/root by/IN/3/case president/NN/1/obl Obi/NNP/3/appos and/CC/6/cc leader/NN/4/conj Bol/NNP/3/appos",
        ["Bol conj president", "and cc Bol", "leader nmod Bol"],
    ),
    (
        "signed/VBN/0/root by/IN/3/case Obi/NNP/1/obl and/CC/5/cc leader/NN/3/appos Ida/NNP/3/flat Bol/NNP/3/flat",
        ["Ida conj Obi", "Bol flat Ida", "and cc Ida", "leader nmod Ida"],
    ),
    (
        "war/NN/3/nsubj has/VBZ/3/aux claimed/VBN/0/root at/IN/7/case least/JJS/6/advmod 300/CD/7/nummod lives/NNS/3/obl",
        ["lives obj claimed", "at case least"],
    ),
    (
        "it/PRP/2/nsubj moved/VBD/0/root after/IN/5/case the/DT/5/det bus/NN/2/obl was/VBD/7/aux:pass hit/VBN/2/parataxis",
        ["bus nsubj:pass hit", "after mark hit", "hit advcl moved"],
    ),
    (
        "it/PRP/2/nsubj grew/VBD/7/advcl after/IN/5/case the/DT/5/det bus/NN/2/obl was/VBD/7/aux:pass hit/VBN/0/root",
        ["grew ROOT grew", "bus nsubj:pass hit", "hit advcl grew"],
    ),
    (
        "Obi/NNP/2/nsubj said/VBD/0/root it/PRP/4/nsubj rose/VBD/2/ccomp and/CC/7/cc prices/NNS/7/nsubj fell/VBD/4/conj ,/,/10/punct Reuters/NNP/10/nsubj "
        "reported/VBD/7/ccomp ././2/punct",
        ["reported parataxis said"],
    ),
    (
        "it/PRP/2/nsubj grew/VBD/0/root between/IN/4/case army/NN/7/compound and/CC/6/cc state/NN/4/conj troops/NNS/2/obl",
        ["army obl grew", "troops conj army", "state compound troops", "and cc troops"],
    ),
    (
        "they/PRP/2/nsubj accuse/VBD/0/root guards/NNS/2/obj of/IN/5/case links/NNS/3/nmod to/IN/7/case gangs/NNS/2/obl",
        ["links obl accuse", "gangs nmod links"],
    ),
    (
        "a/DT/2/det claim/NN/0/root by/IN/4/case rebels/NNS/2/nmod that/WDT/7/obj it/PRP/7/nsubj shelled/VBD/2/acl:relcl Bria/NNP/7/obj",
        ["shelled acl claim", "that mark shelled", "Bria obj shelled"],
    ),
    (
        "boards/NNS/2/nsubj said/VBD/3/amod boats/NNS/5/nsubj would/MD/5/aux leave/VB/0/root",
        ["said ROOT said", "leave ccomp said", "boats nsubj leave", "boards nsubj said"],
    ),
    ("they/PRP/2/nsubj left/VBD/0/root following/VBG/4/amod talks/NNS/2/obl", ["following case talks"]),
    ("nine/CD/3/nsubj:pass were/VBD/3/aux:pass reported/VBN/4/aux:pass killed/VBN/0/root", ["nine nsubj:pass killed"]),
    ("she/PRP/2/nsubj must/MD/3/nsubj disarm/VB/0/root them/PRP/3/obj", ["she nsubj disarm", "must aux disarm"]),
    ("Rebels/NNS/2/nsubj:pass charged/VBD/0/root in/RB/2/advmod", ["Rebels nsubj charged"]),
    (
        "the/DT/2/det attorney/NN/4/nsubj:pass general/NN/4/nsubj held/VBN/0/root it/PRP/4/obj",
        ["attorney compound general", "general nsubj held", "the det general"],
    ),
    ("his/PRP$/2/nmod:poss rival/NN/4/nsubj Obi/NNP/4/nsubj won/VBD/0/root", ["rival nsubj won", "Obi appos rival"]),
    ("Obi/NNP/2/nsubj told/VBD/0/root Bol/NNP/6/nsubj ,/,/3/punct all/PRP/6/nsubj left/VBD/2/ccomp", ["Bol iobj told", "all nsubj left"]),
    ("They/PRP/2/nsubj warned/VBD/0/root rebels/NNS/5/nsubj to/TO/5/mark leave/VB/2/ccomp", ["rebels obj warned", "leave xcomp warned"]),
    (
        "the/DT/3/det militia/NN/3/compound plans/NNS/8/nsubj to/TO/5/mark attack/VB/3/acl ,/,/3/punct she/PRP/8/nsubj said/VBD/0/root",
        ["militia nsubj plans", "plans ccomp said", "attack xcomp plans", "the det militia"],
    ),
    ("Bol/NNP/0/root and/CC/4/cc Obi/NNP/4/nsubj signed/VBD/1/conj it/PRP/4/obj", ["signed ROOT signed", "Bol nsubj signed", "Obi conj Bol", "and cc Obi"]),
    (
        "It/PRP/1/nsubj failed/VBD/0/root after/IN/4/case Bol/NNP/2/obl and/CC/7/cc Obi/NNP/7/nsubj met/VBD/4/conj".replace("It/PRP/1", "It/PRP/2"),
        ["met advcl failed", "after mark met", "Bol nsubj met", "Obi conj Bol"],
    ),
    (
        "It/PRP/5/nsubj was/VBD/5/cop hours/NNS/5/obl:unmarked before/IN/5/case Bol/NNP/0/root and/CC/8/cc Obi/NNP/8/nsubj met/VBD/5/conj",
        ["hours ROOT hours", "It nsubj hours", "met advcl hours", "before mark met", "Bol nsubj met"],
    ),
    (
        "four/NNS/3/nsubj:pass were/VBD/3/aux:pass killed/VBN/0/root and/CC/5/cc others/NNS/3/conj injured/VBN/5/acl",
        ["injured conj killed", "others nsubj:pass injured", "and cc injured"],
    ),
    (
        "Chad/NNP/2/nsubj had/VBD/0/root last/JJ/4/amod month/NN/2/obj rejected/VBN/2/conj it/PRP/5/obj",
        ["rejected ROOT rejected", "had aux rejected", "Chad nsubj rejected"],
    ),
    (
        "grenade/NN/6/nsubj thrown/VBN/1/acl there/RB/2/advmod wounded/VBN/6/amod two/CD/6/nummod nurses/NNS/0/root",
        ["wounded ROOT wounded", "nurses obj wounded", "grenade nsubj wounded", "thrown acl grenade"],
    ),
    (
        "Bol/NNP/2/nsubj accused/VBN/4/amod foreign/JJ/4/amod troops/NNS/0/root of/IN/6/case theft/NN/4/nmod",
        ["accused ROOT accused", "troops obj accused", "Bol nsubj accused", "foreign amod troops"],
    ),
    ("Men/NNS/2/nsubj resisting/VBG/5/csubj it/PRP/2/obj were/VBD/5/cop tired/JJ/0/root", ["Men nsubj tired", "resisting acl Men"]),
    ("Nurses/NNS/2/nsubj taken/VBN/0/root hostage/NN/2/obj are/VBP/5/cop well/JJ/2/conj", ["well ROOT well", "Nurses nsubj well", "taken acl Nurses"]),
    ("Men/NNS/2/nsubj holding/VBG/0/root hills/NNS/2/obj each/DT/5/nsubj left/VBD/3/acl:relcl", ["left ROOT left", "Men nsubj left", "holding acl Men"]),
    ("She/PRP/2/nsubj told/VBD/0/root Bol/NNP/2/iobj they/PRP/5/nsubj took/VBD/3/acl:relcl it/PRP/5/obj", ["took ccomp told", "Bol iobj told"]),
    ("She/PRP/2/nsubj said/VBD/0/root that/IN/5/mark he/PRP/5/nsubj left/VBD/2/advcl", ["left ccomp said"]),
    (
        "no/DT/2/det proof/NN/0/root that/WDT/5/obl:unmarked Chad/NNP/5/nsubj sold/VBD/2/acl arms/NNS/5/obj",
        ["that mark sold"],
    ),
    ("talks/NNS/0/root due/JJ/4/case to/TO/2/fixed open/VB/1/acl", ["due amod talks", "to mark open", "open xcomp due"]),
    (
        "a/DT/4/det three/CD/4/nummod -/HYPH/2/punct month/NN/0/root ,/,/7/punct one-sided/JJ/7/amod truce/NN/4/appos",
        ["truce ROOT truce", "month compound truce", "a det truce"],
    ),
    (
        "They/PRP/2/nsubj agreed/VBD/0/root to/TO/4/mark open/VB/8/ccomp it/PRP/4/obj ,/,/8/punct she/PRP/8/nsubj said/VBD/2/advcl",
        ["open xcomp agreed"],
    ),
    (
        "Six/NNS/2/nsubj died/VBD/0/root in/IN/4/case Belm/NNP/2/obl ,/,/7/punct the/DT/7/det bishop/NN/4/appos ,/,/9/punct "
        "Bol/NNP/4/conj ,/,/11/punct told/VBD/2/conj Obi/NNP/11/iobj ././2/punct",
        ["told ROOT told", "died ccomp told", "bishop nsubj told", "Bol appos bishop"],
    ),
    (
        "They/PRP/2/nsubj agreed/VBD/8/ccomp to/TO/4/mark open/VB/8/ccomp it/PRP/4/obj ,/,/8/punct she/PRP/8/nsubj said/VBD/0/root",
        ["open xcomp agreed"],
    ),
    (
        "They/PRP/2/nsubj agreed/VBD/0/root as/IN/4/case Premier/NNP/2/obl Obi/NNP/6/nsubj left/VBD/2/ccomp",
        ["Premier nmod Obi", "as mark left", "left advcl agreed"],
    ),
    ("Obi/NNP/4/nsubj ,/,/1/punct they/PRP/4/nsubj said/VBD/0/root ,/,/4/punct left/VBD/4/ccomp", ["Obi nsubj left", "they nsubj said"]),
    ("Chad/NNP/2/nsubj freed/VBD/0/root men/NNS/2/obj and/CC/5/cc Mali/NNP/3/conj held/VBD/2/conj two/CD/6/obj", ["Mali nsubj held", "and cc held"]),
    ("The/DT/2/det plan/NN/0/root written/VBN/2/acl there/RB/3/advmod calls/VBZ/2/conj ././2/punct", ["calls ROOT calls", "plan nsubj calls"]),
    ("They/PRP/2/nsubj asked/VBD/0/root it/PRP/2/obj to/TO/5/mark stop/VB/2/xcomp and/CC/7/cc left/VBD/5/conj", ["left conj asked"]),
    (
        "paper/NN/2/nsubj handed/VBD/0/root to/IN/4/case Bol/NNP/2/obl would/MD/6/aux give/VB/2/ccomp it/PRP/6/obj",
        ["give ROOT give", "paper nsubj give", "handed acl paper"],
    ),
    ("She/PRP/2/nsubj condemned/VBD/0/root killings/NNS/2/obj by/IN/5/case troops/NNS/2/obl:agent", ["troops nmod killings"]),
    (
        "They/PRP/2/nsubj met/VBD/0/root over/IN/4/case Monday/NNP/6/nmod:poss 's/POS/4/case firing/VBG/2/advcl",
        ["firing obl met", "over case firing"],
    ),
    ("it/PRP/2/nsubj came/VBD/0/root ,/,/2/punct the/DT/2/det portal/NN/6/aux reported/VBD/2/conj", ["portal nsubj reported", "the det portal"]),
    ("Support/VB/0/root by/IN/3/case councils/NNS/1/obl:agent", ["councils nmod Support"]),
    (
        "Sixty/CD/2/nummod aid/NN/3/nsubj trucks/VBZ/0/root crossed/VBD/3/xcomp there/RB/4/advmod",
        ["crossed ROOT crossed", "trucks nsubj crossed", "aid compound trucks"],
    ),
    ("insurgents/NNS/2/compound shot/NN/0/root four/CD/2/obj", ["insurgents nsubj shot"]),
    ("The/DT/3/det match/NN/3/compound kicks/NNS/0/root off/RP/3/compound:prt", ["match nsubj kicks", "The det match"]),
    ("demands/NNS/2/compound range/NN/0/root from/IN/4/case peace/NN/2/nmod", ["demands nsubj range", "peace obl range"]),
    (
        "She/PRP/2/nsubj wrote/VBD/0/root on/IN/4/case walls/NNS/2/obl there/RB/4/advmod that/IN/8/mark he/PRP/8/nsubj left/VBD/4/acl:relcl",
        ["left ccomp wrote"],
    ),
    ("the/DT/2/det view/NN/0/root that/IN/5/mark he/PRP/5/nsubj left/VBD/2/acl:relcl", ["left acl view"]),
    (
        "They/PRP/2/nsubj agreed/VBD/7/ccomp to/TO/4/mark open/VB/7/advcl ,/,/2/punct she/PRP/7/nsubj said/VBD/0/root",
        ["open xcomp agreed"],
    ),
    (
        "forces/NNS/6/nsubj denied/VBN/1/acl that/IN/4/det one/CD/6/nsubj had/VBD/6/aux struck/VBN/0/root",
        ["denied ROOT denied", "forces nsubj denied", "struck ccomp denied", "that mark struck"],
    ),
    (
        "UN/NNP/2/nsubj experts/VBZ/0/root who/WP/4/nsubj came/VBD/2/acl:relcl counted/VBD/4/ccomp four/CD/5/obj",
        ["counted ROOT counted", "experts nsubj counted", "UN compound experts"],
    ),
    (
        "They/PRP/2/nsubj left/VBD/0/root ,/,/2/punct the/DT/5/det firm/NN/2/dep that/WDT/7/nsubj pays/VBZ/5/acl:relcl said/VBD/7/xcomp",
        ["said parataxis left", "firm nsubj said"],
    ),
    (
        "It/PRP/2/nsubj offered/VBD/0/root to/TO/4/mark pay/VB/2/xcomp and/CC/7/cc to/IN/7/case free/JJ/9/amod 40/CD/7/flat men/NNS/4/obl",
        ["free conj pay", "men obj free", "to mark free", "40 nummod men"],
    ),
    (
        "It/PRP/2/nsubj offered/VBD/0/root to/IN/6/case free/JJ/6/amod two/CD/6/nummod hostages/NNS/2/obl",
        ["free xcomp offered", "hostages obj free", "to mark free"],
    ),
    (
        "They/PRP/2/nsubj drew/VBD/0/root plans/NNS/2/obj up/RB/2/advmod that/WDT/6/nsubj please/VBP/2/ccomp",
        ["please acl:relcl plans"],
    ),
    ("It/PRP/2/nsubj let/VBD/0/root men/NNS/4/nsubj go/VB/2/ccomp", ["men obj let", "go xcomp let"]),
    ("They/PRP/2/nsubj turned/VBD/0/root in/RB/2/advmod guns/NNS/2/obj", ["in compound:prt turned"]),
    ("They/PRP/2/nsubj made/VBD/0/root a/DT/4/det draft/NN/2/obj roadmap/NN/2/obj", ["draft compound roadmap", "a det roadmap"]),
    (
        "A/DT/2/det source/NN/5/nmod close/RB/2/amod to/IN/5/case Obi/NNP/6/nsubj spoke/VBD/0/root",
        ["source nsubj spoke", "Obi obl close", "to case Obi"],
    ),
    (
        "Ann/NNP/6/nsubj and/CC/4/cc Premier/NNP/4/nmod Bol/NNP/1/flat Odo/NNP/6/nsubj met/VBD/0/root",
        ["Bol conj Ann", "and cc Bol", "Odo flat Bol"],
    ),
    ("She/PRP/2/nsubj told/VBD/0/root station/NN/2/iobj Lac/NNP/2/ccomp", ["Lac appos station"]),
    (
        "plan/NN/7/nsubj written/VBN/1/acl by/IN/4/case President/NNP/2/obl:agent Obi/NNP/7/nsubj now/RB/7/advmod aims/VBZ/0/root",
        ["Obi obl:agent written", "President nmod Obi", "by case Obi"],
    ),
    ("go/VB/2/ccomp said/VBD/0/root spokesman/NN/4/nmod Obi/NNP/2/ccomp", ["Obi nsubj said"]),
    (
        "ministry/NN/6/nsubj ,/,/3/punct Front/NNP/6/nsubj and/CC/5/cc union/NN/3/conj said/VBD/0/root",
        ["ministry nsubj said", "Front conj ministry", "union conj ministry"],
    ),
    ("left/VBD/3/ccomp ,/,/3/punct said/VBD/0/root statement/NN/3/obj", ["statement nsubj said"]),
    ("she/PRP/2/nsubj praised/VBD/0/root in/IN/4/case notes/NNS/2/obl the/DT/6/det courage/NN/2/obl", ["courage obj praised"]),
    (
        "he/PRP/2/nsubj told/VBD/0/root Rights/NNP/2/iobj Watch/VB/2/ccomp that/IN/7/mark she/PRP/7/nsubj left/VBD/4/ccomp",
        ["Watch iobj told", "Rights compound Watch", "left ccomp told"],
    ),
    (
        "they/PRP/2/nsubj say/VBP/0/root that/IN/2/obj by/IN/5/case May/NNP/2/obl ,/,/2/punct men/NNS/8/nsubj fled/VBD/2/ccomp",
        ["that mark fled", "May obl fled"],
    ),
    ("Fighting/VBG/5/csubj with/IN/3/case group/NN/1/obl Front/NNP/5/nsubj ended/VBD/0/root", ["Front appos group", "Fighting csubj ended"]),
    ("we/PRP/3/nsubj did/VBD/3/aux want/VB/0/root to/TO/5/mark fight/VB/3/xcomp and/CC/7/cc signed/VBD/5/conj", ["signed conj want"]),
    ("talks/NNS/2/nsubj:outer began/VBD/0/root", ["talks nsubj began"]),
    (
        "he/PRP/2/nsubj told/VBD/0/root them/PRP/2/iobj last/JJ/5/amod week/NN/8/obl:unmarked that/IN/8/mark she/PRP/8/nsubj left/VBD/2/ccomp",
        ["week obl:unmarked told"],
    ),
    ("talks/NNS/6/nsubj in/IN/3/case capital/NN/1/nmod ,/,/1/punct Bor/NNP/6/nsubj ended/VBD/0/root", ["Bor appos capital", "talks nsubj ended"]),
    (
        "we/PRP/2/nsubj freed/VBD/0/root two/CD/4/nummod nurses/NNS/5/nsubj kidnapped/VBD/2/ccomp in/IN/7/case May/NNP/5/obl",
        ["nurses obj freed", "kidnapped acl nurses"],
    ),
    (
        "They/PRP/2/nsubj drove/VBD/0/root out/RP/2/compound:prt on/IN/5/case Friday/NNP/2/obl some/DT/7/advmod 900/CD/8/nummod farmers/NNS/2/obl",
        ["farmers obj drove"],
    ),
    ("Gunmen/NNS/2/compound shot/NN/0/root at/IN/5/case a/DT/5/det bus/NN/2/nmod ././2/punct", ["Gunmen nsubj shot", "bus obl shot"]),
    (
        "He/PRP/2/nsubj bowed/VBD/0/root to/TO/4/mark demands/VBZ/2/advcl from/IN/7/case the/DT/7/det union/NN/4/obl",
        ["demands obl bowed", "to case demands", "union nmod demands"],
    ),
    (
        "They/PRP/2/nsubj hold/VBP/0/root as/RB/4/advmod many/JJ/2/advmod as/IN/7/case 40/CD/7/nummod sailors/NNS/4/obl",
        ["sailors obj hold", "many advmod 40"],
    ),
    (
        "We/PRP/2/nsubj praised/VBD/0/root delegates/NNS/2/obj allegedly/RB/5/advmod seized/VBD/2/advcl by/IN/7/case rebels/NNS/5/obl:agent",
        ["seized acl delegates"],
    ),
    ("It/PRP/3/nsubj had/VBD/3/aux left/VBN/0/root eight/CD/5/nummod injured/VBN/3/xcomp", ["eight obj left"]),
    ("It/PRP/2/nsubj leave/VBP/0/root eight/CD/2/obj injured/VBN/2/advcl", ["injured xcomp leave"]),
    (
        "She/PRP/2/nsubj urged/VBD/0/root both/DT/2/obj to/TO/5/mark work/VB/2/xcomp ,/,/5/punct engage/VBP/2/conj in/IN/9/case talks/NNS/7/obl",
        ["engage conj work"],
    ),
    (
        "In/IN/2/case May/NNP/8/obl ,/,/2/punct Chad/NNP/2/conj ,/,/7/punct Mali/NNP/7/compound rival/NN/2/conj left/VBD/0/root",
        ["Chad nsubj left", "rival appos Chad"],
    ),
    (
        "the/DT/2/det Front/NNP/6/nsubj accused/VBN/2/acl Obi/NNP/3/obj and/CC/6/cc said/VBD/0/root it/PRP/8/nsubj left/VBD/6/ccomp ./_/6/punct",
        ["accused ROOT accused", "Front nsubj accused", "said conj accused", "Obi obj accused", ". punct accused"],
    ),
    (
        "an/DT/2/det offer/NN/0/root by/IN/5/case the/DT/5/det Front/NNP/2/nmod that/WDT/8/nsubj has/VBZ/8/aux refuse/VBN/2/acl:relcl talks/NNS/8/obj",
        ["refuse acl:relcl Front"],
    ),
    (
        "the/DT/2/det Front/NNP/0/root accused/VBN/2/acl Obi/NNP/3/obj and/CC/6/cc said/VBD/2/conj it/PRP/8/nsubj left/VBD/6/ccomp ./_/2/punct",
        ["accused ROOT accused", "Front nsubj accused", "said conj accused", ". punct accused"],
    ),
]
RIGHT = [
    "the/DT/2/det Front/NNP/0/root which/WDT/4/nsubj have/VBZ/2/acl:relcl now/RB/4/advmod armed/VBN/7/amod men/NNS/4/obj",
    "an/DT/2/det offer/NN/0/root by/IN/5/case the/DT/5/det Front/NNP/2/nmod that/WDT/8/nsubj would/MD/8/aux end/VB/2/acl:relcl it/PRP/8/obj",
    "they/PRP/2/nsubj met/VBD/0/root the/DT/6/det rebel/NN/5/compound held/VBN/6/amod troops/NNS/2/obj",
    "men/NNS/4/nsubj given/VBN/1/acl guns/NNS/2/obj fled/VBD/0/root and/CC/6/cc hid/VBD/4/conj",
    "they/PRP/2/nsubj met/VBD/0/root President/NNP/4/nmod Obi/NNP/2/obj and/CC/6/cc left/VBD/2/conj",
    "he/PRP/2/nsubj say/VBD/0/root much/JJ/2/obj and/CC/6/cc scouts/NNS/6/nsubj agreed/VBD/2/conj to/IN/8/case it/PRP/6/obl",
    "we/PRP/2/nsubj freed/VBD/0/root Obi/NNP/2/obj",
    "they/PRP/2/nsubj accuse/VBD/0/root members/NNS/2/obj of/IN/6/case the/DT/6/det army/NN/3/nmod",
    "the/DT/2/det road/NN/0/root that/WDT/5/obj they/PRP/5/nsubj shut/VBD/2/acl:relcl",
    "the/DT/3/det following/VBG/3/amod talks/NNS/4/nsubj failed/VBD/0/root",
    "nine/CD/3/nsubj:pass were/VBD/3/aux:pass killed/VBN/0/root",
    "Obi/NNP/2/nsubj told/VBD/0/root Bol/NNP/2/iobj ,/,/2/punct all/PRP/6/nsubj left/VBD/2/ccomp",
    "rebels/NNS/2/nsubj left/VBD/0/root and/CC/5/cc Obi/NNP/5/nsubj signed/VBD/2/conj",
    "he/PRP/3/nsubj was/VBD/3/cop premier/NN/0/root and/CC/6/cc Obi/NNP/6/nsubj signed/VBD/3/conj",
    "four/NNS/3/nsubj:pass were/VBD/3/aux:pass killed/VBN/0/root and/CC/6/cc others/NNS/6/nsubj:pass injured/VBN/3/conj",
    "wounded/VBN/2/amod nurses/NNS/3/nsubj left/VBD/0/root",
    "the/DT/2/det truce/NN/0/root that/WDT/5/obj Chad/NNP/5/nsubj broke/VBD/2/acl:relcl",
    "she/PRP/2/nsubj left/VBD/0/root so/RB/4/advmod late/RB/2/advmod that/IN/7/mark he/PRP/7/nsubj slept/VBD/2/advcl",
    "he/PRP/2/nsubj said/VBD/0/root that/IN/6/mark she/PRP/6/nsubj later/RB/6/advmod left/VBD/2/ccomp",
    "talks/NNS/3/nsubj Obi/NNP/3/nsubj led/VBD/0/root",
    "late/JJ/0/root due/IN/4/case to/TO/2/fixed rain/NN/1/obl",
    "we/PRP/2/nsubj say/VBP/0/root two/CD/4/nummod nurses/NNS/5/nsubj fled/VBD/2/ccomp in/IN/7/case May/NNP/5/obl",
    "They/PRP/2/nsubj went/VBD/0/root out/RP/2/compound:prt 900/CD/5/nummod days/NNS/2/obl",
    "Gunmen/NNS/2/compound raid/NN/3/nsubj failed/VBD/0/root at/IN/6/case the/DT/6/det bus/NN/2/nmod",
    "Belm/NNP/2/nsubj visited/VBD/0/root the/DT/5/det market/NN/5/compound street/NN/2/obj",
    "We/PRP/2/nsubj left/VBD/0/root delegates/NNS/2/obj ,/,/5/punct seized/VBN/2/advcl by/IN/7/case rebels/NNS/5/obl:agent",
]


@pytest.mark.parametrize(("rows", "wanted"), WRONG, ids=[" ".join(item.split("/")[0] for item in rows.split()) for rows, _ in WRONG])
def test_a_tree_that_cannot_be_is_mended(rows: str, wanted: list[str]) -> None:
    doc = tree(rows)
    assert not set(wanted) <= arcs(doc)
    mended(doc)
    assert set(wanted) <= arcs(doc)
    assert [t.text for t in doc if t.head == t] == [t.text for t in doc if t.dep_ == "ROOT"]
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize("rows", RIGHT, ids=[" ".join(item.split("/")[0] for item in rows.split()) for rows in RIGHT])
def test_a_tree_that_can_be_stays(rows: str) -> None:
    doc = tree(rows)
    before = arcs(doc)
    assert arcs(mended(doc)) == before


def test_words_are_never_hung_on_each_other_in_a_ring() -> None:
    doc = tree("Orle/NNP/0/root guards/NNS/1/nmod left/VBD/2/acl")
    assert is_ring([Change(doc[0], doc[2], "obj"), Change(doc[2], doc[1], "acl")])
    assert is_ring([Change(doc[1], doc[2], "obj")])
    assert not is_ring([Change(doc[1], doc[2], "obj"), Change(doc[2], doc[2], "ROOT")])


def test_what_was_taken_for_another_kind_of_word_is_called_what_it_is() -> None:
    doc = mended(tree("she/PRP/3/nsubj must/MD/3/aux free/JJ/0/root them/PRP/3/obj"))
    assert [(t.tag_, t.pos_) for t in doc][2] == ("VB", "VERB")
    doc = mended(tree("They/PRP/2/nsubj denied/VBD/0/root reports/VBZ/2/obj that/IN/6/mark jets/NNS/6/nsubj came/VBD/3/ccomp"))
    assert (doc[2].tag_, doc[2].pos_, doc[5].dep_) == ("NNS", "NOUN", "acl")


def test_a_word_in_lower_letters_is_no_name_and_a_bare_verb_behind_that_is_no_present() -> None:
    doc = mended(tree("the/DT/3/det Brelvi/NNP/3/compound militia/NNP/4/nsubj left/VBD/0/root"))
    assert (doc[2].tag_, doc[2].pos_) == ("NN", "NOUN")
    doc = mended(tree("They/PRP/2/nsubj insist/VBP/0/root that/IN/5/mark parliament/NN/5/nsubj ratify/VBP/2/ccomp it/PRP/5/obj"))
    assert (doc[4].tag_, doc[4].morph.get("VerbForm")) == ("VB", ["Inf"])
    doc = mended(tree("of/IN/3/case both/CC/3/det sides/NNS/0/root"))
    assert doc[1].tag_ == "DT"
    doc = mended(tree("It/PRP/2/nsubj claims/NNS/0/root that/IN/5/mark they/PRP/5/nsubj left/VBD/2/ccomp"))
    assert (doc[1].tag_, doc[1].morph.get("Tense")) == ("VBZ", ["Pres"])


def test_a_hyphen_inside_a_name_is_no_word() -> None:
    doc = tree("They/PRP/2/nsubj told/VBD/0/root Post/NNP/2/iobj -/NNP/2/ccomp Courier/NNP/2/iobj")
    doc = Doc(
        VOCAB, [t.text for t in doc], [True, True, False, False, False], tags=[t.tag_ for t in doc], heads=[t.head.i for t in doc], deps=[t.dep_ for t in doc]
    )
    assert {"Post compound Courier", "Courier iobj told", "- punct Courier"} <= arcs(mended(doc))


def test_a_name_that_a_hyphen_joins_to_a_participle_is_no_agent() -> None:
    doc = tree("led/VBN/0/root by/IN/3/case Lome/NNP/1/obl:agent -/HYPH/3/punct based/VBN/6/amod Union/NNP/1/obl")
    spaces = [True, True, False, False, True, False]
    doc = Doc(VOCAB, [t.text for t in doc], spaces, tags=[t.tag_ for t in doc], heads=[t.head.i for t in doc], deps=[t.dep_ for t in doc])
    assert {"Union obl:agent led", "by case Union", "Lome compound based"} <= arcs(mended(doc))
    doc = tree("The/DT/2/det Mali/NNP/4/nsubj -/HYPH/2/punct backed/VBN/5/amod Front/NNP/6/nsubj fled/VBD/0/root")
    spaces = [True, False, False, True, True, False]
    doc = Doc(VOCAB, [t.text for t in doc], spaces, tags=[t.tag_ for t in doc], heads=[t.head.i for t in doc], deps=[t.dep_ for t in doc])
    assert {"Mali compound backed", "The det Front", "Front nsubj fled"} <= arcs(mended(doc))
    doc = tree("led/VBN/0/root by/IN/3/case Lome/NNP/1/obl:agent -/HYPH/5/punct based/VBN/1/acl Union/NNP/5/xcomp")
    spaces = [True, True, False, False, True, False]
    doc = Doc(VOCAB, [t.text for t in doc], spaces, tags=[t.tag_ for t in doc], heads=[t.head.i for t in doc], deps=[t.dep_ for t in doc])
    assert {"Union obl:agent led", "by case Union", "Lome compound based", "based amod Union"} <= arcs(mended(doc))
