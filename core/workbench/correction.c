/* Slips of the print: a person decides whether the reading holds. */
#include "core/workbench/internal.h"

#include "core/base/gettext.h"

enum status workbench_decide_correction(struct workbench *wb, const struct correction *correction,
					enum correction_state state, struct error *err)
{
	struct correction decided = *correction;	/* strings stay the caller's */
	struct strbuf summary = STRBUF_INIT;
	enum status status = step_begin(wb, "correction", correction->plan_id, err);

	decided.state = state;
	if (status == OK)
		status = wb->store->correction_update(wb->store, &decided, err);
	strbuf_addf(&summary, _("Lỗi in «%s» đọc là %s: %s"), correction->issued, correction->reading,
		    correction_state_label(state));
	return step_end(wb, status, correction->state != state, &summary, err);
}
