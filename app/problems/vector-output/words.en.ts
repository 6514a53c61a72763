import { formatCount } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';

/** The English words of many outputs. */
export const words = english({
  'outputs.class': ({ k }: { k: number }) => `class ${formatCount(k)}`,
  'outputs.output': ({ k }: { k: number }) => `output ${formatCount(k)}`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
