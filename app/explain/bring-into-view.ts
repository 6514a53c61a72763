/** Where there is no room beside the drawer, which is a sheet below the picture then. */
const NARROW = '(max-width: 760px)';

/** On a narrow screen brings a panel (left, right, data) above the sheet; elsewhere all of them are seen anyway. */
export function bringIntoView(panel: 'left' | 'right' | 'data'): void {
  if (!matchMedia(NARROW).matches) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Two layers have a panel of outputs in place of the data.
  const names = panel === 'data' ? ['data', 'output'] : [panel];
  document
    .querySelector(names.map((name) => `main [data-testid="${name}"]`).join(','))
    ?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
}
