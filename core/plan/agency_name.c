#include "core/plan/agency_name.h"

#include <string.h>

#include "core/plan/verb.h"
#include "core/viet/viet.h"

/* How the words behind the head of a name go on. */
enum tail {
	TAIL_NONE,		/* "Công an", then a territory */
	TAIL_SECTOR,		/* "Sở Văn hóa, Thể thao và Du lịch" */
	TAIL_LONG,		/* "Ban quản lý khu kinh tế cửa khẩu": small letters, too */
	TAIL_PLACE,		/* "Báo" and the name of a place */
	TAIL_BODY,		/* "Văn phòng" and another body, or a sector */
};

struct head {
	const char *pattern;
	enum agency_kind kind;
	enum tail tail;
	bool capital;		/* a common word, too: only a capital makes it a head */
};

/*
 * The longer pattern stands before the shorter one that it begins with. All
 * alternatives of a first word begin with the same byte: head_at() counts on it.
 */
static const struct head heads[] = {
	{ "ubnd", AGENCY_PROVINCE, TAIL_NONE, false },
	{ "ủy ban nhân dân", AGENCY_PROVINCE, TAIL_NONE, false },
	{ "thủ tướng chính phủ", AGENCY_MINISTRY, TAIL_NONE, false },
	{ "chủ tịch nước", AGENCY_MINISTRY, TAIL_NONE, false },
	{ "ủy ban thường vụ quốc hội", AGENCY_MINISTRY, TAIL_NONE, false },
	{ "quốc hội", AGENCY_MINISTRY, TAIL_NONE, true },
	{ "bộ chính trị", AGENCY_PARTY, TAIL_NONE, true },
	{ "ban bí thư", AGENCY_PARTY, TAIL_NONE, true },
	{ "chính phủ", AGENCY_MINISTRY, TAIL_NONE, true },
	{ "thanh tra chính phủ", AGENCY_MINISTRY, TAIL_NONE, true },
	{ "kiểm toán nhà nước", AGENCY_MINISTRY, TAIL_NONE, true },
	{ "ban thường vụ", AGENCY_PARTY, TAIL_BODY, true },
	{ "ban chấp hành", AGENCY_PARTY, TAIL_BODY, true },
	{ "tỉnh|thành|thị ủy", AGENCY_PARTY, TAIL_NONE, false },
	{ "huyện ủy", AGENCY_PARTY, TAIL_NONE, false },
	{ "quận ủy", AGENCY_PARTY, TAIL_NONE, false },
	{ "đảng bộ", AGENCY_PARTY, TAIL_NONE, true },
	{ "đảng ủy", AGENCY_PARTY, TAIL_BODY, false },
	{ "ủy ban kiểm tra", AGENCY_PARTY, TAIL_BODY, false },
	{ "cơ quan ủy ban kiểm tra", AGENCY_PARTY, TAIL_BODY, true },
	{ "cơ quan ủy ban mặt trận tổ quốc", AGENCY_PARTY, TAIL_NONE, true },
	{ "cơ quan ủy ban mttq", AGENCY_PARTY, TAIL_NONE, true },
	{ "cơ quan thường trực", AGENCY_OTHER, TAIL_BODY, true },
	{ "thường trực hội đồng nhân dân", AGENCY_PROVINCE, TAIL_NONE, false },
	{ "thường trực hđnd", AGENCY_PROVINCE, TAIL_NONE, false },
	{ "hội đồng nhân dân", AGENCY_PROVINCE, TAIL_NONE, false },
	{ "hđnd", AGENCY_PROVINCE, TAIL_NONE, false },
	{ "đoàn đại biểu quốc hội", AGENCY_PROVINCE, TAIL_NONE, false },
	{ "đoàn đbqh", AGENCY_PROVINCE, TAIL_NONE, false },
	{ "sở", AGENCY_DEPARTMENT, TAIL_SECTOR, false },
	{ "trung tâm phục vụ hành chính công", AGENCY_OTHER, TAIL_NONE, true },
	{ "trung tâm hành chính công", AGENCY_OTHER, TAIL_NONE, true },
	{ "văn phòng", AGENCY_DEPARTMENT, TAIL_BODY, true },
	{ "vp", AGENCY_DEPARTMENT, TAIL_BODY, true },
	{ "thanh tra", AGENCY_DEPARTMENT, TAIL_NONE, true },
	{ "ban quản lý", AGENCY_DEPARTMENT, TAIL_LONG, true },
	{ "ban qlda", AGENCY_DEPARTMENT, TAIL_LONG, true },
	{ "ban chỉ huy|đạo", AGENCY_DEPARTMENT, TAIL_LONG, true },
	{ "ban tổ|tuyên|dân|nội chức|giáo|vận|chính", AGENCY_PARTY, TAIL_BODY, true },
	{ "bql", AGENCY_DEPARTMENT, TAIL_LONG, false },
	{ "ban vì sự tiến bộ của? phụ nữ", AGENCY_OTHER, TAIL_NONE, true },
	{ "ban #", AGENCY_OTHER, TAIL_NONE, true },		/* of a contest, of a camp */
	{ "ban", AGENCY_DEPARTMENT, TAIL_SECTOR, true },
	{ "bch quân sự|đội", AGENCY_VERTICAL, TAIL_NONE, false },
	{ "bộ chỉ huy", AGENCY_VERTICAL, TAIL_SECTOR, true },
	{ "bộ tư lệnh", AGENCY_VERTICAL, TAIL_SECTOR, true },
	{ "bộ chqs", AGENCY_VERTICAL, TAIL_NONE, true },
	{ "bộ đội biên phòng", AGENCY_VERTICAL, TAIL_NONE, true },
	{ "bộ phận", AGENCY_OTHER, TAIL_SECTOR, true },
	{ "bộ", AGENCY_MINISTRY, TAIL_SECTOR, true },
	{ "vụ", AGENCY_MINISTRY, TAIL_SECTOR, true },
	{ "công an", AGENCY_VERTICAL, TAIL_NONE, true },
	{ "thi hành án dân sự", AGENCY_VERTICAL, TAIL_NONE, true },
	{ "thuế", AGENCY_VERTICAL, TAIL_NONE, true },
	{ "hải quan", AGENCY_VERTICAL, TAIL_NONE, true },
	{ "thống kê", AGENCY_VERTICAL, TAIL_NONE, true },
	{ "kho bạc nhà nước", AGENCY_VERTICAL, TAIL_NONE, true },
	{ "bảo hiểm xã hội", AGENCY_VERTICAL, TAIL_NONE, true },
	{ "ngân hàng nhà nước", AGENCY_VERTICAL, TAIL_LONG, true },
	{ "ngân hàng chính sách xã hội", AGENCY_VERTICAL, TAIL_LONG, true },
	{ "tòa án nhân dân", AGENCY_VERTICAL, TAIL_NONE, true },
	{ "viện kiểm sát nhân dân", AGENCY_VERTICAL, TAIL_NONE, true },
	{ "bđbp|bhxh", AGENCY_VERTICAL, TAIL_NONE, false },
	{ "kbnn", AGENCY_VERTICAL, TAIL_NONE, false },
	{ "nhnn", AGENCY_VERTICAL, TAIL_NONE, false },
	{ "tand", AGENCY_VERTICAL, TAIL_NONE, false },
	{ "vksnd", AGENCY_VERTICAL, TAIL_NONE, false },
	{ "tổng cục", AGENCY_MINISTRY, TAIL_SECTOR, true },
	{ "tổng liên đoàn lao động", AGENCY_PARTY, TAIL_NONE, true },
	{ "chi cục", AGENCY_OTHER, TAIL_SECTOR, true },
	{ "cục", AGENCY_VERTICAL, TAIL_SECTOR, true },
	{ "đài phát thanh và|-|,? truyền hình", AGENCY_PRESS, TAIL_NONE, true },
	{ "đài pt - th", AGENCY_PRESS, TAIL_NONE, true },
	{ "đài truyền thanh|hình", AGENCY_PRESS, TAIL_NONE, true },
	{ "đài", AGENCY_PRESS, TAIL_SECTOR, true },
	{ "cổng thông tin điện tử", AGENCY_PRESS, TAIL_NONE, false },
	{ "cổng ttđt", AGENCY_PRESS, TAIL_NONE, false },
	{ "trang thông tin điện tử", AGENCY_PRESS, TAIL_NONE, false },
	{ "trang ttđt", AGENCY_PRESS, TAIL_NONE, false },
	{ "báo và đài? phát thanh và|-|,? truyền hình", AGENCY_PRESS, TAIL_NONE, true },
	{ "báo", AGENCY_PRESS, TAIL_PLACE, true },
	{ "tạp chí", AGENCY_PRESS, TAIL_SECTOR, true },
	{ "ủy ban mặt trận tổ quốc", AGENCY_PARTY, TAIL_NONE, false },
	{ "ủy ban mttq", AGENCY_PARTY, TAIL_NONE, false },
	{ "ủy ban trung ương mặt trận tổ quốc", AGENCY_PARTY, TAIL_NONE, false },
	{ "ủy ban trung ương mttq", AGENCY_PARTY, TAIL_NONE, false },
	{ "ủy ban bầu cử", AGENCY_OTHER, TAIL_NONE, true },
	{ "ủy ban", AGENCY_MINISTRY, TAIL_SECTOR, true },
	{ "ubmttq", AGENCY_PARTY, TAIL_NONE, false },
	{ "mttq", AGENCY_PARTY, TAIL_NONE, false },
	{ "mặt trận tổ quốc", AGENCY_PARTY, TAIL_NONE, false },
	{ "liên đoàn lao động", AGENCY_PARTY, TAIL_NONE, false },
	{ "liên đoàn", AGENCY_PARTY, TAIL_SECTOR, true },
	{ "liên minh hợp tác xã", AGENCY_PARTY, TAIL_NONE, false },
	{ "liên hiệp", AGENCY_PARTY, TAIL_LONG, true },
	{ "hiệp hội", AGENCY_PARTY, TAIL_LONG, true },
	{ "hội đồng tuyển|xét|thẩm|nghiệm sinh|tuyển|định|thu", AGENCY_OTHER, TAIL_NONE, true },
	{ "hội đồng", AGENCY_OTHER, TAIL_LONG, true },
	{ "hội", AGENCY_PARTY, TAIL_SECTOR, true },
	{ "tỉnh|thành đoàn", AGENCY_PARTY, TAIL_NONE, true },
	{ "huyện đoàn", AGENCY_PARTY, TAIL_NONE, true },
	{ "trung ương đoàn tncs hồ chí minh", AGENCY_PARTY, TAIL_NONE, true },
	{ "trung ương đoàn", AGENCY_PARTY, TAIL_NONE, true },
	{ "trung ương hội", AGENCY_PARTY, TAIL_SECTOR, true },
	{ "đoàn thanh niên", AGENCY_PARTY, TAIL_SECTOR, true },
	{ "đoàn tncs", AGENCY_PARTY, TAIL_SECTOR, true },
	{ "trường", AGENCY_OTHER, TAIL_SECTOR, true },
	{ "học viện", AGENCY_OTHER, TAIL_SECTOR, true },
	{ "viện", AGENCY_OTHER, TAIL_SECTOR, true },
	{ "bệnh viện", AGENCY_OTHER, TAIL_SECTOR, true },
	{ "trung tâm", AGENCY_OTHER, TAIL_SECTOR, true },
	{ "phòng", AGENCY_OTHER, TAIL_SECTOR, true },
	{ "quỹ", AGENCY_OTHER, TAIL_SECTOR, true },
	{ "hạt kiểm lâm", AGENCY_OTHER, TAIL_NONE, true },
	{ "trạm kiểm lâm", AGENCY_OTHER, TAIL_NONE, true },
	{ "kiểm lâm địa bàn", AGENCY_OTHER, TAIL_NONE, true },
	{ "công chức", AGENCY_OTHER, TAIL_SECTOR, false },
	{ "điện lực", AGENCY_OTHER, TAIL_NONE, true },
	{ "bưu điện", AGENCY_OTHER, TAIL_NONE, true },
	{ "viễn thông", AGENCY_OTHER, TAIL_NONE, true },
	{ "tổng công ty", AGENCY_OTHER, TAIL_LONG, true },
	{ "công ty", AGENCY_OTHER, TAIL_LONG, true },
	{ "công đoàn", AGENCY_PARTY, TAIL_NONE, true },
	{ "khối dân vận", AGENCY_PARTY, TAIL_NONE, true },
	{ "chi bộ", AGENCY_PARTY, TAIL_LONG, true },
	{ "tổ công tác", AGENCY_OTHER, TAIL_LONG, true },
};

/* Nouns that stand in a collective: "các sở, ban, ngành". */
enum noun {
	NOUN_NONE,
	NOUN_DEPARTMENT,
	NOUN_MINISTRY,
	NOUN_OFFICE,		/* of a district */
	NOUN_UNIT,
	NOUN_PRESS,
	NOUN_LOCALITY,
	NOUN_FOLLOWER,		/* behind others; alone only with "các": "đoàn thể" */
	NOUN_PARTY_BOARD,
	NOUN_PARTY_CELL,
	NOUN_COMPANY,
	NOUN_VILLAGE,
	NOUN_PROVINCE,
	NOUN_DISTRICT,
	NOUN_COMMUNE,
	NOUN_COUNT,
};

static const struct {
	const char *pattern;
	enum noun noun;
} nouns[] = {
	{ "cơ quan ngang bộ", NOUN_MINISTRY }, { "cơ quan thuộc chính phủ", NOUN_MINISTRY },
	{ "cơ quan ngang sở", NOUN_DEPARTMENT }, { "cơ quan chuyên môn", NOUN_DEPARTMENT },
	{ "ban xây? dựng? đảng", NOUN_PARTY_BOARD }, { "chi|đảng bộ", NOUN_PARTY_CELL },
	{ "bộ phận", NOUN_UNIT },
	{ "tập đoàn kinh? tế?", NOUN_COMPANY }, { "tổng công ty", NOUN_COMPANY },
	{ "bộ", NOUN_MINISTRY }, { "sở|ban|ngành", NOUN_DEPARTMENT }, { "phòng", NOUN_OFFICE },
	{ "cơ quan thông tấn ,|và? báo chí", NOUN_PRESS }, { "cơ quan báo|truyền chí|thông", NOUN_PRESS },
	{ "cơ quan", NOUN_UNIT }, { "đơn vị", NOUN_UNIT }, { "địa phương", NOUN_LOCALITY },
	{ "chính quyền địa phương", NOUN_LOCALITY },
	{ "đoàn thể", NOUN_FOLLOWER }, { "hội đoàn? thể?", NOUN_FOLLOWER },
	{ "tổ chức chính trị - xã hội", NOUN_FOLLOWER }, { "tổ chức thành viên", NOUN_FOLLOWER },
	{ "tổ chức", NOUN_FOLLOWER },
	{ "tỉnh", NOUN_PROVINCE }, { "huyện|quận", NOUN_DISTRICT }, { "thị xã", NOUN_DISTRICT },
	{ "thành phố", NOUN_DISTRICT }, { "thị trấn", NOUN_COMMUNE }, { "xã|phường", NOUN_COMMUNE },
	{ "đặc khu", NOUN_COMMUNE }, { "thôn|ấp|xóm|khóm", NOUN_VILLAGE }, { "tổ dân phố", NOUN_VILLAGE },
	{ "khu|khối phố", NOUN_VILLAGE }, { "khu dân cư", NOUN_VILLAGE }, { "bản|buôn|làng", NOUN_VILLAGE },
};

static const char *const collective_names[NOUN_COUNT] = {
	[NOUN_DEPARTMENT] = "các Sở, Ban, ngành",
	[NOUN_MINISTRY] = "các Bộ, ngành",
	[NOUN_OFFICE] = "các phòng, ban, ngành",
	[NOUN_UNIT] = "các cơ quan, đơn vị",
	[NOUN_PRESS] = "các cơ quan báo chí",
	[NOUN_LOCALITY] = "các địa phương",
	[NOUN_FOLLOWER] = "các đoàn thể, tổ chức chính trị - xã hội",
	[NOUN_PARTY_BOARD] = "các ban Đảng",
	[NOUN_PARTY_CELL] = "các chi bộ, đảng bộ",
	[NOUN_COMPANY] = "các tập đoàn, tổng công ty",
	[NOUN_VILLAGE] = "các thôn, tổ dân phố",
	[NOUN_PROVINCE] = "UBND các tỉnh, thành phố",
	[NOUN_DISTRICT] = "UBND các huyện, thành phố",
	[NOUN_COMMUNE] = "UBND các xã, phường, thị trấn",
};

/* Persons at the head of a body. "chánh" and "trưởng" share a word with it: "Chánh Văn phòng". */
static const char *const persons[] = {
	"phó? tổng? giám đốc", "phó? thủ trưởng", "thứ trưởng", "phó? chủ nhiệm", "phó thủ tướng", "thủ tướng", "phó? chủ tịch", "lãnh đạo", "người đứng đầu", "phó? cục trưởng",
	"phó? chi cục trưởng", "bộ trưởng", "tổng biên tập", "chỉ huy trưởng", "bí thư", "viện trưởng",
	"hiệu trưởng", "chánh án", "chánh", "trưởng", "thủ trưởng", "tổ trưởng", NULL,
};

/* Words that go on with the sentence: never the second half of a name. */
static const char not_in_names[] =
	"và|các|căn|theo|để|với|tại|trong|trên|từ|đến|về|cho|của|khi|nếu|như|vào|này|đó|mình|thuộc|rằng|thì|mà|nhằm|qua|"
	"cùng|hoặc|phối|chủ|hằng|hàng|tự|do";

/* Small-letter words that end the name of a sector though a whole pair stands before them. */
static const char *const sector_ends[] = {
	"vận tải", "nông thôn", "thực phẩm", "nhà nước", "nhân dân", "môi trường", "truyền hình", "chiến binh",
	"cao tuổi", "binh", "đỏ", "tuổi", "quốc tế", "hành chính", "địa phương", "cán bộ", NULL,
};

/* First halves that say nothing without what follows, often written small: "Kiểm soát bệnh tật". */
static const char *const open_sectors[] = {
	"an toàn", "bảo hiểm", "bảo tồn", "bảo trợ", "bảo vệ", "biến đổi", "cảnh sát", "cải cách", "chăm sóc", "chất lượng",
	"chiến lược", "chính sách", "chuyển đổi", "công nghệ", "công tác", "cung ứng", "cứu hộ", "dịch vụ", "dự án", "đào tạo", "đăng ký",
	"điều hành", "điều tra", "giám định", "giáo dục", "giống", "hợp tác", "hỗ trợ", "khai thác", "khoa học", "kiểm dịch",
	"kiểm định", "kiểm nghiệm", "kiểm soát", "kinh tế", "kỹ thuật", "nghiên cứu", "phát triển", "phòng chống",
	"phòng , chống", "phục vụ", "quan trắc", "quản lý", "quy hoạch", "thông tin", "tìm kiếm", "tổ chức", "tư vấn", "truyền thông",
	"trợ giúp", "ứng dụng", "viễn thám", "xúc tiến", "khí tượng", NULL,
};

/* What follows them and has a verb's look, or more words than two. */
static const char *const objects[] = {
	"dự án đầu tư xây? dựng?", "các công trình", "các khu công nghiệp", "các dự án", "đầu tư xây dựng", "thiên tai và tìm kiếm cứu nạn", "an toàn thực phẩm", "tài nguyên nước", "môi trường nước",
	"vệ sinh an toàn thực phẩm", "ô nhiễm môi trường", "tìm kiếm cứu nạn", "kiểm nghiệm thuốc", "bồi dưỡng chính trị",
	"giao thông", "đầu tư thương? mại?", "phát triển", "thông tin dữ liệu", "thông tin điện tử", "công nghệ thông tin", "số", "chất lượng nông lâm sản và? thủy? sản?", "thị trường", NULL,
};

/* Sectors that nobody takes for anything else, however they are written. */
static const char *const known_sectors[] = {
	"nội vụ", "tư pháp", "tài chính - kế hoạch", "tài chính và? kế? hoạch?", "kế hoạch và đầu tư", "giáo dục và|- đào tạo", "giáo dục",
	"y tế", "văn hóa - thông tin", "văn hóa và thông tin", "văn hóa - xã hội", "văn hóa", "kinh tế và|- hạ tầng",
	"kinh tế", "nông nghiệp và|& phát triển nông thôn", "nông nghiệp và|& môi trường", "nông nghiệp", "tài nguyên và|& môi trường",
	"lao động ,|- thương binh và|& xã hội", "dân tộc", "công thương", "quản lý đô thị", "kiểm lâm", "thú y", "chăn nuôi và thú y",
	"quản lý thị trường", "bảo vệ thực vật", "trồng trọt và bảo vệ thực vật", "thủy sản", "thủy lợi", "y tế dự phòng",
	"dịch vụ việc làm", "khuyến nông", "khuyến công", "dân số", NULL,
};

/* Second halves of double names, which some write small: "Thông tin và truyền thông". */
static const char *const second_sectors[] = {
	"truyền thông", "chính sách", "thú y", "bảo vệ thực vật", "đa dạng sinh học", "biến đổi khí hậu", "thông tin dữ liệu", "kiểm nghiệm", "đầu tư", "đào tạo", "công nghệ", "môi trường", "xã hội", "du lịch", "thể thao", "thể dục",
	"tôn giáo", "tư tưởng", "truyền hình", "gia đình", "phát triển nông thôn", "thương binh", "khen thưởng",
	"ptnt", "tb", "tbxh", NULL,
};

/* --- small questions about words ---------------------------------------- */

static bool is_letters(const struct words *w, size_t at)
{
	return at < w->count && w->items[at].kind == WORD_LETTERS;
}

static bool is_capital(const struct words *w, size_t at)
{
	return is_letters(w, at) && w->items[at].capital;
}

/* In a line of capitals only the commonest small words can be told from a name's. */
static bool is_name_word(const struct words *w, size_t at)
{
	return is_capital(w, at) &&
	       !(w->items[at].all_capitals && word_is(w, at, "chủ|phối|và|các|có|do|với|của|được|tại|về|cho"));
}

/* "PTNT", "KH": capitals without a vowel are initials, not a syllable. */
static bool is_initials(const struct words *w, size_t at)
{
	const struct word *word;

	if (!is_letters(w, at) || !w->items[at].all_capitals)
		return false;
	word = &w->items[at];
	if (word->end - word->start < 2)
		return false;
	for (size_t i = word->start; i < word->end; i++) {
		if (!strncmp(w->text + i, "Đ", strlen("Đ")))
			i++;
		else if ((unsigned char)w->text[i] >= 0x80 || strchr("AEIOUY", w->text[i]))
			return false;
	}
	return true;
}

/* "UBND", "Ủy ban nhân dân": words taken. */
static size_t committee_at(const struct words *w, size_t at)
{
	size_t n = phrase_at(w, at, "ubnd");

	return n ? n : phrase_at(w, at, "ủy ban nhân dân");
}

static size_t level_at(const struct words *w, size_t at);

/* "phòng giáo dục", "công an xã": words written small that can be nothing else. */
static bool is_plain_at(const struct words *w, size_t at, size_t n)
{
	if (word_is(w, at, "phòng|chi"))
		return any_phrase_at(w, at + n, known_sectors) != 0;
	return phrase_at(w, at, "công an") && level_at(w, at + n);
}

static const struct head *head_at(const struct words *w, size_t at, size_t *taken)
{
	for (size_t i = 0, n; (i = PHRASE_ROW_AT(w, at, heads, i, &n)) < sizeof heads / sizeof *heads; i++) {
		/* "Trưởng phòng Nội vụ", "Chánh văn phòng": behind its person a body may be written small. */
		if (heads[i].capital && !is_capital(w, at) && !(at && word_is(w, at - 1, "trưởng|chánh")) &&
		    !is_plain_at(w, at, n))
			continue;
		*taken = n;
		return &heads[i];
	}
	return NULL;
}

static enum noun noun_at(const struct words *w, size_t at, size_t *taken)
{
	size_t i = PHRASE_ROW_AT(w, at, nouns, 0, taken);

	/* "bản" and its like are common words; behind a comma they go on a list. */
	if (*taken && word_is(w, at, "bản|buôn|làng") && !(at && word_is(w, at - 1, ",|và")))
		*taken = 0;
	return *taken ? nouns[i].noun : NOUN_NONE;
}

/* The commonest family names: behind the head of a body they begin the name of its person. */
static bool is_surname(const struct words *w, size_t at)
{
	return word_is(w, at, "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|bùi|đỗ|ngô|dương") && is_capital(w, at) &&
	       !w->items[at].all_capitals;
}

static bool begins_a_body(const struct words *w, size_t at)
{
	size_t n;

	return head_at(w, at, &n) || agency_person_at(w, at) || word_is(w, at, "các|những") || noun_at(w, at, &n);
}

/* The name is over: the sentence goes on, or what the body does begins. */
static bool ends_name(const struct words *w, size_t at)
{
	return word_is(w, at, not_in_names) || work_verb_at(w, at);
}

/* --- the tail of a name ------------------------------------------------- */

/* "Hữu Lũng", "Bà Rịa - Vũng Tàu", "Lạng sơn": words taken. */
static size_t place_at(const struct words *w, size_t at)
{
	size_t n = 0;

	while (n < 4 && is_name_word(w, at + n) &&
	       !(n && begins_a_body(w, at + n) && !phrase_at(w, at + n - 1, "hải phòng")))
		n++;
	if (n == 1 && is_letters(w, at + 1) && !is_capital(w, at + 1) && !ends_name(w, at + 1))
		n = 2;
	if (n && sign_is(w, at + n, '-') && is_name_word(w, at + n + 1) && is_name_word(w, at + n + 2) &&
	    !begins_a_body(w, at + n + 1))
		n += 3;
	return n;
}

/* The words that say of what level a body is: "tỉnh", "Việt Nam thành phố". */
static size_t level_at(const struct words *w, size_t at)
{
	static const char *const levels[] = {
		"tỉnh", "thành phố", "tp", "thị xã", "thị trấn", "huyện|quận|xã|phường", "cấp tỉnh|huyện|xã", "trung ương",
		NULL,
	};
	size_t n = phrase_at(w, at, "việt nam");

	return phrase_at(w, at + n, "xã|tỉnh|thành|huyện|quận hội|ủy|đoàn") ? n : n + any_phrase_at(w, at + n, levels);
}

/* A level and the name of a place: "tỉnh", "huyện Hữu Lũng". */
static size_t territory_at(const struct words *w, size_t at)
{
	size_t n = level_at(w, at);

	return n ? n + place_at(w, at + n) : 0;
}

/* Two words written small that go on with a name. */
static bool is_small_pair(const struct words *w, size_t at)
{
	return is_letters(w, at) && is_letters(w, at + 1) && !is_capital(w, at) && !is_capital(w, at + 1) &&
	       !ends_name(w, at) && !ends_name(w, at + 1) && !level_at(w, at) && !level_at(w, at + 1);
}

/* What the N words of a sector at AT still lack: "bệnh tật" behind "Kiểm soát". */
static size_t sector_end_at(const struct words *w, size_t at, size_t n)
{
	size_t more = any_phrase_at(w, at + n, sector_ends);

	size_t object;

	if (more || n < 2 || !any_phrase_at(w, at + n - 2, open_sectors))
		return more;
	object = any_phrase_at(w, at + n, objects);
	object = object ? object : is_small_pair(w, at + n) ? 2 : 0;
	return object ? object + sector_end_at(w, at, n + object) : 0;
}

/* "Nội vụ", "Công Thương", "LĐTB&XH", "Phát triển nông thôn": one part of a sector's name. */
static size_t sector_unit_at(const struct words *w, size_t at)
{
	size_t n = 0;

	if (is_initials(w, at)) {
		/* "VH,TT&DL" */
		for (n = 1; word_is(w, at + n, "&|-|,") && !w->items[at + n].spaced && is_initials(w, at + n + 1) &&
			    !(sign_is(w, at + n, ',') && w->items[at + n + 1].spaced);)
			n += 2;
		return n;
	}
	/* Names go in pairs of syllables: the second one of a pair begins nothing new. */
	while (is_name_word(w, at + n) && !(n && is_initials(w, at + n)) &&
	       !(n && n % 2 == 0 && (begins_a_body(w, at + n) || is_surname(w, at + n))) &&
	       !(n && w->items[at + n].all_capitals && level_at(w, at + n)))
		n++;
	if (n % 2 && is_letters(w, at + n) && !is_capital(w, at + n) && !ends_name(w, at + n))
		n++;
	return n ? n + sector_end_at(w, at, n) : 0;
}

/* "nội vụ" behind a capital "Sở": somebody wrote it small. */
static size_t small_sector_at(const struct words *w, size_t at)
{
	return is_small_pair(w, at) && !word_is(w, at, "hữu|dĩ") ? 2 + sector_end_at(w, at, 2) : 0;
}

/*
 * A sector of several parts. `&`, "và" and a dash go on with it before any
 * further name, a comma only before the second half of a double name. In a LIST
 * "và" does so as well, since it may also stand before the list's last name.
 */
static size_t sector_at(const struct words *w, size_t at, bool list)
{
	size_t n = sector_unit_at(w, at);

	while (n) {
		size_t second, unit;

		if (is_name_word(w, at + n) && !begins_a_body(w, at + n) && !is_surname(w, at + n)) {
			n += sector_unit_at(w, at + n);
			continue;
		}
		if (!word_is(w, at + n, "và|&|-|,"))
			break;
		second = any_phrase_at(w, at + n + 1, second_sectors);
		if (!second && (sign_is(w, at + n, ',') || list || begins_a_body(w, at + n + 1)))
			break;
		unit = sector_unit_at(w, at + n + 1);
		unit = unit > second ? unit : second;
		if (!unit || phrase_at(w, at + n + 1 + unit, "số"))		/* "và Kế hoạch số …" */
			break;
		n += 1 + unit + any_phrase_at(w, at + n + 1 + unit, sector_ends);
	}
	return n;
}

/* Words of any case, and numbers, until the sentence goes on. */
static size_t long_tail_at(const struct words *w, size_t at)
{
	enum { LONGEST = 12 };
	size_t n = 0;

	while (n < LONGEST && at + n < w->count && w->items[at + n].kind != WORD_SIGN && !territory_at(w, at + n) && !agency_person_at(w, at + n)) {
		size_t object = any_phrase_at(w, at + n, objects);

		/* "công trình Giao thông và Thủy lợi" */
		if (n > 1 && word_is(w, at + n, "và|&") && is_capital(w, at + n - 2) && is_name_word(w, at + n + 1) &&
		    !begins_a_body(w, at + n + 1))
			object = 2;
		if (!object && ends_name(w, at + n) && !(n == 0 && word_is(w, at, "các")))
			break;
		n += object ? object : 1;
	}
	return n;
}

/* The sector behind "Sở" in "Văn phòng Sở"; alone it means the one of the plan. */
static size_t sector_of_body_at(const struct words *w, size_t at)
{
	return is_name_word(w, at) ? sector_at(w, at, false) : 0;
}

static size_t body_tail_at(const struct words *w, size_t at)
{
	size_t taken, n = committee_at(w, at);
	const struct head *head;

	if (n)
		return n;
	head = head_at(w, at, &taken);
	if (!head)
		return level_at(w, at) ? 0 : sector_at(w, at, false);
	taken += head->tail == TAIL_SECTOR ? sector_of_body_at(w, at + taken) : 0;
	/* "Văn phòng HĐND và UBND huyện" is one body. */
	n = phrase_at(w, at + taken, "và hđnd");
	if (word_is(w, at, "hđnd|hội"))
		n = phrase_at(w, at + taken, "và|-|& ubnd") + phrase_at(w, at + taken, "và ủy ban nhân dân");
	return taken + n;
}

static size_t tail_at(const struct words *w, size_t at, const struct head *head)
{
	size_t n = 0;

	switch (head->tail) {
	case TAIL_NONE:
		break;
	case TAIL_SECTOR:
		n = sector_at(w, at, false);
		break;
	case TAIL_LONG:
		n = long_tail_at(w, at);
		break;
	case TAIL_PLACE:		/* "Báo Sơn Bình", but also "Báo Tài nguyên và Môi trường" */
		n = sector_at(w, at, false);
		n = n > 2 ? n : place_at(w, at);
		break;
	case TAIL_BODY:
		n = body_tail_at(w, at);
		break;
	}
	return n;
}

/* --- the canonical name ------------------------------------------------- */

static void add_word(const struct words *w, size_t at, bool capital, bool small, struct strbuf *out)
{
	const struct word *word = &w->items[at];
	const char *text = w->text + word->start;
	size_t length = word->end - word->start;
	struct strbuf lower = STRBUF_INIT;

	if (word_is(w, at, "ủy")) {		/* the one word of these names that is spelt in two ways */
		strbuf_add_text(out, capital || (word->capital && !small) ? "Ủy" : "ủy");
		return;
	}
	if (word->kind == WORD_LETTERS && small && !is_initials(w, at) && !word_is(w, at, "ubnd|hđnd|mttq")) {
		viet_lower(text, length, &lower);
		text = lower.text;
		length = lower.length;
	}
	if (capital)
		viet_capitalize(text, length, out);
	else
		strbuf_add(out, text, length);
	strbuf_release(&lower);
}

/*
 * Where a name that came in capitals has more of them than the shape says (Nghị định
 * 30/2020/NĐ-CP, Phụ lục II): what a body does begins with one, and so do proper names in it.
 */
static const struct {
	const char *pattern, *written;
} proper[] = {
	{ "công thương", "Công Thương" }, { "chính phủ", "Chính phủ" }, { "quốc hội", "Quốc hội" },
	{ "ngân hàng nhà nước", "Ngân hàng Nhà nước" }, { "kho bạc nhà nước", "Kho bạc Nhà nước" },
	{ "kiểm toán nhà nước", "Kiểm toán Nhà nước" }, { "bảo hiểm xã hội", "Bảo hiểm xã hội" },
	{ "chính sách xã hội", "Chính sách xã hội" }, { "việt nam", "Việt Nam" },
	{ "mặt trận tổ quốc", "Mặt trận Tổ quốc" }, { "liên đoàn lao động", "Liên đoàn Lao động" },
	{ "liên hiệp phụ nữ", "Liên hiệp Phụ nữ" }, { "liên minh hợp tác xã", "Liên minh Hợp tác xã" },
	{ "phát thanh và truyền hình", "Phát thanh và Truyền hình" }, { "chỉ huy quân sự", "Chỉ huy quân sự" },
	{ "bộ đội biên phòng", "Bộ đội Biên phòng" }, { "thông tin điện tử", "Thông tin điện tử" },
	{ "đại biểu quốc hội", "Đại biểu Quốc hội" }, { "hồ chí minh", "Hồ Chí Minh" },
	{ "ban quản lý khu", "Ban Quản lý Khu" }, { "ban quản lý", "Ban Quản lý" },
	{ "ban chấp hành", "Ban Chấp hành" }, { "ban thường vụ", "Ban Thường vụ" }, { "ban tổ chức", "Ban Tổ chức" },
	{ "ban tuyên giáo", "Ban Tuyên giáo" }, { "ban dân vận", "Ban Dân vận" }, { "ban nội chính", "Ban Nội chính" },
};

/* The words of a proper name at AT; appends it as it is written. */
static size_t add_proper(const struct words *w, size_t at, struct strbuf *out)
{
	size_t n, i = PHRASE_ROW_AT(w, at, proper, 0, &n);

	if (n)
		strbuf_add_text(out, proper[i].written);
	return n;
}

/*
 * Words FROM to TO as one name. The parts of a sector's name, which begins at
 * SECTOR, and every word from PLACE on begin with a capital; what is all in
 * capitals gets small letters otherwise.
 */
static char *name_of(const struct words *w, size_t from, size_t sector, size_t place, size_t to)
{
	struct strbuf name = STRBUF_INIT;
	bool shout = true, part_begins = false;

	for (size_t i = from; i < to; i++)
		if (is_letters(w, i) && !w->items[i].all_capitals)
			shout = false;
	for (size_t i = from; i < to;) {
		size_t committee = committee_at(w, i), taken;
		bool capital = i == from || i == sector || i >= place || (i > sector && part_begins);

		if (w->items[i].spaced && i > from)
			strbuf_add_char(&name, ' ');
		if (committee) {
			strbuf_add_text(&name, "UBND");
			i += committee;
			part_begins = false;
			continue;
		}
		taken = shout ? add_proper(w, i, &name) : 0;
		if (taken) {
			i += taken;
			continue;
		}
		add_word(w, i, capital, shout || (i >= place && w->items[i].all_capitals), &name);
		part_begins = word_is(w, i, "và|,|-|&");
		i++;
	}
	return strbuf_detach(&name);
}

static void add_mention(const struct words *w, size_t from, size_t to, char *name, enum agency_kind kind,
			struct agency_mention_list *out)
{
	struct agency_mention mention = {
		.start = w->items[from].start, .end = w->items[to - 1].end, .name = name, .kind = kind,
	};

	agency_mention_list_add(out, &mention);
}

static size_t named_at(const struct words *w, size_t at, struct agency_mention_list *out);

static bool is_named(const struct words *w, size_t at)
{
	struct agency_mention_list found = { 0 };
	bool named = named_at(w, at, &found) != 0;

	agency_mention_list_release(&found);
	return named;
}

/* --- collectives -------------------------------------------------------- */

static bool goes_on(enum noun first, enum noun next)
{
	switch (first) {
	case NOUN_DEPARTMENT:
	case NOUN_OFFICE:
	case NOUN_MINISTRY:
		return next == first || next == NOUN_DEPARTMENT || next == NOUN_UNIT || next == NOUN_FOLLOWER;
	case NOUN_UNIT:
		return next == first || next == NOUN_LOCALITY || next == NOUN_FOLLOWER;
	case NOUN_PROVINCE:
		return next == first || next == NOUN_DISTRICT;
	default:
		return next == first;
	}
}

/* "Sở Y tế" in a list that begins with "các ban": named, and no noun of it. */
static bool is_one_of_its_kind(const struct words *w, size_t at, enum noun noun, size_t taken)
{
	return noun == NOUN_COMPANY ? is_name_word(w, at + taken) : is_named(w, at);
}

/* Words of a list of nouns of one kind; COUNT gets how many nouns. */
static size_t noun_list_at(const struct words *w, size_t at, enum noun *first, size_t *count)
{
	size_t n;

	*count = 0;
	*first = noun_at(w, at, &n);
	if (*first == NOUN_NONE)
		return 0;
	for (*count = 1;; (*count)++) {
		size_t skip = word_is(w, at + n, ",|và|/|-") ? 1 : 0, taken;
		enum noun next;

		if (skip && sign_is(w, at + n, ',') && word_is(w, at + n + 1, "và"))
			skip++;
		bool again = skip && word_is(w, at + n + skip, "các");

		skip += again;
		next = noun_at(w, at + n + skip, &taken);
		/* "các sở, ngành và các cơ quan chức năng": two collectives. */
		if (again && next == NOUN_UNIT && *first != NOUN_UNIT)
			return n;
		if (next == NOUN_NONE || (!skip && next == NOUN_FOLLOWER) || !goes_on(*first, next) ||
		    is_one_of_its_kind(w, at + n + skip, next, taken))
			return n;
		n += skip + taken;
	}
}

/* "tỉnh", "trên địa bàn tỉnh", "có liên quan" behind a collective. */
static size_t suffix_at(const struct words *w, size_t at)
{
	static const char *const suffixes[] = {
		"chức? năng? có? liên quan", "chức năng", "khác", "thành viên", "chuyên môn", "nghiệp vụ", "trực? thuộc ban|sở|bộ", "trung ương", "và tương đương", "toàn? tỉnh", "cấp tỉnh|huyện|xã",
		"cấp thành phố", "của|trong|thuộc tỉnh|huyện", "của|trong|thuộc thành phố", "thành phố",
		"trực? thuộc đảng|tỉnh|huyện|thành ủy xã|phường|tỉnh|huyện", "trực? thuộc đảng|tỉnh|huyện|thành ủy", "nhà nước",
		"trực? thuộc ubnd? tỉnh|huyện", "trực? thuộc ubnd? thành phố", "trực thuộc trung ương",
		"trên địa bàn toàn? tỉnh|huyện", "trên địa bàn toàn? thành phố", "trực thuộc", NULL,
	};
	size_t n = 0;

	for (;;) {
		size_t one = any_phrase_at(w, at + n, suffixes);

		one = one ? one : word_is(w, at + n, "xã|phường") ? level_at(w, at + n) : 0;
		if (!one)
			return n;
		n += one;
		if (word_is(w, at + n - 1, "tỉnh|huyện|phố|xã|phường"))
			n += place_at(w, at + n);
		else if (word_is(w, at + n - 1, "bộ|sở|ban") && is_capital(w, at + n - 1))
			n += sector_at(w, at + n, false);
	}
}

/* A sector in a list of such: "Công an" is one of ministries, and a body where a level or a comma's body follows. */
static size_t listed_sector_at(const struct words *w, size_t at, enum noun noun)
{
	size_t n;

	if (noun == NOUN_MINISTRY && phrase_at(w, at, "công an") && is_capital(w, at) && !level_at(w, at + 2))
		return 2;
	return head_at(w, at, &n) ? 0 : sector_at(w, at, true);
}

/* "các Sở: Tư pháp, Y tế và Công Thương", "các Bộ Xây dựng, Công an": behind the words of "các Sở". */
static size_t listed_sectors_at(const struct words *w, size_t at, enum noun noun, struct agency_mention_list *out)
{
	size_t n = sign_is(w, at, ':') ? 1 : 0;

	for (;;) {
		size_t unit = listed_sector_at(w, at + n, noun);
		struct strbuf name = STRBUF_INIT;
		char *sector;

		if (!unit)
			return n;
		sector = name_of(w, at + n, at + n, at + n + unit, at + n + unit);
		strbuf_addf(&name, "%s %s", noun == NOUN_MINISTRY ? "Bộ" : "Sở", sector);
		free(sector);
		add_mention(w, at + n, at + n + unit, strbuf_detach(&name),
			    noun == NOUN_MINISTRY ? AGENCY_MINISTRY : AGENCY_DEPARTMENT, out);
		n += unit;
		if (!word_is(w, at + n, ",|;|và") || !listed_sector_at(w, at + n + 1, noun))
			return n;
		n++;
	}
}

static enum agency_kind kind_of_committee(const struct words *w, size_t level);

/*
 * "huyện Đông Sơn, Tây Hà và thành phố Hòa An" behind "UBND các": one committee each; words taken.
 * OUT may be NULL.
 */
static size_t listed_committees_at(const struct words *w, size_t at, struct agency_mention_list *out)
{
	size_t n = 0, level = at, end = 0;

	for (;;) {
		size_t levels = level_at(w, at + n), place;

		if (levels)
			level = at + n;
		n += levels + (sign_is(w, at + n + levels, ':') ? 1 : 0);
		place = place_at(w, at + n);
		if (!place)
			return end;
		if (out) {
			char *name = name_of(w, at + n, at + n + place, at + n, at + n + place);
			struct strbuf whole = STRBUF_INIT;
			const struct word *kind = &w->items[level];
			size_t words = level_at(w, level);

			strbuf_add_text(&whole, "UBND ");
			viet_lower(w->text + kind->start, w->items[level + words - 1].end - kind->start, &whole);
			strbuf_addf(&whole, " %s", name);
			free(name);
			add_mention(w, at + n, at + n + place, strbuf_detach(&whole), kind_of_committee(w, level), out);
		}
		n += place;
		end = n;
		if (!word_is(w, at + n, ",|;|và"))
			return end;
		n++;
	}
}

static const char *name_of_collective(const struct words *w, enum noun noun, size_t from, size_t to)
{
	bool concerned = false, of_district = false;

	for (size_t i = from; i < to; i++) {
		concerned = concerned || phrase_at(w, i, "liên quan");
		of_district = of_district || phrase_at(w, i, "cấp huyện");
	}
	if (concerned && (noun == NOUN_UNIT || (noun == NOUN_DEPARTMENT && word_is(w, from, "ngành"))))
		return "các cơ quan, đơn vị liên quan";
	if (noun == NOUN_DEPARTMENT && of_district)
		return collective_names[NOUN_OFFICE];
	return collective_names[noun];
}

/* "địa phương" that ends a list of ministries or departments: their lower level. */
static enum noun localities_behind(const struct words *w, size_t at)
{
	size_t n;

	if (at < 2 || !word_is(w, at - 1, ",|và") || !word_is(w, at, "địa"))
		return NOUN_NONE;
	for (size_t back = 2; back <= 6 && back <= at; back++)
		if (noun_at(w, at - back, &n) == NOUN_MINISTRY)
			return NOUN_PROVINCE;
	return noun_at(w, at - 2, &n) == NOUN_DEPARTMENT ? NOUN_DISTRICT : NOUN_NONE;
}

/* One of several by its words: "cơ quan liên quan", "ngành chức năng có liên quan", "chính quyền địa phương". */
static bool means_several(const struct words *w, size_t at, size_t list)
{
	size_t behind = at + list;

	return word_is(w, at, "chính") || phrase_at(w, behind + phrase_at(w, behind, "chức năng"), "có? liên quan");
}

static size_t collective_at(const struct words *w, size_t at, struct agency_mention_list *out)
{
	size_t n = phrase_at(w, at, "tất? cả|toàn? thể? các") ? phrase_at(w, at, "tất? cả|toàn? thể?") : 0;
	size_t committee = committee_at(w, at + n);
	bool plural = word_is(w, at + n + committee, "các|những|mọi|từng|cấp");
	size_t list, count, end;
	enum noun noun;

	n += committee + plural;
	/* "Trưởng thôn" is the one of every thôn. */
	plural = plural || (at && word_is(w, at - 1, "trưởng") && (noun_at(w, at, &list) == NOUN_VILLAGE ||
								   noun_at(w, at, &list) == NOUN_MINISTRY));
	if (committee && plural && word_is(w, at + n, "cấp")) {
		add_mention(w, at, at + n + 1, xstrdup("UBND các cấp"), AGENCY_GROUP, out);
		return n + 1;
	}
	list = noun_list_at(w, at + n, &noun, &count);
	/* "các huyện, thành đoàn", "các huyện ủy": of the Party or of the Youth, not of the committee. */
	if (!list || word_is(w, at + n + list, "đoàn|ủy|hội") || phrase_at(w, at + n + list, ", thành đoàn|ủy"))
		return 0;
	if (committee && noun < NOUN_PROVINCE)
		return 0;
	if (!plural && localities_behind(w, at) != NOUN_NONE)
		noun = localities_behind(w, at);
	else if (!plural && !means_several(w, at + n, list) &&
		 (count < 2 || noun == NOUN_UNIT || noun == NOUN_LOCALITY || noun == NOUN_FOLLOWER))
		return 0;
	else if (plural && count < 2 && !committee &&
		 (noun == NOUN_PROVINCE || (list == 1 && word_is(w, at + n, "ban|hội")) ||
		  (list == 2 && word_is(w, at + n, "tổ"))))
		return 0;
	end = n + list;
	if (committee && plural && noun >= NOUN_DISTRICT && listed_committees_at(w, at + n, out))
		return n + listed_committees_at(w, at + n, NULL);
	if ((noun == NOUN_DEPARTMENT || noun == NOUN_MINISTRY) &&
	    (sign_is(w, at + end, ':') || (count == 1 && is_name_word(w, at + end)))) {
		size_t listed = listed_sectors_at(w, at + end, noun, out);

		if (listed > 1 || (listed && !sign_is(w, at + end, ':')))
			return end + listed;
	}
	if (noun >= NOUN_DISTRICT && !committee && !plural && is_name_word(w, at + end))
		return 0;
	end += suffix_at(w, at + end);
	add_mention(w, at, at + end, xstrdup(name_of_collective(w, noun, at, at + end)), AGENCY_GROUP, out);
	return end;
}

size_t agency_listed_at(const struct words *w, size_t at, struct agency_mention_list *out)
{
	size_t count, n;
	enum noun noun;

	n = noun_list_at(w, at, &noun, &count);
	if (!n || (noun != NOUN_UNIT && noun != NOUN_LOCALITY && noun != NOUN_VILLAGE && !phrase_at(w, at, "cơ quan chuyên môn")) || is_name_word(w, at + n) ||
	    phrase_at(w, at + n, "chủ|được|đầu|thường|cấp trì|quản|giao|mối|trực|trên"))
		return 0;
	n += suffix_at(w, at + n);
	if (noun == NOUN_DEPARTMENT)		/* "cơ quan chuyên môn thuộc Bộ Y tế" */
		add_mention(w, at, at + n, name_of(w, at, at + n, at + n, at + n), AGENCY_GROUP, out);
	else
		add_mention(w, at, at + n, xstrdup(name_of_collective(w, noun, at, at + n)), AGENCY_GROUP, out);
	return n;
}

/* --- one body ----------------------------------------------------------- */

static enum agency_kind kind_of_committee(const struct words *w, size_t level)
{
	if (word_is(w, level, "xã|phường") || phrase_at(w, level, "thị trấn") || phrase_at(w, level, "đặc khu"))
		return AGENCY_COMMUNE;
	if (word_is(w, level, "huyện|quận|tp") || phrase_at(w, level, "thị xã") || phrase_at(w, level, "thành phố"))
		return AGENCY_DISTRICT;
	return AGENCY_PROVINCE;
}

/* Words such as "cơ sở", "trụ sở", "cán bộ" hold a head but are none. */
static bool is_part_of_a_word(const struct words *w, size_t at)
{
	return (word_is(w, at, "sở") && at && word_is(w, at - 1, "cơ|trụ")) ||
	       phrase_at(w, at, "chính phủ điện|số");
}

/* "Công an Sơn Bình": the place follows at once. */
static bool may_have_place(const struct head *head)
{
	return head->tail == TAIL_NONE && (head->kind == AGENCY_PRESS || head->kind == AGENCY_VERTICAL ||
					   head->kind == AGENCY_PARTY || head->kind == AGENCY_OTHER);
}

/* "phòng giáo dục và đào tạo các quận, huyện", "Thanh tra các Bộ, ngành": one in each of them. */
static size_t in_each_at(const struct words *w, size_t at, bool of_any)
{
	size_t many = phrase_at(w, at, "thuộc|của? các"), count;
	enum noun noun = NOUN_NONE;
	size_t list = many ? noun_list_at(w, at + many, &noun, &count) : 0;

	if (list && of_any)
		list += phrase_at(w, at + many + list, ",|và địa phương");
	return noun >= NOUN_PROVINCE || of_any ? many + list : 0;
}

static size_t named_at(const struct words *w, size_t at, struct agency_mention_list *out)
{
	size_t n, tail, place, end;
	const struct head *head = head_at(w, at, &n);
	enum agency_kind kind;
	bool is_committee, has_sector, of_any;

	if (!head || is_part_of_a_word(w, at))
		return 0;
	tail = tail_at(w, at + n, head);
	if (!tail && head->tail == TAIL_SECTOR)
		tail = word_is(w, at, "sở") && is_capital(w, at) ? small_sector_at(w, at + n) :
								   any_phrase_at(w, at + n, known_sectors);
	place = at + n + tail;
	end = place + territory_at(w, place);
	if (end == at + n && may_have_place(head))
		end += place_at(w, end);
	/* "Thanh tra Sở": of the body that issues the plan. */
	if (end == at + n && word_is(w, at, "thanh") && is_capital(w, end) && word_is(w, end, "sở|bộ|ngành"))
		end++;
	of_any = word_is(w, at, "thanh") && end == at + n;
	is_committee = committee_at(w, at) != 0;
	has_sector = tail && (head->tail == TAIL_SECTOR || head->tail == TAIL_BODY);
	if (end == at + n && !(of_any && in_each_at(w, end, true)) &&
	    (is_committee || head->tail == TAIL_SECTOR || head->tail == TAIL_PLACE ||
			      (head->tail == TAIL_BODY && head->kind != AGENCY_PARTY) ||
			      (n <= 2 && word_is(w, at, "thanh|tổng")) ||
			      word_is(w, at, "liên|hiệp|công|thuế|hải|thống|thi") ||
			      phrase_at(w, at, "ban quản")))
		return 0;
	kind = is_committee ? kind_of_committee(w, at + n) : head->kind;
	if (word_is(w, at, "sở") && end == place + 1)		/* "Sở … tỉnh" is the Sở */
		end = place;
	if (word_is(w, at, "phòng|trung|thanh|hạt|trạm|trường|bệnh") && in_each_at(w, end, of_any)) {
		size_t each = end + in_each_at(w, end, of_any);
		char *one = name_of(w, at, at + n, end, end), *of = name_of(w, end, each, each, each);

		of[0] = w->text[w->items[end].start];
		add_mention(w, at, each, xasprintf("%s %s", one, of), AGENCY_GROUP, out);
		free(one);
		free(of);
		return each - at;
	}
	place = head->tail == TAIL_PLACE && tail <= 2 ? at + n : place + level_at(w, place);
	add_mention(w, at, end, name_of(w, at, has_sector ? at + n : end, place, end), kind, out);
	return end - at;
}

size_t agency_person_at(const struct words *w, size_t at)
{
	size_t comrade = phrase_at(w, at, "đồng chí"), n = any_phrase_at(w, at + comrade, persons);

	n += n ? comrade : 0;
	while (n) {
		size_t skip = word_is(w, at + n, ",|và|hoặc|/") ? 1 : 0;
		size_t more = skip ? any_phrase_at(w, at + n + skip, persons) : 0;

		if (!more)
			break;
		n += skip + more;
	}
	return n;
}

/* "…, huyện An Đồng và thành phố Sơn Bình" behind one committee: more of them. */
static size_t more_committees_at(const struct words *w, size_t at, struct agency_mention_list *out)
{
	size_t n = 0;

	for (;;) {
		size_t joint = word_is(w, at + n, ",|và") ? 1 : 0, from = at + n + joint;
		size_t level = joint ? level_at(w, from) : 0, place = level ? place_at(w, from + level) : 0;
		struct strbuf name = STRBUF_INIT;
		char *territory;

		if (!place)
			return n;
		territory = name_of(w, from, from + level + place, from + level, from + level + place);
		/* The level is a small word here: only the place has capitals. */
		strbuf_add_text(&name, "UBND ");
		viet_lower(territory, viet_letter_length(territory, strlen(territory), 0), &name);
		strbuf_add_text(&name, territory + viet_letter_length(territory, strlen(territory), 0));
		free(territory);
		add_mention(w, from, from + level + place, strbuf_detach(&name), kind_of_committee(w, from), out);
		n += joint + level + place;
	}
}

/* A body or a collective, whichever takes more words: "UBND huyện" or "UBND huyện, thành phố". */
static size_t one_or_many_at(const struct words *w, size_t at, struct agency_mention_list *out)
{
	struct agency_mention_list one = { 0 }, many = { 0 };
	size_t n = named_at(w, at, &one), m = collective_at(w, at, &many);
	struct agency_mention_list *best = n > m ? &one : &many;

	for (size_t i = 0; i < best->count; i++)
		agency_mention_list_add(out, &best->items[i]);
	agency_mention_list_release(&one);
	agency_mention_list_release(&many);
	if (n > m && committee_at(w, at))
		n += more_committees_at(w, at + n, out);
	return n > m ? n : m;
}

size_t agency_mentions_at(const struct words *w, size_t at, struct agency_mention_list *out)
{
	size_t before = out->count, person, n;

	if (at >= w->count || w->items[at].kind == WORD_SIGN)	/* most calls are for nothing: no name begins so */
		return 0;
	person = agency_person_at(w, at);
	if (head_at(w, at, &n) && n > person)		/* "Chủ tịch nước" is a body himself */
		person = 0;
	person += person && sign_is(w, at + person, ':') ? 1 : 0;	/* "Giao Giám đốc: Sở Y tế, Sở Tư pháp …" */
	n = one_or_many_at(w, at + person, out);
	if (!n)
		return 0;
	if (person) {
		out->items[before].start = w->items[at].start;
		for (size_t i = before; i < out->count; i++)
			out->items[i].by_head = true;
	}
	return person + n;
}

void agency_mentions(const char *text, struct agency_mention_list *out)
{
	struct words w = WORDS_INIT;

	words_split(text, strlen(text), &w);
	for (size_t at = 0; at < w.count;) {
		size_t n = agency_mentions_at(&w, at, out);

		n = n ? n : committee_at(&w, at);	/* of nobody knows where: no "Ban Nhân dân" stands in it */
		at += n ? n : 1;
	}
	words_release(&w);
}

bool agency_list_parse(const char *text, struct agency_mention_list *out)
{
	struct words w = WORDS_INIT;
	bool whole;

	words_split(text, strlen(text), &w);
	whole = w.count > 0;
	for (size_t at = 0; at < w.count;) {
		size_t n = agency_mentions_at(&w, at, out);

		if (!n && !word_is(&w, at, ",|;|.|và|-|+|/|cùng|:"))
			whole = false;
		at += n ? n : 1;
	}
	words_release(&w);
	return whole;
}

void agency_mention_release(struct agency_mention *mention)
{
	free(mention->name);
	*mention = (struct agency_mention){ 0 };
}

DEFINE_LIST(agency_mention)

/* --- a name in capitals -------------------------------------------------- */

static bool is_shouted(const struct words *w)
{
	bool any = false;

	for (size_t i = 0; i < w->count; i++) {
		if (is_letters(w, i) && !w->items[i].all_capitals)
			return false;
		any = any || is_letters(w, i);
	}
	return any;
}

/* The committee in NAME, which is abbreviated there, is written out as in the text W. */
static char *with_committee_of(const struct words *w, char *name)
{
	static const char shortened[] = "UBND", written_out[] = "Ủy ban nhân dân";
	char *at = strstr(name, shortened), *whole;
	bool spelt = false;

	for (size_t i = 0; i < w->count; i++)
		spelt = spelt || phrase_at(w, i, "ủy ban nhân dân");
	if (!at || !spelt)
		return name;
	whole = xasprintf("%.*s%s%s", (int)(at - name), name, written_out, at + strlen(shortened));
	free(name);
	return whole;
}

char *agency_name_evened(const char *name)
{
	struct agency_mention_list found = { 0 };
	struct words w = WORDS_INIT;
	char *evened;

	words_split(name, strlen(name), &w);
	if (!is_shouted(&w))
		evened = xstrdup(name);
	else if (agency_mentions_at(&w, 0, &found) == w.count && found.count == 1)
		evened = with_committee_of(&w, xstrdup(found.items[0].name));
	else
		evened = with_committee_of(&w, name_of(&w, 0, w.count, w.count, w.count));
	agency_mention_list_release(&found);
	words_release(&w);
	return evened;
}

/* --- what a name says --------------------------------------------------- */

enum agency_kind agency_kind_of_name(const char *name)
{
	struct agency_mention_list found = { 0 };
	enum agency_kind kind = AGENCY_OTHER;

	agency_mentions(name, &found);
	if (found.count && !found.items[0].start)
		kind = found.items[0].kind;
	agency_mention_list_release(&found);
	return kind;
}

bool agency_is_requested(const char *name)
{
	struct words w = WORDS_INIT;
	bool court;

	words_split(name, strlen(name), &w);
	court = phrase_at(&w, 0, "tòa án") || phrase_at(&w, 0, "viện kiểm sát") || word_is(&w, 0, "tand|vksnd");
	words_release(&w);
	return court || agency_kind_of_name(name) == AGENCY_PARTY;
}

/* The letter that a word has in an abbreviation; initials stand for themselves. */
static void add_initial(const struct words *w, size_t at, struct strbuf *out)
{
	const struct word *word = &w->items[at];
	const char *text = w->text + word->start;

	if (is_initials(w, at) || word_is(w, at, "ubnd"))
		strbuf_add(out, text, word->end - word->start);
	else
		viet_upper(text, viet_letter_length(text, word->end - word->start, 0), out);
}

char *agency_propose_code(const char *name)
{
	struct words w = WORDS_INIT;
	struct strbuf code = STRBUF_INIT;

	words_split(name, strlen(name), &w);
	for (size_t i = 0; i < w.count; i++)
		if (is_letters(&w, i) && !word_is(&w, i, "và|các|của"))
			add_initial(&w, i, &code);
	words_release(&w);
	return strbuf_detach(&code);
}

/* --- the key of a name -------------------------------------------------- */

static const struct {
	const char *words, *abbreviation;
} abbreviations[] = {
	{ "ủy ban nhân dân", "ubnd" }, { "hội đồng nhân dân", "hđnd" }, { "văn phòng", "vp" },
	{ "mặt trận tổ quốc", "mttq" }, { "ubmttq", "ủy ban mttq" }, { "bộ đội biên phòng", "bđbp" },
	{ "ban quản lý", "bql" }, { "ban chỉ huy", "bch" }, { "liên hiệp phụ nữ", "lhpn" },
	{ "cựu chiến binh", "ccb" }, { "thanh niên cộng sản", "tncs" }, { "hồ chí minh", "hcm" },
	{ "phát thanh và|-|,? truyền hình", "ptth" }, { "pt - th", "ptth" }, { "thông tin điện tử", "ttđt" },
	{ "bảo hiểm xã hội", "bhxh" }, { "kho bạc nhà nước", "kbnn" }, { "ngân hàng nhà nước", "nhnn" },
	{ "tòa án nhân dân", "tand" }, { "viện kiểm sát nhân dân", "vksnd" }, { "khu công nghiệp", "kcn" },
	{ "khu kinh tế", "kkt" }, { "đại biểu quốc hội", "đbqh" }, { "thành phố", "tp" },
};

static size_t add_abbreviated(const struct words *w, size_t at, struct strbuf *out)
{
	const char *key;
	size_t length, n, i = PHRASE_ROW_AT(w, at, abbreviations, 0, &n);

	if (n) {
		strbuf_add_text(out, abbreviations[i].abbreviation);
		return n;
	}
	key = word_key(w, at, &length);
	strbuf_add(out, key, length);
	return 1;
}

/* Add the words from AT on, parted by blanks, without signs and "và". */
static void add_key_words(const struct words *w, size_t at, struct strbuf *out)
{
	while (at < w->count) {
		if (w->items[at].kind == WORD_SIGN || word_is(w, at, "và")) {
			at++;
			continue;
		}
		if (out->length)
			strbuf_add_char(out, ' ');
		at += add_abbreviated(w, at, out);
	}
}

/*
 * Departments and ministries with a long name are best known by their initials
 * ("Sở KH&ĐT"): so their key is these. Below four letters initials would be those of
 * several bodies. Returns the words that the initials stand for, 0 when there are too few.
 */
static size_t add_initials_key(const struct words *w, struct strbuf *out)
{
	enum { FEWEST_LETTERS = 4 };
	struct strbuf code = STRBUF_INIT;
	size_t at = 0, letters = 0;

	if (!word_is(w, 0, "sở|bộ"))
		return 0;
	for (; at < w->count && !word_is(w, at, "tỉnh") && !phrase_at(w, at, "thành phố"); at++) {
		if (!is_letters(w, at) || word_is(w, at, "và"))
			continue;
		add_initial(w, at, &code);
	}
	for (size_t i = 0; i < code.length; i += viet_letter_length(code.text, code.length, i))
		letters++;
	if (letters >= FEWEST_LETTERS)
		viet_lower(code.text, code.length, out);
	strbuf_release(&code);
	return letters >= FEWEST_LETTERS ? at : 0;
}

/* Words that are no name of a group but one of its spellings give way to its name. */
static void add_name_key(struct words *w, struct strbuf *out)
{
	struct agency_mention_list found = { 0 };
	struct strbuf key = STRBUF_INIT;

	if (agency_mentions_at(w, 0, &found) == w->count && found.count == 1 && found.items[0].kind == AGENCY_GROUP)
		words_split(found.items[0].name, strlen(found.items[0].name), w);
	add_key_words(w, add_initials_key(w, &key), &key);
	strbuf_add(out, key.text, key.length);
	strbuf_release(&key);
	agency_mention_list_release(&found);
}

void agency_name_key(const char *name, struct strbuf *out)
{
	struct words w = WORDS_INIT;

	words_split(name, strlen(name), &w);
	add_name_key(&w, out);
	words_release(&w);
}

void agency_typed_key(const char *name, struct strbuf *out)
{
	struct words w = WORDS_INIT;

	words_split_typed(name, strlen(name), &w);
	add_name_key(&w, out);
	words_release(&w);
}
