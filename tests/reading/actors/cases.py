"""Who is who, told in sentences of our own on ten conflicts: what is asked of a mention, and whom it has to stand for.

Each case is (text, asked, wanted): `asked` is a phrase of the text, "2:he" its second occurrence; `wanted` the name or id of the entity, None where nobody
may be found, "~" where it must be somebody unnamed who is no named person or group.
"""

from __future__ import annotations

NAMES = [  # short names, acronyms, aliases, one name one type
    ("“We lost all,” Daw Khin Mar said.", "Khin Mar", "Daw Khin Mar"),
    ("“The road is shut.” — Rigoberta Xol, a mayor. Xol wept.", "2:Xol", "Rigoberta Xol"),
    ("R.N. Tembo, the envoy, agreed. R.N Tembo left.", "2:Tembo", "R.N. Tembo"),
    ("PORT BELO, Kenya (AFP) - The gate is open. AFP saw it.", "2:AFP", "afp"),
    ("The Guinea-Bissau Republic paid.", "Guinea-Bissau Republic", "state:guinea-bissau"),
    ("The QNLF (RO) refused. Three QNLF-RO men left.", "QNLF-RO", "QNLF-RO"),
    ("He wrote to The Orlan Tribune. It was too late, he told the Tribune.", "2:Tribune", "Orlan Tribune"),
    ("The Convention of Elders of Zandul (CEZ) fought on. A CEZ commander fled.", "2:CEZ", "Convention of Elders of Zandul"),
    ("Commander Tesfalem Hagos met reporters. Hagos said the truce held.", "2:Hagos", "Tesfalem Hagos"),
    ("Amina al-Sharif arrived in Aden. Later al-Sharif left.", "2:al-Sharif", "Amina al-Sharif"),
    ("Envoy Jean-Paul Kabeya flew to Goma. Kabeya declined to comment.", "2:Kabeya", "Jean-Paul Kabeya"),
    ("The Northern Peasants' Front (NPF) signed the accord. The NPF will disarm.", "2:NPF", "Northern Peasants' Front"),
    ("The Joint Disengagement Committee (JDC) met in Juba. JDC monitors stayed away.", "2:JDC", "Joint Disengagement Committee"),
    ("The Revived Joint Watch Committee (RJWC) met. RJWC members agreed.", "2:RJWC", "Revived Joint Watch Committee"),
    ("Under the Transitional Charter of the Republic of Mali (TCRM), Mali votes.", "2:Mali", "state:mali"),
    ("Fighters of the M23 entered Sake on Tuesday.", "M23", "m23"),
    ("The SDF said its men had withdrawn from Manbij.", "SDF", "sdf"),
    ("Reports by Agence France-Presse (AFP) were denied. AFP stood by them.", "2:AFP", "afp"),
    ("Officials of the Rapid Support Forces and the Sudanese Armed Forces met in Jeddah. The RSF left early.", "RSF", "rsf"),
    ("Ansar Allah rejected the offer.", "Ansar Allah", "houthis"),
    ("The U.N. Security Council met. The council called for restraint.", "The council", "unsc"),
    ("Chad's Defence Ministry denied it. Kenya's Defence Ministry said nothing.", "2:Defence Ministry", "Kenya's Defence Ministry"),
    ("Chad's Defence Ministry denied it. The Defence Ministry gave no details.", "2:Defence Ministry", "Chad's Defence Ministry"),
    ("Volodymyr Petrenko, the mayor, spoke. Petrenko wept.", "2:Petrenko", "Volodymyr Petrenko"),
    ("Mr. Okello and Mrs. Lakwena signed. Okello smiled.", "2:Okello", "Okello"),
    ("Nur Misuari's aide, Ramon Hadjaji, spoke in Jolo. Hadjaji promised calm.", "2:Hadjaji", "Ramon Hadjaji"),
]

NAMES += [  # states and bodies that no gazetteer knows, datelines, tags gone wrong
    ("Zandovia's government refused. Zandovia said so twice.", "2:Zandovia", "~zandovia"),
    ("The government of Zandovia freed 30 men.", "The government of Zandovia", "~zandovia"),
    ("The Eastern Hills Front took Varn. An EHF spokesman was silent.", "EHF", "Eastern Hills Front"),
    ("VARN, May 3 (Lakes Agency) - The Eastern Hills Front freed ten men.", "VARN", None),
    ("Mayor Ida Brank spoke. Nobody, Brank said, would leave.", "2:Brank", "Ida Brank"),
]

NAMES += [
    ("The Government of Chad (GoC) and the Salt Front (SF) signed. GoC will leave.", "2:GoC", "state:chad"),
    ("The Ministry of Defence (MoD) left. The MoD denied it.", "2:MoD", "Ministry of Defence"),
    ("The Azure Liberation Front (FLA) fought. The FLA lost.", "2:FLA", "Azure Liberation Front"),
    ("One group - Gambians United for Reform and Justice (GURJ) - has left. GURJ fled.", "2:GURJ", "Gambians United for Reform and Justice"),
    (
        "Men of Gambians United for Reform and Justice (GURJ) left. They say Gambians United for Reform and Justice has lost.",
        "2:Gambians United for Reform and Justice",
        "Gambians United for Reform and Justice",
    ),
    ("The Southern Peasants United for Bread, or SPUB, promised to leave. SPUB stayed.", "2:SPUB", "Southern Peasants United for Bread"),
    ("They met the Lakes Council for Order, known as LCO, in May. Later LCO broke up.", "2:LCO", "Lakes Council for Order"),
    ("His alliance, Viv Lansa, would disarm.", "Viv Lansa", "~viv-lansa"),
]

TITLES = [  # (text, person, title, of)
    ("UN envoy to Chad Ida Roe left.", "Ida Roe", "UN envoy to Chad", "United Nations"),
    ("They met Special Envoy for Afghanistan Tarmay Bolizad.", "Tarmay Bolizad", "Special Envoy for Afghanistan", None),
    ("The head of the Houthis' prisoner affairs committee Abdul Roe left.", "Abdul Roe", "head of the Houthis' prisoner affairs committee", "Houthis"),
    ("Presidential Assistant on the Peace Process Ida Roe left.", "Ida Roe", "Presidential Assistant on the Peace Process", None),
    ("It opposed the AU's Horn of Africa envoy Ida Roe.", "Ida Roe", "AU's Horn of Africa envoy", "African Union"),
    ("The army spokesman – Major General Ida Roe – left.", "Ida Roe", "army spokesman", None),
    ("Ida Roe, an adviser to the state-backed Peace Bureau, left.", "Ida Roe", "adviser to the state-backed Peace Bureau", None),
    ("Ida Roe, the aide to the first Front commander, Hassan Ode, left.", "Hassan Ode", "first Front commander", None),
    ("Ida Roe, the aide to the first Front commander, Hassan Ode, left.", "Ida Roe", "aide to the first Front commander", None),
    ("The Minister for Trade, Transport and Works, Ann Bako, agreed.", "Ann Bako", "Minister for Trade, Transport and Works", None),
    ("Former U.N. secretary general Ana Ruiz chaired the panel.", "Ana Ruiz", "Former U.N. secretary general", "United Nations"),
    ("Secretary-General Ana Ruiz chaired the panel.", "Ana Ruiz", "Secretary-General", None),
    ("Houthi spokesman Yahya Qasim denied the report.", "Yahya Qasim", "Houthi spokesman", "Houthis"),
    ("Colombian Defence Minister Carlos Restrepo said talks would resume.", "Carlos Restrepo", "Colombian Defence Minister", "Colombia"),
    ("Maria Santos, the government's chief negotiator, said so.", "Maria Santos", "government's chief negotiator", None),
    ("Daniel Kiprop, a spokesman for the African Union, confirmed it.", "Daniel Kiprop", "spokesman for the African Union", "African Union"),
    ("The U.N. special envoy for Yemen, Lars Holm, arrived.", "Lars Holm", "U.N. special envoy for Yemen", "United Nations"),
    ("Ukraine's Foreign Minister Olena Bondar left Minsk.", "Olena Bondar", "Ukraine's Foreign Minister", "Ukraine"),
    ("Grieving widow Halima Yusuf told reporters that her son was gone.", "Halima Yusuf", "Grieving widow", None),
    ("Gen. Peter Lam led the unit.", "Peter Lam", None, None),
    ("Former president Joseph Banda welcomed the accord.", "Joseph Banda", "Former president", None),
    ("Senior Taliban leader Abdul Wahid spoke in Doha.", "Abdul Wahid", "Senior Taliban leader", "Taliban"),
    ("Minister of Information Samuel Deng called the report false.", "Samuel Deng", "Minister of Information", None),
    ("Premier Hayk Saroyan called Russian President Pavel Orlov.", "Pavel Orlov", "Russian President", "Russia"),
    ("Her brother, Arben Leka, told reporters that she had left.", "Arben Leka", "Her brother", None),
    ("The office of the U.N. envoy, Hanna Berg, said so.", "Hanna Berg", "U.N. envoy", "United Nations"),
    ("Kosovo Prime Minister Agim Berisha left.", "Agim Berisha", "Kosovo Prime Minister", "Kosovo"),
    ("U.S. Secretary of State Mark Rubin spoke.", "Mark Rubin", "U.S. Secretary of State", "United States"),
    ("Hill Army spokesman Lt. Gen. Igor Konash spoke.", "Igor Konash", "Hill Army spokesman", None),
    ("Gang leader Remy Tharival spoke.", "Remy Tharival", "Gang leader", None),
    ("An army spokesman, Brigadier Tomas Ruel, denied it.", "Tomas Ruel", "army spokesman", None),
    ("Colonel Ido Mann, a spokesman for the front, denied it.", "Ido Mann", "spokesman for the front", None),
    ("A spokeswoman for the Hills Mission, Else Tarvik, said so.", "Else Tarvik", "spokeswoman for the Hills Mission", None),
    ("Tajik President Omid Sadr left.", "Omid Sadr", "Tajik President", "Tajikistan"),
    ("Ana Duarte, 41, a nurse from Cali, lost her home.", "Ana Duarte", "nurse from Cali", None),
]

DESCRIPTIONS = [
    ("The Ethiopian army attacked. The government of Tigray is prepared to talk.", "The government of Tigray", "government of Tigray"),
    ("Rights Monitor spoke. The army fought the armed group Salt Front. The group lost.", "The group", "Salt Front"),
    ("Rebel leader Omar Diallo announced a truce. The president said he was glad.", "The president", "president"),
    ("Militia leader Omar Diallo met Ana Ruiz, the president. The leader left.", "The leader", "Omar Diallo"),
    ("UN Secretary-General Ana Ruiz called for calm. The Secretary-General left on Monday.", "The Secretary-General", "Ana Ruiz"),
    ("Attorney General Omar Diallo resigned. The attorney general had held office for a year.", "The attorney general", "Omar Diallo"),
    ("Omar Diallo said the dam would hold. The minister will travel to Bor.", "The minister", "Omar Diallo"),
    ("Omar Diallo said the dam would hold. Minister Ana Ruiz was told. The minister left.", "The minister", "Ana Ruiz"),
    ("Omar Diallo was killed on Monday. The minister will travel to Bor.", "The minister", "minister"),
    ("Omar Diallo met Ana Ruiz on Monday. The minister will travel to Bor.", "The minister", "minister"),
    ("Hezbollah fired rockets. The Lebanese group said it was a warning.", "The Lebanese group", "hezbollah"),
    ("The ELN suspended talks. The rebels blamed the army.", "The rebels", "eln"),
    ("M23 took the town. The group denied looting.", "The group", "m23"),
    ("U.S. President Alan Reed spoke on Monday. The president urged calm.", "The president", "Alan Reed"),
    ("U.S. President Alan Reed met Egyptian President Hany Sabry. The Egyptian president hosted dinner.", "The Egyptian president", "Hany Sabry"),
    ("Widow Fatima Osman lost two sons. The widow now lives in a tent.", "The widow", "Fatima Osman"),
    ("The Health Ministry gave a toll. The ministry said 40 had died.", "The ministry", "~health-ministry"),
    ("Ethiopia closed the road. The government said it was unsafe.", "The government", "state:ethiopia"),
    ("The Sudanese government refused.", "The Sudanese government", "state:sudan"),
    ("The government of Colombia agreed.", "The government of Colombia", "state:colombia"),
    ("South Sudan's government refused.", "South Sudan's government", "state:south-sudan"),
    ("Russian forces shelled the town.", "Russian forces", "state:russia:forces"),
    ("UN envoy Lars Holm flew to Sanaa. The envoy met both sides.", "The envoy", "Lars Holm"),
    ("The World Food Programme halted flights. The agency said fuel had run out.", "The agency", "wfp"),
    ("Reuters asked for comment. The news agency got none.", "The news agency", "reuters"),
    ("Fatah spoke. Envoys of the Palestinian movement and representatives of the group met aides.", "representatives of the group", "fatah"),
    ("The Sudanese delegation left.", "The Sudanese delegation", "state:sudan"),
    ("Houthi fighters attacked at dawn.", "Houthi fighters", "houthis"),
    ("The African Union condemned the attack. The bloc called for talks.", "The bloc", "african-union"),
]

DESCRIPTIONS += [
    ("President Ilo Tamba's spokesman, Ned Faro, spoke. The president was ill.", "The president", "Ilo Tamba"),
    (
        "The Congolese government asked Rwanda to go. The government said so again.",
        "The government",
        "state:democratic-republic-of-the-congo",
    ),
    ("Envoy Theresa Wagner left Kigali. Wagner said little.", "2:Wagner", "Theresa Wagner"),
]

DESCRIPTIONS += [
    ("Mali's ruling junta blamed the rebels.", "Mali's ruling junta", "state:mali"),
    ("Moscow's forces took the town.", "Moscow's forces", "state:russia:forces"),
]

DESCRIPTIONS += [
    ("Chadian soldiers held the town.", "Chadian soldiers", "state:chad:forces"),
    ("Hamas militants held the town.", "Hamas militants", "hamas"),
    ("Kenya and Uganda agreed on a post. A fighter of the Lebanese movement fled. The government was silent.", "The government", "government"),
]

UNNAMED = [
    ("Malian separatist forces took the town.", "Malian separatist forces", "~"),
    ("Ugandan rebels took the town.", "Ugandan rebels", "~"),
    ("Congolese opposition negotiators left the hall.", "Congolese opposition negotiators", "~"),
    ("Representatives of Kenya's opposition left.", "Representatives of Kenya's opposition", "~"),
    ("The Rwandan resistance and Burundian gunmen fled.", "Burundian gunmen", "~"),
    ("Turkey-backed fighters took the town.", "fighters", "~"),
    ("At dawn pro-Iran militias struck.", "militias", "~"),
    ("They set free 30 detainees.", "30 detainees", "~"),
    ("The ELN and the Colombian president met. The army kept silent.", "The army", "~"),
    ("The SPLM signed first. The parties then met.", "The parties", "~"),
    ("Vice President Ana Cruz spoke. The president was away.", "The president", "~"),
    ("An official said the talks failed. Minister Ali Hassan declined to comment.", "An official", "~"),
    ("Hamas spokesman Omar Said spoke. A senior Hamas official told Reuters otherwise.", "A senior Hamas official", "~"),
    ("Diplomats said the deal was close.", "Diplomats", "~"),
    ("Two sources with knowledge of the talks said no date was set.", "Two sources", "~"),
    ("Residents fled to the hills.", "Residents", "~"),
    ("President Amadou Keita spoke. A witness said shots were fired.", "A witness", "~"),
    ("Rights experts accused the junta of war crimes.", "Rights experts", "~"),
    ("Mediators from several states met the parties.", "Mediators", "~"),
]

PRONOUNS = [
    ("Kenya accused Uganda of arming two clans. It denied the charge.", "It", "state:uganda"),
    ("Uganda was accused by Kenya of arming two clans. It denied the charge.", "It", "state:uganda"),
    ("Chad blamed Niger for the raid. It rejected the claim.", "It", "state:niger"),
    ("Hamas accused Fatah of holding its men. The movement denied this.", "The movement", "fatah"),
    ("Ann Bako accused Omar Lam of lying. He denied it.", "He", "Omar Lam"),
    ("President Juan Ortega thanked the mediators. He said the war was over.", "He", "Juan Ortega"),
    ("Foreign Minister Olena Bondar met General Ivan Sydor. She said talks would go on.", "She", "Olena Bondar"),
    ("Salva Makuei told reporters that he would not resign.", "he", "Salva Makuei"),
    ("Turkey said it would send troops.", "it", "state:turkey"),
    ("The Taliban said they would not attend.", "they", "taliban"),
    ("Hezbollah withdrew its fighters from the south.", "its", "hezbollah"),
    ("The panel heard Envoy Lars Holm and Colonel Ahmed Tarek. He left in the evening.", "He", None),
    ("The truce began on Monday. It held for a week.", "It", None),
    ("The road to Goma was cut. It reopened on Friday.", "It", None),
    ("Arab ministers met in Riyadh. Their plan is new.", "Their", "Arab ministers"),
    ('Teacher Rosa Méndez fled with two children. "We walked for days," she said.', "she", "Rosa Méndez"),
    ("Prime Minister Abdalla Idris spoke after talks with Ann Lowe. He promised aid.", "He", "Abdalla Idris"),
]

PRONOUNS += [
    ("The Labour Ministry denied the report. It said wages were paid.", "It", "~labour-ministry"),
    ("Colonel Ravi Sen met Pavel Horn. Horn's office said he was ready.", "he", "Pavel Horn"),
    ("The ELN struck a post. Its spokesman, Luis Parra, was silent.", "Its", "eln"),
    ('The MILF condemned the attack. "They are enemies of peace," a villager said.', "They", None),
    ("A guard, Sergeant Tom Hale, ran. He was hit.", "He", "Tom Hale"),
    ("The Tuvalists sealed a deal with the government, which grants the leftists ten seats. In return they agreed to leave.", "they", "~tuvalists"),
    ("The Communist Party of Nepal (Maoist) met. The Maoists left.", "The Maoists", "cpn-maoist"),
    ("Omar Diallo spoke. He agreed with Diallo that it was late.", "He", None),
]

METONYMS = [  # (text, name, is a government)
    ("It was ready for talks brokered by the Addis Ababa-headquartered AU.", "Addis Ababa", False),
    ("Talks went on with Ankara-backed men.", "Ankara", True),
    ("Washington has refused to sign.", "Washington", True),
    ("The delegates met in Washington.", "Washington", False),
    ("Talks between Kyiv and Moscow stalled.", "Kyiv", True),
    ("Talks between Kyiv and Moscow stalled.", "Moscow", True),
    ("Moscow accused Kyiv of shelling the town.", "Kyiv", True),
    ("He flew to Moscow on Friday.", "Moscow", False),
    ("Khartoum rejected the offer.", "Khartoum", True),
    ("Shells fell on Khartoum overnight.", "Khartoum", False),
    ("Ankara said the operation would continue.", "Ankara", True),
    ("A bomb went off near Ankara.", "Ankara", False),
    ("Kigali denies that it arms the rebels.", "Kigali", True),
    ("Thousands marched through Kigali.", "Kigali", False),
    ("The ministers urged Tehran to return to the table.", "Tehran", True),
    ("Rebels with whom Kinshasa had long refused contact came too.", "Kinshasa", True),
    ("Asmara's new and harsh demands surprised the panel.", "Asmara", True),
    ("Pressure would encourage Asmara to sign.", "Asmara", True),
    ("Kampala declined to comment.", "Kampala", True),
    ("Abuja has long pressed both sides.", "Abuja", True),
    ("Prices rose in Tehran.", "Tehran", False),
    ("Pyongyang threatened to leave the talks with Seoul.", "Seoul", True),
    ("An earthquake struck Manila.", "Manila", False),
]
