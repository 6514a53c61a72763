/**
 * Writes words that change with every frame into an element that holds nothing else. The text node stays: one in its place would have the
 * browser ask anew which elements have it (`:has`), and so style the whole page. Not for words whose other end stands still: when they
 * grow, a text node that stays has moved, and that counts as a shift of the page.
 */
export function writeText(element: Element | null, words: string): void {
  const text = element?.firstChild;
  if (!element || text?.nodeValue === words) return;
  if (text && words !== '') text.nodeValue = words;
  else element.textContent = words;
}
