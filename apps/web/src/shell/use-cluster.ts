import { useViewer, type ClusterMembership } from './viewer.js';

/** The cluster of an address; undefined for who has no role in it. */
export const useCluster = (slug: string): ClusterMembership | undefined =>
  useViewer().clusters.find(({ cluster }) => cluster.slug === slug);
