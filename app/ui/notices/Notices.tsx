import { useApp } from '../../session/session-context.tsx';
import { Coming, lazyView } from '../lazy-view.tsx';

const NoticeList = lazyView(() => import('./NoticeList.tsx'), 'NoticeList');

export function Notices({ onOwnData }: { onOwnData?: () => void }) {
  const some = useApp(({ notices, runNotices }) => notices.length + runNotices.length > 0);
  return <Coming>{some && <NoticeList {...(onOwnData && { onOwnData })} />}</Coming>;
}
