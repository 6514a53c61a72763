/** Scripts that the page starts, relative to its folder: engine worker and service worker. */
const OWN = /^(?:assets\/engine\.worker-[\w-]+\.js|service-worker\.js)$/;

/** True for one of the page's own scripts. */
export function isOwnScript(address: string, page: string): boolean {
  const folder = new URL('.', page).href;
  return address.startsWith(folder) && OWN.test(address.slice(folder.length));
}

/** Used part of `trustedTypes`, which some browsers lack. */
interface TrustedTypesLike {
  createPolicy(
    name: string,
    rules: { createScriptURL?(address: string): string; createHTML?(markup: string): string },
  ): { createHTML(markup: string): string };
}

export const trustedTypes = (globalThis as { trustedTypes?: TrustedTypesLike }).trustedTypes;

/**
 * Allows only scripts for which `isOwn` is true, and no markup from text, where browsers have Trusted Types, as the content security
 * policy requires (scripts/build/policy.ts). Throws at the second call.
 */
export function trustOnly(isOwn: (address: string) => boolean): void {
  trustedTypes?.createPolicy('default', {
    createScriptURL(address) {
      if (isOwn(address)) return address;
      throw new TypeError(`expected a script of the page itself; got ${address.slice(0, 200)}`);
    },
  });
}
