import { Alert } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { Page } from '../shared/page.js';
import { NotFound } from './not-found.js';
import { useCluster } from './use-cluster.js';

interface ForStaffProps {
  readonly slug: string;
  readonly title: string;
  /** Of the cluster's name. */
  readonly lead: (cluster: string) => ReactNode;
  /** What auditors are told instead. */
  readonly others: ReactNode;
  readonly children: (clusterId: string) => ReactNode;
}

/** A page of a cluster that its staff work with; there is none for who has no role in the cluster. */
export function ForStaff({ slug, title, lead, others, children }: ForStaffProps) {
  const member = useCluster(slug);
  if (member === undefined) return <NotFound />;
  const { cluster, role } = member;
  return (
    <Page title={title} lead={lead(cluster.name)}>
      {role === 'CLUSTER_STAFF' ? children(cluster.id) : <Alert data-color="info">{others}</Alert>}
    </Page>
  );
}
