interface KeyboardLock {
  readonly keyboard?: { lock?(keys: readonly string[]): Promise<void> };
}

/** Asks for the whole screen; where the browser forbids it the page is presented in its window. */
export async function enterFullScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen();
    // Where the browser can leave Escape to the page, it closes the blank screen before it leaves the full one.
    await (navigator as KeyboardLock).keyboard?.lock?.(['Escape']);
  } catch {
    // Presented in its window.
  }
}

/**
 * While it is presented: to leave the full screen by the browser's own Escape counts as Escape, once; to leave it by F, or because a
 * window opened (`isExpected`), does not end presenting. Returns a function that ends this, and the full screen with it.
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
