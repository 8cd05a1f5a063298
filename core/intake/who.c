/*
 * Who does the work that a text gives: who leads, who helps, and through whom it
 * is reported. A body that is only spoken to or spoken of ("đến các Sở", "của
 * UBND tỉnh", "báo cáo UBND tỉnh") is none of these: what counts is the place in the sentence.
 */
#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/plan/agency_name.h"
#include "core/plan/verb.h"
#include "core/viet/viet.h"

static bool has_small_letter(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] >= 'a' && text[i] <= 'z')
			return true;
	return false;
}

/*
 * "Sở Y tế" and "Sở Nội vụ": the same head before words of other letters, which no spelling
 * makes equal unless one is an abbreviation. Tells most names apart without their keys.
 */
static bool differ_plainly(const char *a, const char *b)
{
	size_t head = strcspn(a, " "), second_a, second_b;

	if (head != strcspn(b, " ") || strncmp(a, b, head) || !a[head] || !b[head])
		return false;
	a += head + 1;
	b += head + 1;
	if (*a != *b)
		return true;
	second_a = strcspn(a, " ");
	second_b = strcspn(b, " ");
	return has_small_letter(a, second_a) && has_small_letter(b, second_b) &&
	       (second_a != second_b || strncmp(a, b, second_a));
}

/* The names of groups are canonical; bodies of other kinds may be spelt in several ways. */
bool agency_list_has_name(const struct agency_list *list, const char *name, enum agency_kind kind)
{
	struct strbuf wanted = STRBUF_INIT, key = STRBUF_INIT;
	bool has = false;

	for (size_t i = 0; i < list->count && !has; i++) {
		has = !strcmp(list->items[i].name, name);
		if (has || kind == AGENCY_GROUP || list->items[i].kind != kind || differ_plainly(list->items[i].name, name))
			continue;
		if (!wanted.length)
			agency_name_key(name, &wanted);
		strbuf_clear(&key);
		agency_name_key(list->items[i].name, &key);
		has = !strcmp(key.text, wanted.text);
	}
	strbuf_release(&wanted);
	strbuf_release(&key);
	return has;
}

void agency_list_add_name(struct agency_list *list, const char *name, enum agency_kind kind)
{
	struct agency agency = { .kind = kind };

	if (agency_list_has_name(list, name, kind))
		return;
	agency.name = xstrdup(name);
	agency.requested = kind == AGENCY_PARTY || (kind == AGENCY_VERTICAL && agency_is_requested(name));
	agency_list_add(list, &agency);
}

void who_release(struct who *who)
{
	agency_list_release(&who->leads);
	agency_list_release(&who->coordinating);
	free(who->via);
	*who = (struct who){ 0 };
}

/* --- chains of bodies --------------------------------------------------- */

static size_t joint_at(const struct words *w, size_t at)
{
	static const char *const joints[] = {
		", và|cùng?", "; và?", "và|cùng|- với?", "& ", "hoặc", NULL,
	};

	return any_phrase_at(w, at, joints);
}

/* Words in brackets that only explain a body: "Sở Y tế (cơ quan thường trực)". */
static size_t remark_at(const struct words *w, size_t at)
{
	enum { LONGEST = 40 };

	if (!sign_is(w, at, '('))
		return 0;
	for (size_t n = 1; n < LONGEST && at + n < w->count; n++) {
		if (word_is(w, at + n, "qua|chủ|phối"))
			return 0;
		if (sign_is(w, at + n, ')'))
			return n + 1;
	}
	return 0;
}

/* "… - Cơ quan thường trực của Hội đồng có trách nhiệm": what a body is, up to what it does. */
static size_t apposition_at(const struct words *w, size_t at)
{
	enum { LONGEST = 24 };
	size_t sign = word_is(w, at, "-|,|–") ? 1 : 0;

	if (!sign || !phrase_at(w, at + 1, "là? cơ|đơn quan|vị thường|đầu|chủ trực|mối|trì"))
		return 0;
	for (size_t n = 4; n < LONGEST && at + n < w->count; n++)
		if (word_is(w, at + n, ",|:") || phrase_at(w, at + n, "có|chịu trách nhiệm") ||
		    phrase_at(w, at + n, "chủ trì ,|phối"))
			return n;
	return 0;
}

/*
 * A body that has no name of the usual shape, in a list with others: "tổ tự quản môi trường", "các chủ
 * đầu tư dự án". Its words up to a sign, a joint or a verb.
 */
static size_t other_body_at(const struct words *w, size_t at)
{
	static const char *const heads[] = {
		"tổ chức đảng|tín", "bộ phận", "doanh nghiệp", "hợp tác xã", "chủ đầu|rừng|hồ|dự|tàu|cơ", "nhà đầu|thầu|máy",
		"hiệp hội", "câu lạc bộ", "cấp ủy ,? tổ? chức? đảng?", "đảng bộ", "thành viên ban|tổ|hội|ủy", "nhà trường",
		"cơ sở giáo|sản|y|đào|kinh|khám", "bệnh viện", "trung tâm", "phòng khám", "khoa", "ban giám|nhân|điều|công|quản|chỉ", "tổ", "đội", "trạm", "trường", "hội", "đơn vị", NULL,
	};
	enum { LONGEST = 18 };
	size_t many = phrase_at(w, at, "các|những|toàn|mọi thể?"), n = any_phrase_at(w, at + many, heads);

	/* "tổ chức", "hội nghị", "trường hợp": other words that begin so. */
	if (!n || (n == 1 && phrase_at(w, at + many,
				       "tổ|hội|trường|trạm|đội chức|nghị|thảo|thi|đồng|diễn|chợ|trại|đàm|nhập|hợp|ngũ|hình|viên")))
		return 0;
	/* "tổ quản lý trật tự": what a small body is for may look like a verb. */
	n += many + (n == 1 && !many && work_verb_at(w, at + 1) ? 2 : 0);
	for (; n < LONGEST && at + n < w->count; n++) {
		n += phrase_at(w, at + n, ", cụm công nghiệp");		/* "các khu, cụm công nghiệp" */
		if (at + n >= w->count)
			break;
		if (w->items[at + n].kind == WORD_SIGN || work_verb_at(w, at + n) || word_is(w, at + n, "và|chủ|phối|để|khi"))
			return (n > 1 && !(n == 2 && word_is(w, at, "đơn"))) || many ? n : 0;
	}
	return at + n == w->count && n > 1 ? n : 0;
}

static void add_other_body(const struct words *w, size_t at, size_t n, struct agency_mention_list *found)
{
	size_t start = w->items[at].start, first = w->items[at].end, end = w->items[at + n - 1].end;
	struct agency_mention mention = { .start = start, .end = end };
	struct strbuf name = STRBUF_INIT;

	/* "Các trường THPT" within a sentence; only its own first word is known to be a usual one */
	if (word_is(w, at, "các|những|toàn|mọi"))
		viet_lower(w->text + start, first - start, &name);
	else
		strbuf_add(&name, w->text + start, first - start);
	strbuf_add(&name, w->text + first, end - first);
	mention.kind = word_is(w, at, "các|những|toàn|mọi") ? AGENCY_GROUP : AGENCY_OTHER;
	mention.name = strbuf_detach(&name);
	agency_mention_list_add(found, &mention);
}

size_t body_at(const struct words *w, size_t at, struct agency_mention_list *found)
{
	size_t n = agency_mentions_at(w, at, found);

	if (!n && (n = other_body_at(w, at)) != 0)
		add_other_body(w, at, n, found);
	return n;
}

/* The bodies behind the first one, of N words. */
static size_t rest_of_chain_at(const struct words *w, size_t at, size_t n, struct agency_mention_list *found)
{
	while (n) {
		size_t joint, more;

		n += remark_at(w, at + n);
		n += apposition_at(w, at + n);
		joint = joint_at(w, at + n);
		more = joint ? body_at(w, at + n + joint, found) : 0;
		more = more || !joint ? more : agency_listed_at(w, at + n + joint, found);
		if (!more)
			break;
		n += joint + more;
	}
	return n;
}

static void take_bodies(struct agency_mention_list *found, struct agency_list *list)
{
	for (size_t i = 0; list && i < found->count; i++)
		agency_list_add_name(list, found->items[i].name, found->items[i].kind);
	agency_mention_list_release(found);
}

/* "Sở Tư pháp, Sở Y tế và các Sở, Ban, ngành": words taken, bodies added to LIST. */
static size_t chain_at(const struct words *w, size_t at, struct agency_list *list)
{
	struct agency_mention_list found = { 0 };
	size_t n = rest_of_chain_at(w, at, agency_mentions_at(w, at, &found), &found);

	take_bodies(&found, list);
	return n;
}

/* "các địa phương có rừng" before what is done with them: words up to the verb. */
static size_t qualifier_at(const struct words *w, size_t at)
{
	enum { LONGEST = 10 };

	if (!word_is(w, at, "có|thuộc|trên|tại|ở|của|nơi|nằm"))
		return 0;
	for (size_t n = 1; n < LONGEST && at + n < w->count && w->items[at + n].kind != WORD_SIGN; n++)
		if (work_verb_at(w, at + n) > 1)
			return n;
	return 0;
}

/* --- the words around them ---------------------------------------------- */

/* "Giao", "Đề nghị": what follows gets the work. */
static size_t order_at(const struct words *w, size_t at)
{
	static const char *const orders[] = {
		"giao trách nhiệm cho?", "giao nhiệm vụ cho", "giao cho?", "phân công nhiệm vụ cho", "phân công", "yêu cầu", "đề nghị",
		"trách nhiệm chung|cụ? thể? của|cho", "đối với", "nhiệm vụ chung|cụ? thể? của|cho", NULL,
	};

	return any_phrase_at(w, at, orders);
}

/* What a body is said to be before its work is named. */
static size_t duty_at(const struct words *w, size_t at)
{
	static const char *const duties[] = {
		"có trách nhiệm :?", "có nhiệm vụ :?", "chịu trách nhiệm chủ trì ,?", "chủ trì ,?", "chủ động ,?",
		"là|làm cơ quan|đơn? vị? đầu|thường mối|trực ,?", "làm đầu mối ,?", "là đầu mối ,?",
		"theo chức năng , nhiệm vụ được? giao? ,?", "theo chức năng , nhiệm vụ của mình ,?",
		"căn cứ chức năng , nhiệm vụ được? giao? ,?", ":", NULL,
	};

	return any_phrase_at(w, at, duties);
}

static size_t together_at(const struct words *w, size_t at)
{
	static const char *const forms[] = {
		"và? phối hợp chặt? chẽ? với|cùng", "và? phối hợp", NULL,
	};

	return any_phrase_at(w, at, forms);
}

/* Words that only say when or by what right, before the sentence's subject. */
static bool is_opening(const struct words *w)
{
	static const char *const openings[] = {
		"trên cơ sở", "căn cứ", "theo", "để", "nhằm", "trong", "hằng|hàng", "định kỳ", "khi", "đối với", "trước",
		"sau", "từ", "đến", "năm", "quý", "tháng", "với", "ngoài", "tùy", "chậm nhất", "thực hiện", "qua", "vào",
		"bên cạnh", "xuất phát", "ngay", "thường xuyên", "đồng thời", "riêng", NULL,
	};

	return any_phrase_at(w, 0, openings) != 0;
}

static bool ends_sentence(const struct words *w, size_t at)
{
	if (at >= w->count || w->items[at].kind != WORD_SIGN)
		return false;
	if (word_is(w, at, "!|?"))
		return true;
	return sign_is(w, at, '.') && (at + 1 >= w->count || (w->items[at + 1].spaced && w->items[at + 1].capital));
}

/* --- reading ------------------------------------------------------------ */

/* The body that a subject is followed by: a verb, not "của" and what else makes it an object. */
static bool may_be_subject(const struct words *w, size_t behind)
{
	return !word_is(w, behind, "của|về|tại|là") || phrase_at(w, behind, "là|làm cơ|đơn|đầu");
}

static bool is_body(const struct words *w, size_t at)
{
	struct agency_mention_list found = { 0 };
	bool is = body_at(w, at, &found) != 0;

	agency_mention_list_release(&found);
	return is;
}

/* "với Kiểm lâm địa bàn và UBND xã": words of a capital name that is not known, and its joint, before one that is. */
static size_t skip_unknown_name(const struct words *w, size_t at)
{
	enum { LONGEST = 8 };

	if (at >= w->count || !w->items[at].capital)
		return 0;
	for (size_t n = 1; n < LONGEST && at + n < w->count && !work_verb_at(w, at + n) && !ends_sentence(w, at + n); n++) {
		size_t joint = joint_at(w, at + n);

		if (joint && is_body(w, at + n + joint))
			return n + joint;
	}
	return 0;
}

/* Who helps, behind "phối hợp với": words taken, those that are known added to LIST. */
static size_t helpers_at(const struct words *w, size_t at, struct agency_list *list)
{
	struct agency_mention_list found = { 0 };
	size_t unknown = is_body(w, at) ? 0 : skip_unknown_name(w, at);
	size_t n = rest_of_chain_at(w, at + unknown, body_at(w, at + unknown, &found), &found);

	take_bodies(&found, list);
	return n ? unknown + n : 0;
}

/* What is said of a body before its work: its duty, and who helps. Words from AT on. */
static size_t skip_duties(const struct words *w, size_t at)
{
	size_t n = 0;

	for (;;) {
		struct agency_list others = { 0 };
		size_t duty = duty_at(w, at + n);
		size_t comma = sign_is(w, at + n, ',') ? 1 : 0;
		size_t together = together_at(w, at + n + comma);
		size_t chain = together ? helpers_at(w, at + n + comma + together, &others) : 0;

		agency_list_release(&others);
		chain += chain ? qualifier_at(w, at + n + comma + together + chain) : 0;
		if (duty)
			n += duty;
		else if (chain)
			n += comma + together + chain + (sign_is(w, at + n + comma + together + chain, ',') ? 1 : 0);
		else
			return n;
	}
}

/* "…, Hiệu trưởng các trường chịu trách nhiệm …": more bodies than names are known of, up to their duty. */
static size_t skip_unknown_bodies(const struct words *w, size_t at)
{
	enum { LONGEST = 30 };

	if (!word_is(w, at, ",|;|và"))
		return 0;
	for (size_t n = 1; n < LONGEST && at + n < w->count && !ends_sentence(w, at + n); n++)
		if (phrase_at(w, at + n, "chịu|có trách nhiệm"))
			return n;
	return 0;
}

static bool has_letters_from(const struct words *w, size_t at)
{
	for (; at < w->count; at++)
		if (w->items[at].kind != WORD_SIGN)
			return true;
	return false;
}

/* "Các chủ đầu tư dự án hạ tầng khu, cụm công nghiệp": a heading that is one long name. */
static bool names_several_whole(const struct words *w)
{
	enum { LONGEST = 18, HEAD = 3 };

	if (!word_is(w, 0, "các") || w->count > LONGEST)
		return false;
	for (size_t at = HEAD; at < w->count; at++)		/* "chủ đầu tư" is no verb */
		if (word_is(w, at, ";|:|.|(") || work_verb_at(w, at) || (sign_is(w, at, ',') && is_body(w, at + 1)))
			return false;
	return true;
}

/* The same where the first body has no name of the usual shape: nothing but its duty, or the end, may follow. */
static size_t unnamed_chain_at(const struct words *w, size_t at, struct agency_list *list)
{
	struct agency_mention_list found = { 0 };
	/* "Yêu cầu nhà trường …", "Các trường THPT rà soát …": what comes behind their name is what they do. */
	bool at_work = (at && order_at(w, 0)) || (!at && word_is(w, 0, "các|mọi"));
	size_t n = other_body_at(w, at);

	if (n && !at && names_several_whole(w))
		n = w->count;
	if (n) {
		add_other_body(w, at, n, &found);
		n = rest_of_chain_at(w, at, n, &found);
	}
	if (n && has_letters_from(w, at + n) && !duty_at(w, at + n) && !(at_work && work_verb_at(w, at + n)))
		n = 0;
	take_bodies(&found, n ? list : NULL);
	return n;
}

/* Words of the subject and its duties from AT on: leads, then who helps. */
static size_t read_subject(const struct words *w, size_t at, struct who *who)
{
	size_t n = chain_at(w, at, &who->leads);

	n = n ? n : unnamed_chain_at(w, at, &who->leads);
	n += n ? skip_unknown_bodies(w, at + n) : 0;
	return n ? n + skip_duties(w, at + n) : 0;
}

/* "UBND tỉnh chỉ đạo Sở Y tế …": of a body that has bodies below it; others are at work when they "chỉ đạo". */
static bool commands(const struct who *who)
{
	return who->leads.count == 1 && (who->leads.items[0].kind == AGENCY_PROVINCE || who->leads.items[0].kind == AGENCY_MINISTRY) &&
	       (!strncmp(who->leads.items[0].name, "UBND", strlen("UBND")) || !strcmp(who->leads.items[0].name, "Thủ tướng Chính phủ") ||
		!strcmp(who->leads.items[0].name, "Chính phủ"));
}

/* "đã", "vừa có công văn" before an order; 0 when none follows. */
static size_t passed_at(const struct words *w, size_t at)
{
	size_t n = phrase_at(w, at, "đã|vừa|cũng|tiếp");

	n += phrase_at(w, at + n, "có|ban|ký công|văn|thông|hành văn|bản|báo");
	return n && order_at(w, at + n) ? n : 0;
}

/* LIST becomes the leads; an emptied list still holds its memory. */
static void set_leads(struct who *who, struct agency_list *list)
{
	agency_list_release(&who->leads);
	who->leads = *list;
	*list = (struct agency_list){ 0 };
}

/* "UBND tỉnh giao Sở Y tế …": who is ordered, behind the N words of who orders; words taken, or N. */
static size_t read_ordered(const struct words *w, size_t at, size_t n, struct who *who)
{
	struct agency_list superior = who->leads;
	size_t order, more;

	/* "Chính phủ đã giao Bộ Xây dựng", "UBND tỉnh đã có công văn giao Sở Y tế" */
	if (n)
		n += passed_at(w, at + n);
	order = order_at(w, at + n);

	if (n && !order && commands(who))
		order = phrase_at(w, at + n, "chỉ đạo");
	if (!n || !order)
		return n;
	who->leads = (struct agency_list){ 0 };
	more = read_subject(w, at + n + order, who);
	if (more) {
		agency_list_release(&superior);
		return n + order + more;
	}
	set_leads(who, &superior);
	return n;
}

/* "Yêu cầu các đơn vị khai thác …": an order, and not to one by its name. */
static bool orders_several(const struct words *w, const struct who *who)
{
	bool several = word_is(w, 0, "yêu|đề") && order_at(w, 0);

	for (size_t i = 0; i < who->leads.count; i++)
		several = several && who->leads.items[i].kind == AGENCY_GROUP;
	return several;
}

/* "… để kiến nghị Cục Thủy lợi, Bộ Xây dựng xem xét": before the comma a list of bodies goes on. */
static bool ends_body(const struct words *w, size_t end)
{
	enum { LONGEST = 14 };
	bool ends = false;

	for (size_t n = 2; n <= LONGEST && n <= end && !ends; n++) {
		struct agency_mention_list found = { 0 };

		/* "theo chỉ đạo của UBND tỉnh, Sở Y tế …": there an opening ends. */
		ends = agency_mentions_at(w, end - n, &found) == n && !(end > n && word_is(w, end - n - 1, "của|tại|do"));
		agency_mention_list_release(&found);
	}
	return ends;
}

static size_t find_subject(const struct words *w, struct who *who)
{
	size_t at = order_at(w, 0), n;

	at += at && sign_is(w, at, ':') ? 1 : 0;
	n = read_subject(w, at, who);
	n = at ? n : read_ordered(w, 0, n, who);
	who->ordered = n && orders_several(w, who);
	if (n && may_be_subject(w, at + n))
		return at + n;
	agency_list_clear(&who->leads);
	if (!is_opening(w))
		return 0;
	for (at = 1; at < w->count && !ends_sentence(w, at); at++) {
		/* "thuộc chức năng, nhiệm vụ của Sở Nội vụ": that is no order to it. */
		if (!sign_is(w, at, ',') || ends_body(w, at) || phrase_at(w, at - 1, "năng , nhiệm vụ"))
			continue;
		n = order_at(w, at + 1);
		n += n ? read_subject(w, at + 1 + n, who) : read_ordered(w, at + 1, read_subject(w, at + 1, who), who);
		if (who->leads.count && may_be_subject(w, at + 1 + n) && has_letters_from(w, at + 1 + n))
			return at + 1 + n;
		agency_list_clear(&who->leads);
	}
	return 0;
}

static bool has_phrase(const struct words *w, const char *phrase)
{
	return phrase_next(w, 0, phrase) < w->count;
}

/* "… do Sở Y tế chủ trì", "giao Sở Y tế" in the middle of the text. */
static void find_lead_inside(const struct words *w, struct who *who)
{
	bool leads = has_phrase(w, "chủ trì") || has_phrase(w, "làm đầu mối");

	for (size_t at = 0; at < w->count && !who->leads.count; at++) {
		struct agency_list list = { 0 };
		size_t before = word_is(w, at, "do|giao") ? 1 : 0;
		bool beside = at && word_is(w, at - 1, "với|cùng");	/* "phối hợp với các cơ quan chủ trì" */
		size_t n = before || (leads && !beside) ? chain_at(w, at + before, &list) : 0;

		if (n && (phrase_at(w, at + before + n, "chủ trì") || phrase_at(w, at + before + n, "làm đầu mối") ||
			  (before && phrase_at(w, at + before + n, "thực hiện|tham|chịu|đảm|phụ")) ||
			  (before && word_is(w, at, "giao")))) {
			set_leads(who, &list);
			return;
		}
		at += n;
		agency_list_release(&list);
	}
}

/* "… . Sở Y tế thực hiện, xong …": a later sentence says who does it. */
static void find_lead_behind(const struct words *w, struct who *who)
{
	for (size_t at = 1; at + 1 < w->count && !who->leads.count; at++) {
		struct agency_list list = { 0 };
		size_t n;

		if (!ends_sentence(w, at - 1))
			continue;
		n = chain_at(w, at, &list);
		if (n && (phrase_at(w, at + n, "chủ trì") || phrase_at(w, at + n, "thực hiện|chịu|triển")))
			set_leads(who, &list);
		else
			agency_list_release(&list);
	}
	who->unsure = who->unsure || who->leads.count;
}

/* "(…; Quý III/2024)": what stands behind the bodies says when, and names nobody else. */
static bool names_nobody(const struct words *w, size_t from, size_t to)
{
	struct agency_mention_list found = { 0 };
	bool nobody;

	for (size_t at = from; at < to && !found.count; at++)
		agency_mentions_at(w, at, &found);
	nobody = !found.count;
	agency_mention_list_release(&found);
	return nobody;
}

/* "… (Sở Y tế)" at the end, maybe with a time: "(Sở Y tế; tháng 9)". */
static void find_lead_in_brackets(const struct words *w, struct who *who)
{
	size_t end = w->count;

	while (end && word_is(w, end - 1, ".|;|/"))
		end--;
	if (!end || !sign_is(w, end - 1, ')'))
		return;
	for (size_t at = end - 1; at-- > 0;) {
		struct agency_list list = { 0 };
		size_t behind;

		if (!sign_is(w, at, '('))
			continue;
		behind = at + 1 + chain_at(w, at + 1, &list);
		if (list.count && (behind == end - 1 ||
				   (word_is(w, behind, ";|,|-") && names_nobody(w, behind + 1, end - 1)))) {
			set_leads(who, &list);
			who->unsure = true;
		} else {
			agency_list_release(&list);
		}
		return;
	}
}

static void add_coordinating(struct who *who, const struct agency_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (!agency_list_has_name(&who->leads, list->items[i].name, list->items[i].kind))
			agency_list_add_name(&who->coordinating, list->items[i].name, list->items[i].kind);
}

static void find_coordinating(const struct words *w, struct who *who)
{
	if (!has_phrase(w, "phối hợp"))
		return;
	for (size_t at = 0; at < w->count; at++) {
		struct agency_list list = { 0 };
		size_t n = together_at(w, at);

		if (n) {
			n += sign_is(w, at + n, ':') ? 1 : 0;
			n += helpers_at(w, at + n, &list);
			at += n - 1;
		} else if (who->leads.count && at && word_is(w, at - 1, ",|;|.")) {
			/* "…, các sở, ngành phối hợp thực hiện" */
			n = chain_at(w, at, &list);
			if (!n || !together_at(w, at + n))
				agency_list_clear(&list);
			at += n ? n - 1 : 0;
		}
		add_coordinating(who, &list);
		agency_list_release(&list);
	}
}

static void find_via(const struct words *w, struct who *who)
{
	static const char through[] = "thông? qua";

	for (size_t at = 0; (at = phrase_next(w, at, through)) < w->count && !who->via; at++) {
		struct agency_mention_list found = { 0 };

		if (agency_mentions_at(w, at + phrase_at(w, at, through), &found))
			who->via = xstrdup(found.items[0].name);
		agency_mention_list_release(&found);
	}
}

void who_read(const char *text, struct who *out)
{
	struct words w = WORDS_INIT;
	size_t work;

	who_release(out);
	words_split(text, strlen(text), &w);
	work = find_subject(&w, out);
	if (!work && phrase_at(&w, 0, "chủ trì"))	/* below a body's heading */
		work = skip_duties(&w, 0);
	out->work = work ? word_start(&w, work) : 0;
	out->only_bodies = out->leads.count && !has_letters_from(&w, work);
	if (!out->leads.count)
		find_lead_inside(&w, out);
	if (!out->leads.count)
		find_lead_in_brackets(&w, out);
	if (!out->leads.count)
		find_lead_behind(&w, out);
	find_coordinating(&w, out);
	find_via(&w, out);
	words_release(&w);
}
