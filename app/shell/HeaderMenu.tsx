import {
  ChartColumn,
  CircleHelp,
  FileSpreadsheet,
  GraduationCap,
  Images,
  Layers,
  type LucideIcon,
  Presentation,
  Share2,
  Sigma,
  SlidersHorizontal,
  Undo2,
} from 'lucide-react';
import type { PageControl } from '../../engine/scenario/control-names.ts';
import { hasKeyboardFocus } from '../session/keys.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import { viewOf } from '../session/view.ts';
import { IconControl } from '../ui/fields/ControlButton.tsx';
import type { HeaderActs } from './header-acts.ts';

/** What the header's menu holds; on a phone all that is done with the whole. Loaded when it is first opened. */
export function HeaderMenu({
  isAll,
  drawer,
  onDrawer,
  onOwnData,
  onHelp,
  onShare,
  onList,
  onClose,
}: HeaderActs & {
  /** Whether what else stands in words beside the menu is in it. */
  isAll: boolean;
  /** Shows a list in place of it. */
  onList: (which: 'examples' | 'lectures') => void;
  onClose: () => void;
}) {
  const session = useSession();
  const t = useTranslate();
  const undoable = useApp((state) => state.undoable > 0);
  // Where there are no maps there is nothing to lay anything over.
  const hasMaps = useApp((state) => viewOf(state).maps !== null);
  const projector = useApp(({ scenario }) => scenario.values.profile === 'projector');

  const opener = (which: HeaderActs['drawer'] & string, icon: LucideIcon, words: string) => (
    <IconControl
      control={which}
      id={`${which}-button`}
      aria-expanded={drawer === which}
      onClick={() => {
        onClose();
        onDrawer(which);
      }}
      icon={icon}
      words={words}
    />
  );
  /** Something that is done from the menu, which closes then. */
  const item = (control: PageControl, icon: LucideIcon, words: string, act: () => void, more = {}) => (
    <IconControl
      control={control}
      {...more}
      onClick={() => {
        // What it opens gives the focus back to what had it: not to a control that is gone.
        if (hasKeyboardFocus()) document.getElementById('more-button')?.focus();
        onClose();
        act();
      }}
      icon={icon}
      words={words}
    />
  );
  const list = (control: PageControl, icon: LucideIcon, which: 'examples' | 'lectures', words: string) => (
    <IconControl control={control} onClick={() => onList(which)} icon={icon} words={words} />
  );
  return (
    <>
      {isAll && (
        <>
          {list('presets', Images, 'examples', t('header.examples'))}
          {list('lectures', GraduationCap, 'lectures', t('header.lectures'))}
          {opener('explain', Sigma, t('header.explain'))}
          {item('share', Share2, t('header.share'), onShare, { 'aria-haspopup': 'dialog' })}
        </>
      )}
      <IconControl
        control="undo"
        // Not disabled: the focus would go to nobody when the last change is undone.
        aria-disabled={!undoable}
        onClick={() => undoable && session.undo()}
        icon={Undo2}
        words={t('header.undo')}
        title={`${t('header.undo')} (${t('key.ctrlZ')})`}
      />
      {hasMaps && opener('layers', Layers, t('header.layers'))}
      {opener('ensemble', ChartColumn, t('header.ensemble'))}
      {item('own', FileSpreadsheet, t('header.data'), onOwnData)}
      {opener('scenario', SlidersHorizontal, t('header.scenario'))}
      {!isAll &&
        item(
          'projector',
          Presentation,
          t('header.projector'),
          () => session.change({ profile: projector ? 'desk' : 'projector' }),
          { 'aria-pressed': projector },
        )}
      {item('help', CircleHelp, t('header.help'), onHelp)}
    </>
  );
}
