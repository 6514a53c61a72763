const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** True if XML can contain a character, escaped or not. */
function isXml(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}

/** Escapes text for XML and its attributes; replaces characters XML cannot contain. */
export function escapeXml(text: string): string {
  let escaped = '';
  for (const character of text)
    escaped += isXml(character.codePointAt(0)!) ? (ENTITIES[character] ?? character) : '\uFFFD';
  return escaped;
}
