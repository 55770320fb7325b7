"""How reports tell who said what, one way of telling each: the content and its speaker, and through whom."""

from __future__ import annotations

import pytest
from spacy.language import Language

from .scoring import read

TOLD = [  # text, content, speaker, links
    ("The chief assured that one of the reasons that led to it was the rain.", "that one of the reasons that led to it was the rain", "chief", []),
    (
        '"It ends on Monday," the rebels\' High Command said in a note. Later it accused the mayor of being a "leader deaf to the calls of the clans."',
        'the mayor of being a "leader deaf to the calls of the clans."',
        "it",
        [],
    ),
    ("A guard on leave, who was seen threatening a nurse, was held.", "a nurse", "guard on leave", []),
    ("The posts are shut, Deputy Envoy for Valley Affairs Ann Lee said in a briefing.", "The posts are shut", "Lee", []),
    ("The army left the town, but a rebel site accused troops of taking cattle.", "troops of taking cattle", "rebel site", []),
    ("Kay renewed his appeal to the rebels and their chief to leave the port.", "to leave the port", "Kay", []),
    ("The Lake Valley MP described the offer as falling short of what was asked.", "the offer as falling short of what was asked", "Lake Valley MP", []),
    ("The union said the offer was late and instead expressed full trust in the mediator.", "full trust in the mediator", "union", []),
    ('The mayor expressed "deep regret" at the suffering of the town.', '"deep regret" at the suffering of the town', "mayor", []),
    ('The assembly member, Ian Lee, dismissed Mr Kay\'s speech as "hot air".', 'Mr Kay\'s speech as "hot air"', "Ian Lee", []),
    ("The chief said the guns were gone but that he had a letter.", "the guns were gone but that he had a letter", "chief", []),
    ("Ian Lee said the mayor had tried to greet Ann Kay, but she refused and asked him to leave.", "to leave", "Ann Kay", []),
    ("The forces of the opposition National Salt Alliance claim to have taken two towns.", "to have taken two towns", "forces of the opposition", []),
    ("On Thursday, the presidential assistant confirmed the resumption of talks.", "the resumption of talks", "assistant", []),
    ('"We will not sit with them," Omar Diallo, charge d\'affaires in Niamey, told Reuters.', '"We will not sit with them,"', "Diallo", ["Reuters"]),
    ("The chief said he would talk - but only if the guards left first.", "he would talk - but only if the guards left first", "chief", []),
    ("The union reiterated its promise to give 20 tents, the towns offered 50 and the bank 10.", "its promise to give 20 tents", "union", []),
    ("Officials said 40 people, including rebels and police have been killed.", "40 people, including rebels and police have been killed", "Officials", []),
    ("Three men died, according to a statement issued on Tuesday by army spokesman Ann Lee.", "Three men died", "Lee", ["statement"]),
    ("The ford is shut, according to a report published by the Salt Institute.", "The ford is shut", "Salt Institute", ["report"]),
    ("The minister urged a halt to the raids.", "a halt to the raids", "minister", []),
    ("The clans agreed to a truce; to talks in May; and to an exchange of cattle.", "to a truce; to talks in May; and to an exchange of cattle", "clans", []),
    ("She said that the army had left; that the clans had stayed.", "that the army had left; that the clans had stayed", "She", []),
    ("The union raised concerns over the arrests.", "the arrests", "union", []),
    ("The minister faced criticism from the opposition over the deal.", "the deal", "opposition", []),
    ("The mayor spoke of the day when he would return to the port.", "the day when he would return to the port", "mayor", []),
    (
        "The mission reached Kesh, Orsk and White Lake states, and its envoy went home, the union said.",
        "The mission reached Kesh, Orsk and White Lake states, and its envoy went home",
        "union",
        [],
    ),
    ("The elders remained hopeful that the bridge would open.", "that the bridge would open", "elders", []),
    ("The front is opposed to a vote in the valley.", "a vote in the valley", "front", []),
    ("A number of envoys rejected the plan.", "the plan", "number of envoys", []),
    ("The herders made a promise to leave the wells.", "to leave the wells", "herders", []),
    ("The council said its wells were dry and they could not stay.", "its wells were dry and they could not stay", "council", []),
    ("The road, as the envoy pointed out, is closed.", "The road is closed", "envoy", []),
    ("The army is warning villagers that the dam may burst.", "that the dam may burst", "army", []),
    ("The army said patrols would end at midnight.", "patrols would end at midnight", "army", []),
    ("In a clip shared on social networks, the chief said that soldiers had crossed the line.", "that soldiers had crossed the line", "chief", []),
    ("The council called it a trap, and its envoy, Omar Diallo, warned that the port would close.", "that the port would close", "Diallo", []),
    ("Speaking to Reuters, the former mayor also called for all barges to be freed.", "all barges to be freed", "former mayor", ["Reuters"]),
    ("Addressing parliament in Niamey, the minister accused Chad of arming two clans.", "Chad of arming two clans", "minister", []),
    ('Calling the truce "a trap," she urged the elders to leave.', "to leave", "she", []),
    ("However, Kamara added, it is not clear whether the dam will hold.", "it is not clear whether the dam will hold", "Kamara", []),
    ("Citing two pilots close to the talks, the newspaper said the plane would leave at noon.", "the plane would leave at noon", "two pilots", ["newspaper"]),
    ("The front has said it would not attack the port but warned it would defend itself.", "it would not attack the port", "front", []),
    ("The front has said it would not attack the port but warned it would defend itself.", "it would defend itself", "front", []),
    ("Spokesman Ali Noor told The Economist the front had taken two hills.", "the front had taken two hills", "Ali Noor", ["Economist"]),
    ("Residents confirmed new shelling in the valley to Radio Dabanga, after a few calm days.", "new shelling in the valley", "Residents", ["Dabanga"]),
    (
        "Chad will host the next round in May, said Chad's envoy in Niamey, Omar Diallo, after his state agreed to it.",
        "Chad will host the next round in May",
        "Diallo",
        [],
    ),
    ("Col. Omar Diallo, spokesman of the army's 4th Brigade, said the bridge was open.", "the bridge was open", "Diallo", []),
    (
        "Ana Kay said the crews were still at work and that the dam continued to leak.",
        "the crews were still at work and that the dam continued to leak",
        "Kay",
        [],
    ),
    (
        "A pilot has told Reuters the port in Bor is far from safe and that no crane works.",
        "the port in Bor is far from safe and that no crane works",
        "pilot",
        ["Reuters"],
    ),
    ("Guards deployed to watch the peace deal also reported a breach of it.", "a breach of it", "Guards", []),
    ("Two clans have agreed to a truce, the Courier reported on Tuesday, citing sources.", "Two clans have agreed to a truce", "sources", ["Courier"]),
    ("A source close to General Omar Diallo's Harbour Guard (HG) said that the pier was mined.", "that the pier was mined", "source", []),
    (
        "“The cadets were among those in the hall,” Omar Diallo, head of the Niamey police, told reporters.",
        "“The cadets were among those in the hall,”",
        "Omar Diallo",
        [],
    ),
    ("The port will shut at noon, said Ali Noor, a spokesman for the line, reported AFP.", "The port will shut at noon", "Ali Noor", ["Agence France-Presse"]),
    ("“The way is clear,” Bel, a former minister and a member of the council, told Reuters.", "“The way is clear,”", "Bel", ["Reuters"]),
    ("The coalition backing Chad’s clans on Monday accused the guards of looting.", "the guards of looting", "coalition", []),
    ('The garrison dismissed the list as "a fake," saying that no man was held.', "that no man was held", "garrison", []),
    ("The dam has burst, villagers said — charges that were denied by the water ministry.", "The dam has burst", "villagers", []),
    ("On Monday thousands held rallies across the valley calling for an end to the war.", "an end to the war", "thousands", []),
    ("Guards freed 40 men held since August, state TV reported Wednesday, part of a swap.", "Guards freed 40 men held since August", "TV", []),
    ("Bel agreed to the truce after Kenya accused Uganda of arming the clans.", "Uganda of arming the clans", "Kenya", []),
    ("The guards refused to open the gate and a captain denied any part in the raid.", "any part in the raid", "captain", []),
    ("According to the envoy for the lakes, Omar Diallo, two barges had left the pier.", "two barges had left the pier", "Diallo", []),
    ("Four men were hurt in the blast, reports the television station STV.", "Four men were hurt in the blast", "STV", []),
    ("Ana Kay did not name the clans, and merely said she was sure of the deed.", "she was sure of the deed", "Kay", []),
    ("The delegation charged with watching the truce for the Salt Front called for calm.", "calm", "delegation", []),
    ("The raid was a mistake, Norland's chief negotiator Ann Kay said on Friday.", "The raid was a mistake", "Ann Kay", []),
    ("The raid was a mistake, Norland's negotiating chief Ann Kay said on Friday.", "The raid was a mistake", "Ann Kay", []),
    ("According to Radio Belmira, salt traders late on Monday crossed the ford.", "salt traders late on Monday crossed the ford", "Radio Belmira", []),
    ("According to villagers, guards in two boats fired on the pier.", "guards in two boats fired on the pier", "villagers", []),
    ("The prefect told the state broadcaster, RTB, that after a week the clans had met.", "that after a week the clans had met", "prefect", ["RTB"]),
    ("The prefect told the paper, whose printer had left, that he was sorry.", "that he was sorry", "prefect", ["paper"]),
    ("The ministry had said Monday the guards and the clans would meet.", "the guards and the clans would meet", "ministry", []),
    ("But she did say three nurses and a pilot were missing.", "three nurses and a pilot were missing", "she", []),
    ("The council accused the prefect of wanting to delay the vote.", "the prefect of wanting to delay the vote", "council", []),
    ("A government news portal, citing the harbour police, said three men were held.", "three men were held", "harbour police", ["portal"]),
    ('"They want the dam," said Bel, denying rumours of a split, saying: "We are one."', '"We are one."', "Bel", []),
    ("The mayor of Bor, Ann Kay, speaking at the rally, called on men who had not signed to do so.", "men who had not signed to do so", "Ann Kay", []),
    ("The prefect said earlier in the day that his men had found a boat.", "that his men had found a boat", "prefect", []),
    ("Speaking from the pier, Omar Diallo told Reuters, all clans have left the valley.", "all clans have left the valley", "Diallo", ["Reuters"]),
    ("The guards condemned the move saying it was a trick.", "it was a trick", "guards", []),
    ("The guards condemned the move saying it was a trick.", "the move", "guards", []),
    ("Ana Kay issued a note on Friday, warning that the dam could burst.", "that the dam could burst", "Kay", []),
    ("The movement's founder — a baker by trade — Ann Kay said that the talks had begun.", "that the talks had begun", "Ann Kay", []),
    ("A former guard and now an analyst, Leon Bako, said that the war was over.", "that the war was over", "Leon Bako", []),
    ("The truce was broken, TASS reported referring to the harbour guards.", "The truce was broken", "harbour guards", ["TASS"]),
    ("Clans broke the truce, reports the Ministry of Water of Chad.", "Clans broke the truce", "Ministry of Water", []),
    ("The front said in a statement the deal had failed.", "the deal had failed", "front", []),
    ("Guards fired near Bor, the press service of the water ministry reported.", "Guards fired near Bor", "press service", []),
    ("LAGOS: Chad on Monday left the talks, a state official told Reuters.", "Chad on Monday left the talks", "official", ["Reuters"]),
    ("Lagos - River clans on Tuesday called for a truce.", "a truce", "River clans", []),
    ("Ana Kay from the ruling Lake Party rejected the list.", "the list", "Ana Kay", []),
    ("The council called the truce a trap, with the mayor saying in Bor that it would fail.", "that it would fail", "mayor", []),
    ("“They will leave,” AFP reported Ana Kay as saying.", "“They will leave,”", "Ana Kay", ["Agence France-Presse"]),
    ("The guards were accused by the union of not keeping the truce.", "The guards of not keeping the truce", "union", []),
    ("They blamed the guards, who, villagers said, had fled.", "who had fled", "villagers", []),
    (
        "Kay said the area around the dam, some thirty miles from Bor, appears quiet.",
        "the area around the dam, some thirty miles from Bor, appears quiet",
        "Kay",
        [],
    ),
    ("Union chairman and Foreign Minister Ana Kay warned that the dam would burst.", "that the dam would burst", "Ana Kay", []),
    ("Ana Kay pointed out Chad had gained from the truce.", "Chad had gained from the truce", "Ana Kay", []),
    ("In a note read by his aide Leon Bako, Omar Diallo claimed that the pier was his.", "that the pier was his", "Omar Diallo", []),
    ("AFP quoted party leader Ana Kay as accusing the guards of theft.", "the guards of theft", "Ana Kay", ["Agence France-Presse"]),
    ("The note said despite the killing the clans are still bound by it.", "despite the killing the clans are still bound by it", "note", []),
    ("Ana Kay suggested in a BBC interview that the raid was planned.", "that the raid was planned", "Ana Kay", ["BBC"]),
    ("A spokesman with the League of Dockers and Sailors (LDS), Jon Brumel, said two men had left.", "two men had left", "Jon Brumel", []),
    ("Ana Kay, aka “The Fox,” from the Salt Front, said that the war was long.", "that the war was long", "Ana Kay", []),
    ("The clans say the offer is a trap and have called for a new round.", "a new round", "clans", []),
    ("The clans say the offer is a trap and have called for a new round.", "the offer is a trap", "clans", []),
    ("Leaders of the two largest clans, Bor (B-1) and Orlan (O-2), announced they had met.", "they had met", "Leaders", []),
    ("Lake Minister and Minister for Water, Roads and Peace, Ana Kay, says she is glad.", "she is glad", "Ana Kay", []),
    ("Chad has repeatedly called for resuming the talks in any form.", "resuming the talks in any form", "Chad", []),
    ("The ministry warned that the dam could burst and requested the help of the elders.", "the help of the elders", "ministry", []),
    ("LAGOS, January 28. /rna/. Minister for the Return of Cattle Ana Kay believes that it is late.", "that it is late", "Ana Kay", []),
    ("Ann Bako accused Omar Lam of lying. He denied the tale.", "the tale", "Omar Lam", []),
    ("The prefect called the killings genocide.", "the killings genocide", "prefect", []),
    ("The clans branded the guards traitors and left.", "the guards traitors", "clans", []),
    ("The bishops labelled the new council illegitimate.", "the new council illegitimate", "bishops", []),
    ("The ministry said two men died, five were gravely hurt and nine had burns.", "two men died, five were gravely hurt and nine had burns", "ministry", []),
    ("Diallo has said the Northern Salt Army (NSA) must free nine men first.", "the Northern Salt Army (NSA) must free nine men first", "Diallo", []),
    ("“The dam will hold,” Governor Omar Diallo wrote on social media.", "“The dam will hold,”", "Diallo", []),
    ('The governor denied "a campaign" of fear in the north.', '"a campaign" of fear in the north', "governor", []),
    ("A colonel told the television station Al-Mayadeen that the road was mined.", "that the road was mined", "colonel", ["Mayadeen"]),
    ("Two clerks hung up, while a spokesman for the port blamed the army for the fire, saying no crane was left.", "no crane was left", "spokesman", []),
    (
        "The council and the clans will name a date on Monday, the agency ANSA reported Sunday.",
        "The council and the clans will name a date on Monday",
        "ANSA",
        [],
    ),
]
DENIED = [  # text, what is denied, by whom
    ("The dam has burst, villagers said — charges that were denied by the water ministry.", "The dam has burst", "water ministry"),
    ("They said jets had hit the dam — charges that were denied by the water ministry.", "jets had hit the dam", "water ministry"),
    ("They said jets had hit the dam, an assertion denied by the water ministry.", "jets had hit the dam", "water ministry"),
    ("The clans blame the army for the fire, claims that were rejected by General Omar Diallo.", "The clans blame the army for the fire", "Diallo"),
]
UNSAID = [
    "The prefect declined to give details.",
    "The front still holds two of the nine nurses they took in May.",
    "The front has released the last two nurses they held.",
    "The bank offered loans to herders.",
    "The guards denied them water for a week.",
    "The captain likes to sing.",
    "The map failed to note that the bridge was gone.",
    "The bill needs a majority to confirm the judges.",
    "They crossed without knowing that the dam was open.",
    "One of the many reasons that the clans went home was the rain.",
    "You want to save money for a boat.",
    "The boat was supposed to reach the port by noon.",
    "The mayor backed off the plan.",
    "If the clans had any intention of leaving, they would be gone.",
    "A panel was formed in May, but its chair resigned in June, and it has held no hearing.",
    "The war in the delta has claimed 900 lives since May.",
    "The militia has three posts there, as its men responded with rockets.",
    'Tagging the clans as "spoilers," he met the elders.',
    'The order established "safe lanes" along the dam.',
    'Two barges lay idle in a drill to establish "safe lanes".',
    "When asked for his view, the prefect left.",
    "The president dismissed Ann Kay, the head of the guards, after the raid.",
    "The prefect dismissed the harbour commander on Friday.",
    "It is not clear whether the front will condemn the raid.",
    "Nobody has claimed the raid.",
    "The road will be opened if the guards renounce violence.",
    "The prefect will meet the clans once they condemn the raid.",
    "Barges will be let through only on condition that the front renounces violence.",
    "The prefect did not mention the raid.",
    "The prefect neither confirmed nor denied the raid.",
    "The guards did not reveal the terms.",
]


@pytest.mark.parametrize(("text", "content", "speaker", "links"), TOLD)
def test_who_said_it_and_through_whom(nlp: Language, text: str, content: str, speaker: str, links: list[str]) -> None:
    found = [s for s in read(nlp, text) if " ".join(text[a:b] for a, b in s.content) == content and not s.answers]
    assert len(found) == 1
    assert found[0].speaker is not None
    assert speaker in f"{found[0].speaker.name} {found[0].speaker.label}"
    assert [any(link in (v.label, v.name) or link in v.label for v in found[0].via) for link in links] == [True] * len(links)
    assert len(found[0].via) == len(links)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("General Omar Diallo has dismissed accusations that his men burned the boats.", "denial"),
        ("The front rejected the claim as a hoax.", "denial"),
        ("The prefect brushed aside suggestions that he had fled.", "denial"),
        ("The charges were rejected by the guards.", "denial"),
        ("The front rejected the offer.", "refusal"),
        ("The front rejected the truce as a trap.", "refusal"),
    ],
)
def test_who_rejects_a_charge_denies_it(nlp: Language, text: str, act: str) -> None:
    assert [s.act for s in read(nlp, text)] == [act]


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_done_is_not_said(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


@pytest.mark.parametrize(("text", "content", "speaker"), DENIED)
def test_charges_that_were_denied_by_somebody(nlp: Language, text: str, content: str, speaker: str) -> None:
    (denial,) = [s for s in read(nlp, text) if s.answers]
    assert " ".join(text[a:b] for a, b in denial.content) == content
    assert denial.speaker is not None
    assert speaker in denial.speaker.label
