import {
  ChartColumn,
  CircleHelp,
  FileSpreadsheet,
  GraduationCap,
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

/** Lists the menu's actions, on phones all but the examples. */
export function HeaderMenu({
  isAll,
  drawer,
  onDrawer,
  onOwnData,
  onHelp,
  onShare,
  onLectures,
  onClose,
}: HeaderActs & {
  /** True if the menu includes actions that otherwise have buttons. */
  isAll: boolean;
  /** Replaces the menu by the lectures. */
  onLectures: () => void;
  onClose: () => void;
}) {
  const session = useSession();
  const t = useTranslate();
  const undoable = useApp((state) => state.undoable > 0);
  // Layers need maps.
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
  /** Returns a menu item that closes the menu, then acts. */
  const item = (control: PageControl, icon: LucideIcon, words: string, act: () => void, more = {}) => (
    <IconControl
      control={control}
      {...more}
      onClick={() => {
        // Focus the menu's button, so that a dialog can return the focus.
        if (hasKeyboardFocus()) document.getElementById('more-button')?.focus();
        onClose();
        act();
      }}
      icon={icon}
      words={words}
    />
  );
  return (
    <>
      {isAll && (
        <>
          <IconControl
            control="lectures"
            onClick={onLectures}
            icon={GraduationCap}
            words={t('header.lectures')}
          />
          {opener('explain', Sigma, t('header.explain'))}
          {item('share', Share2, t('header.share'), onShare, { 'aria-haspopup': 'dialog' })}
        </>
      )}
      <IconControl
        control="undo"
        // Not `disabled`: undoing the last change would drop the focus.
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
