/** Widths at which the drawer is a sheet below the picture. */
const NARROW = '(max-width: 760px)';

/** Scrolls a panel above the sheet on narrow screens; elsewhere only the data, below the curves. */
export function bringIntoView(panel: 'left' | 'right' | 'data'): void {
  const isNarrow = matchMedia(NARROW).matches;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Two layers show outputs instead of data, in explanations only.
  const names = panel === 'data' ? ['data', 'output'] : [panel];
  requestAnimationFrame(() =>
    document
      .querySelector(names.map((name) => `main [data-testid="${name}"]`).join(','))
      ?.scrollIntoView({ block: isNarrow ? 'start' : 'nearest', behavior: calm ? 'auto' : 'smooth' }),
  );
}
