/** Scripts that the page itself starts, relative to its folder: the engine's worker and the service worker. */
const OWN = /^(?:assets\/engine\.worker-[\w-]+\.js|service-worker\.js)$/;

/** True if an address is one of the page's own scripts. */
export function isOwnScript(address: string, page: string): boolean {
  const folder = new URL('.', page).href;
  return address.startsWith(folder) && OWN.test(address.slice(folder.length));
}

/** Part of `trustedTypes` used here; absent in some browsers. */
interface TrustedTypesLike {
  createPolicy(
    name: string,
    rules: { createScriptURL?(address: string): string; createHTML?(markup: string): string },
  ): { createHTML(markup: string): string };
}

export const trustedTypes = (globalThis as { trustedTypes?: TrustedTypesLike }).trustedTypes;

/**
 * Allows only scripts for which `isOwn` is true, and no markup from text, as the content security policy (scripts/build/policy.ts)
 * requires, in browsers with Trusted Types. Throws at the second call.
 */
export function trustOnly(isOwn: (address: string) => boolean): void {
  trustedTypes?.createPolicy('default', {
    createScriptURL(address) {
      if (isOwn(address)) return address;
      throw new TypeError(`expected a script of the page itself; got ${address.slice(0, 200)}`);
    },
  });
}
