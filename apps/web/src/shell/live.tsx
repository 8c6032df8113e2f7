import type { ApolloClient, ErrorLike, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import {
  createContext,
  use,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { FormattedMessage } from 'react-intl';
import type {
  LiveAgreementsSubscription,
  LiveFiguresSubscription,
  LiveMatchesSubscription,
  LiveProposalsSubscription,
  LiveWatchesSubscription,
} from '#operations';
import { follow, type Followed, type Line } from '../shared/follow.js';
import { Cursors } from './cursors.js';
import {
  LiveAgreements,
  LiveFigures,
  LiveMatches,
  LiveProposals,
  LiveStart,
  LiveWatches,
} from './live.graphql';
import { useSession } from './session.js';
import { useViewer, type Viewer } from './viewer.js';

/** What is told of each topic. */
export interface News {
  readonly matchFound: LiveMatchesSubscription['matchFound'];
  readonly watchFound: LiveWatchesSubscription['watchFound'];
  readonly proposalChanged: LiveProposalsSubscription['proposalChanged'];
  readonly agreementChanged: LiveAgreementsSubscription['agreementChanged'];
  readonly figuresChanged: LiveFiguresSubscription['figuresChanged'];
}
export type Topic = keyof News;

/** `resync`: something may have been missed, so that what is shown is to be read anew. */
type Hear = (event: News[Topic] | 'resync') => void;

/** Who listens to what, beside the drawing: an event draws only what listens to it. */
class Board {
  private readonly listeners = new Map<Topic, Set<Hear>>();

  listen(topic: Topic, hear: Hear): () => void {
    const all = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, all.add(hear));
    return () => void all.delete(hear);
  }

  tell(topic: Topic, event: News[Topic]): void {
    for (const hear of this.listeners.get(topic) ?? []) hear(event);
  }

  resync(): void {
    const all = new Set([...this.listeners.values()].flatMap((one) => [...one]));
    for (const hear of all) hear('resync');
  }
}

interface Live {
  readonly line: Line;
  readonly board: Board;
}

const LiveContext = createContext<Live>({ line: 'connecting', board: new Board() });

const OF_FIRMS: Readonly<Partial<Record<Topic, TypedDocumentNode<unknown, never>>>> = {
  matchFound: LiveMatches,
  watchFound: LiveWatches,
  proposalChanged: LiveProposals,
  agreementChanged: LiveAgreements,
};
/** A connection takes twenty subscriptions; who works for more clusters reads the others' figures anew. */
const MOST_CLUSTERS = 10;

/** One connection for the whole tab, which goes on where it ended after a reload or a time without a network. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const client = useApolloClient();
  const { token, drop } = useSession();
  const viewer = useViewer();
  const [line, setLine] = useState<Line>('connecting');
  const [board] = useState(() => new Board());
  const firmId = viewer.acting?.firm.id;
  const clusterIds = viewer.clusters.map(({ cluster }) => cluster.id).join(' ');
  const followedNow = useEffectEvent((cursors: Cursors) => followedBy(viewer, cursors, board));

  useEffect(() => {
    const stop = new AbortController();
    const cursors = new Cursors(firmId);
    const all = followedNow(cursors);
    const onGone = async (): Promise<void> => {
      cursors.forget();
      cursors.begin(await startOf(client), topicsOf(all));
      board.resync();
    };
    const run = async (): Promise<void> => {
      if (all.length === 0) return setLine('live');
      const follower = { token, actingFor: firmId, all, onLine: setLine, onGone };
      // What is drawn and taken away at once opens no connection.
      await new Promise((over) => window.setTimeout(over, 0));
      if ((await follow(follower, stop.signal)) === 'refused') drop();
    };
    void run();
    return () => stop.abort();
  }, [client, token, drop, firmId, clusterIds, board]);

  const live = useMemo(() => ({ line, board }), [line, board]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

type Kept = Followed & { readonly key: string };

const topicsOf = (all: readonly Kept[]): readonly string[] => all.map(({ key }) => key);

async function startOf(client: ApolloClient): Promise<string> {
  const { data } = await client.query({ query: LiveStart, fetchPolicy: 'no-cache' });
  if (!data?.viewer) throw new Error('Nobody is signed in.');
  return data.viewer.liveCursor;
}

/** The firm's own news, then the figures of the clusters that the viewer works for. */
function followedBy(viewer: Viewer, cursors: Cursors, board: Board): readonly Kept[] {
  const one = (topic: Topic, document: TypedDocumentNode<unknown, never>, clusterId?: string): Kept => {
    const key = clusterId === undefined ? topic : `${topic} ${clusterId}`;
    return {
      key,
      document,
      variables: () => ({ after: cursors.of(key), ...(clusterId === undefined ? {} : { clusterId }) }),
      onNext: (result) => {
        const event = (result as News)[topic];
        board.tell(topic, event);
        cursors.heard(key, event.cursor);
      },
    };
  };
  const topics = viewer.acting === undefined ? [] : (Object.entries(OF_FIRMS) as [Topic, never][]);
  const all = [
    ...topics.map(([topic, document]) => one(topic, document)),
    ...viewer.clusters
      .slice(0, MOST_CLUSTERS)
      .map(({ cluster }) =>
        one('figuresChanged', LiveFigures as TypedDocumentNode<unknown, never>, cluster.id),
      ),
  ];
  cursors.begin(viewer.liveCursor, topicsOf(all));
  return all;
}

/** Hears every event of a topic, at least once; `resync` when some may have been missed. */
export function useLive<T extends Topic>(topic: T, onEvent: (event: News[T] | 'resync') => void): void {
  const { board } = use(LiveContext);
  const hear = useEffectEvent(onEvent);
  useEffect(() => board.listen(topic, (event) => hear(event as News[T] | 'resync')), [board, topic]);
}

/** Several events in a row are one reading. */
const TOGETHER_MS = 150;

interface Readable {
  readonly refetch: () => Promise<unknown>;
  readonly error?: ErrorLike | undefined;
}

/** Reads anew what a page shows when something of these topics happened, and what could not be read once the line is back. */
export function useRenewal(topics: readonly Topic[], { refetch, error }: Readable): void {
  const { board, line } = use(LiveContext);
  const soon = useRef<number>(undefined);
  const read = useEffectEvent(() => void refetch().catch(() => undefined));
  const wanted = topics.join(' ');
  useEffect(() => {
    const hear = (): void => {
      window.clearTimeout(soon.current);
      soon.current = window.setTimeout(read, TOGETHER_MS);
    };
    const ends = wanted.split(' ').map((topic) => board.listen(topic as Topic, hear));
    return () => {
      window.clearTimeout(soon.current);
      for (const end of ends) end();
    };
  }, [board, wanted]);
  const failed = error !== undefined;
  useEffect(() => {
    if (line === 'live' && failed) read();
  }, [line, failed]);
}

/** Told calmly in the frame, and read out when it changes. */
export function LineState() {
  const { line } = use(LiveContext);
  return (
    <p className={`frame-line frame-line-${line}`} role="status">
      <span className="frame-line-dot" aria-hidden="true" />
      <FormattedMessage id={`shell.line.${line}`} />
    </p>
  );
}
