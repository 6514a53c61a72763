/** Bytes read: documents begin with a brace, tables with names or numbers. */
const HEAD = 64;

/** True if named .json or beginning like JSON; false if unreadable. */
export async function isLectureFile(file: File): Promise<boolean> {
  if (/\.json$/i.test(file.name)) return true;
  try {
    // A byte order mark may precede the brace.
    return (await file.slice(0, HEAD).text())
      .replace(/^\uFEFF/, '')
      .trimStart()
      .startsWith('{');
  } catch {
    return false;
  }
}
