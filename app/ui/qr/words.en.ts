import { english } from '../../i18n/messages.ts';

export const words = english({
  'qr.label': 'QR code of the link',
  'qr.close': 'Close',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
