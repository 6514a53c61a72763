/**
 * Writes words that change every frame into an element without other content. Keeps the text node: replacing it makes the browser
 * re-evaluate `:has` and restyle the whole page. Right-aligned words need `direction: rtl` with `unicode-bidi: plaintext`: they look the
 * same, but their right end counts as the start, which stays put as they grow.
 */
export function writeText(element: Element | null, words: string): void {
  const text = element?.firstChild;
  if (!element || text?.nodeValue === words) return;
  if (text && words !== '') text.nodeValue = words;
  else element.textContent = words;
}
