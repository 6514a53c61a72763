import './trust-embed.ts';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '../../ui/look/theme.css';
import '../../ui/look/projector.css';
import '../../problems/index.ts';
import { createSession } from '../../session/create-session.ts';
import { measureLetters } from './measure-letters.ts';
import { startEmbed } from './start-embed.tsx';

/* Entry of embed.html, built as one classic script with separate fonts (scripts/build/embed.ts). A sandbox has an opaque origin, to which
   hosts without CORS refuse fonts with a console error: use system fonts. */
const fonts = document.querySelector<HTMLMetaElement>('meta[name="fonts"]')?.content;
if (fonts !== undefined && self.origin !== 'null') {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = fonts;
  document.head.append(link);
} else measureLetters(document.createElement('canvas').getContext('2d'));
startEmbed(createSession(undefined, () => import('../../storage/lectures/walk.ts')));
