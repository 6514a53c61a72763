import 'katex/dist/katex.min.css';
import katex, { type KatexOptions } from 'katex';
import { useLayoutEffect, useRef, useState } from 'react';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import { useTranslate } from '../../session/session-context.tsx';

/** HTML for display, MathML for screen readers. Untrusted commands can set classes and data attributes only. */
export const KATEX: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: false,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }) => command === '\\htmlClass' || command === '\\htmlData',
};

/** Replaces @keys in a formula by words. */
export function texInWords(tex: string, t: Translate): string {
  return tex.replace(/@([a-zA-Z.]+)/g, (_, key) => t(dynamicKey(key)));
}

/** Shows a display formula. If too wide, scrolls, by keyboard too. */
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
    // Letters that arrive late widen the terms only, where scroll bars take no room (WebKit).
    for (const part of [element, ...element.querySelectorAll('.katex-html > *')]) observer.observe(part);
    // Fonts arrive after the first layout. Reading `document.fonts` forces layout: do it once, after all formulae.
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

export function Inline({ tex }: { tex: string }) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (box.current) katex.render(tex, box.current, KATEX);
  }, [tex]);
  return <span ref={box} />;
}
