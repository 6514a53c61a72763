/** The fonts that the page is set in, as theme.css names them. */
const FONTS = ['16px "Inter Variable"', '16px "Source Serif 4 Variable"'];

/** Milliseconds that the first picture waits for them at most; later ones replace the system's, and move what stands beside them. */
const FONTS_MS = 1000;

/** Resolves once the page's letters can be drawn and measured, or have been waited for; where they cannot be had the system's serve. */
export function lettersReady(): Promise<unknown> {
  const here = Promise.all(FONTS.map((font) => document.fonts.load(font)));
  const late = new Promise((resolve) => setTimeout(resolve, FONTS_MS));
  return Promise.race([here, late]).catch(() => undefined);
}
