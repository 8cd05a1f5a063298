/*
 * options.h: the command line -> options and words.
 *
 * All options of all commands stand in one table, so that they may stand
 * anywhere on the line; each command says which of them it takes. Text becomes NFC here; names of
 * files stay as they were given.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>

#include "core/base/error.h"
#include "core/base/memory.h"

/* Identifier, name, one letter or 0, what its argument is called (NULL: none), a file?, help. */
#define OPTIONS(X)                                                                                           \
	X(DB, "db", 0, N_("TỆP"), true, N_("cơ sở dữ liệu (mặc định: $KEHOACH_DB, rồi thư mục dữ liệu của bạn)")) \
	X(PLAN, "plan", 0, N_("SỐ"), false, N_("kế hoạch theo số, ký hiệu hoặc mã; không cần khi chỉ có một"))    \
	X(USER, "user", 0, N_("TÊN"), false, N_("người thao tác, ghi vào nhật ký (mặc định: $KEHOACH_USER, rồi tên đăng nhập)")) \
	X(LANG, "lang", 0, "vi|en", false, N_("ngôn ngữ giao diện (mặc định: $KEHOACH_LANG, rồi tiếng Việt)"))     \
	X(CHARSET, "charset", 0, "utf-8|ascii|auto", false, N_("chữ hiện ra cho người đọc; ascii: không dấu, cho cửa sổ thiếu chữ Việt (mặc định: $KEHOACH_CHARSET, rồi auto)")) \
	X(FORMAT, "format", 0, N_("DẠNG"), false, N_("dạng in ra: table, json, csv, tsv"))                         \
	X(HELP, "help", 'h', NULL, false, N_("in hướng dẫn này, hoặc hướng dẫn của lệnh"))                         \
	X(VERSION, "version", 0, NULL, false, N_("in số phiên bản"))                                               \
	X(FROM, "from", 0, N_("BẢNG_MÃ"), false, N_("bảng mã của tệp, ví dụ tcvn3, vni, viscii (mặc định: tự nhận ra)")) \
	X(DRY_RUN, "dry-run", 0, NULL, false, N_("chỉ đọc và báo lại, không lưu gì"))                              \
	X(NEW_VERSION, "new-version", 0, NULL, false, N_("đây là bản mới thay cho kế hoạch cùng số đã nhập"))      \
	X(SOURCE, "source", 0, NULL, false, N_("in lời gốc của nhiệm vụ trong tệp đã nhập"))                      \
	X(REVIEW, "review", 0, NULL, false, N_("xem lại và sửa cách hiểu trên màn hình trước khi lưu"))            \
	X(OUTPUT, "output", 'o', N_("TỆP"), true, N_("ghi ra tệp thay vì in ra"))                                  \
	X(LOAD, "load", 0, N_("TỆP"), true, N_("nạp danh sách cơ quan, tiêu chí (các cột cách nhau bằng dấu tab)"))          \
	X(SECTION, "section", 0, N_("MỤC"), false, N_("mục nhận nhiệm vụ, ví dụ II.1"))                            \
	X(TITLE, "title", 0, N_("CHỮ"), false, N_("tên nhiệm vụ"))                                                 \
	X(TEXT, "text", 0, N_("CHỮ"), false, N_("nguyên văn nhiệm vụ"))                                            \
	X(PRODUCT, "product", 0, N_("CHỮ"), false, N_("sản phẩm của nhiệm vụ"))                                    \
	X(LEAD, "lead", 0, N_("CƠ_QUAN"), false, N_("cơ quan chủ trì; nhắc lại được; để trống \"\" là không ai"))   \
	X(WITH, "with", 0, N_("CƠ_QUAN"), false, N_("cơ quan phối hợp; nhắc lại được; để trống \"\" là không ai"))  \
	X(GROUP, "group", 0, N_("NHÓM"), false, N_("nhóm cơ quan chủ trì; nhắc lại được"))                         \
	X(VIA, "via", 0, N_("CƠ_QUAN"), false, N_("cơ quan nhận báo cáo để tổng hợp; để trống \"\" là không ai"))   \
	X(REASON, "reason", 0, N_("CHỮ"), false, N_("lý do, ghi vào nhật ký"))                                     \
	X(AGENCY, "agency", 0, N_("CƠ_QUAN"), false, N_("chỉ phần việc của cơ quan hoặc nhóm này"))                \
	X(PERIOD, "period", 0, N_("KỲ"), false, N_("chỉ kỳ này, ví dụ 2013-Q3, 2013-09, 2013-H1, 2013"))          \
	X(ON, "on", 0, N_("NGÀY"), false, N_("ngày hoàn thành (mặc định: hôm nay), hoặc ngày thay đổi cơ quan có hiệu lực"))                         \
	X(EVIDENCE, "evidence", 0, N_("CHỮ"), false, N_("minh chứng, ví dụ số văn bản báo cáo"))                   \
	X(SUBPLAN, "subplan", 0, N_("SỐ"), false, N_("làm xong bằng kế hoạch riêng này của cơ quan, đã nhập ở đây"))     \
	X(CAUSE, "cause", 0, N_("CHỮ"), false, N_("nguyên nhân chậm"))                                             \
	X(OPEN, "open", 0, N_("NĂM"), false, N_("mở các kỳ của năm này"))                                          \
	X(EVERY, "every", 0, "month|quarter|half|year", false, N_("kỳ theo tháng, quý, nửa năm hay năm (mặc định: theo thời hạn của các nhiệm vụ)")) \
	X(SET, "set", 0, N_("BỘ_KỲ"), false, N_("bộ kỳ có sẵn: month, quarter, half, year, hoặc bnv581 (bốn kỳ của Bộ Nội vụ theo công văn 581/BNV-CCHC)")) \
	X(YEAR, "year", 0, N_("NĂM"), false, N_("các kỳ của năm này (mặc định: năm gần nhất đã bắt đầu)"))          \
	X(DUE, "due", 0, N_("NGÀY"), false, N_("ngày cuối để gửi của kỳ nêu ở --period; để trống \"\" là theo thời hạn của nhiệm vụ")) \
	X(REMOVE, "remove", 0, N_("KỲ"), false, N_("bỏ kỳ này; những gì đã ghi vẫn được giữ"))                     \
	X(AS_OF, "as-of", 0, N_("NGÀY"), false, N_("ngày chốt số liệu, hoặc ngày xem sổ cơ quan (mặc định: hôm nay)"))                  \
	X(KNOWN_AT, "known-at", 0, N_("LÚC"), false, N_("chỉ tính những gì đã ghi đến lúc đó (mặc định: bây giờ)")) \
	X(NAMES, "names", 0, "plan|today", false, N_("tên cơ quan như lúc ban hành kế hoạch (mặc định) hay như hôm nay")) \
	X(EXPORT, "export", 0, NULL, false, N_("in thành danh sách mà «--load» đọc lại được"))       \
	X(DUPLICATES, "duplicates", 0, NULL, false, N_("liệt kê những cặp có thể là cùng một cơ quan"))           \
	X(RENAME, "rename", 0, N_("CƠ_QUAN"), false, N_("đổi tên cơ quan, lĩnh vực này thành tên ở «--to»"))                 \
	X(MERGE, "merge", 0, N_("CƠ_QUAN"), false, N_("sáp nhập cơ quan này vào cơ quan ở «--into»; nhắc lại được")) \
	X(SPLIT, "split", 0, N_("CƠ_QUAN"), false, N_("chia tách cơ quan này thành các cơ quan ở «--into»"))       \
	X(PART, "part", 0, N_("CƠ_QUAN"), false, N_("chuyển một phần nhiệm vụ của cơ quan này sang cơ quan ở «--into»")) \
	X(ABOLISH, "abolish", 0, N_("CƠ_QUAN"), false, N_("giải thể cơ quan này; nhắc lại được"))                  \
	X(SAME, "same", 0, N_("CƠ_QUAN"), false, N_("dòng này của sổ chính là cơ quan ở «--to»: gộp làm một"))          \
	X(TRANSFER, "transfer", 0, N_("CƠ_QUAN"), false, N_("chuyển giao phần việc chưa xong của cơ quan đã giải thể sang cơ quan ở «--to»")) \
	X(TO, "to", 0, N_("TÊN"), false, N_("tên mới, hoặc cơ quan nhận"))                                         \
	X(INTO, "into", 0, N_("CƠ_QUAN"), false, N_("cơ quan tiếp nhận hoặc lập mới; nhắc lại được"))              \
	X(DOCUMENT, "document", 0, N_("SỐ"), false, N_("số, ký hiệu văn bản quyết định việc này"))                 \
	X(CODE, "code", 0, N_("KÝ_HIỆU"), false, N_("ký hiệu mới của cơ quan đổi tên"))                            \
	X(ORIGINAL, "original", 0, NULL, false, N_("theo hạn gốc, như chưa có gia hạn nào"))                       \
	X(AREA, "area", 0, N_("LĨNH_VỰC"), false, N_("lĩnh vực của kế hoạch; nhắc lại được"))                        \
	X(TAG, "tag", 0, N_("NHÃN"), false, N_("nhãn; nhắc lại được"))                                             \
	X(ADD, "add", 0, N_("TÊN"), false, N_("thêm lĩnh vực này; nhắc lại được"))                                  \
	X(DROP, "drop", 0, N_("LĨNH_VỰC"), false, N_("bỏ lĩnh vực, tiêu chí này"))                                            \
	X(MAX, "max", 0, N_("ĐIỂM"), false, N_("điểm tối đa"))                                                      \
	X(SELF, "self", 0, N_("ĐIỂM"), false, N_("điểm tự chấm; \"\" là bỏ"))                                       \
	X(VERIFIED, "verified", 0, N_("ĐIỂM"), false, N_("điểm thẩm định; \"\" là bỏ"))                              \
	X(TASK, "task", 0, N_("NHIỆM_VỤ"), false, N_("nhiệm vụ phục vụ tiêu chí này; nhắc lại được"))               \
	X(PLACE, "place", 0, N_("NƠI"), false, N_("nơi họp"))                                                       \
	X(CHAIR, "chair", 0, N_("TÊN"), false, N_("người chủ trì họp"))                                             \
	X(SECRETARY, "secretary", 0, N_("TÊN"), false, N_("thư ký phiên họp"))                                      \
	X(PRESENT, "present", 0, N_("CHỮ"), false, N_("thành phần dự họp"))                                          \
	X(BY, "by", 0, "agency|group|section|month|plan|area|tag", false, N_("tính riêng theo cơ quan, nhóm, mục, tháng của hạn, kế hoạch, lĩnh vực hoặc nhãn"))

enum option_id {
#define X(id, name, letter, argument, is_file, help) OPTION_##id,
	OPTIONS(X)
#undef X
	OPTION_COUNT
};

/* A set of options, of which there are more than 64. */
__extension__ typedef unsigned __int128 option_set;

#define OPTION_BIT_OF(option) ((option_set)1 << (option))
#define OPTION_BIT(id) OPTION_BIT_OF(OPTION_##id)

struct option_row {
	const char *name;
	char letter;
	const char *argument;	/* NULL: takes none */
	bool is_file;
	const char *help;
};

const struct option_row *option_row(enum option_id option);
bool option_is_global(enum option_id option);	/* every command takes it */

struct command;

struct arguments {
	const struct command *command;			/* NULL: none was named */
	struct string_list values[OPTION_COUNT];	/* as often as given; "" where there is no argument */
	struct string_list words;			/* what stands behind the command's name */
	char **rest;					/* for commands that read their line themselves: */
	int rest_count;					/* from the command's name on; borrowed */
};

/*
 * Read the line. STATUS_INVALID is wrong use. --lang and --charset count as soon as they
 * are read, so that what follows is refused in that language and those letters.
 */
enum status arguments_read(int argc, char **argv, struct arguments *out, struct error *err);
void arguments_release(struct arguments *arguments);

bool option_given(const struct arguments *arguments, enum option_id option);
/* The last value given; NULL when there is none. */
const char *option_value(const struct arguments *arguments, enum option_id option);

/* The words from number FIRST on (0: the first behind the command's name), joined by blanks. Caller frees. */
char *words_from(const struct arguments *arguments, size_t first);

#endif
