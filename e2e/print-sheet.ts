/**
 * In the page, as text for a page whose policy lets nobody make functions of text: whether printing has its sheet. The code that makes it
 * comes after the first picture, so that a test asks until it has.
 */
export const HAS_SHEET = `(() => {
  dispatchEvent(new Event('beforeprint'));
  const has = document.querySelector('.print-sheet svg') !== null;
  dispatchEvent(new Event('afterprint'));
  return has;
})()`;
