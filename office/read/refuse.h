/*
 * refuse.h: the sentences for files that cannot be read, said alike for every kind.
 */
#ifndef OFFICE_READ_REFUSE_H
#define OFFICE_READ_REFUSE_H

#include "core/base/error.h"

enum trouble {
	TROUBLE_DAMAGED,	/* cut off, or not what it begins as */
	TROUBLE_LOCKED,		/* a password is needed */
	TROUBLE_TOO_LARGE,	/* more text, parts, elements than LIMIT_ allows */
	TROUBLE_TOO_DEEP,
	TROUBLE_TOO_WIDE,	/* a table with too many columns or rows */
	TROUBLE_ENTITIES,	/* a DOCTYPE, which office files never have */
	TROUBLE_NO_TEXT,
};

/* LABEL: what a person calls the file. Returns STATUS_INVALID. */
enum status refuse(const char *label, enum trouble trouble, struct error *err);

#endif
