import { operation } from '../shared/graphql.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Viewer {
  readonly name: string;
  readonly firms: readonly Named[];
  readonly clusters: readonly Named[];
}

export const VIEWER = operation<{ readonly viewer: Viewer | null }>('Viewer');
