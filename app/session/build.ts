/** Defined by vite (vite.config.ts); undefined where the sources run without it, as in unit tests. */
declare const __BUILD__: { readonly version: string; readonly commit: string } | undefined;

/** Version of the build and, if git was available, its commit. */
export const BUILD: { readonly version: string; readonly commit: string } =
  typeof __BUILD__ === 'undefined' ? { version: '', commit: '' } : __BUILD__;
