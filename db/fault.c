#include "db/fault.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

#include "core/base/gettext.h"

static bool is_no_room(int os_error)
{
	return os_error == ENOSPC || os_error == EDQUOT || os_error == EFBIG;
}

static bool is_no_right(int os_error)
{
	return os_error == EACCES || os_error == EPERM || os_error == EROFS;
}

static enum status no_room(struct error *err, const char *path)
{
	return error_set(err, STATUS_FULL,
			 _("Đĩa đã đầy nên chưa ghi được vào «%s»; hãy giải phóng chỗ trên đĩa rồi làm lại việc vừa rồi."),
			 path);
}

static enum status no_right(struct error *err, const char *path)
{
	return error_set(err, STATUS_READONLY,
			 _("Không có quyền ghi vào «%s» hoặc vào thư mục chứa nó; "
			   "hãy nhờ người quản trị cấp quyền ghi."), path);
}

enum status fault_of_system(struct error *err, const char *path, int os_error)
{
	if (is_no_room(os_error))
		return no_room(err, path);
	if (is_no_right(os_error))
		return no_right(err, path);
	if (os_error == ENOENT || os_error == ENOTDIR)
		return error_set(err, STATUS_IO,
				 _("Không có «%s»; hãy kiểm tra lại đường dẫn, thư mục chứa tệp phải có trước."), path);
	if (os_error == EISDIR)
		return error_set(err, STATUS_IO,
				 _("«%s» là một thư mục; hãy cho biết tên tệp cơ sở dữ liệu."), path);
	return error_set(err, STATUS_IO, _("Không dùng được «%s» (%s); hãy kiểm tra đĩa rồi thử lại."), path,
			 strerror(os_error));
}

enum status fault_not_ours(struct error *err, const char *path)
{
	return error_set(err, STATUS_NOT_OURS,
			 _("«%s» không phải là cơ sở dữ liệu của kehoach nên được giữ nguyên; hãy chọn tệp khác."), path);
}

enum status fault_newer(struct error *err, const char *path, int version, int known)
{
	return error_set(err, STATUS_NEWER_SCHEMA,
			 _("«%s» do một bản kehoach mới hơn ghi (dạng %d, bản này biết đến dạng %d) nên được giữ nguyên; "
			   "hãy cài bản kehoach mới."), path, version, known);
}

static enum status cannot_open(struct error *err, const char *path, int code, int os_error)
{
	if (code == SQLITE_CANTOPEN_SYMLINK)
		return error_set(err, STATUS_IO,
				 _("«%s» là một liên kết; hãy cho biết đường dẫn của chính tệp cơ sở dữ liệu."), path);
	if (code == SQLITE_CANTOPEN_ISDIR)
		os_error = EISDIR;
	/* The file itself is there (db/file looked): its -wal and -shm cannot be made beside it. */
	if (os_error == ENOENT)
		os_error = EROFS;
	return fault_of_system(err, path, os_error ? os_error : EIO);
}

enum status fault_of_engine(struct error *err, const char *path, int code, int os_error, const char *words)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		return error_set(err, STATUS_BUSY,
				 _("Người khác đang giữ cơ sở dữ liệu «%s» quá lâu nên chưa có gì được ghi; "
				   "hãy thử lại sau ít giây."), path);
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return no_right(err, path);
	case SQLITE_FULL:
		return no_room(err, path);
	case SQLITE_IOERR:
		/* Any other errno may be left over from a look for a file that need not be there. */
		return fault_of_system(err, path, is_no_room(os_error) || is_no_right(os_error) ? os_error : EIO);
	case SQLITE_CANTOPEN:
		return cannot_open(err, path, code, os_error);
	case SQLITE_NOTADB:
		return fault_not_ours(err, path);
	case SQLITE_TOOBIG:
		return error_set(err, STATUS_INVALID,
				 _("Nội dung quá lớn để lưu trong cơ sở dữ liệu; hãy chia nhỏ rồi làm lại."));
	case SQLITE_CONSTRAINT:
		return error_set(err, STATUS_INVALID,
				 _("Dữ liệu không khớp với phần đã lưu nên chưa có gì được ghi (%s); hãy xem lại rồi làm lại."), words);
	case SQLITE_NOMEM:
		BUG("the database engine is out of memory");
	case SQLITE_MISUSE:
	case SQLITE_RANGE:
		BUG("the database engine is misused: %s", words);
	default:
		return error_set(err, STATUS_CORRUPT,
				 _("Cơ sở dữ liệu «%s» bị hỏng (%s); đừng ghi thêm vào đó, "
				   "hãy khôi phục từ bản sao lưu gần nhất."), path, words);
	}
}
