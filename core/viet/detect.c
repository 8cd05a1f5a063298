#include "core/viet/detect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#include "core/viet/charset.h"
#include "core/viet/charset_viqr.h"
#include "core/viet/decode.h"
#include "core/viet/syllable.h"

enum {
	WORD_LETTERS = 16,	/* no syllable is longer */
	WORDS_ENOUGH = 500,	/* more tell nothing new */
	BYTES_ENOUGH = 2000,	/* beyond ASCII, likewise */
};

/*
 * The 160 syllables with marks that are most frequent in the plans, lists and
 * guides of this project (three quarters of all such words there), in the order of
 * strcmp(). A few words that are syllables by chance have none of them.
 */
static const char *const common[] = {
	"biết", "báo", "bình", "bản", "bảng", "bằng", "bỏ", "bộ", "chính", "chưa", "chỉ", "chọn", "chỗ",
	"chủ", "chức", "chữ", "các", "cách", "cáo", "còn", "có", "công", "cơ", "cả", "cấp", "cần", "của",
	"dân", "dòng", "dùng", "dấu", "dẫn", "dữ", "giữ", "gì", "gõ", "hiểu", "hiện", "hoàn", "hoạch",
	"hoặc", "huyện", "hành", "hãy", "hình", "hòa", "hạn", "hội", "hợp", "khác", "không", "khớp",
	"kiểm", "kiểu", "kèm", "ký", "kế", "kết", "liệu", "là", "làm", "lưu", "lại", "lập", "lệnh", "lọc",
	"mã", "môi", "một", "mới", "mở", "mục", "nguyên", "ngành", "ngày", "người", "nhiệm", "nhân",
	"nhóm", "như", "nhấn", "nhận", "nhập", "nhật", "nào", "này", "nông", "năm", "nơi", "nước", "nội",
	"phát", "phím", "phòng", "phải", "phần", "phố", "phối", "quá", "quả", "rồi", "sách", "sơn", "số",
	"sở", "sửa", "thành", "tháng", "thêm", "thì", "thôn", "thông", "thường", "thể", "thị", "thời",
	"thực", "triển", "trên", "trì", "trình", "trước", "trường", "tài", "tác", "tên", "tìm", "tệp",
	"tỉnh", "tịch", "tổ", "từ", "từng", "tự", "viên", "viết", "việc", "việt", "và", "vào", "văn", "về",
	"với", "vụ", "xã", "đang", "đánh", "đã", "đó", "được", "đầu", "đặt", "đến", "để", "định", "đọc",
	"đổi", "động", "ở", "ủy",
};

/* --- how a text reads ------------------------------------------------------- */

struct reading {
	unsigned int good;		/* words with letters beyond ASCII that are syllables */
	unsigned int common;		/* of these: frequent ones */
	unsigned int doubtful;		/* one letter; the tone stands elsewhere; an abbreviation with a Đ */
	unsigned int wrong;		/* other such words */
	unsigned int latin;		/* of the wrong ones: words as other languages of Europe have them */
	unsigned int strange;		/* signs where no text has them */
	unsigned int broken;		/* U+FFFD and control characters */
	double form;			/* how much its form alone says for UTF-8 */
	unsigned int letters, odd;	/* code points; those that a text in Vietnamese or English has not */
	bool beyond_ascii;
	bool unlike_1252, unlike_1258;	/* Vietnamese letters that these code pages have not */
};

struct word {
	struct viet_letter letters[WORD_LETTERS];
	size_t count;
	bool beyond_ascii, foreign, latin;
};

/* The letters that French, German, Spanish, Portuguese and the Nordic languages write. */
static bool is_latin_letter(char32_t c)
{
	static const char32_t letters[] = U"àâäçèéêëîïôöùûüÿæœñáíóúßåøãõìòÀÂÄÇÈÉÊËÎÏÔÖÙÛÜÆŒÑÁÍÓÚÅØÃÕ";

	if (c < 0x80)
		return true;
	for (size_t i = 0; letters[i]; i++)
		if (letters[i] == c)
			return true;
	return false;
}

static bool is_control(char32_t c)
{
	return (c < 0x20 && (c < 0x09 || c > 0x0D) && c != 0x1A && c != 0x1B) || (c >= 0x7F && c < 0xA0);
}

/* Quotes, dashes and the few signs that stand beside words in any text. */
static bool is_typographic(char32_t c)
{
	return (c >= 0x2010 && c <= 0x201F) || c == 0x2022 || c == 0x2026 || c == 0x20AB || c == 0xA0 || c == 0xA7 ||
	       c == 0xA9 || c == 0xAB || c == 0xAE || c == 0xB0 || c == 0xB7 || c == 0xBB;
}

/* What Windows has between its quotes and hardly anybody writes; other encodings have capitals there. */
static bool is_rare_sign(char32_t c)
{
	return c == 0x192 || c == 0x2C6 || c == 0x2DC || c == 0x2020 || c == 0x2021 || c == 0x2030 || c == 0x2039 ||
	       c == 0x203A || c == 0x2122;
}

static bool is_vietnamese(char32_t c)
{
	struct viet_letter letter;

	return viet_split(c, &letter);
}

static bool is_letter(char32_t c)
{
	return is_vietnamese(c) || (c >= 0x80 && (uc_is_alpha(c) || viet_is_mark(c)));
}

/* As people write: all small, all capital, or the first. */
static bool is_cased(const struct word *word)
{
	for (size_t i = 2; i < word->count; i++)
		if (word->letters[i].capital != word->letters[1].capital)
			return false;
	return word->count < 2 || word->letters[0].capital || !word->letters[1].capital;
}

/* Capitals without a tone: "QĐ", "KHĐT". */
static bool is_abbreviation(const struct word *word)
{
	for (size_t i = 0; i < word->count; i++)
		if (!word->letters[i].capital || word->letters[i].tone)
			return false;
	return word->count > 1;
}

static int compare_names(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool is_common(const struct word *word)
{
	char text[3 * WORD_LETTERS + 1];
	const char *key = text;
	size_t length = 0;

	for (size_t i = 0; i < word->count; i++) {
		struct viet_letter letter = word->letters[i];
		struct utf8_letter made;

		letter.capital = false;
		made = utf8_letter(viet_join(letter));
		memcpy(text + length, made.bytes, made.length);
		length += made.length;
	}
	text[length] = '\0';
	return bsearch(&key, common, sizeof common / sizeof *common, sizeof *common, compare_names);
}

static void judge_word(const struct word *word, struct reading *reading)
{
	/* A capital alone may be a dash or a bullet of another encoding. */
	if (!word->beyond_ascii || (word->count == 1 && word->letters[0].capital && !word->foreign))
		return;
	if (!word->foreign && is_cased(word) && viet_is_syllable(word->letters, word->count)) {
		reading->common += is_common(word);
		if (word->count > 1 && viet_is_well_toned(word->letters, word->count))
			reading->good++;
		else
			reading->doubtful++;
	} else if (!word->foreign && is_abbreviation(word)) {
		reading->doubtful++;
	} else {
		reading->wrong++;
		reading->latin += word->latin && (word->foreign || is_cased(word));
	}
}

static void add_letter(struct word *word, char32_t c)
{
	struct viet_letter letter;

	if (!word->count)
		word->latin = true;
	word->beyond_ascii |= c >= 0x80;
	word->latin &= is_latin_letter(c);
	if (word->count < WORD_LETTERS && viet_split(c, &letter))
		word->letters[word->count++] = letter;
	else
		word->foreign = true;
}

static void judge_sign(char32_t c, bool behind_letter, bool before_letter, struct reading *reading)
{
	if (c == 0xFFFD || is_control(c))
		reading->broken++;
	else if (is_rare_sign(c) || (c >= 0x80 && !is_typographic(c) && (behind_letter || before_letter)))
		reading->strange++;
	else if (c >= 0x80 && behind_letter && before_letter && (c < 0x2010 || c > 0x2019))
		reading->strange++;
}

/* Of a text in UTF-16 nearly all is ASCII, Vietnamese or punctuation; of anything else read so, nearly nothing. */
static bool is_odd(char32_t c)
{
	return is_control(c) || c == 0xFFFD ||
	       (c >= 0x250 && !(c >= 0x300 && c < 0x370) && !(c >= 0x1EA0 && c < 0x1F00) && !is_typographic(c));
}

static struct reading read_text(const char *text, size_t length)
{
	struct reading reading = { 0 };
	struct word word = { 0 };
	bool behind_letter = false;
	size_t step;

	for (size_t at = 0; at < length && reading.good + reading.wrong < WORDS_ENOUGH; at += step) {
		uint32_t c, next = 0;

		step = viet_read(text + at, length - at, &c);
		reading.letters++;
		reading.odd += is_odd(c);
		reading.beyond_ascii |= c >= 0x80;
		reading.unlike_1252 |= c > 0xFF && is_vietnamese(c);
		reading.unlike_1258 |= c >= 0x1EA0 && is_vietnamese(c);
		reading.form += c == 0xFFFD || c < 0x80 ? 0 : is_vietnamese(c) || c >= 0x800 ? 1 : 0.25;
		if (is_letter(c) && !is_rare_sign(c)) {
			add_letter(&word, c);
			behind_letter = true;
			continue;
		}
		judge_word(&word, &reading);
		word = (struct word){ 0 };
		if (c >= 0x80 && at + step < length)
			viet_read(text + at + step, length - at - step, &next);
		judge_sign(c, behind_letter, is_letter(next), &reading);
		behind_letter = false;
	}
	judge_word(&word, &reading);
	return reading;
}

/* --- encodings -------------------------------------------------------------- */

struct candidate {
	const char *name;
	struct strbuf text;
	struct reading reading;
	double merit;		/* words that read well, less those and other things that do not */
	double score;		/* of all such: 1, all reads well; 0, nothing says so; below: it reads badly */
};

static void decode_sample(const char *path, const char *bytes, size_t length, struct strbuf *out)
{
	struct viet_decoder *decoder = viet_decoder_new(path);

	if (!decoder)
		BUG("no such encoding: %s", path);
	viet_decoder_feed(decoder, bytes, length, out);
	viet_decoder_finish(decoder, out);
	viet_decoder_free(decoder);
}

static unsigned int judged(const struct reading *r)
{
	return r->good + r->doubtful + r->wrong + r->strange + r->broken;
}

static double merit_of(const char *name, const struct reading *r)
{
	double good = r->good + 0.25 * r->doubtful + 0.1 * r->common;

	if (!strncmp(name, "utf-16", 6))
		return r->letters && r->odd * 20 <= r->letters ? judged(r) + 1.0 : -1.0 - judged(r);
	/* Its form alone is a proof; a byte that breaks it is the stronger one. */
	if (!strcmp(name, "utf-8"))
		return good + 0.5 * (r->wrong + r->strange) + r->form - 2.0 * r->broken;
	/* Read last, and only as words that another language may have. */
	if (!strcmp(name, "cp1252") && r->latin >= 3)
		return 0.3 * r->latin - (r->wrong - r->latin) - r->strange - r->broken;
	return good - r->wrong - r->strange - r->broken;
}

/* What a text says that has nothing to judge but quotes and dashes. */
static double bare_score(const char *name, const struct reading *r)
{
	if (!strcmp(name, "utf-8"))
		return r->beyond_ascii ? 0.5 : 0;
	return !strcmp(name, "cp1252") ? 0.01 : 0;
}

static void try_candidate(const char *name, const char *bytes, size_t length, struct candidate *out)
{
	unsigned int all;

	*out = (struct candidate){ .name = name, .text = STRBUF_INIT };
	decode_sample(name, bytes, length, &out->text);
	out->reading = read_text(out->text.text, out->text.length);
	out->merit = merit_of(name, &out->reading);
	all = judged(&out->reading);
	if (strncmp(name, "utf-16", 6) != 0)
		out->score = all ? out->merit / all : bare_score(name, &out->reading);
	else
		out->score = out->merit > 0 ? 1 : -1;
}

static bool same_text(const struct candidate *a, const struct candidate *b)
{
	return a->text.length == b->text.length && !memcmp(a->text.text, b->text.text, a->text.length);
}

/* Each word by which it is better than the next other text halves the doubt; the form of Unicode does that three times. */
static int confidence_of(const struct candidate *best, double next_merit)
{
	bool is_unicode = !strncmp(best->name, "utf-", 4) && !best->reading.broken;
	double more = best->merit - next_merit + (is_unicode ? 3 : 0), doubt = 1;
	double share = is_unicode || best->score > 1 ? 1 : best->score > 0 ? best->score : 0;

	for (int i = 0; i < more && i < 10; i++)
		doubt /= 2;
	return (int)(100 * share * (1 - doubt) + 0.5);
}

/* --- wrong conversions ------------------------------------------------------ */

/* What a conversion made of a text before it was stored as Unicode; the path goes on like this. */
static const char *const misreadings[] = {
	":cp1252:utf-8", ":cp1252:utf-8:cp1252:utf-8", ":cp1258:utf-8", ":cp1252:tcvn3", ":cp1252:vni", ":cp1252:viscii",
	":cp1252:cp1258", ":cp1252:tcvn5712-1", ":cp1258:tcvn3", ":cp1258:vni",
	":cp1252:utf-8:cp1252:tcvn3", ":cp1252:utf-8:cp1252:vni", ":cp1252:utf-8:cp1252:viscii",
};

static int words_won(const struct reading *r)
{
	return (int)r->good - (int)(r->wrong + r->strange + r->broken);
}

/*
 * MENDED is so much better than PLAIN that it was meant: by a good part of its words. UTF-8 has
 * a form that is hardly met by chance, so one frequent word of it will do; of others, more: "120 m², 35 m²" reads as
 * a syllable of VISCII twice.
 */
static bool is_mended(const struct reading *plain, const struct reading *mended, bool is_utf8)
{
	enum { MANY = 6 };
	int better = words_won(mended) - words_won(plain), more = (int)mended->good - (int)plain->good;

	if (mended->common <= plain->common && more < (is_utf8 ? 2 : MANY))
		return false;
	if (!is_utf8 && more < 2)
		return false;
	return mended->good >= (is_utf8 ? 1 : 2) && better > 0 && better * 3 >= (int)mended->good &&
	       mended->good * 2 >= 3 * (mended->wrong + mended->strange + mended->broken);
}

/* A text cannot have been misread as a code page that lacks its letters. */
static bool may_come_from(const struct reading *plain, const char *misreading)
{
	if (!strncmp(misreading, ":cp1258:", strlen(":cp1258:")))
		return !plain->unlike_1258;
	return !plain->unlike_1252;
}

static bool is_utf8_at_last(const char *path)
{
	return !strcmp(viet_mended_encoding(path), "utf-8");
}

/* Make OUT's path what mends the text best, if anything does. */
static void find_misreading(const struct candidate *plain, const char *bytes, size_t length, struct finding *out)
{
	int most = words_won(&plain->reading);

	if (plain->reading.good > 4 * (plain->reading.wrong + plain->reading.strange))
		return;
	for (size_t i = 0; i < sizeof misreadings / sizeof *misreadings; i++) {
		char path[DETECT_PATH];
		struct strbuf text = STRBUF_INIT;
		struct reading reading;

		if (!is_utf8_at_last(misreadings[i]) && !may_come_from(&plain->reading, misreadings[i]))
			continue;
		snprintf(path, sizeof path, "%s%s", plain->name, misreadings[i]);
		decode_sample(path, bytes, length, &text);
		reading = read_text(text.text, text.length);
		strbuf_release(&text);
		if (is_mended(&plain->reading, &reading, is_utf8_at_last(misreadings[i])) && words_won(&reading) > most) {
			most = words_won(&reading);
			memcpy(out->path, path, sizeof path);
		}
	}
}

/* --- the question ----------------------------------------------------------- */

static bool is_tried(const char *name, const char *marked, const char *only)
{
	if (marked)
		return !strcmp(name, marked);
	if (only)
		return !strncmp(name, only, strlen(only));
	return strcmp(name, "viqr") != 0;
}

static const char *encoding_of_mark(const char *bytes, size_t length)
{
	if (length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3))
		return "utf-8";
	if (length >= 2 && !memcmp(bytes, "\xFF\xFE", 2))
		return "utf-16le";
	if (length >= 2 && !memcmp(bytes, "\xFE\xFF", 2))
		return "utf-16be";
	return NULL;
}

/* Something in it reads well, and not nearly all badly. */
static bool is_read(const struct candidate *candidate)
{
	const struct reading *r = &candidate->reading;

	return (r->good || r->doubtful || candidate->score > 0) && candidate->score > -0.5;
}

/* The one with the most merit, the earlier of equals; UTF-8 where none reads well. */
static size_t find_best(const struct candidate *candidates, size_t count)
{
	size_t best = 0;

	for (size_t i = 1; i < count; i++)
		if (is_read(&candidates[i]) && candidates[i].merit > candidates[best].merit)
			best = i;
	return best;
}

/* UTF-8 by its form, which bytes of another encoding do not have by chance. The sample may end inside a letter. */
static bool is_sure_utf8(const char *bytes, size_t length)
{
	size_t bad = length, beyond_ascii = 0;

	if (!viet_is_utf8(bytes, length, &bad) && length - bad > 3)
		return false;
	for (size_t at = 0; at < bad; at++)
		beyond_ascii += (unsigned char)bytes[at] >= 0x80;
	return beyond_ascii > 0;
}

static size_t find_utf8(const struct candidate *candidates, size_t count)
{
	size_t at = 0;

	while (at < count && strcmp(candidates[at].name, "utf-8") != 0)
		at++;
	return at;
}

/* The most of BYTES that is tried in every encoding. */
static size_t enough(const char *bytes, size_t length)
{
	size_t beyond_ascii = 0, at = 0;

	while (at < length && beyond_ascii < BYTES_ENOUGH)
		beyond_ascii += (unsigned char)bytes[at++] - 1U >= 0x7F;
	return at;
}

static bool differ_at(const struct charset *a, const struct charset *b, unsigned char byte)
{
	return charset_letter(a, byte) != charset_letter(b, byte);
}

/* Append the words of BYTES, with the blanks beside them, that hold a byte which is another letter in A than in B. */
static void add_differing_words(const struct charset *a, const struct charset *b, const char *bytes, size_t length,
				struct strbuf *out)
{
	size_t begin = 0;
	bool differs = false;

	for (size_t at = 0; at < length; at++) {
		if (bytes[at] != ' ' && bytes[at] != '\n') {
			differs |= differ_at(a, b, (unsigned char)bytes[at]);
			continue;
		}
		if (differs)
			strbuf_add(out, bytes + begin, at + 1 - begin);
		begin = at + 1;
		differs = false;
	}
	if (differs)
		strbuf_add(out, bytes + begin, length - begin);
}

/* Two that share most letters are told apart by the words where they do not, anywhere in the sample. */
static bool is_better(const struct candidate *second, const struct candidate *best, const char *bytes, size_t length)
{
	const struct charset *a = charset_find(best->name), *b = charset_find(second->name);
	struct strbuf words = STRBUF_INIT;
	struct candidate first, other;
	bool better;

	if (!a->high || !b->high || second->merit < 0.8 * best->merit)
		return false;
	add_differing_words(a, b, bytes, length, &words);
	try_candidate(best->name, words.text, words.length, &first);
	try_candidate(second->name, words.text, words.length, &other);
	better = other.merit > first.merit;
	strbuf_release(&first.text);
	strbuf_release(&other.text);
	strbuf_release(&words);
	return better;
}

static size_t find_second(const struct candidate *candidates, size_t count, size_t best)
{
	size_t second = best;

	for (size_t i = 0; i < count; i++)
		if (i != best && (second == best || candidates[i].merit > candidates[second].merit))
			second = i;
	return second;
}

static void conclude(const struct candidate *candidates, size_t count, size_t best, bool is_marked, struct finding *out)
{
	size_t second = find_second(candidates, count, best);
	double next_merit = 0;

	if (second != best && candidates[second].score > 0)
		out->runner_up = candidates[second].name;
	for (size_t i = 0; i < count; i++)
		if (i != best && candidates[i].merit > next_merit && !same_text(&candidates[i], &candidates[best]))
			next_merit = candidates[i].merit;
	snprintf(out->path, sizeof out->path, "%s", candidates[best].name);
	out->confidence = is_marked ? 100 : confidence_of(&candidates[best], next_merit);
}

void detect_encoding(const char *bytes, size_t length, bool is_beginning, const char *only, struct finding *out)
{
	struct candidate candidates[16];
	size_t count = 0, tried = enough(bytes, length), best, second;
	const char *marked = is_beginning ? encoding_of_mark(bytes, length) : NULL;
	const struct charset *charset;

	*out = (struct finding){ 0 };
	for (size_t i = 0; (charset = charset_at(i)); i++)
		if (is_tried(charset->name, marked, only))
			try_candidate(charset->name, bytes, tried, &candidates[count++]);
	best = find_best(candidates, count);
	second = find_second(candidates, count, best);
	if (is_better(&candidates[second], &candidates[best], bytes, length))
		best = second;
	if (find_utf8(candidates, count) < count && is_sure_utf8(bytes, tried))
		best = find_utf8(candidates, count);
	conclude(candidates, count, best, marked, out);
	if (!only && !strncmp(out->path, "utf-", 4))
		find_misreading(&candidates[best], bytes, tried, out);
	for (size_t i = 0; i < count; i++)
		strbuf_release(&candidates[i].text);
}

/* --- VIQR ------------------------------------------------------------------- */

struct viqr_reading {
	unsigned int words;
	unsigned int marked;	/* words with marks that are syllables */
	unsigned int wrong;	/* words with what might be marks that are none */
	unsigned int weight, strong;
};

static bool is_vowel_letter(struct viet_letter letter)
{
	return strchr("aeiouy", letter.base) != NULL;
}

/* A sign that ends a word says nothing: it is punctuation in any language. */
static void judge_viqr(const struct viqr_word *word, struct viqr_reading *reading)
{
	bool strong;

	reading->words++;
	if (word->count == 1 || (!word->strong_signs && !word->inner_signs))
		return;
	if (!viet_is_syllable(word->letters, word->count) || !viet_is_well_toned(word->letters, word->count)) {
		reading->wrong++;
		return;
	}
	reading->marked++;
	/* "a(n) …" */
	if (word->count == 2 && word->letters[0].mark == MARK_BREVE)
		return;
	strong = word->strong_signs || !is_vowel_letter(word->letters[0]);
	reading->strong += strong;
	reading->weight += strong ? 2 : 1;
}

/* Signs behind vowels, and double d, are too few for what detect_viqr() asks: cheap, for most ASCII is no VIQR. */
static bool has_few_signs(const unsigned char *text, size_t length)
{
	static const bool vowel[256] = {
		['a'] = true, ['e'] = true, ['i'] = true, ['o'] = true, ['u'] = true, ['y'] = true,
		['A'] = true, ['E'] = true, ['I'] = true, ['O'] = true, ['U'] = true, ['Y'] = true,
	};
	static const bool sign[256] = {
		['^'] = true, ['('] = true, ['+'] = true, ['\''] = true, ['`'] = true, ['?'] = true, ['~'] = true, ['.'] = true,
	};
	size_t signs = 0, blanks = 0;

	for (size_t at = 1; at < length; at++) {
		signs += (vowel[text[at - 1]] && sign[text[at]]) || ((text[at] | 0x20) == 'd' && (text[at - 1] | 0x20) == 'd');
		blanks += text[at] == ' ';
	}
	return signs * 8 < blanks;
}

bool detect_viqr(const char *bytes, size_t length, int *confidence)
{
	const unsigned char *text = (const unsigned char *)bytes;
	struct viqr_reading r = { 0 };

	if (has_few_signs(text, length))
		return false;

	for (size_t at = 0; at < length && r.marked + r.wrong < WORDS_ENOUGH;) {
		struct viet_letter letter;
		struct viqr_word word;

		if (!viet_split(text[at], &letter)) {
			at += text[at] == '\\' && at + 1 < length ? 2 : 1;
			continue;
		}
		viqr_read_word(text + at, length - at, true, &word);
		/* Not what stands in quotes like `so`. */
		if (!at || text[at - 1] != '`')
			judge_viqr(&word, &r);
		at += word.length;
	}
	/* "I'm here at 6 a.m." has marks too, but few, on no syllable that a consonant begins, and never these: ( ^ + ` ~ dd. */
	if (r.marked <= (r.strong > 1 ? 1 : 2) * r.wrong || r.weight < (r.strong ? 2 : 4) || r.marked * (r.strong ? 8 : 3) < r.words)
		return false;
	*confidence = (int)(100 * r.marked / (r.marked + r.wrong + 1));
	return true;
}
