import type { BrowserContext } from '@playwright/test';

/** Beginning of a page's report of a violation. */
const TOLD = 'content security policy refused';

/** Console messages about violations; a frame is not told of its parent's policy. */
const SAID = /Content Security Policy|Trusted(?:Types?|HTML|Script|ScriptURL)\b/;

/** Watches all pages, frames and workers of a context; returns the list that collects violations and foreign requests. */
export async function watchPolicy(context: BrowserContext): Promise<string[]> {
  const broken: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol) && hostname !== 'localhost' && hostname !== '127.0.0.1')
      broken.push(`request to ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.text().startsWith(TOLD) || (message.type() === 'error' && SAID.test(message.text())))
      broken.push(message.text());
  });
  await context.addInitScript((told) => {
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
        console.info(`${told}: ${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`),
    );
  }, TOLD);
  return broken;
}
