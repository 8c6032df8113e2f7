import { useTexts } from '../shared/language.js';
import { Empty, Unanswered } from '../shared/notice.js';
import type { Line } from '../shared/follow.js';
import { isShown } from './match-list.js';
import { MatchCard } from './match-card.js';
import { useMatches } from './use-matches.js';
import './matches.css';

interface MatchesProps {
  readonly token: string;
  readonly firmIds: readonly string[];
  readonly onRefused: () => void;
}

export function Matches({ token, firmIds, onRefused }: MatchesProps) {
  const { language, texts } = useTexts();
  const { list, asked, line, again } = useMatches(token, onRefused);
  const arrived = list.arrived.filter(isShown);
  const best = list.best.filter(isShown);
  const newest = arrived[0];
  return (
    <section aria-labelledby="matches-heading">
      <div className="matches-head">
        <h2 id="matches-heading">{texts.matches.heading}</h2>
        <LineState line={line} />
      </div>
      <p className="quiet">{texts.matches.lead}</p>
      <p className="unseen" aria-live="polite">
        {newest &&
          `${texts.matches.announced} ${newest.offer.material[language]} → ${newest.need.material[language]}`}
      </p>
      {asked.is !== 'answered' && !list.loaded && <Unanswered asked={asked} again={again} />}
      {list.loaded && arrived.length + best.length === 0 && (
        <Empty title={texts.matches.empty}>
          <p>{texts.matches.emptyWhy}</p>
        </Empty>
      )}
      <ol className="matches">
        {arrived.map((match) => (
          <MatchCard key={match.id} match={match} isNew firmIds={firmIds} />
        ))}
        {best.map((match) => (
          <MatchCard key={match.id} match={match} isNew={false} firmIds={firmIds} />
        ))}
      </ol>
      {list.more && <p className="quiet">{texts.matches.more}</p>}
    </section>
  );
}

const LineState = ({ line }: { readonly line: Line }) => {
  const { texts } = useTexts();
  return (
    <p className={`line line-${line}`} role="status">
      <span className="line-dot" aria-hidden="true" />
      {texts.matches.lines[line]}
    </p>
  );
};
