import { useApolloClient, useQuery } from '@apollo/client/react';
import { createContext, use, useCallback, useMemo, type ReactNode } from 'react';
import type { ConsoleViewerQuery } from '#operations';
import { Whole } from '../shared/whole.js';
import { actFor } from './acting-for.js';
import { ConsoleViewer } from './viewer.graphql';

type Person = NonNullable<ConsoleViewerQuery['viewer']>;
export type Membership = Person['memberships'][number];
export type ClusterMembership = Person['clusterMemberships'][number];

export interface Viewer {
  readonly name: string;
  readonly memberships: readonly Membership[];
  /** Where the live news stood when this was read. */
  readonly liveCursor: string;
  /** Clusters that the viewer works for or audits. */
  readonly clusters: readonly ClusterMembership[];
  /** The membership that is acted for; undefined for people of clusters alone. */
  readonly acting: Membership | undefined;
  /** Everything that is shown is asked for anew. */
  readonly actFor: (firmId: string) => Promise<void>;
}

const ViewerContext = createContext<Viewer | undefined>(undefined);

/** @throws Error outside the console's frame */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (viewer === undefined) throw new Error('Only pages in the frame have a viewer.');
  return viewer;
}

/** Who is signed in; nothing of the console is drawn before that is known. */
export function ViewerProvider({ children }: { readonly children: ReactNode }) {
  const result = useQuery(ConsoleViewer);
  return (
    <Whole result={result}>
      {({ viewer }) => viewer !== null && <Provider person={viewer}>{children}</Provider>}
    </Whole>
  );
}

function Provider({ person, children }: { readonly person: Person; readonly children: ReactNode }) {
  const client = useApolloClient();
  const change = useCallback((firmId: string) => actFor(client, firmId), [client]);
  const viewer = useMemo(() => {
    const { name, memberships, liveCursor, clusterMemberships: clusters, actingFor } = person;
    const acting = memberships.find(({ firm }) => firm.id === actingFor?.id) ?? memberships[0];
    return { name, memberships, liveCursor, clusters, acting, actFor: change };
  }, [person, change]);
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}
