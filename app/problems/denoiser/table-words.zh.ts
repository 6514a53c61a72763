import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './table-words.en.ts';

export const words: Translated<typeof english> = {};
