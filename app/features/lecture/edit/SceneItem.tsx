import { ArrowDown, ArrowUp, ChevronDown, GripVertical } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { isField } from '../../../session/keys.ts';
import { useTranslate } from '../../../session/session-context.tsx';
import type { Miniatures } from '../../../session/view.ts';
import { Miniature } from '../../../ui/Miniature.tsx';
import { IconButton } from '../IconButton.tsx';
import type { DraftScene } from './draft.ts';
import { lectureEditor } from './lecture-editor.ts';
import { SceneForm } from './SceneForm.tsx';

export function SceneItem({
  item,
  index,
  count,
  locked,
  shown,
  maps,
  unfolded,
  held,
  shift,
  onGoTo,
  onMove,
  onHold,
  onRemove,
}: {
  item: DraftScene;
  /** From 0. */
  index: number;
  count: number;
  /** True if read-only. */
  locked: boolean;
  shown: boolean;
  /** Miniatures of both maps; undefined until drawn, null without maps. */
  maps: Miniatures | null | undefined;
  unfolded: boolean;
  held: boolean;
  /** Offset in px during a drag. */
  shift: number;
  onGoTo: () => void;
  onMove: (to: number) => void;
  onHold: (event: PointerEvent<HTMLElement>) => void;
  onRemove: () => void;
}) {
  const t = useTranslate();
  const { key, scene } = item;
  const number = index + 1;

  function onKey(event: KeyboardEvent): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0 || isField(event.target)) return;
    event.preventDefault();
    onMove(index + by);
  }

  return (
    <li
      className="scene-item"
      data-shown={shown}
      data-held={held}
      style={shift === 0 ? undefined : { transform: `translateY(${shift}px)` }}
      onKeyDown={onKey}
    >
      <div className="scene-line">
        <span className="scene-grip" onPointerDown={onHold} aria-hidden data-testid={`grip-${number}`}>
          <GripVertical size={16} />
        </span>
        <button
          type="button"
          id={`scene-${key}`}
          className="scene-name"
          aria-label={t('lecture.goTo', { number, title: scene.title })}
          aria-current={shown ? 'true' : undefined}
          onClick={onGoTo}
        >
          <span className="scene-number">{number}</span>
          <span className="scene-maps" aria-hidden>
            <Miniature maps={maps} side="left" />
            <Miniature maps={maps} side="right" />
          </span>
          <span className="draft-title">{scene.title || t('lecture.untitled')}</span>
        </button>
        <IconButton
          words={t('lecture.up', { number })}
          icon={ArrowUp}
          size={16}
          able={!locked && index > 0}
          onClick={() => onMove(index - 1)}
        />
        <IconButton
          words={t('lecture.down', { number })}
          icon={ArrowDown}
          size={16}
          able={!locked && number < count}
          onClick={() => onMove(index + 1)}
        />
        <IconButton
          words={t('lecture.unfold', { number })}
          icon={ChevronDown}
          aria-expanded={unfolded}
          onClick={() => lectureEditor.unfold(unfolded ? null : key)}
        />
      </div>
      {unfolded && <SceneForm item={item} index={index} locked={locked} onRemove={onRemove} />}
    </li>
  );
}
