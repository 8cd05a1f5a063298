/*
 * action.h: everything a key can do, one row each.
 *
 * The table gives the keys, the help screen, the hint line and the palette. A
 * row: identifier, stable name, the contexts it belongs to, what it needs, keys
 * (by key_from_name(), parted by blanks), the label, the word of the hint line
 * (NULL: not there), the function. Earlier rows stand first in help and hints.
 *
 * While a text field has the focus, letters are text: their bindings are not
 * looked at.
 */
#ifndef TUI_ACTION_H
#define TUI_ACTION_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/gettext.h"
#include "core/base/memory.h"

struct app;
struct target;
struct view;

enum context {
	CTX_OUTLINE = 1 << 0,
	CTX_PLANS = 1 << 1,
	CTX_OBLIGATIONS = 1 << 2,
	CTX_JOURNAL = 1 << 3,
	CTX_HELP = 1 << 4,
	CTX_PROMPT = 1 << 5,
	CTX_PICKER = 1 << 6,
	CTX_SEARCH = 1 << 7,
	CTX_AGENCIES = 1 << 8,
	CTX_AGENCY_NAME = 1 << 9,	/* the register while a name is typed */
	CTX_FORM = 1 << 10,
	CTX_DOCUMENTS = 1 << 11,
	CTX_SOURCE = 1 << 12,
	CTX_REVIEW = 1 << 13,		/* a file before it is stored */
	CTX_CHOICE = 1 << 14,		/* a picker for one answer */
	CTX_CHANGES = 1 << 15,		/* what it changes of what is stored */
	CTX_ROUNDS = 1 << 16,
	CTX_MATRIX = 1 << 17,
	CTX_SHEET = 1 << 18,		/* of one agency */
	CTX_DASHBOARD = 1 << 19,
	CTX_CALENDAR = 1 << 21,
	CTX_MISSING = 1 << 20,		/* what a plan lacks */
	CTX_CRITERIA = 1 << 22,
	CTX_LINES = 1 << 23,		/* pasted, to become tasks */
	CTX_MEETINGS = 1 << 24,
	CTX_MEETING = 1 << 25,		/* the agenda of one */
	CTX_STAGE = 1 << 26,		/* one task of it, for the whole room */
	CTX_SORTED = 1 << 28,		/* tasks in another order than the plan's */
	CTX_PAPER = 1 << 27,		/* its minutes and notice */

	/* A text field has the focus. */
	CTX_TEXT = CTX_PROMPT | CTX_PICKER | CTX_CHOICE | CTX_SEARCH | CTX_AGENCY_NAME | CTX_FORM,
	/* The cursor is on what one body owes. */
	CTX_SHARES = CTX_OBLIGATIONS | CTX_SHEET | CTX_MATRIX,
	/* There is a detail below the list. */
	CTX_DETAIL = CTX_OUTLINE | CTX_AGENCIES | CTX_DOCUMENTS | CTX_SOURCE | CTX_CRITERIA,
	CTX_SCREENS = CTX_DETAIL | CTX_PLANS | CTX_JOURNAL | CTX_ROUNDS | CTX_MATRIX | CTX_SHEET | CTX_DASHBOARD | CTX_MISSING | CTX_SORTED | CTX_CALENDAR,	/* reached by a key from each other */
	CTX_LISTS = CTX_SCREENS | CTX_OBLIGATIONS | CTX_HELP | CTX_REVIEW | CTX_CHANGES | CTX_LINES | CTX_MEETINGS | CTX_MEETING | CTX_STAGE | CTX_PAPER,
	CTX_ALL = CTX_LISTS | CTX_TEXT,
};

enum need {
	NEED_TASK = 1 << 0,		/* at least one */
	NEED_ONE_TASK = 1 << 1,		/* the one under the cursor */
	NEED_SECTION = 1 << 2,
	NEED_PLAN = 1 << 3,
	NEED_AGENCY = 1 << 4,
};

/* What a function did. */
enum outcome {
	NOTHING = 0,
	CHANGED = 1 << 0,	/* the store: every view reads again */
	MOVED = 1 << 1,		/* only the cursor: the rest follows when the keys are quiet */
	LEAVE = 1 << 2,		/* the program */
};

#define ACTIONS(X) \
	X(TASK_DONE, "task-done", CTX_OUTLINE | CTX_SORTED, NEED_TASK, "Space", \
	  N_("Đánh dấu xong, hoặc bỏ đánh dấu"), N_("xong"), act_task_done) \
	X(OBLIGATION_DONE, "obligation-done", CTX_OBLIGATIONS, NEED_TASK, "Space Enter", \
	  N_("Đánh dấu xong phần việc của cơ quan này, hoặc bỏ đánh dấu"), N_("xong"), act_obligation_done) \
	X(OBLIGATIONS_ALL, "obligations-all", CTX_OBLIGATIONS, NEED_TASK, "*", \
	  N_("Đánh dấu xong cho tất cả cơ quan"), N_("tất cả"), act_obligations_all) \
	X(ROUND_RECEIVE, "round-receive", CTX_ROUNDS, NEED_PLAN, "Space", \
	  N_("Ghi đã nhận của cơ quan này trong kỳ này, hoặc bỏ ghi; xuống dòng sau"), N_("đã nhận"), act_round_receive) \
	X(ROUND_BEFORE, "round-before", CTX_ROUNDS, 0, "Left h", N_("Sang kỳ trước"), NULL, act_round_before) \
	X(ROUND_AFTER, "round-after", CTX_ROUNDS, 0, "Right l", N_("Sang kỳ sau"), NULL, act_round_after) \
	X(ROUND_YEAR_BEFORE, "round-year-before", CTX_ROUNDS, 0, "[", N_("Các kỳ của năm trước"), N_("năm trước"), \
	  act_round_year_before) \
	X(ROUND_YEAR_AFTER, "round-year-after", CTX_ROUNDS, 0, "]", N_("Các kỳ của năm sau"), N_("năm sau"), \
	  act_round_year_after) \
	X(ROUND_OPEN, "round-open", CTX_ROUNDS, NEED_PLAN, "n F7", \
	  N_("Mở các kỳ của năm kế hoạch, sau đó của năm tiếp theo"), N_("mở kỳ"), act_round_open) \
	X(MATRIX_MARK, "matrix-mark", CTX_MATRIX, NEED_TASK, "Space", \
	  N_("Đánh dấu xong ô này, hoặc bỏ đánh dấu"), N_("xong"), act_matrix_mark) \
	X(MATRIX_NEXT, "matrix-next", CTX_MATRIX, NEED_PLAN, "n", \
	  N_("Tới ô còn thiếu tiếp theo, quá hạn trước"), N_("còn thiếu"), act_matrix_next) \
	X(MATRIX_OPEN, "matrix-open", CTX_MATRIX, NEED_TASK, "Enter", \
	  N_("Mở nhiệm vụ: từng cơ quan làm đến đâu"), N_("mở"), act_matrix_open) \
	X(MATRIX_ROW, "matrix-row", CTX_MATRIX, NEED_TASK, "*", \
	  N_("Đánh dấu xong cả hàng, sau khi hỏi lại"), N_("cả hàng"), act_matrix_row) \
	X(MATRIX_COLUMN, "matrix-column", CTX_MATRIX, NEED_PLAN, "+", \
	  N_("Đánh dấu xong cả cột, sau khi hỏi lại"), N_("cả cột"), act_matrix_column) \
	X(SHEET_MARK, "sheet-mark", CTX_SHEET, NEED_TASK, "Space", \
	  N_("Đánh dấu xong phần việc này, hoặc bỏ đánh dấu"), N_("xong"), act_sheet_mark) \
	X(SHEET_OPEN, "sheet-open", CTX_SHEET, NEED_TASK, "Enter", \
	  N_("Tới nhiệm vụ này trong kế hoạch của nó"), N_("tới nhiệm vụ"), act_sheet_open) \
	X(DASHBOARD_PART, "dashboard-part", CTX_DASHBOARD, 0, "Tab Space", \
	  N_("Xem theo mục, cơ quan, tháng, hoặc diễn biến các kỳ qua"), N_("xem theo"), act_dashboard_part) \
	X(DASHBOARD_SCOPE, "dashboard-scope", CTX_DASHBOARD, 0, "a", \
	  N_("Kế hoạch đang mở, hoặc mọi kế hoạch còn hiệu lực"), N_("mọi kế hoạch"), act_dashboard_scope) \
	X(CALENDAR_OPEN, "calendar-open", CTX_CALENDAR, NEED_PLAN, "Enter", \
	  N_("Tới nhiệm vụ đến hạn ngày này; nhiều thì lọc kế hoạch"), N_("mở"), act_calendar_open) \
	X(CALENDAR_QUARTER, "calendar-quarter", CTX_CALENDAR, 0, "Tab", \
	  N_("Xem theo tháng hoặc theo quý"), N_("tháng/quý"), act_calendar_quarter) \
	X(CALENDAR_BEFORE, "calendar-before", CTX_CALENDAR, 0, "[", N_("Tháng hoặc quý trước"), N_("trước"), act_calendar_before) \
	X(CALENDAR_AFTER, "calendar-after", CTX_CALENDAR, 0, "]", N_("Tháng hoặc quý sau"), N_("sau"), act_calendar_after) \
	X(CALENDAR_TODAY, "calendar-today", CTX_CALENDAR, 0, "t", N_("Về hôm nay"), N_("hôm nay"), act_calendar_today) \
	X(CALENDAR_LEFT, "calendar-left", CTX_CALENDAR, 0, "Left h", N_("Sang ngày trước"), NULL, act_calendar_left) \
	X(CALENDAR_RIGHT, "calendar-right", CTX_CALENDAR, 0, "Right l", N_("Sang ngày sau"), NULL, act_calendar_right) \
	X(CRITERION_OPEN, "criterion-open", CTX_CRITERIA, 0, "Enter", \
	  N_("Tới nhiệm vụ phục vụ tiêu chí này"), N_("nhiệm vụ"), act_criterion_open) \
	X(CRITERION_EDIT, "criterion-edit", CTX_CRITERIA, 0, "e F4", \
	  N_("Ghi điểm, minh chứng, nhiệm vụ phục vụ"), N_("ghi điểm"), act_criterion_edit) \
	X(CRITERION_NEW, "criterion-new", CTX_CRITERIA, 0, "n F7", N_("Thêm tiêu chí"), N_("thêm"), act_criterion_new) \
	X(CRITERION_DROP, "criterion-drop", CTX_CRITERIA, 0, "x", N_("Bỏ tiêu chí này"), N_("bỏ"), act_criterion_drop) \
	X(CRITERIA_BEFORE, "criteria-before", CTX_CRITERIA, 0, "[", N_("Năm trước"), N_("năm trước"), act_criteria_before) \
	X(CRITERIA_AFTER, "criteria-after", CTX_CRITERIA, 0, "]", N_("Năm sau"), N_("năm sau"), act_criteria_after) \
	X(MEETING_OPEN, "meeting-open", CTX_MEETINGS, 0, "Enter", \
	  N_("Xem chương trình của phiên họp này"), N_("mở"), act_meeting_open) \
	X(MEETING_NEW, "meeting-new", CTX_MEETINGS, NEED_PLAN, "n F7", \
	  N_("Mở phiên họp từ bộ lọc hoặc các nhiệm vụ đang chọn"), N_("mở phiên mới"), act_meeting_new) \
	X(MEETING_PRESENT, "meeting-present", CTX_MEETING, NEED_TASK, "Enter F5", \
	  N_("Trình bày từng việc trên cả màn hình, từ việc này"), N_("trình bày"), act_meeting_present) \
	X(MEETING_FOLLOW, "meeting-follow", CTX_MEETING, 0, "f", \
	  N_("Theo dõi màn hình của người trình bày"), N_("theo dõi"), act_meeting_follow) \
	X(ITEM_EARLIER, "item-earlier", CTX_MEETING, NEED_TASK, "<", \
	  N_("Đưa việc này lên trước"), N_("lên trước"), act_item_earlier) \
	X(ITEM_LATER, "item-later", CTX_MEETING, NEED_TASK, ">", \
	  N_("Đưa việc này xuống sau"), N_("xuống sau"), act_item_later) \
	X(ITEM_NEW, "item-new", CTX_MEETING, NEED_PLAN, "n F7", \
	  N_("Thêm nhiệm vụ vào chương trình theo bộ lọc"), N_("thêm việc"), act_item_new) \
	X(ITEM_DROP, "item-drop", CTX_MEETING, NEED_TASK, "x", \
	  N_("Bỏ việc này khỏi chương trình"), N_("bỏ"), act_item_drop) \
	X(MEETING_EDIT, "meeting-edit", CTX_MEETING, 0, "e F4", \
	  N_("Sửa ngày, nơi họp, chủ trì, thư ký, người dự"), N_("sửa"), act_meeting_edit) \
	X(MEETING_END, "meeting-end", CTX_MEETING, 0, "F2 Ctrl-S", \
	  N_("Kết thúc: lập biên bản và thông báo kết luận"), N_("kết thúc"), act_meeting_end) \
	X(MEETING_PAPERS, "meeting-papers", CTX_MEETING, 0, "r", \
	  N_("Đọc biên bản, thông báo đã lập"), N_("biên bản"), act_meeting_papers) \
	X(PAPER_OTHER, "paper-other", CTX_PAPER, 0, "Tab", \
	  N_("Sang biên bản, hoặc sang thông báo kết luận"), N_("bản kia"), act_paper_other) \
	X(CONCLUDE_DONE, "conclude-done", CTX_STAGE, 0, "Space", \
	  N_("Kết luận: đã hoàn thành"), N_("hoàn thành"), act_conclude_done) \
	X(CONCLUDE_EXTEND, "conclude-extend", CTX_STAGE, 0, "t", \
	  N_("Kết luận: gia hạn, đến ngày nào, vì sao"), N_("gia hạn"), act_conclude_extend) \
	X(CONCLUDE_REASSIGN, "conclude-reassign", CTX_STAGE, 0, "a", \
	  N_("Kết luận: giao cơ quan khác chủ trì"), N_("giao lại"), act_conclude_reassign) \
	X(CONCLUDE_REMIND, "conclude-remind", CTX_STAGE, 0, "r", \
	  N_("Kết luận: đôn đốc cơ quan chậm"), N_("đôn đốc"), act_conclude_remind) \
	X(CONCLUDE_NOTE, "conclude-note", CTX_STAGE, 0, "g", \
	  N_("Kết luận: ghi nhận một câu"), N_("ghi nhận"), act_conclude_note) \
	X(CONCLUDE_POSTPONE, "conclude-postpone", CTX_STAGE, 0, "p", \
	  N_("Để phiên họp sau"), N_("để sau"), act_conclude_postpone) \
	X(CONCLUDE_FREE, "conclude-free", CTX_STAGE, 0, "c", \
	  N_("Kết luận khác: giao việc mới, nói đủ trong một dòng"), N_("việc mới"), act_conclude_free) \
	X(STAGE_NEXT, "stage-next", CTX_STAGE, 0, "Right l n", \
	  N_("Việc sau"), N_("việc sau"), act_stage_next) \
	X(STAGE_BEFORE, "stage-before", CTX_STAGE, 0, "Left h b", \
	  N_("Việc trước"), N_("việc trước"), act_stage_before) \
	X(STAGE_JUMP, "stage-jump", CTX_STAGE, 0, "/", \
	  N_("Tới việc số mấy trong chương trình"), N_("tới số"), act_stage_jump) \
	X(STAGE_FIGURES, "stage-figures", CTX_STAGE, 0, "Tab", \
	  N_("Số liệu của phiên họp, hoặc trở lại việc"), N_("số liệu"), act_stage_figures) \
	X(STAGE_FOLLOW, "stage-follow", CTX_STAGE, 0, "f", \
	  N_("Theo dõi lại người trình bày"), N_("theo dõi"), act_stage_follow) \
	X(LINES_ADD, "lines-add", CTX_LINES, 0, "Enter F2 Ctrl-S", N_("Thêm các dòng này thành nhiệm vụ"), N_("thêm tất cả"), act_lines_add) \
	X(LINE_EDIT, "line-edit", CTX_LINES, 0, "e F4", N_("Sửa dòng này"), N_("sửa"), act_line_edit) \
	X(LINE_LEAVE_OUT, "line-leave-out", CTX_LINES, 0, "x Space", N_("Bỏ qua dòng này, hoặc lấy lại"), N_("bỏ qua"), act_line_leave_out) \
	X(SORTED_OPEN, "sorted-open", CTX_SORTED, NEED_TASK, "Enter", \
	  N_("Tới nhiệm vụ trong kế hoạch"), N_("tới đó"), act_sorted_open) \
	X(SORTED_ORDER, "sorted-order", CTX_SORTED, 0, "Tab", \
	  N_("Sắp theo thời hạn, chủ trì, lĩnh vực, tình trạng, tên; nhớ cho lần sau"), N_("sắp theo"), act_sorted_order) \
	X(SORTED_TURN, "sorted-turn", CTX_SORTED, 0, "-", N_("Xếp ngược lại từ cuối"), N_("ngược"), act_sorted_turn) \
	X(SORTED_PICK, "sorted-pick", CTX_SORTED, NEED_ONE_TASK, "v Insert", \
	  N_("Chọn nhiều nhiệm vụ để làm một lượt"), N_("chọn"), act_sorted_pick) \
	X(TASK_ACCEPT, "task-accept", CTX_MISSING, NEED_TASK, "Space", \
	  N_("Đã xem lại: những gì ngờ ở nhiệm vụ này là đúng"), N_("đúng"), act_task_accept) \
	X(MISSING_JOIN, "missing-join", CTX_MISSING, NEED_AGENCY, "g", \
	  N_("Hai dòng này là một cơ quan: gộp làm một"), N_("gộp"), act_missing_join) \
	X(MISSING_OPEN, "missing-open", CTX_MISSING, 0, "Enter", \
	  N_("Tới nhiệm vụ trong kế hoạch, hoặc cơ quan trong sổ"), N_("tới đó"), act_missing_open) \
	X(TASK_LEAD, "task-lead", CTX_OUTLINE | CTX_MISSING | CTX_SORTED, NEED_TASK, "a", \
	  N_("Giao cơ quan chủ trì"), N_("chủ trì"), act_task_lead) \
	X(TASK_WITH, "task-with", CTX_OUTLINE | CTX_MISSING | CTX_SORTED, NEED_TASK, "c", \
	  N_("Giao cơ quan phối hợp"), N_("phối hợp"), act_task_with) \
	X(TASK_DEADLINE, "task-deadline", CTX_OUTLINE | CTX_MISSING | CTX_SORTED, NEED_TASK, "d", \
	  N_("Đặt thời hạn, viết bằng lời"), N_("hạn"), act_task_deadline) \
	X(SEARCH, "search", CTX_OUTLINE, NEED_PLAN, "/", \
	  N_("Tìm nhiệm vụ, gõ đến đâu hiện đến đó, không cần dấu"), N_("tìm"), act_search) \
	X(FILTER, "filter", CTX_OUTLINE, NEED_PLAN, "f", \
	  N_("Lọc nhiệm vụ (vd. cq:SNV tinhtrang:quahan)"), N_("lọc"), act_filter) \
	X(FILTERS, "filters", CTX_OUTLINE, NEED_PLAN, "F", \
	  N_("Các bộ lọc đã lưu và hay dùng; lưu bộ lọc đang dùng"), NULL, act_filters) \
	X(AGENCY_TASKS, "agency-tasks", CTX_AGENCIES, NEED_AGENCY | NEED_PLAN, "Enter", \
	  N_("Xem các nhiệm vụ của cơ quan này"), N_("nhiệm vụ"), act_agency_tasks) \
	X(AGENCY_SHEET, "agency-sheet", CTX_AGENCIES | CTX_MATRIX | CTX_DASHBOARD | CTX_MISSING, NEED_AGENCY, "p", \
	  N_("Phiếu của cơ quan này: mọi phần việc, ở mọi kế hoạch"), N_("phiếu"), act_agency_sheet) \
	X(AGENCY_NARROW, "agency-narrow", CTX_AGENCIES, 0, "/", \
	  N_("Tìm cơ quan, gõ đến đâu hiện đến đó, không cần dấu"), N_("tìm"), act_agency_narrow) \
	X(AGENCY_NEW, "agency-new", CTX_AGENCIES, 0, "n F7", \
	  N_("Thêm cơ quan hoặc nhóm"), N_("thêm"), act_agency_new) \
	X(AGENCY_EDIT, "agency-edit", CTX_AGENCIES, NEED_AGENCY, "e F4", \
	  N_("Sửa tên, ký hiệu, loại, tên khác, cấp trên …"), N_("sửa"), act_agency_edit) \
	X(AGENCY_MEMBERS, "agency-members", CTX_AGENCIES, NEED_AGENCY, "m", \
	  N_("Chọn thành viên của nhóm"), N_("thành viên"), act_agency_members) \
	X(AGENCY_REORGANISE, "agency-reorganise", CTX_AGENCIES, NEED_AGENCY, "r", \
	  N_("Đổi tên, sáp nhập, chia tách, giải thể theo văn bản; chuyển giao việc"), N_("sắp xếp"), act_agency_reorganise) \
	X(AGENCY_NARROWED, "agency-narrowed", CTX_AGENCY_NAME, 0, "Enter", \
	  N_("Thôi gõ, làm việc với cơ quan tìm được"), N_("chọn"), act_agency_narrowed) \
	X(DOCUMENT_TASK, "document-task", CTX_DOCUMENTS, NEED_PLAN, "Enter", \
	  N_("Tới nhiệm vụ viện dẫn văn bản này"), N_("tới nhiệm vụ"), act_document_task) \
	X(SLIP_ACCEPT, "slip-accept", CTX_DOCUMENTS, NEED_PLAN, "y", \
	  N_("Nhận cách đọc chỗ in lỗi"), N_("nhận cách đọc"), act_slip_accept) \
	X(SLIP_REJECT, "slip-reject", CTX_DOCUMENTS, NEED_PLAN, "x", \
	  N_("Không nhận cách đọc chỗ in lỗi"), N_("không nhận"), act_slip_reject) \
	X(SOURCE_UNUSED, "source-unused", CTX_SOURCE, NEED_PLAN, "f", \
	  N_("Chỉ hiện các dòng không dùng, hoặc hiện lại cả văn bản"), N_("chỉ dòng không dùng"), \
	  act_source_unused) \
	X(REVIEW_ACCEPT, "review-accept", CTX_REVIEW, 0, "Space Enter", \
	  N_("Nhận chỗ ngờ này là đúng, tới chỗ sau"), N_("đúng"), act_review_accept) \
	X(REVIEW_NEXT, "review-next", CTX_REVIEW, 0, "n", \
	  N_("Tới chỗ ngờ tiếp theo"), N_("chỗ ngờ sau"), act_review_next) \
	X(REVIEW_LEAD, "review-lead", CTX_REVIEW, 0, "a", \
	  N_("Sửa cơ quan chủ trì"), N_("chủ trì"), act_review_lead) \
	X(REVIEW_DEADLINE, "review-deadline", CTX_REVIEW, 0, "d", \
	  N_("Sửa thời hạn, viết bằng lời"), N_("hạn"), act_review_deadline) \
	X(REVIEW_TASK, "review-task", CTX_REVIEW, 0, "t", \
	  N_("Chỗ này là một nhiệm vụ"), N_("nhiệm vụ"), act_review_task) \
	X(REVIEW_SECTION, "review-section", CTX_REVIEW, 0, "m", \
	  N_("Chỗ này là một mục"), N_("mục"), act_review_section) \
	X(REVIEW_PART, "review-part", CTX_REVIEW, 0, "p", \
	  N_("Chỗ này là chi tiết của nhiệm vụ ở trên"), N_("chi tiết"), act_review_part) \
	X(REVIEW_UNUSED, "review-unused", CTX_REVIEW, 0, "x", \
	  N_("Chỗ này không dùng"), N_("bỏ"), act_review_unused) \
	X(REVIEW_STORE, "review-store", CTX_REVIEW, 0, "F2 Ctrl-S", \
	  N_("Lưu thành kế hoạch"), N_("lưu"), act_review_store) \
	X(REVIEW_WITH, "review-with", CTX_REVIEW, 0, "c", \
	  N_("Sửa cơ quan phối hợp"), N_("phối hợp"), act_review_with) \
	X(REVIEW_TITLE, "review-title", CTX_REVIEW, 0, "e F4", \
	  N_("Sửa tên nhiệm vụ, tên mục"), N_("tên"), act_review_title) \
	X(REVIEW_ORDER, "review-order", CTX_REVIEW, 0, "f", \
	  N_("Xếp các chỗ ngờ lên trước, hoặc lại theo thứ tự văn bản"), N_("ngờ trước"), act_review_order) \
	X(REVIEW_SPLIT, "review-split", CTX_REVIEW, 0, "s", \
	  N_("Tách đoạn này làm hai"), N_("tách"), act_review_split) \
	X(REVIEW_JOIN, "review-join", CTX_REVIEW, 0, "g", \
	  N_("Ghép đoạn này vào đoạn trước"), N_("ghép"), act_review_join) \
	X(REVIEW_UNDO, "review-undo", CTX_REVIEW, 0, "u", \
	  N_("Hoàn tác quyết định gần nhất"), N_("hoàn tác"), act_review_undo) \
	X(REVIEW_PRODUCT, "review-product", CTX_REVIEW, 0, "r", \
	  N_("Sửa sản phẩm"), N_("sản phẩm"), act_review_product) \
	X(REVIEW_ACCEPT_ALL, "review-accept-all", CTX_REVIEW, 0, "*", \
	  N_("Nhận mọi chỗ ngờ là đúng"), N_("nhận hết"), act_review_accept_all) \
	X(REVIEW_CANCEL, "review-cancel", CTX_REVIEW, 0, "F8", \
	  N_("Bỏ bản xem lại, không lưu gì"), NULL, act_review_cancel) \
	X(CHANGES_STORE, "changes-store", CTX_CHANGES, 0, "F2 Ctrl-S", \
	  N_("Lưu thành bản mới thay bản cũ"), N_("lưu bản mới"), act_changes_store) \
	X(SOURCE_NEXT, "source-next", CTX_SOURCE, NEED_PLAN, "n", \
	  N_("Tệp gốc tiếp theo của kế hoạch (phụ lục nhập riêng)"), NULL, act_source_next) \
	X(FORM_NEXT, "form-next", CTX_FORM, 0, "Enter", \
	  N_("Sang ô sau; ở ô cuối thì lưu"), N_("ô sau"), act_form_next) \
	X(FORM_SAVE, "form-save", CTX_FORM, 0, "F2 Ctrl-S", N_("Lưu"), N_("lưu"), act_form_save) \
	X(FORM_RESET, "form-reset", CTX_FORM, 0, "Ctrl-X", \
	  N_("Bỏ chữ đã gõ, trở về như bản đã lưu"), N_("bỏ chữ gõ"), act_form_reset) \
	X(PLAN_OPEN, "plan-open", CTX_PLANS, 0, "Enter", \
	  N_("Mở kế hoạch, hoặc bản xem lại còn dở"), N_("mở"), act_plan_open) \
	X(PLAN_IMPORT, "plan-import", CTX_PLANS, 0, "i", \
	  N_("Nhập tệp… và xem lại trước khi lưu"), N_("nhập tệp"), act_import) \
	X(PLAN_RENEW, "plan-renew", CTX_PLANS, NEED_PLAN, "n F7", \
	  N_("Từ kế hoạch này lập bản thảo năm sau"), N_("năm sau"), act_plan_renew) \
	X(PICKER_ACCEPT, "picker-accept", CTX_PICKER | CTX_CHOICE, 0, "Enter", \
	  N_("Nhận những dòng đã chọn, hoặc dòng dưới con trỏ"), N_("nhận"), act_picker_accept) \
	X(PICKER_PICK, "picker-pick", CTX_PICKER, 0, "Insert", \
	  N_("Chọn thêm dòng này (phím Space cũng được khi chưa gõ chữ)"), N_("chọn thêm"), act_picker_pick) \
	X(PROMPT_COMPLETE, "prompt-complete", CTX_PROMPT, 0, "Tab", \
	  N_("Điền nốt chữ đang gõ, ở ô có gợi ý"), NULL, act_prompt_complete) \
	X(PROMPT_ACCEPT, "prompt-accept", CTX_PROMPT, 0, "Enter", \
	  N_("Nhận chữ đã gõ"), N_("nhận"), act_prompt_accept) \
	X(SEARCH_ACCEPT, "search-accept", CTX_SEARCH, 0, "Enter", \
	  N_("Tới nhiệm vụ này trong kế hoạch"), N_("tới nhiệm vụ"), act_search_accept) \
	X(HELP, "help", CTX_ALL & ~CTX_HELP, 0, "? F1", N_("Trợ giúp cho màn hình này"), \
	  N_("trợ giúp"), act_help) \
	X(TASK_STATUS, "task-status", CTX_OUTLINE | CTX_SORTED, NEED_TASK, "s", \
	  N_("Đổi trạng thái: đang làm, tạm hoãn, hủy …"), N_("trạng thái"), act_task_status) \
	X(TASK_RESULT, "task-result", CTX_OUTLINE | CTX_SHARES, NEED_TASK, "r", \
	  N_("Ghi kết quả, minh chứng và đánh dấu xong"), N_("kết quả"), act_task_result) \
	X(TASK_CAUSE, "task-cause", CTX_OUTLINE | CTX_SHARES, NEED_TASK, "y", \
	  N_("Ghi vì sao chậm"), NULL, act_task_cause) \
	X(TASK_EXTEND, "task-extend", CTX_OUTLINE | CTX_SHARES, NEED_TASK, "t", \
	  N_("Gia hạn: hạn mới, lý do, văn bản cho gia hạn"), NULL, act_task_extend) \
	X(SHARE_BY_PLAN, "share-by-plan", CTX_SHARES, NEED_TASK, "b", \
	  N_("Xong bằng kế hoạch riêng của cơ quan này, đã nhập ở đây"), NULL, act_share_by_plan) \
	X(TASK_NOTE, "task-note", CTX_OUTLINE | CTX_SORTED, NEED_ONE_TASK, "g", \
	  N_("Ghi chú vào nhiệm vụ"), N_("ghi chú"), act_task_note) \
	X(TASK_LABELS, "task-labels", CTX_OUTLINE | CTX_MISSING | CTX_SORTED, NEED_TASK, "b", \
	  N_("Xếp vào lĩnh vực, gắn nhãn"), NULL, act_task_labels) \
	X(TASK_PROPOSE, "task-propose", CTX_OUTLINE, NEED_ONE_TASK, "x", \
	  N_("Ghi đề xuất điều chỉnh nhiệm vụ"), NULL, act_task_propose) \
	X(TASK_DECIDE, "task-decide", CTX_OUTLINE, NEED_ONE_TASK, "X", \
	  N_("Ghi kết quả của đề xuất điều chỉnh"), NULL, act_task_decide) \
	X(TASK_NEW, "task-new", CTX_OUTLINE, NEED_SECTION, "n F7", \
	  N_("Thêm nhiệm vụ, nói đủ trong một dòng"), N_("thêm"), act_task_new) \
	X(TASK_EDIT, "task-edit", CTX_OUTLINE | CTX_MISSING | CTX_SORTED, NEED_ONE_TASK, "e F4", \
	  N_("Sửa tên nhiệm vụ, sản phẩm"), N_("sửa"), act_task_edit) \
	X(TASK_OPEN, "task-open", CTX_OUTLINE, NEED_PLAN, "Enter", \
	  N_("Mở nhiệm vụ: từng cơ quan làm đến đâu; gập hoặc mở mục"), NULL, act_task_open) \
	X(TASK_PRODUCT, "task-product", CTX_OUTLINE | CTX_SORTED, NEED_ONE_TASK, "P", N_("Sửa sản phẩm"), NULL, act_task_product) \
	X(RUN, "run", CTX_OUTLINE | CTX_SORTED, NEED_ONE_TASK, "D", \
	  N_("Điền dọc một cột từ đây xuống: Enter sang việc dưới, Esc thôi"), NULL, act_run) \
	X(TASK_JOURNAL, "task-journal", CTX_OUTLINE, NEED_ONE_TASK, "h", \
	  N_("Nhật ký của nhiệm vụ: ai sửa gì, lúc nào"), N_("nhật ký"), act_task_journal) \
	X(TASK_SOURCE, "task-source", CTX_OUTLINE | CTX_MISSING | CTX_SORTED, NEED_ONE_TASK, "o", \
	  N_("Đọc lời gốc của nhiệm vụ trong tệp đã nhập"), N_("lời gốc"), act_task_source) \
	X(PICK, "pick", CTX_OUTLINE, NEED_ONE_TASK, "v Insert", \
	  N_("Chọn nhiều nhiệm vụ để làm một lượt"), N_("chọn"), act_pick) \
	X(DETAIL, "detail", CTX_DETAIL | CTX_REVIEW, 0, "Tab", \
	  N_("Đọc phần chi tiết bên dưới; nhấn lần nữa để về danh sách"), NULL, act_detail) \
	X(UNDO, "undo", CTX_LISTS & ~CTX_REVIEW, 0, "u", \
	  N_("Hoàn tác thay đổi gần nhất của mình"), N_("hoàn tác"), act_undo) \
	X(REDO, "redo", CTX_LISTS & ~CTX_REVIEW, 0, "Ctrl-R", N_("Làm lại thay đổi vừa hoàn tác"), NULL, act_redo) \
	X(UP, "up", CTX_ALL & ~CTX_PROMPT, 0, "Up k", N_("Lên một dòng"), NULL, act_up) \
	X(DOWN, "down", CTX_ALL & ~CTX_PROMPT, 0, "Down j", N_("Xuống một dòng"), NULL, act_down) \
	X(PAGE_UP, "page-up", CTX_ALL & ~CTX_PROMPT, 0, "PgUp", \
	  N_("Lên một trang"), NULL, act_page_up) \
	X(PAGE_DOWN, "page-down", CTX_ALL & ~CTX_PROMPT, 0, "PgDn", \
	  N_("Xuống một trang"), NULL, act_page_down) \
	X(HOME, "home", CTX_LISTS, 0, "Home", N_("Về đầu"), NULL, act_home) \
	X(END, "end", CTX_LISTS, 0, "End", N_("Về cuối"), NULL, act_end) \
	X(FOLD, "fold", CTX_OUTLINE, 0, "Left", \
	  N_("Gập mục, hoặc về mục chứa nó (phím h là nhật ký)"), NULL, act_fold) \
	X(UNFOLD, "unfold", CTX_OUTLINE, 0, "Right l", N_("Mở mục"), NULL, act_unfold) \
	X(MATRIX_LEFT, "matrix-left", CTX_MATRIX, 0, "Left h", N_("Sang cột bên trái"), NULL, act_matrix_left) \
	X(MATRIX_RIGHT, "matrix-right", CTX_MATRIX, 0, "Right l", N_("Sang cột bên phải"), NULL, act_matrix_right) \
	X(MATRIX_PAGE_LEFT, "matrix-page-left", CTX_MATRIX, 0, "<", \
	  N_("Sang trái một trang cột"), NULL, act_matrix_page_left) \
	X(MATRIX_PAGE_RIGHT, "matrix-page-right", CTX_MATRIX, 0, ">", \
	  N_("Sang phải một trang cột"), NULL, act_matrix_page_right) \
	X(VIEW_OUTLINE, "view-outline", CTX_SCREENS, NEED_PLAN, "1", \
	  N_("Màn hình kế hoạch"), NULL, act_view_outline) \
	X(VIEW_AGENCIES, "view-agencies", CTX_SCREENS, 0, "2", N_("Sổ cơ quan"), NULL, act_view_agencies) \
	X(VIEW_CALENDAR, "view-calendar", CTX_SCREENS, NEED_PLAN, "3", \
	  N_("Lịch hạn theo tháng, quý"), NULL, act_view_calendar) \
	X(VIEW_MATRIX, "view-matrix", CTX_SCREENS, NEED_PLAN, "4", \
	  N_("Ma trận nhiệm vụ × cơ quan"), NULL, act_view_matrix) \
	X(VIEW_DASHBOARD, "view-dashboard", CTX_SCREENS, NEED_PLAN, "5", \
	  N_("Tổng quan"), NULL, act_view_dashboard) \
	X(VIEW_DOCUMENTS, "view-documents", CTX_SCREENS, NEED_PLAN, "6", \
	  N_("Văn bản viện dẫn, tệp kèm theo"), NULL, act_view_documents) \
	X(VIEW_SOURCE, "view-source", CTX_SCREENS, NEED_PLAN, "7", \
	  N_("Văn bản gốc và những dòng không dùng"), NULL, act_view_source) \
	X(VIEW_JOURNAL, "view-journal", CTX_SCREENS, NEED_PLAN, "8", \
	  N_("Màn hình nhật ký"), NULL, act_view_journal) \
	X(VIEW_PLANS, "view-plans", CTX_SCREENS, 0, "9", N_("Danh sách kế hoạch"), NULL, act_view_plans) \
	X(VIEW_ROUNDS, "view-rounds", CTX_SCREENS, NEED_PLAN, "0", \
	  N_("Kỳ báo cáo: ai đã gửi, ai còn thiếu"), NULL, act_view_rounds) \
	X(VIEW_MISSING, "view-missing", CTX_SCREENS, NEED_PLAN, "!", \
	  N_("Còn thiếu, còn chưa rõ: ai làm, bao giờ, sản phẩm gì"), NULL, act_view_missing) \
	X(VIEW_SORTED, "view-sorted", CTX_SCREENS, NEED_PLAN, "S", \
	  N_("Nhiệm vụ sắp và nhóm theo thời hạn, chủ trì, lĩnh vực, tình trạng, tên"), NULL, act_view_sorted) \
	X(VIEW_CRITERIA, "view-criteria", CTX_SCREENS, 0, "%", \
	  N_("Bảng điểm các tiêu chí của một năm"), NULL, act_view_criteria) \
	X(MEETINGS, "meetings", CTX_SCREENS & ~CTX_AGENCIES, NEED_PLAN, "m F9", \
	  N_("Các phiên họp: mở, trình bày, kết luận"), NULL, act_meetings) \
	X(MEETINGS_TOO, "meetings-too", CTX_AGENCIES, NEED_PLAN, "F9", \
	  N_("Các phiên họp của kế hoạch"), NULL, act_meetings_too) \
	X(HERE, "here", CTX_SCREENS, 0, "@", \
	  N_("Ai đang mở cơ sở dữ liệu này, đang xem gì"), NULL, act_here) \
	X(NAMES, "names", CTX_SCREENS, 0, "N", \
	  N_("Tên cơ quan của thời kế hoạch, hoặc của hôm nay"), NULL, act_names) \
	X(IMPORT, "import", CTX_SCREENS & ~CTX_PLANS, 0, "i", \
	  N_("Nhập tệp… và xem lại trước khi lưu"), NULL, act_import) \
	X(PALETTE, "palette", CTX_ALL, 0, ": Ctrl-P", N_("Tìm một lệnh theo tên"), NULL, act_palette) \
	X(REPAINT, "repaint", CTX_ALL, 0, "Ctrl-L", N_("Vẽ lại màn hình"), NULL, act_repaint) \
	X(BACK, "back", CTX_ALL, 0, "Esc q", N_("Trở lại"), N_("trở lại"), act_back) \
	X(LEAVE, "leave", CTX_LISTS, 0, "F10", N_("Thoát chương trình"), N_("thoát"), act_leave) \
	X(INPUT_METHOD, "input-method", CTX_ALL, 0, "F12 Ctrl-T", \
	  N_("Đổi kiểu gõ tiếng Việt: tắt, Telex, VNI, VIQR"), N_("gõ dấu"), act_input_method) \
	X(SETTINGS, "settings", CTX_LISTS, 0, "=", \
	  N_("Thiết lập của mình: kiểu gõ, dấu, màu, bộ chữ, mật độ, màn hình mở đầu"), NULL, act_settings) \
	X(TONE_STYLE, "tone-style", CTX_ALL, 0, "F11", \
	  N_("Đặt dấu thanh kiểu cũ (hòa, thúy) hoặc kiểu mới (hoà, thuý)"), NULL, act_tone_style)

enum action_id {
#define X(id, name, contexts, needs, keys, label, hint, run) ACTION_##id,
	ACTIONS(X)
#undef X
	ACTION_COUNT
};

struct action {
	const char *name;
	unsigned contexts;
	unsigned needs;
	const char *keys;
	const char *label;	/* to be translated */
	const char *hint;	/* to be translated; NULL: none */
	int (*run)(struct app *, struct view *);
};

extern const struct action actions[ACTION_COUNT];

/* The action that CODE (tui/key.h) means in CONTEXT; NULL: none. */
const struct action *action_for_key(unsigned context, int code);

/* Why ACTION cannot be done with TARGET, a whole sentence; NULL: it can. */
const char *action_refusal(const struct action *action, const struct target *target);

/* The keys of ACTION that work in CONTEXT as a person reads them, "n / F7"; appends. */
void action_keys(const struct action *action, unsigned context, struct strbuf *out);

/*
 * "Space xong  a chủ trì  …" from the action FIRST on, in COLUMNS; appends. A line that is not the LAST ends with
 * the first that does not fit, which is returned. The last one passes over what does not fit and,
 * but for fields, always has the key of the help. The same for every row of a list: a line that follows the cursor would be sent with each key.
 */
int action_hints(unsigned context, int first, int columns, bool last, struct strbuf *out);

#define X(id, name, contexts, needs, keys, label, hint, run) int run(struct app *app, struct view *view);
ACTIONS(X)
#undef X

#endif
