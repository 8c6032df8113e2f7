import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { NotFound } from '../shell/not-found.js';
import { useViewer } from '../shell/viewer.js';
import { Whole } from '../shared/whole.js';
import { BoardClusters } from './board.graphql';

export interface SeenCluster {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  /** Of the viewer in it: staff and auditors see its figures exactly; others as they are published. */
  readonly role: 'STAFF' | 'AUDITOR' | 'OUTSIDER';
}

interface OfClusterProps {
  readonly slug: string;
  readonly children: (cluster: SeenCluster) => ReactNode;
}

/** The cluster of an address: one that the viewer works for, audits or has a firm in; else there is none. */
export function OfCluster({ slug, children }: OfClusterProps) {
  const { clusters } = useViewer();
  const own = clusters.find(({ cluster }) => cluster.slug === slug);
  if (own !== undefined)
    return children({ ...own.cluster, role: own.role === 'AUDITOR' ? 'AUDITOR' : 'STAFF' });
  return <OfFirms slug={slug}>{children}</OfFirms>;
}

function OfFirms({ slug, children }: OfClusterProps) {
  const result = useQuery(BoardClusters);
  return (
    <Whole result={result}>
      {({ viewer }) => {
        const found = viewer?.clusters.find((one) => one.slug === slug);
        return found === undefined ? <NotFound /> : children({ ...found, role: 'OUTSIDER' });
      }}
    </Whole>
  );
}
