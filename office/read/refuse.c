#include "office/read/refuse.h"

#include "core/base/gettext.h"

enum status refuse(const char *label, enum trouble trouble, struct error *err)
{
	switch (trouble) {
	case TROUBLE_DAMAGED:
		return error_set(err, STATUS_INVALID,
				 _("«%s» bị hỏng hoặc chưa tải về trọn vẹn; hãy mở bằng Word hoặc LibreOffice, lưu lại rồi nhập lại."),
				 label);
	case TROUBLE_LOCKED:
		return error_set(err, STATUS_INVALID,
				 _("«%s» có đặt mật khẩu; hãy mở tệp, bỏ mật khẩu, lưu lại rồi nhập lại."), label);
	case TROUBLE_TOO_LARGE:
		return error_set(err, STATUS_INVALID,
				 _("«%s» chứa quá nhiều nội dung so với một kế hoạch; hãy chia tệp hoặc kiểm tra lại tệp."), label);
	case TROUBLE_TOO_DEEP:
		return error_set(err, STATUS_INVALID,
				 _("«%s» có các phần lồng vào nhau quá sâu, không giống văn bản do Word hay LibreOffice lưu; "
				   "hãy mở tệp, lưu lại rồi nhập lại."), label);
	case TROUBLE_TOO_WIDE:
		return error_set(err, STATUS_INVALID,
				 _("«%s» có bảng quá nhiều cột hoặc quá nhiều dòng; hãy xóa phần thừa rồi nhập lại."), label);
	case TROUBLE_ENTITIES:
		return error_set(err, STATUS_INVALID,
				 _("«%s» có khai báo DOCTYPE mà tệp do Word hay LibreOffice lưu không bao giờ có; "
				   "tệp không an toàn nên không đọc."), label);
	case TROUBLE_NO_TEXT:
		return error_set(err, STATUS_INVALID,
				 _("«%s» không có chữ nào để đọc; nếu là bản quét thì hãy nhận dạng chữ (OCR) trước rồi nhập lại."),
				 label);
	}
	BUG("no such trouble");
}
