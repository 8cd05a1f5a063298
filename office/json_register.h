/*
 * json_register.h: the agencies that an exported plan is about, with their time: what a name means in the document,
 * and the values that tell of them.
 */
#ifndef OFFICE_JSON_REGISTER_H
#define OFFICE_JSON_REGISTER_H

#include "core/store.h"
#include "office/json_value.h"

struct json_register {
	struct agency_list agencies;		/* the whole register */
	struct membership_list memberships;
	struct succession_list successions;
	struct string_list references;		/* what tells each of `agencies` from the others */
	bool *concerned;			/* those of `agencies` that the plan is about */
};

enum status json_register_read(struct store *store, struct json_register *out, struct error *err);
void json_register_release(struct json_register *reg);

/* The plan is about this body. */
void json_register_concern(struct json_register *reg, row_id agency);

/*
 * Its name; with a day on which it bore the name, "Sở Nội vụ@2025-02-28", where the register has another one of that
 * name. NAME where it is not in the register, or REG is NULL.
 */
json_t *json_register_name(const struct json_register *reg, row_id agency, const char *name);

/* Those that the plan is about, and whom it takes to tell of them: the members of groups, who is above, who came after. */
json_t *json_register_values(struct json_register *reg);

#endif
