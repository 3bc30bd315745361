"""Sentences that mislead a hasty reader, with what a careful one records. All of our own writing, many dyads.

Each row: the text; the events it tells, as kind, status, parties (the end of each actor's id, after its owner), place
and PLOVER type ("" where it does not matter); then, in the same form, what must not be read out of it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """An event as it should be told. `parties` are ids, or what they end in; "" as place asks for none."""

    kind: str
    status: str
    parties: tuple[str, ...] = ()
    place: str | None = None
    outcome: str | None = None


HELD = "held"
SENTENCES: tuple[tuple[str, tuple[Fact, ...]], ...] = (
    (
        "Morocco's foreign ministry denied on Monday that its ambassador had met Algerian officials in Tunis.",
        (Fact("meeting", "denied", ("unnamed:MAR/ambassador", "unnamed:DZA/officials"), "Tunis"),),
    ),
    (
        "If Kigali withdraws its battalions, Congo would sign the accord within days.",
        (Fact("agreement", "conditional", ("state:COD",)),),
    ),
    (
        "The Polish president will receive his Lithuanian counterpart at Belweder palace in Warsaw next Friday.",
        (Fact("meeting", "planned", ("office:POL/head-of-state", "office:LTU/head-of-state"), "Warsaw"),),
    ),
    (
        "Ambassadors of Norway, Qatar and Egypt met in Geneva on Tuesday with the foreign minister of Sudan.",
        (Fact("meeting", HELD, ("NOR", "QAT", "EGY", "SDN"), "Geneva"),),
    ),
    ("Dmytro Kuleba said that Minsk had threatened Vilnius.", ()),
    (
        "The two governments have not ratified the treaty, a spokeswoman for the ministry said.",
        (Fact("agreement", "denied", ("two-governments",)),),
    ),
    (
        "Mahamat Deby flew on to Doha from Nairobi, where he had been received by William Ruto.",
        (
            Fact("visit", HELD, ("idriss-deby",), "Doha"),
            Fact("visit", HELD, ("idriss-deby",), "Nairobi"),
            Fact("meeting", HELD, ("idriss-deby", "william-ruto"), "Nairobi"),
        ),
    ),
    (
        "Addis Ababa and Mogadishu agreed to exchange ambassadors after talks in Ankara mediated by Turkey.",
        (
            Fact("agreement", HELD, ("ETH", "SOM")),
            Fact("meeting", HELD, ("ETH", "SOM"), "Ankara"),
            Fact("mediation", HELD, ("TUR", "ETH", "SOM")),
        ),
    ),
    (
        "The trip, first planned for May, was called off after the shooting in Bratislava.",
        (Fact("visit", "cancelled"),),
    ),
    (
        "Talks between Athens and Skopje, mediated by the United Nations, ended Friday without an agreement.",
        (
            Fact("talks", HELD, ("GRC", "MKD"), outcome="without an agreement"),
            Fact("mediation", HELD, ("united-nations", "GRC", "MKD")),
        ),
    ),
    (
        "The chancellor's plane touched down in Tashkent hours before the summit.",
        (Fact("visit", HELD, ("chancellor",), "Tashkent"),),
    ),
    (
        "Neither government confirmed the report, first published by Kyodo, of a meeting of the two ministers.",
        (Fact("meeting", "unconfirmed", ("two-ministers",)),),
    ),
    (
        "Prabowo Subianto has yet to accept an invitation extended by Anwar Ibrahim.",
        (),
    ),
    (
        "Ottawa summoned the Indian high commissioner over what it called reckless conduct.",
        (Fact("summons", HELD, ("state:CAN", "IND")),),
    ),
    (
        "Sources close to the negotiations said Oman's foreign minister had shuttled between the delegations all day.",
        (Fact("mediation", HELD, ("office:OMN/foreign-minister", "delegations")),),
    ),
    (
        "Emmanuel Macron and Abdelmadjid Tebboune met in 2022; a year later Pedro Sanchez lunched with Tebboune.",
        (
            Fact("meeting", HELD, ("emmanuel-macron", "abdelmadjid-tebboune")),
            Fact("meeting", HELD, ("pedro-sanchez", "abdelmadjid-tebboune")),
        ),
    ),
    (
        "Muscat, where the delegations are to meet on Friday, keeps its hotels closed.",
        (Fact("meeting", "planned", ("delegations",), "Muscat"),),
    ),
    (
        "Maia Sandu told Klaus Iohannis in a phone call on Sunday that the gas would last.",
        (Fact("call", HELD, ("maia-sandu", "klaus-iohannis")),),
    ),
    (
        "Gustavo Petro and Nicolas Maduro have yet to meet.",
        (Fact("meeting", "denied", ("gustavo-petro", "nicolas-maduro")),),
    ),
    (
        "A visit by Bongbong Marcos to Beijing was called off, according to two diplomats.",
        (Fact("visit", "cancelled", ("marcos",), "Beijing"),),
    ),
    (
        "Kenya and Uganda signed a memorandum in Kampala on Thursday.",
        (Fact("agreement", HELD, ("KEN", "UGA"), "Kampala"),),
    ),
    (
        "William Ruto will hold a call with the chairperson of the African Union Commission on Thursday.",
        (Fact("call", "planned", ("william-ruto", "african-union")),),
    ),
    (
        "The Venezuelan government denied that Delcy Rodriguez had travelled to Bogota.",
        (Fact("visit", "denied", ("delcy-rodriguez",), "Bogota"),),
    ),
    (
        "Hanoi proposed to hold a summit with Manila in October.",
        (Fact("proposal", HELD, ("VNM", "PHL")),),
    ),
    (
        "Peru and Bolivia restored relations in May. Earlier rounds of talks were held in Quito and Asuncion in 2021.",
        (Fact("agreement", HELD, ("PER", "BOL")), Fact("meeting", HELD, ("PER", "BOL"), "Quito")),
    ),
    (
        "The Finnish president visited Astana, Tashkent and Bishkek last week.",
        (
            Fact("visit", HELD, ("office:FIN/head-of-state",), "Astana"),
            Fact("visit", HELD, ("office:FIN/head-of-state",), "Tashkent"),
            Fact("visit", HELD, ("office:FIN/head-of-state",), "Bishkek"),
        ),
    ),
    (
        "Following their meeting in Luanda on Monday, Joao Lourenco and Felix Tshisekedi said the truce would hold.",
        (Fact("meeting", HELD, ("joao-lourenco", "felix-tshisekedi"), "Luanda"),),
    ),
    (
        "Narendra Modi met Sheikh Hasina in Dhaka in 2015. Their previous encounter, in Kathmandu in 2014, was brief.",
        (
            Fact("meeting", HELD, ("narendra-modi", "sheikh-hasina"), "Dhaka"),
            Fact("meeting", HELD, ("narendra-modi", "sheikh-hasina"), "Kathmandu"),
        ),
    ),
    (
        "A planned visit by Recep Tayyip Erdogan to Baghdad may be postponed.",
        (Fact("visit", "planned", ("erdogan",), "Baghdad"),),
    ),
    (
        "Ilham Aliyev would receive Nikol Pashinyan only if Yerevan changed its constitution.",
        (Fact("meeting", "conditional", ("ilham-aliyev", "nikol-pashinyan")),),
    ),
    (
        "Botswana expelled two diplomats of Zimbabwe on Friday.",
        (Fact("expulsion", HELD, ("BWA", "ZWE")),),
    ),
    (
        "Lithuania recalled its ambassador from Minsk for consultations.",
        (Fact("sanction", HELD, ("LTU", "BLR")),),
    ),
    (
        "Bolivia severed ties with Israel on Tuesday.",
        (Fact("sanction", HELD, ("BOL", "ISR")),),
    ),
    (
        "Russia vetoed a resolution on Mali in the Security Council.",
        (Fact("vote", HELD, ("RUS", "MLI")),),
    ),
    (
        "Lai Ching-te oversaw drills off Hualien on Monday.",
        (Fact("exercise", HELD, ("lai-ching-te",)),),
    ),
    (
        "Kaja Kallas urged Serbia and Kosovo to hold consultations.",
        (),
    ),
    (
        "Talks between Cairo and Khartoum ended on Sunday with an agreement to reopen the crossing.",
        (Fact("talks", HELD, ("EGY", "SDN"), outcome="agreement"),),
    ),
    (
        "Gabriel Boric and Javier Milei met in Buenos Aires on Friday and agreed to reopen the tunnel.",
        (
            Fact("meeting", HELD, ("gabriel-boric", "javier-milei"), "Buenos Aires", "agreed to reopen the tunnel"),
            Fact("agreement", HELD, ("gabriel-boric", "javier-milei")),
        ),
    ),
    (
        "Asif Ali Zardari met Ebrahim Raisi in Islamabad and failed to agree on the pipeline.",
        (Fact("meeting", HELD, ("asif-ali-zardari", "ebrahim-raisi"), "Islamabad", "failed to agree"),),
    ),
    (
        "At the Munich Security Conference, Sanna Marin met Jens Stoltenberg; no statement was issued.",
        (Fact("meeting", HELD, ("sanna-marin", "jens-stoltenberg")),),
    ),
    (
        "Kamala Harris's trip to Accra, Dar es Salaam and Lusaka began on Sunday.",
        (
            Fact("visit", HELD, ("kamala-harris",), "Accra"),
            Fact("visit", HELD, ("kamala-harris",), "Dar es Salaam"),
            Fact("visit", HELD, ("kamala-harris",), "Lusaka"),
        ),
    ),
    (
        "Kazakhstan rejected reports that Kassym-Jomart Tokayev had spoken by phone with Ilham Aliyev.",
        (Fact("call", "denied", ("kassym-jomart-tokayev", "ilham-aliyev")),),
    ),
    (
        "Bassirou Diomaye Faye arrived in Bamako for talks with Assimi Goita.",
        (
            Fact("visit", HELD, ("bassirou-diomaye-faye",), "Bamako"),
            Fact("talks", "planned", ("bassirou-diomaye-faye", "assimi-goita")),
        ),
    ),
    (
        "The warning comes a week before Anwar Ibrahim makes a visit to Hanoi.",
        (Fact("visit", "planned", ("anwar-ibrahim",), "Hanoi"),),
    ),
    (
        "Moussa Faki was in Bangui on Tuesday for talks with Faustin-Archange Touadera.",
        (
            Fact("talks", HELD, ("moussa-faki", "faustin-archange-touadera"), "Bangui"),
            Fact("visit", HELD, ("moussa-faki",), "Bangui"),
        ),
    ),
)
