/**
 * Writes words that change with every frame into an element that holds nothing else. The text node stays: one in its place would have the
 * browser ask anew which elements have it (`:has`), and so style the whole page. Right-aligned words need `direction: rtl` with
 * `unicode-bidi: plaintext`: they look the same, but the browser takes their right end as their start, which stays put as they grow.
 */
export function writeText(element: Element | null, words: string): void {
  const text = element?.firstChild;
  if (!element || text?.nodeValue === words) return;
  if (text && words !== '') text.nodeValue = words;
  else element.textContent = words;
}
