import './lecture-menu.css';
import './words.en.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { LectureLink } from './LectureLink.tsx';
import { useShipped } from './use-shipped.ts';

export function LectureMenu({ onOpen, onDrawer }: { onOpen: () => void; onDrawer: () => void }) {
  const t = useTranslate();
  const shipped = useShipped();
  if (!shipped) return null;
  return (
    <>
      {shipped.map((one) => (
        <LectureLink key={one[0]} shipped={one} onOpen={onOpen} isWhole />
      ))}
      <button type="button" onClick={onDrawer}>
        {t('lecture.menuOwn')}
      </button>
    </>
  );
}
