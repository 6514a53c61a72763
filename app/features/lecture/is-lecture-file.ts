/** Bytes that tell: a table begins with names or numbers, a document with a brace. */
const HEAD = 64;

/** Whether a file is meant as a lecture: by its name, or because it begins as JSON does. One that cannot be read is none. */
export async function isLectureFile(file: File): Promise<boolean> {
  if (/\.json$/i.test(file.name)) return true;
  try {
    // What marks the order of bytes may stand before the brace.
    return (await file.slice(0, HEAD).text())
      .replace(/^\uFEFF/, '')
      .trimStart()
      .startsWith('{');
  } catch {
    return false;
  }
}
