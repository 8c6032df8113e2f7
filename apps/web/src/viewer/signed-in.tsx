import { useCallback, useMemo } from 'react';
import { Figures } from '../figures/figures.js';
import { Matches } from '../matches/matches.js';
import { NotificationSettings } from '../notifications/notification-settings.js';
import { REFUSED } from '../shared/answer.js';
import { ask } from '../shared/graphql.js';
import { useTexts } from '../shared/language.js';
import { Empty, Unanswered } from '../shared/notice.js';
import { useAnswer } from '../shared/use-answer.js';
import { VIEWER, type Viewer } from './viewer.js';
import './viewer.css';

interface SignedInProps {
  readonly token: string;
  readonly onSignOut: () => void;
  /** The server knows the token no more. */
  readonly onRefused: () => void;
}

export function SignedIn({ token, onSignOut, onRefused }: SignedInProps) {
  const { texts } = useTexts();
  const { asked, again } = useViewer(token, onRefused);
  return (
    <>
      <section className="viewer" aria-label={texts.viewer.label}>
        {asked.is === 'answered' && <Who viewer={asked.data} />}
        <button type="button" className="button-quiet viewer-out" onClick={onSignOut}>
          {texts.signIn.out}
        </button>
      </section>
      {asked.is === 'answered' ? (
        <>
          <Views viewer={asked.data} token={token} onRefused={onRefused} />
          {asked.data.firms.length > 0 && <NotificationSettings token={token} onRefused={onRefused} />}
        </>
      ) : (
        <Unanswered asked={asked} again={again} />
      )}
    </>
  );
}

function useViewer(token: string, onRefused: () => void) {
  const question = useCallback(
    async (signal: AbortSignal) => {
      const answer = await ask(token, VIEWER, {}, signal);
      if (answer.is !== 'answered') return answer;
      const { viewer } = answer.data;
      return viewer === null ? REFUSED : { is: answer.is, data: viewer };
    },
    [token],
  );
  return useAnswer(question, onRefused);
}

function Who({ viewer: { name, firms, clusters } }: { readonly viewer: Viewer }) {
  const { texts } = useTexts();
  const names = (all: Viewer['firms']): string => all.map((one) => one.name).join(', ');
  return (
    <div>
      <h1>{name}</h1>
      <dl className="viewer-of">
        {firms.length > 0 && (
          <div>
            <dt>{texts.viewer.firms}</dt>
            <dd>{names(firms)}</dd>
          </div>
        )}
        {clusters.length > 0 && (
          <div>
            <dt>{texts.viewer.clusters}</dt>
            <dd>{names(clusters)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

interface ViewsProps {
  readonly viewer: Viewer;
  readonly token: string;
  readonly onRefused: () => void;
}

/** Who acts for a firm sees its matches; who acts for a cluster only, its figures. */
function Views({ viewer: { firms, clusters }, token, onRefused }: ViewsProps) {
  const { texts } = useTexts();
  const firmIds = useMemo(() => firms.map((one) => one.id), [firms]);
  if (firmIds.length > 0) return <Matches token={token} firmIds={firmIds} onRefused={onRefused} />;
  const cluster = clusters[0];
  return cluster === undefined ? (
    <Empty title={texts.viewer.nothing} />
  ) : (
    <Figures token={token} cluster={cluster} onRefused={onRefused} />
  );
}
