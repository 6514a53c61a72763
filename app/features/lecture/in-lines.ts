/** Width of a line in Latin letters; a Chinese character counts as two. */
const LINE = 48;

const widthOf = (text: string) => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** Breaks a heading of two lines between sentences, if each side of the break takes one line. */
export function inLines(text: string): readonly string[] {
  if (widthOf(text) <= LINE) return [text];
  const ends = [...text.matchAll(/[.?!](?= )|[。？！](?=.)/g)].map(({ index }) => index + 1);
  const pairs = ends.map((end) => [text.slice(0, end), text.slice(end)] as const);
  const widest = (pair: readonly string[]) => Math.max(...pair.map(widthOf));
  const [best] = pairs.sort((a, b) => widest(a) - widest(b));
  return best && widest(best) <= LINE ? best : [text];
}
