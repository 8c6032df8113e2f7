import type { MatchAtStartFragment, StartOfFirmQuery } from '#operations';

export const KINDS = ['proposal', 'request', 'faded', 'fading', 'draft', 'unknown', 'match'] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that waits for an answer of the firm. */
export interface Waiting {
  readonly kind: Kind;
  readonly id: string;
  readonly side?: 'OFFER' | 'NEED';
  /** Of the firm's own. */
  readonly title: string;
  /** Of a match: who it is with, or what its material is while that is masked. */
  readonly other?: string;
  /** Last day of what fades. */
  readonly until?: string;
}

/** A fortnight of holidays is not to end a listing. */
const SOON_MS = 14 * 86_400_000;

type Negotiated = StartOfFirmQuery['negotiating']['edges'][number]['node'];
/** Only what is negotiated has proposals. */
type Match = MatchAtStartFragment & Partial<Pick<Negotiated, 'proposals'>>;

/** Which of a match's kinds of answers are awaited, the most urgent first. */
function kindOf({ state, proposals = [], disclosure, checks, offer }: Match): Kind | undefined {
  if (proposals.some((one) => one.state === 'SENT' && !one.byViewer)) return 'proposal';
  if (disclosure.received.some((one) => one.state === 'ASKED')) return 'request';
  const own = offer.visibility === null ? 'TAKER' : 'GIVER';
  if (checks.some(({ result, asks }) => result === 'UNKNOWN' && asks.some((ask) => ask.of === own)))
    return 'unknown';
  return state === 'OPEN' ? 'match' : undefined;
}

function ofMatch(match: Match): readonly Waiting[] {
  const kind = kindOf(match);
  if (kind === undefined) return [];
  // Only of an own listing is it told to whom it is open.
  const [own, other] =
    match.offer.visibility === null ? [match.need, match.offer] : [match.offer, match.need];
  return [{ kind, id: match.id, title: own.title, other: other.firm?.name ?? other.material.label }];
}

/**
 * What waits for the firm, the most urgent first: an answer to somebody, then what ends by itself, then the rest.
 *
 * @param now in milliseconds
 */
export function waitingIn(
  { listingDrafts, active, faded, negotiating, open }: StartOfFirmQuery,
  now: number,
): readonly Waiting[] {
  const fading = active.edges
    .map(({ node }) => node)
    .filter(({ confirmBy }) => confirmBy !== null && Date.parse(confirmBy) - now <= SOON_MS);
  const all: readonly Waiting[] = [
    ...[...negotiating.edges, ...open.edges].flatMap(({ node }) => ofMatch(node)),
    ...faded.edges.map(({ node: { id, title, side } }) => ({ kind: 'faded' as const, id, title, side })),
    ...fading.map(({ id, title, side, confirmBy }) => ({
      kind: 'fading' as const,
      id,
      title,
      side,
      until: confirmBy ?? '',
    })),
    ...listingDrafts.map(({ id, title, side }) => ({ kind: 'draft' as const, id, title, side })),
  ];
  return KINDS.flatMap((kind) => all.filter((one) => one.kind === kind));
}
