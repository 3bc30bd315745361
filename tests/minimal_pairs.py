"""Minimal pairs: one meeting told as a fact, denied, planned and conditional, in many dyads. All of our own writing."""

from __future__ import annotations

ASSERTED, DENIED, PLANNED, CONDITIONAL = "asserted", "denied", "planned", "conditional"
TELLINGS = (ASSERTED, DENIED, PLANNED, CONDITIONAL)

# Each row: as a fact, denied, planned, conditional.
PAIRS = (
    (
        "Indian Foreign Minister Subrahmanyam Jaishankar met Chinese Foreign Minister Wang Yi in Vientiane.",
        "Indian Foreign Minister Subrahmanyam Jaishankar did not meet Chinese Foreign Minister Wang Yi in Vientiane.",
        "Indian Foreign Minister Subrahmanyam Jaishankar will meet Chinese Foreign Minister Wang Yi in Vientiane.",
        (
            "Indian Foreign Minister Subrahmanyam Jaishankar would meet Chinese Foreign Minister "
            "Wang Yi in Vientiane if the border were quiet."
        ),
    ),
    (
        "The foreign ministers of Iran and Saudi Arabia held talks in Muscat.",
        "Tehran denied that the foreign ministers of Iran and Saudi Arabia had held talks in Muscat.",
        "The foreign ministers of Iran and Saudi Arabia plan to hold talks in Muscat.",
        "The foreign ministers of Iran and Saudi Arabia may hold talks in Muscat.",
    ),
    (
        "Serbian President Aleksandar Vucic met Kosovo Prime Minister Albin Kurti in Berlin.",
        "Serbian President Aleksandar Vucic never met Kosovo Prime Minister Albin Kurti in Berlin.",
        "Serbian President Aleksandar Vucic is to meet Kosovo Prime Minister Albin Kurti in Berlin next week.",
        "Serbian President Aleksandar Vucic could meet Kosovo Prime Minister Albin Kurti in Berlin.",
    ),
    (
        "Egypt and Ethiopia held a round of talks on the dam in Khartoum.",
        "Egypt and Ethiopia held no round of talks on the dam in Khartoum.",
        "Egypt and Ethiopia are due to hold a round of talks on the dam in Khartoum.",
        "Egypt and Ethiopia might hold a round of talks on the dam in Khartoum.",
    ),
    (
        "Turkish President Recep Tayyip Erdogan visited Cairo on Wednesday.",
        "Turkish President Recep Tayyip Erdogan did not visit Cairo on Wednesday.",
        "Turkish President Recep Tayyip Erdogan will visit Cairo on Wednesday.",
        "Turkish President Recep Tayyip Erdogan would visit Cairo if he were invited.",
    ),
    (
        "Japanese Prime Minister Fumio Kishida spoke by phone with South Korean President Yoon Suk Yeol on Monday.",
        "Japanese Prime Minister Fumio Kishida has not spoken by phone with South Korean President Yoon Suk Yeol.",
        "Japanese Prime Minister Fumio Kishida will speak by phone with South Korean President Yoon Suk Yeol.",
        "Japanese Prime Minister Fumio Kishida may speak by phone with South Korean President Yoon Suk Yeol.",
    ),
    (
        "Armenia and Azerbaijan signed a peace agreement in Tbilisi.",
        "Armenia and Azerbaijan did not sign a peace agreement in Tbilisi.",
        "Armenia and Azerbaijan plan to sign a peace agreement in Tbilisi.",
        "Armenia and Azerbaijan could sign a peace agreement in Tbilisi.",
    ),
    (
        "Brazilian President Luiz Inacio Lula da Silva met Colombian President Gustavo Petro in Bogota.",
        "Brazilian President Luiz Inacio Lula da Silva refused to meet Colombian President Gustavo Petro in Bogota.",
        "Brazilian President Luiz Inacio Lula da Silva is scheduled to meet Colombian President Gustavo Petro.",
        "Brazilian President Luiz Inacio Lula da Silva is willing to meet Colombian President Gustavo Petro in Bogota.",
    ),
    (
        "The leaders of Rwanda and the Democratic Republic of Congo met in Luanda.",
        "The leaders of Rwanda and the Democratic Republic of Congo failed to meet in Luanda.",
        "The leaders of Rwanda and the Democratic Republic of Congo are expected to meet in Luanda.",
        "The leaders of Rwanda and the Democratic Republic of Congo should meet in Luanda.",
    ),
    (
        "U.S. Secretary of State Antony Blinken held talks with Israeli Prime Minister Benjamin Netanyahu.",
        (
            "There were no talks between U.S. Secretary of State Antony Blinken and Israeli Prime "
            "Minister Benjamin Netanyahu in Jerusalem."
        ),
        (
            "U.S. Secretary of State Antony Blinken intends to hold talks with Israeli Prime "
            "Minister Benjamin Netanyahu in Jerusalem."
        ),
        (
            "Unless the truce fails, U.S. Secretary of State Antony Blinken would hold talks with "
            "Israeli Prime Minister Benjamin Netanyahu in Jerusalem."
        ),
    ),
    (
        "Pakistani Prime Minister Shehbaz Sharif travelled to Kabul for talks with the Taliban.",
        "Pakistani Prime Minister Shehbaz Sharif has not travelled to Kabul for talks with the Taliban.",
        "Pakistani Prime Minister Shehbaz Sharif will travel to Kabul for talks with the Taliban.",
        "Pakistani Prime Minister Shehbaz Sharif would travel to Kabul for talks with the Taliban if asked.",
    ),
    (
        "Philippine President Ferdinand Marcos met Indonesian President Joko Widodo in Jakarta.",
        "Manila rejected reports that President Ferdinand Marcos met Indonesian President Joko Widodo in Jakarta.",
        "Philippine President Ferdinand Marcos is going to meet Indonesian President Joko Widodo in Jakarta.",
        (
            "If the court agrees, Philippine President Ferdinand Marcos will meet Indonesian President "
            "Joko Widodo in Jakarta."
        ),
    ),
    (
        "The Algerian foreign minister received his Moroccan counterpart in Algiers.",
        "The Algerian foreign minister did not receive his Moroccan counterpart in Algiers.",
        "The Algerian foreign minister will receive his Moroccan counterpart in Algiers.",
        "The Algerian foreign minister might receive his Moroccan counterpart in Algiers.",
    ),
    (
        "Ukrainian President Volodymyr Zelenskyy met Hungarian Prime Minister Viktor Orban in Kyiv.",
        (
            "A meeting between Ukrainian President Volodymyr Zelenskyy and Hungarian Prime Minister "
            "Viktor Orban in Kyiv was cancelled."
        ),
        (
            "A meeting between Ukrainian President Volodymyr Zelenskyy and Hungarian Prime Minister "
            "Viktor Orban in Kyiv is planned for March."
        ),
        (
            "A meeting between Ukrainian President Volodymyr Zelenskyy and Hungarian Prime Minister "
            "Viktor Orban in Kyiv is possible."
        ),
    ),
    (
        "Greek Prime Minister Kyriakos Mitsotakis and Turkish President Recep Tayyip Erdogan met in Ankara on Monday.",
        "Greek Prime Minister Kyriakos Mitsotakis and Turkish President Recep Tayyip Erdogan have yet to meet.",
        (
            "Greek Prime Minister Kyriakos Mitsotakis and Turkish President Recep Tayyip Erdogan "
            "have agreed to meet in Ankara."
        ),
        (
            "Greek Prime Minister Kyriakos Mitsotakis and Turkish President Recep Tayyip Erdogan "
            "would only meet in Ankara under a mediator."
        ),
    ),
)
