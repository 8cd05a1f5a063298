/*
 * agency_name.h: names of Vietnamese public bodies, recognised by their shape.
 *
 * A name begins with a word that heads a body (Sở, Ban, Văn phòng, Ủy ban nhân
 * dân / UBND, Công an, Đài, Báo, Cục, Chi cục, Bộ, Thanh tra, Trường, Hội ...)
 * and runs as far as its words do: commas and "và" inside a name belong to it
 * ("Sở Văn hóa, Thể thao và Du lịch"), a comma or "và" before a new head ends it. A person at the head stands for the
 * body ("Giám đốc Sở Tài chính", "Chủ tịch UBND huyện X", "Thủ trưởng các Sở").
 * A collective ("các Sở, Ban, ngành", "UBND các huyện, thành phố") is one group and is never
 * broken into fragments, in all of its spellings.
 *
 * No name of a place or a province stands in the code: everything is by shape.
 */
#ifndef PLAN_AGENCY_NAME_H
#define PLAN_AGENCY_NAME_H

#include "core/plan/plan.h"
#include "core/plan/words.h"

/* One body found in a text. */
struct agency_mention {
	size_t start, end;	/* bytes of the text it stands in, its head (person) included */
	char *name;		/* the canonical name: the body itself, spelling evened */
	enum agency_kind kind;	/* AGENCY_GROUP for a collective */
	bool by_head;		/* named through the person at its head */
};

DECLARE_RECORD(agency_mention);

/* All bodies named in TEXT (one cleaned line or paragraph), in order, never overlapping. */
void agency_mentions(const char *text, struct agency_mention_list *out);

/*
 * The bodies named by the words that begin at word AT: one, or several where one
 * head stands before a list ("các Sở: Tư pháp, Y tế"). Adds them to OUT; returns how many words
 * were taken, 0 when no name begins there.
 */
/* A collective that only its place in a list of bodies makes one: "địa phương", "cơ quan, đơn vị"; words taken, 0 for none. */
size_t agency_listed_at(const struct words *words, size_t at, struct agency_mention_list *out);

size_t agency_mentions_at(const struct words *words, size_t at, struct agency_mention_list *out);

/* The words that say who stands for a body ("Giám đốc", "Chủ tịch, Thủ trưởng"): how many at AT, 0 for none. */
size_t agency_person_at(const struct words *words, size_t at);

/*
 * TEXT as a list of bodies and nothing else ("Sở Tư pháp; các Sở, Ban, ngành"):
 * true when the whole is understood so. OUT gets them either way.
 */
bool agency_list_parse(const char *text, struct agency_mention_list *out);

/*
 * NAME as a running text has it where it is all in capitals ("SỞ NỘI VỤ" -> "Sở Nội
 * vụ", "UỶ BAN NHÂN DÂN TỈNH X" -> "Ủy ban nhân dân tỉnh X"; UBND stays), else as it is.
 * Nobody knows by shape where in "TRƯỜNG CAO ĐẲNG X" a place begins: it gets small letters. Caller frees.
 */
char *agency_name_evened(const char *name);

/* The kind that a name's shape says. */
enum agency_kind agency_kind_of_name(const char *name);

/* True for bodies that are asked (đề nghị) rather than told: party, front, unions, courts. */
bool agency_is_requested(const char *name);

/*
 * The abbreviation used in document symbols, by the usual rule ("Sở Nội vụ" ->
 * "SNV", "Sở Kế hoạch và Đầu tư" -> "SKHĐT"). A proposal: real ones come from the
 * agency list. Caller frees.
 */
char *agency_propose_code(const char *name);

/*
 * A key that is equal for all spellings of one body: marked key with UBND = Ủy
 * ban nhân dân, "&" = và, common abbreviations written out. Marks stay: "Bắc
 * Khê" and "Bác Khê" are two places. Appends to OUT.
 */
void agency_name_key(const char *name, struct strbuf *out);
/* The same for a name that somebody typed, perhaps without accents: "uy ban nhan dan" -> "ubnd". */
void agency_typed_key(const char *name, struct strbuf *out);

#endif
