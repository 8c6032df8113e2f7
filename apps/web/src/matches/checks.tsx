import type { CheckResult } from '#domain';
import { useTexts } from '../shared/language.js';
import { textOf } from '../shared/texts/nb.js';
import type { Check } from './match.js';

/** Told apart by shape too, not by colour alone. */
const SHAPES: Readonly<Record<CheckResult, string>> = {
  PASS: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  FAIL: 'M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5',
  UNKNOWN: 'M5.6 6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.7M8 12.4v.1',
};

interface ChecksProps {
  readonly checks: readonly Check[];
}

export function Checks({ checks }: ChecksProps) {
  const { texts } = useTexts();
  return (
    <ul className="checks" aria-label={texts.matches.checks}>
      {checks.map((check) => (
        <li key={check.name} className={`check check-${check.result.toLowerCase()}`}>
          <CheckName check={check} />
        </li>
      ))}
    </ul>
  );
}

export function CheckDetails({ checks }: ChecksProps) {
  const { texts } = useTexts();
  return (
    <div>
      <h4>{texts.matches.checks}</h4>
      <dl className="details">
        {checks.map((check) => (
          <div key={check.name}>
            <dt className={`check-${check.result.toLowerCase()}`}>
              <CheckName check={check} />
            </dt>
            <dd lang="en">{check.detail}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function CheckName({ check: { name, result } }: { readonly check: Check }) {
  const { texts } = useTexts();
  return (
    <>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[result]} />
      </svg>
      {textOf(texts.matches.checkNames, name)} <span>{texts.matches.results[result]}</span>
    </>
  );
}
