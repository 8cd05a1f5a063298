#include "office/office.h"

typedef int office_is_made_of_more_than_this_file;
