import { describeNotice } from '../../../engine/scenario/describe-notice.ts';
import type { Notice } from '../../../engine/scenario/notice.ts';
import { english, type Words } from '../../i18n/messages.ts';

export const words = english({
  'notices.title': 'Adjusted input',
  'notices.dismiss': 'Dismiss',
  'notices.openFile': 'Open the file…',
  notice: (notice: Notice) => describeNotice(notice),
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
