/**
 * In the page, as text, because policies refuse functions of text: true if the print sheet exists. Poll it: its code comes after the first
 * picture.
 */
export const HAS_SHEET = `(() => {
  dispatchEvent(new Event('beforeprint'));
  const has = document.querySelector('.print-sheet svg') !== null;
  dispatchEvent(new Event('afterprint'));
  return has;
})()`;
