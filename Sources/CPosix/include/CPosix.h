#ifndef CPOSIX_H
#define CPOSIX_H

/// Lets two paths of one file system change places in one step.
/// Returns 0, or the error number: ENOSYS or EINVAL where the system or file system cannot do it,
/// EXDEV or EBUSY across file systems and at mount points.
int posix_exchange(const char *one, const char *other);

#endif
