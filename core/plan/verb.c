#include "core/plan/verb.h"

/* By their first word. Whole verbs: "bảo vệ" is one, and "bảo" begins many a noun. */
static const char *const verbs[] = {
	"ban hành", "báo cáo", "bảo đảm|vệ|quản", "biểu dương", "biên soạn|tập", "bố trí", "bổ sung|nhiệm", "bồi dưỡng", "cải tiến|tạo",
	"cân đối|nhắc", "cập nhật", "căn cứ", "cấp phát|phép", "chấn chỉnh", "chấp hành", "chịu trách", "chỉ đạo|định", "chỉnh sửa|lý", "chủ trì|động|tọa",
	"chuẩn bị|hóa", "chuyển giao", "công bố|khai|nhận", "cung cấp|ứng", "củng cố", "cử cán|công|người|đại", "cụ thể", "dự báo|thảo|trù", "duy trì",
	"đảm bảo|nhận|nhiệm", "đánh giá", "đào tạo", "đăng ký|tải", "đầu tư", "đẩy mạnh|nhanh", "đấu tranh", "đề xuất|nghị|ra",
	"điều chỉnh|tra|phối|hành|động", "đình chỉ", "định hướng|kỳ", "đôn đốc", "đổi mới", "đối chiếu", "đồng bộ|thời", "động viên", "giám sát", "giải quyết|đáp", "giới thiệu",
	"gắn kết", "góp ý|phần", "hoàn thành|thiện|chỉnh", "hỗ trợ", "huy động", "hướng dẫn", "kêu gọi", "kết nối|hợp", "khai thác", "khảo sát", "khắc phục",
	"in ấn", "khẩn trương", "khuyến khích|cáo", "kịp thời", "kiểm tra|soát|điểm|đếm|kê", "kiện toàn", "kiến nghị", "lãnh đạo", "lấy ý", "liên hệ", "lồng ghép", "lưu trữ|giữ",
	"lựa chọn", "mở rộng|lớp|đợt|chuyên", "nâng cao|cấp", "nắm bắt|tình", "nghiệm thu", "niêm yết", "nghiêm túc|cấm", "nghiên cứu", "ngăn chặn", "nhân rộng", "phát hiện|động|huy|hành|triển|sóng", "phản ánh|biện",
	"phân công|bổ|tích|loại|cấp|giao", "phê duyệt", "phòng ngừa", "phổ biến", "phối hợp", "phụ trách", "quán triệt", "quản lý", "quy định|hoạch", "quyết định|liệt", "rà soát", "sao gửi|lưu|chụp", "số hóa", "sơ kết",
	"san lấp|tạo|ủi", "sắp xếp", "sử dụng", "sửa đổi|chữa", "tạo điều|lập", "tạm dừng", "tăng cường", "tập trung|huấn|hợp", "tham mưu|gia|vấn", "thanh tra|toán", "thay thế", "thành lập", "thẩm định|tra",
	"theo dõi", "thiết kế|lập", "thí điểm", "thông báo|tin|qua", "thống kê|nhất", "thu thập|hồi|hút|phí", "thúc đẩy", "thực hiện|thi", "thường xuyên|trực",
	"tiếp tục|nhận|thu|xúc", "tiến hành", "tiết kiệm", "tìm kiếm|hiểu", "tích cực|hợp", "tính toán", "tổ chức", "tổng hợp|kết|rà", "trao đổi", "tranh thủ", "trả lời", "tri ân", "triển khai",
	"triệt để", "trực tiếp|thuộc", "tuần tra", "tuyên truyền", "tuyển dụng|chọn", "tuân thủ", "tự rà|kiểm|đánh|tổ|chịu|chủ", "tư vấn", "tham dự", "ưu tiên", "ứng dụng|phó", "vận động|hành|dụng", "xác định|minh|nhận", "xây dựng",
	"xem xét", "xin ý", "xuất bản", "xúc tiến", "xử lý|phạt", "yêu cầu", NULL,
};

/* Of one word. */
static const char single[] = "lập|trình|giao|gửi|giúp|mời|mở|nộp|soạn|ra|đưa|đăng|làm|sớm|phải|cần|sẽ|đã|đang|chịu|có|là|được|cử";

/* "công trình", "ngoại giao", "giao thông": nouns with a syllable that is a verb by itself. */
static bool is_half_of_noun(const struct words *words, size_t at)
{
	return (at && phrase_at(words, at - 1, "công|chương|quy|tiến|lộ|giáo|hành|quá|lịch trình")) ||
	       (at && phrase_at(words, at - 1, "ngoại giao")) ||
	       (phrase_at(words, at, "giao thông|dịch|thương|lưu") && !words->items[at + 1].capital);
}

size_t work_verb_at(const struct words *words, size_t at)
{
	size_t n;

	if (at >= words->count || words->items[at].kind != WORD_LETTERS || words->items[at].capital)
		return 0;
	n = any_phrase_at(words, at, verbs);
	return n ? n : word_is(words, at, single) && !is_half_of_noun(words, at) ? 1 : 0;
}
