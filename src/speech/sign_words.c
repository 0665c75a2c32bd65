/* What signs are called in every language. */

#include "speech/sign_words.h"

#include <stddef.h>

const struct speech_signs speech_signs_en = {.per = "per",
                                             .or_word = "or",
                                             .or_more = "or more",
                                             .words = {{"~", "about"},
                                                       {"≈", "about"},
                                                       {"≥", "at least"},
                                                       {"≤", "at most"},
                                                       {"<", "less than"},
                                                       {">", "more than"},
                                                       {"#", "number"},
                                                       {"&", "and"}}};

const struct speech_signs speech_signs_de = {.per = "pro",
                                             .or_word = "oder",
                                             .or_more = "oder mehr",
                                             .words = {{"~", "etwa"},
                                                       {"≈", "etwa"},
                                                       {"≥", "mindestens"},
                                                       {"≤", "höchstens"},
                                                       {"<", "weniger als"},
                                                       {">", "mehr als"},
                                                       {"#", "Nummer"},
                                                       {"&", "und"}}};

const struct speech_signs speech_signs_es = {.per = "por",
                                             .or_word = "o",
                                             .or_more = "o más",
                                             .words = {{"~", "unos"},
                                                       {"≈", "unos"},
                                                       {"≥", "al menos"},
                                                       {"≤", "como máximo"},
                                                       {"<", "menos de"},
                                                       {">", "más de"},
                                                       {"#", "número"},
                                                       {"&", "y"}}};

const struct speech_signs speech_signs_fr = {.per = "par",
                                             .or_word = "ou",
                                             .or_more = "ou plus",
                                             .words = {{"~", "environ"},
                                                       {"≈", "environ"},
                                                       {"≥", "au moins"},
                                                       {"≤", "au plus"},
                                                       {"<", "moins de"},
                                                       {">", "plus de"},
                                                       {"#", "numéro"},
                                                       {"&", "et"}}};

const struct speech_signs speech_signs_hi = {.per = "प्रति",
                                             .or_word = "या",
                                             .or_more = "या अधिक",
                                             .words = {{"~", "लगभग"},
                                                       {"≈", "लगभग"},
                                                       {"≥", "कम से कम"},
                                                       {"≤", "अधिकतम"},
                                                       {"#", "नंबर"},
                                                       {"&", "और"}}};

const struct speech_signs speech_signs_it = {.per = "per",
                                             .or_word = "o",
                                             .or_more = "o più",
                                             .words = {{"~", "circa"},
                                                       {"≈", "circa"},
                                                       {"≥", "almeno"},
                                                       {"≤", "al massimo"},
                                                       {"<", "meno di"},
                                                       {">", "più di"},
                                                       {"#", "numero"},
                                                       {"&", "e"}}};

const struct speech_signs speech_signs_pt = {.per = "por",
                                             .or_word = "ou",
                                             .or_more = "ou mais",
                                             .words = {{"~", "cerca de"},
                                                       {"≈", "cerca de"},
                                                       {"≥", "pelo menos"},
                                                       {"≤", "no máximo"},
                                                       {"<", "menos de"},
                                                       {">", "mais de"},
                                                       {"#", "número"},
                                                       {"&", "e"}}};

const struct speech_signs speech_signs_nl = {.per = "per",
                                             .or_word = "of",
                                             .or_more = "of meer",
                                             .words = {{"~", "ongeveer"},
                                                       {"≈", "ongeveer"},
                                                       {"≥", "minstens"},
                                                       {"≤", "hoogstens"},
                                                       {"<", "minder dan"},
                                                       {">", "meer dan"},
                                                       {"#", "nummer"},
                                                       {"&", "en"}}};

const struct speech_signs speech_signs_pl = {.per = "na",
                                             .or_word = "lub",
                                             .or_more = "lub więcej",
                                             .words = {{"~", "około"},
                                                       {"≈", "około"},
                                                       {"≥", "co najmniej"},
                                                       {"≤", "najwyżej"},
                                                       {"<", "mniej niż"},
                                                       {">", "więcej niż"},
                                                       {"#", "numer"},
                                                       {"&", "i"}}};

const struct speech_signs speech_signs_ru = {.per = "на",
                                             .or_word = "или",
                                             .or_more = "или больше",
                                             .words = {{"~", "примерно"},
                                                       {"≈", "примерно"},
                                                       {"≥", "как минимум"},
                                                       {"≤", "как максимум"},
                                                       {"<", "меньше чем"},
                                                       {">", "больше чем"},
                                                       {"#", "номер"},
                                                       {"&", "и"}}};

const struct speech_signs speech_signs_uk = {.per = "на",
                                             .or_word = "або",
                                             .or_more = "або більше",
                                             .words = {{"~", "приблизно"},
                                                       {"≈", "приблизно"},
                                                       {"≥", "щонайменше"},
                                                       {"≤", "щонайбільше"},
                                                       {"<", "менше ніж"},
                                                       {">", "більше ніж"},
                                                       {"#", "номер"},
                                                       {"&", "і"}}};

const struct speech_signs speech_signs_sv = {.per = "per",
                                             .or_word = "eller",
                                             .or_more = "eller mer",
                                             .words = {{"~", "ungefär"},
                                                       {"≈", "ungefär"},
                                                       {"≥", "minst"},
                                                       {"≤", "högst"},
                                                       {"<", "mindre än"},
                                                       {">", "mer än"},
                                                       {"#", "nummer"},
                                                       {"&", "och"}}};

const struct speech_signs speech_signs_cs = {.per = "na",
                                             .or_word = "nebo",
                                             .or_more = "nebo více",
                                             .words = {{"~", "asi"},
                                                       {"≈", "asi"},
                                                       {"≥", "alespoň"},
                                                       {"≤", "nejvýše"},
                                                       {"<", "méně než"},
                                                       {">", "více než"},
                                                       {"#", "číslo"},
                                                       {"&", "a"}}};

const struct speech_signs speech_signs_tr = {.per = "her",
                                             .or_word = "veya",
                                             .or_more = "veya daha fazla",
                                             .words = {{"~", "yaklaşık"},
                                                       {"≈", "yaklaşık"},
                                                       {"≥", "en az"},
                                                       {"≤", "en fazla"},
                                                       {"#", "numara"},
                                                       {"&", "ve"}}};

const struct speech_signs speech_signs_ja = {.or_word = "または",
                                             .or_more = "いじょう",
                                             .words = {{"~", "やく"},
                                                       {"≈", "やく"},
                                                       {"≥", "さいてい"},
                                                       {"≤", "さいだい"},
                                                       {"&", "と"}}};
