/** Where there is no room beside the drawer, which is a sheet below the picture then. */
const NARROW = '(max-width: 760px)';

/**
 * On a narrow screen brings a panel (left, right, data) above the sheet. Elsewhere it is seen anyway, but for the data beside a drawer
 * on a narrow page, which stand below the curves: there it is scrolled to as far as it must be.
 */
export function bringIntoView(panel: 'left' | 'right' | 'data'): void {
  const isNarrow = matchMedia(NARROW).matches;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Two layers show their outputs in place of the data, but only while they are explained.
  const names = panel === 'data' ? ['data', 'output'] : [panel];
  requestAnimationFrame(() =>
    document
      .querySelector(names.map((name) => `main [data-testid="${name}"]`).join(','))
      ?.scrollIntoView({ block: isNarrow ? 'start' : 'nearest', behavior: calm ? 'auto' : 'smooth' }),
  );
}
