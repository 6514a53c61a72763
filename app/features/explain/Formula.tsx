import 'katex/dist/katex.min.css';
import katex, { type KatexOptions } from 'katex';
import { useLayoutEffect, useRef, useState } from 'react';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import { useTranslate } from '../../session/session-context.tsx';

/**
 * HTML for the eyes, MathML for screen readers. Of what KaTeX does not trust only classes and data of our own symbols are
 * let through, and no link or image can be written.
 */
export const KATEX: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: false,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }) => command === '\\htmlClass' || command === '\\htmlData',
};

/** A formula with the words of the language in place of their keys. */
export function texInWords(tex: string, t: Translate): string {
  return tex.replace(/@([a-zA-Z.]+)/g, (_, key) => t(dynamicKey(key)));
}

/** A formula on a line of its own; where it is wider than its box it scrolls there, by keyboard too. */
export function Formula({ tex, label }: { tex: string; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  const said = texInWords(tex, useTranslate());

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    katex.render(said, element, { ...KATEX, displayMode: true });
    const measure = () => setWide(element.scrollWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // The fonts come later than the first layout. To ask for them lays the page out: once, when all formulae stand.
    queueMicrotask(() => document.fonts?.ready.then(measure));
    return () => observer.disconnect();
  }, [said]);

  return wide ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a field set is for fields.
    <div ref={box} className="formula" role="group" aria-label={label} tabIndex={0} data-arrows />
  ) : (
    <div ref={box} className="formula" />
  );
}

/** A symbol within a line of words. */
export function Inline({ tex }: { tex: string }) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (box.current) katex.render(tex, box.current, KATEX);
  }, [tex]);
  return <span ref={box} />;
}
