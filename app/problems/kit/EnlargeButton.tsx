import { Maximize2, Minimize2 } from 'lucide-react';
import { useTranslate } from '../../session/session-context.tsx';

/** Enlarges a small picture to screen width and back, for people who do not tap the picture. */
export function EnlargeButton({
  title,
  isLarge,
  onToggle,
}: {
  title: string;
  isLarge: boolean;
  onToggle: () => void;
}) {
  const t = useTranslate();
  const Icon = isLarge ? Minimize2 : Maximize2;
  return (
    <button
      type="button"
      className="enlarge"
      aria-label={t(isLarge ? 'panel.smaller' : 'panel.larger', { title })}
      onClick={onToggle}
    >
      <span>
        <Icon size={16} aria-hidden />
        {isLarge && t('panel.both')}
      </span>
    </button>
  );
}
