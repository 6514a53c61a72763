/** Defined by vite.config.ts; undefined without vite, as in unit tests. */
declare const __BUILD__: { readonly version: string; readonly commit: string } | undefined;

/** Version and, if git was available, commit. */
export const BUILD: { readonly version: string; readonly commit: string } =
  typeof __BUILD__ === 'undefined' ? { version: '', commit: '' } : __BUILD__;
