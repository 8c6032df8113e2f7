import { partStyle } from '../shared/bar.js';
import { useTexts } from '../shared/language.js';
import { shareText } from '../shared/numbers.js';
import { textOf } from '../shared/texts/nb.js';
import type { ScoreTerm } from './match.js';

interface ScoreProps {
  readonly terms: readonly ScoreTerm[];
}

/** One bar as long as the score, cut into its terms; the list under it says them in words. */
export function Score({ terms }: ScoreProps) {
  const { language, texts } = useTexts();
  return (
    <div className="score">
      <span className="bar score-bar" aria-hidden="true">
        {terms.map(({ name, contribution }) => (
          <span key={name} className="bar-part" style={partStyle(contribution)} />
        ))}
      </span>
      <ul className="terms" aria-label={texts.matches.terms}>
        {terms.map(({ name, contribution }) => (
          <li key={name}>
            <span className="swatch" aria-hidden="true" />
            {textOf(texts.matches.termNames, name)} <strong>{shareText(language, contribution)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function TermDetails({ terms }: ScoreProps) {
  const { language, texts } = useTexts();
  return (
    <div>
      <h4>{texts.matches.terms}</h4>
      <dl className="details">
        {terms.map(({ name, contribution, detail }) => (
          <div key={name}>
            <dt>
              {textOf(texts.matches.termNames, name)} <span>{shareText(language, contribution)}</span>
            </dt>
            <dd lang="en">{detail}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
