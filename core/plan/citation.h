/*
 * citation.h: citations of documents in a text.
 *
 * A number is `số "/" [năm "/"] loại "-" cơ quan`: 15/KH-UBND, 30c/NQ-CP,
 * 61/2018/NĐ-CP, 581/BNV-CCHC (a letter has no kind), 02/2009/TTLT-BNG-BNV,
 * 35-NQ/TU of the party. Source: circular 01/2011/TT-BNV and decree
 * 30/2020/ND-CP, appendix III, for the abbreviations.
 */
#ifndef PLAN_CITATION_H
#define PLAN_CITATION_H

#include "core/plan/plan.h"

struct citation {
	size_t start, end;		/* bytes of the text */
	struct reference reference;	/* kind, number, date, issuer, relation, raw, corrected */
};

DECLARE_RECORD(citation);

/* All citations in TEXT, in order. */
void citations_find(const char *text, struct citation_list *out);

/* "15/KH-UBND" -> "Kế hoạch": the kind that a number's abbreviation says; NULL when it says none. */
const char *document_kind_of_number(const char *number);

/*
 * A date as documents write it at TEXT + *AT: "ngày 08/3/2012", "ngày 11 tháng 7
 * năm 2013", "22-5-2013", "20.7.2020". *AT moves behind it. A slip of the print ("08//6/2010") is read and sets
 * *CORRECTED. False, *AT unmoved, when there is none.
 */
bool date_in_text(const char *text, size_t *at, struct date *date, bool *corrected);

#endif
