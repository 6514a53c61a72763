const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Whether XML can hold a character at all, whichever way it is written. */
function isXml(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}

/** Text as it stands in XML, in attributes too: never markup. What XML cannot hold becomes the replacement character. */
export function escapeXml(text: string): string {
  let escaped = '';
  for (const character of text)
    escaped += isXml(character.codePointAt(0)!) ? (ENTITIES[character] ?? character) : '\uFFFD';
  return escaped;
}
