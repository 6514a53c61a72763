import type { ParamValue } from '../../../../engine/params.ts';

/** What the code carries of the permissions that a frame may have; everything else stays forbidden. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** Smallest and largest frame, in CSS pixels: below it there is no room for two maps and a bar. */
export const LIMITS = { width: { least: 320, most: 2000 }, height: { least: 240, most: 1600 } } as const;

/** Sizes to choose from: a sidebar's to a page's, and a phone's. */
export const PRESETS = ['320x240', '400x300', '640x360', '800x450', '1200x600', '360x740'] as const;

/** What is shown, as `panels=` writes it; empty where the size decides. */
export const SHOWS = [
  'auto',
  'maps',
  'maps,curves',
  'maps,data',
  'maps,data,curves',
  'data',
  'curves',
] as const;

/** What a reader may do: everything in the frame, play it, or nothing, since the page around it does. */
export const CONTROLS = ['all', 'playback', 'none'] as const;

export interface EmbedChoices {
  readonly width: number;
  readonly height: number;
  readonly theme: string;
  readonly shows: (typeof SHOWS)[number];
  readonly controls: (typeof CONTROLS)[number];
  readonly from: 'step' | 'start';
  /** Whether the frame takes the height that it asks for. */
  readonly fits: boolean;
}

/** Names that `hide=` takes for each of the choices. */
const HIDDEN = { all: [], playback: ['place'], none: ['play', 'steps', 'scrub', 'reset', 'place'] } as const;

/** The values that the choices change in the link of what is shown; `hide` is what it hides already. */
export function embedValues(
  { theme, shows, controls, from }: EmbedChoices,
  hide: readonly string[],
): Record<string, ParamValue> {
  return {
    theme,
    panels: shows === 'auto' ? '' : shows,
    hide: [...new Set([...hide, ...HIDDEN[controls]])].join(','),
    embed: false,
    // A frame has no room for a lecture, nor a camera.
    lecture: '',
    scene: 1,
    solid: false,
    ...(from === 'start' ? { k: 0 } : {}),
  };
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** Every embed of the page gets the height that it asks for, whichever of them asks. */
const FITTING = `<script>
  addEventListener('message', ({ source, data }) => {
    if (data?.source !== 'twin-descent' || data.type !== 'height') return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = \`\${Number(data.height)}px\`;
  });
</script>`;

/** The code that stands in another page. With its own height the frame is as wide as its place. */
export function embedCode(address: string, title: string, { width, height, fits }: EmbedChoices): string {
  const frame = `<iframe
  src="${attribute(address)}"
  width="${fits ? '100%' : width}" height="${height}" style="border: 0; max-width: 100%"
  title="${attribute(title)}" loading="lazy"
  sandbox="${SANDBOX}"
></iframe>`;
  return fits ? `${frame}\n${FITTING}` : frame;
}
