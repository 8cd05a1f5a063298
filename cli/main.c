#include <stdio.h>

int main(void)
{
	puts("kehoach");
	return 0;
}
