import { formatCount, formatFixed, formatNumberShort } from '../../../i18n/format.ts';
import { useApp, useTranslate } from '../../../session/session-context.tsx';
import { classesBySize } from '../output-drawings.ts';
import { sizesOf } from '../outputs-facts.ts';
import { outputName, outputsOf } from '../outputs-info.ts';

const three = (value: number) => formatFixed(value, 3);

/** Shows the closed form with each class's singular value. */
export function FormulaPanel() {
  const t = useTranslate();
  const info = useApp(({ opened }) => outputsOf(opened));
  if (!info) return null;
  const sizes = sizesOf(info);
  const { samples, beta, singularValues } = info;
  const threshold = samples * beta;
  return (
    <div className="plate formula" data-testid="formula">
      <p>
        {t('outputs.formula.rule')} nβ = {formatCount(samples)} · {formatNumberShort(beta)} ={' '}
        {formatNumberShort(Number(threshold.toPrecision(4)))}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('outputs.formula.class')}</th>
            <th scope="col">{t('outputs.formula.size')}</th>
            <th scope="col">s − nβ</th>
            <th scope="col">{t('outputs.target')}</th>
          </tr>
        </thead>
        <tbody>
          {classesBySize(info).map((k, at) => {
            const s = singularValues[at]!;
            return (
              <tr key={k}>
                <th scope="row">{outputName(info, k, t)}</th>
                <td>{formatCount(sizes[k]!)}</td>
                <td>
                  √{sizes[k]} − {formatNumberShort(Number(threshold.toPrecision(4)))} = {three(s - threshold)}
                </td>
                <td>{s > threshold ? three(s - threshold) : `0, ${t('outputs.forgotten')}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>{t('outputs.formula.forgets')}</p>
    </div>
  );
}
