interface KeyboardLock {
  readonly keyboard?: { lock?(keys: readonly string[]): Promise<void> };
}

/** Enters full screen; if refused, presents in the window. */
export async function enterFullScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen();
    // Let Escape reach the page, which closes the blank screen first.
    await (navigator as KeyboardLock).keyboard?.lock?.(['Escape']);
  } catch {
    // Stay in the window.
  }
}

/**
 * Follows full screen while presenting. Leaving it by the browser's Escape counts as one Escape; by F or for a new window (`isExpected`),
 * presenting goes on. Returns a function that stops and leaves full screen.
 */
export function followFullScreen(isExpected: () => boolean): () => void {
  let lastKey = '';
  const onKey = ({ key }: KeyboardEvent) => {
    lastKey = key.toLowerCase();
  };
  const onChange = () => {
    if (!document.fullscreenElement && lastKey !== 'f' && !isExpected())
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    lastKey = '';
  };
  addEventListener('keydown', onKey, true);
  document.addEventListener('fullscreenchange', onChange);
  return () => {
    removeEventListener('keydown', onKey, true);
    document.removeEventListener('fullscreenchange', onChange);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  };
}
