import './lecture-menu.css';
import './words.en.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { SHIPPED_IDS } from '../../storage/lectures/shipped/ids.ts';
import { LectureLink } from './LectureLink.tsx';

/** The lectures that ship, in the header's menu; an entry opens the drawer, where others are made. */
export function LectureMenu({ onOpen, onDrawer }: { onOpen: () => void; onDrawer: () => void }) {
  const t = useTranslate();
  return (
    <>
      {SHIPPED_IDS.map((id) => (
        <LectureLink key={id} id={id} onOpen={onOpen} isWhole />
      ))}
      <button type="button" onClick={onDrawer}>
        {t('lecture.menuOwn')}
      </button>
    </>
  );
}
