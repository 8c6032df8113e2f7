import { Link } from '@tanstack/react-router';
import { useCallback, useRef, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useLanguage } from '../shared/language.js';
import { useLive, type News } from './live.js';
import { useToast } from './toasts.js';

/** Time for news that come together, as they do after a time offline, ms. */
const TOGETHER_MS = 100;
/** More than this many of a kind at once are told as a number. */
const MOST_APART = 2;

type Kind = 'match' | 'watch' | 'proposal';

const LEADS_TO: Readonly<Record<Kind, '/matches' | '/watches'>> = {
  match: '/matches',
  watch: '/watches',
  proposal: '/matches',
};

/** Says what has just come, each thing once, with a way to it. */
export function NewsToasts() {
  const { language } = useLanguage();
  const tell = useGathered();
  useLive('matchFound', (event) => {
    if (event === 'resync' || event.match.state !== 'OPEN') return;
    const { id, offer, need } = event.match;
    const values = { offer: offer.material[language], need: need.material[language] };
    tell('match', id, <ToMatch id={id} text={<FormattedMessage id="shell.news.match" values={values} />} />);
  });
  useLive('watchFound', (event) => {
    if (event === 'resync') return;
    const { id, watchName, outline } = event.hit;
    const values = { watch: watchName, material: outline.material[language] };
    tell(
      'watch',
      id,
      <Link to="/watches">
        <FormattedMessage id="shell.news.watch" values={values} />
      </Link>,
    );
  });
  useLive('proposalChanged', (event) => {
    const told = event === 'resync' ? undefined : newsOf(event.proposal);
    if (event === 'resync' || told === undefined) return;
    const { id, state, match } = event.proposal;
    tell(
      'proposal',
      `${id} ${state}`,
      <ToMatch id={match.id} text={<FormattedMessage id={`shell.news.proposal.${told}`} />} />,
    );
  });
  return null;
}

const ToMatch = ({ id, text }: { readonly id: string; readonly text: ReactNode }) => (
  <Link to="/matches/$id" params={{ id }}>
    {text}
  </Link>
);

/** What the other side did; one's own deeds are no news. */
function newsOf({ byViewer, state }: News['proposalChanged']['proposal']) {
  if (!byViewer) return state === 'SENT' || state === 'WITHDRAWN' ? state : undefined;
  return state === 'ACCEPTED' || state === 'DECLINED' || state === 'EXPIRED' ? state : undefined;
}

interface Gathered {
  readonly kind: Kind;
  readonly text: ReactNode;
}

/** The server sends at least once, and after a time offline much at once. */
function useGathered() {
  const toast = useToast();
  const told = useRef(new Set<string>());
  const waiting = useRef<Gathered[]>([]);
  const say = useCallback(() => {
    const all = waiting.current.splice(0);
    for (const kind of new Set(all.map((one) => one.kind))) {
      const ofKind = all.filter((one) => one.kind === kind);
      if (ofKind.length <= MOST_APART) for (const { text } of ofKind) toast(text);
      else toast(<Several kind={kind} count={ofKind.length} />);
    }
  }, [toast]);
  return (kind: Kind, id: string, text: ReactNode): void => {
    if (told.current.has(id)) return;
    told.current.add(id);
    if (waiting.current.push({ kind, text }) === 1) window.setTimeout(say, TOGETHER_MS);
  };
}

const Several = ({ kind, count }: { readonly kind: Kind; readonly count: number }) => (
  <Link to={LEADS_TO[kind]}>
    <FormattedMessage id={`shell.news.several.${kind}`} values={{ count }} />
  </Link>
);
