import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { useMaps } from '../../../ui/use-maps.ts';
import { focusAfter } from '../../../ui/windows/focus-after.ts';
import { openScene } from '../open-lecture.ts';
import { type Draft, lectureOf, moveScene, removeScene } from './draft.ts';
import { lectureEditor } from './lecture-editor.ts';
import { nameOf, shownScene } from './open-own.ts';
import { SceneItem } from './SceneItem.tsx';
import { shiftOf, useDragOrder } from './use-drag-order.ts';
import { useLectureEditor } from './use-lecture-editor.ts';

/** Widths at which the drawer covers the page. */
const NARROW = '(max-width: 760px)';

/** Lists the scenes. Drag, buttons and Alt with arrows reorder; the moved scene keeps focus. */
export function SceneList({ id, draft, onClose }: { id: string; draft: Draft; onClose: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<Element | null>(null);
  const isMine = useLectureEditor((state) => state.editing?.access === 'mine');
  const unfolded = useLectureEditor((state) => state.editing?.unfolded ?? null);
  // Render again: `shownScene` knows a lecture only once opened from here.
  useApp(({ scenario }) => scenario.values.lecture);
  useApp(({ scenario }) => scenario.values.scene);
  const shown = shownScene(session, id);
  const links = draft.scenes.map(({ scene }) => scene.scenario).join(' ');
  const maps = useMaps(
    useMemo(() => links.split(' ').map((link) => ({ key: link, ...parseLink(link).scenario })), [links]),
  );

  // React restores the focus after reordering.
  useLayoutEffect(() => {
    moved.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
    moved.current = null;
  });

  const move = useCallback((key: number, to: number): void => {
    const before = lectureEditor.store.getState().editing?.history.present;
    if (!before || lectureEditor.store.getState().editing?.access !== 'mine') return;
    const after = moveScene(before, key, to);
    const place = after.scenes.findIndex((item) => item.key === key);
    if (after !== before) {
      moved.current = document.activeElement;
      lectureEditor.change(() => after);
    }
    const title = after.scenes[place]?.scene.title ?? '';
    lectureEditor.say({ what: 'moved', title, place: place + 1, scenes: after.scenes.length });
  }, []);

  const scroller = useCallback(() => list.current?.closest<HTMLElement>('.drawer') ?? null, []);
  const drop = useCallback(
    (from: number, to: number) => {
      const key = lectureEditor.store.getState().editing?.history.present.scenes[from]?.key;
      if (key !== undefined) move(key, to);
    },
    [move],
  );
  const { dragged, begin } = useDragOrder(list, scroller, drop);

  async function goTo(index: number): Promise<void> {
    await lectureEditor.flush();
    const { editing } = lectureEditor.store.getState();
    if (!editing) return;
    const lecture = lectureOf(editing.history.present);
    const { name } = await nameOf(editing.id, lecture);
    openScene(session, lecture, name, index + 1);
    // The drawer covers the page; it reopens unchanged.
    if (matchMedia(NARROW).matches) onClose();
  }

  function remove(index: number): void {
    const { key, scene } = draft.scenes[index]!;
    if (draft.scenes.length === 1) {
      lectureEditor.say({ what: 'lastScene' });
      return;
    }
    const next = draft.scenes[index + 1] ?? draft.scenes[index - 1];
    focusAfter(() => {
      lectureEditor.change((now) => removeScene(now, key));
      lectureEditor.say({ what: 'removed', title: scene.title });
    }, `scene-${next?.key}`);
  }

  return (
    <>
      <p className="lecture-hint">{t('lecture.orderHint')}</p>
      <ol ref={list} className="scene-list" aria-label={t('lecture.list')} data-dragging={dragged !== null}>
        {draft.scenes.map((item, index) => (
          <SceneItem
            key={item.key}
            item={item}
            index={index}
            count={draft.scenes.length}
            locked={!isMine}
            shown={shown === index + 1}
            maps={maps.get(item.scene.scenario)}
            unfolded={unfolded === item.key}
            held={dragged?.from === index}
            shift={shiftOf(index, dragged)}
            onGoTo={() => void goTo(index)}
            onMove={(to) => move(item.key, to)}
            onHold={(event) => isMine && begin(event, index)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
    </>
  );
}
