/** Where there is no room beside the drawer, which is a sheet below the picture then. */
const NARROW = '(max-width: 760px)';

/** On a narrow screen brings a panel (left, right, data) above the sheet; elsewhere all of them are seen anyway. */
export function bringIntoView(panel: 'left' | 'right' | 'data'): void {
  if (!matchMedia(NARROW).matches) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document
    .querySelector(`main [data-testid="${panel}"]`)
    ?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
}
