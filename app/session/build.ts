/** Put there by vite (vite.config.ts); absent where the sources run without it, as in unit tests. */
declare const __BUILD__: { readonly version: string; readonly commit: string } | undefined;

/** What the page was built from: its version and, where git was there, the commit. */
export const BUILD: { readonly version: string; readonly commit: string } =
  typeof __BUILD__ === 'undefined' ? { version: '', commit: '' } : __BUILD__;
