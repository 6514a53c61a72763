/**
 * Writes words that change every frame into an element without other content. Keeps the text node: replacing it re-evaluates `:has` and
 * restyles the page. Right-aligned words need `direction: rtl` with `unicode-bidi: plaintext`: their right end then counts as the start
 * and stays put as they grow.
 */
export function writeText(element: Element | null, words: string): void {
  const text = element?.firstChild;
  if (!element || text?.nodeValue === words) return;
  if (text && words !== '') text.nodeValue = words;
  else element.textContent = words;
}
