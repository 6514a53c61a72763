import { SUPERSCRIPT_SIZE, splitSuperscripts, type TextMark } from '../display-list.ts';
import { textWidth } from '../text-width.ts';

/** Widths of signs that `textWidth` guesses, in hundredths of the size, measured in Inter at 600. */
const SIGNS: Readonly<Record<string, number>> = {
  '’': 29,
  '‘': 29,
  '“': 50,
  '”': 50,
  '·': 32,
  '…': 95,
  '–': 50,
  '—': 100,
  '≤': 84,
  '≥': 84,
  '∞': 83,
  '‖': 50,
  '₁': 44,
  '₂': 44,
  '°': 46,
};
const GUESSED = 66;

const TABULAR = 65;

/** Width at weight 400 relative to 600, which `textWidth` measures. */
const REGULAR = 0.97;

/** Returns a text's pixels in the page's fonts: `textWidth`, which layouts use, corrected for weight, tabular digits and signs. */
export function drawnWidth({ text, size, font, weight, tabular }: TextMark): number {
  let hundredths = 0;
  for (const run of splitSuperscripts(text))
    for (const character of run.text) {
      const share = run.raised ? SUPERSCRIPT_SIZE : 1;
      if (tabular && /[0-9]/.test(character)) hundredths += share * (TABULAR - 100 * textWidth(character, 1));
      else if (font === 'sans') hundredths += share * ((SIGNS[character] ?? GUESSED) - GUESSED);
    }
  const measured = textWidth(text, size, font) + (hundredths / 100) * size;
  return font === 'sans' && weight < 600 ? REGULAR * measured : measured;
}
