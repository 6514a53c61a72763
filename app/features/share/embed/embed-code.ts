import type { ParamValue } from '../../../../engine/params.ts';

export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** Limits in CSS px; less has no room for two maps and a bar. */
export const LIMITS = { width: { least: 320, most: 2000 }, height: { least: 240, most: 1600 } } as const;

/** From a sidebar to a page, and a phone. */
export const PRESETS = ['320x240', '400x300', '640x360', '800x450', '1200x600', '360x740'] as const;

/** Values of `panels=`; `auto` lets the size decide. */
export const SHOWS = [
  'auto',
  'maps',
  'maps,curves',
  'maps,data',
  'maps,data,curves',
  'data',
  'curves',
] as const;

/** all; playback only; none: the parent page controls the frame. */
export const CONTROLS = ['all', 'playback', 'none'] as const;

export interface EmbedChoices {
  readonly width: number;
  readonly height: number;
  readonly theme: string;
  readonly shows: (typeof SHOWS)[number];
  readonly controls: (typeof CONTROLS)[number];
  readonly from: 'step' | 'start';
  /** True if the frame takes the height it requests. */
  readonly fits: boolean;
}

/** Names for `hide=` by choice. */
const HIDDEN = { all: [], playback: ['place'], none: ['play', 'steps', 'scrub', 'reset', 'place'] } as const;

/** Returns the link's values; `hide` is the link's present value. */
export function embedValues(
  { theme, shows, controls, from }: EmbedChoices,
  hide: readonly string[],
): Record<string, ParamValue> {
  return {
    theme,
    panels: shows === 'auto' ? '' : shows,
    hide: [...new Set([...hide, ...HIDDEN[controls]])].join(','),
    embed: false,
    // A frame has no room for a lecture or a camera.
    lecture: '',
    scene: 1,
    solid: false,
    ...(from === 'start' ? { k: 0 } : {}),
  };
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** Script that gives a page's embeds the heights they request. */
const FITTING = `<script>
  addEventListener('message', ({ source, data }) => {
    if (data?.source !== 'twin-descent' || data.type !== 'height') return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = \`\${Number(data.height)}px\`;
  });
</script>`;

/** Returns the code for another page. Automatic height implies the container's width. */
export function embedCode(address: string, title: string, { width, height, fits }: EmbedChoices): string {
  const frame = `<iframe
  src="${attribute(address)}"
  width="${fits ? '100%' : width}" height="${height}" style="border: 0; max-width: 100%"
  title="${attribute(title)}" loading="lazy"
  sandbox="${SANDBOX}"
></iframe>`;
  return fits ? `${frame}\n${FITTING}` : frame;
}
