import { useViewer } from '../shell/viewer.js';

interface Owned {
  readonly firm: { readonly id: string } | null;
}

interface Pair<Side> {
  readonly offer: Side;
  readonly need: Side;
}

interface Sides<Side> {
  readonly own: Side;
  readonly other: Side;
  /** Which of the two parties the viewer's firm is. */
  readonly party: 'GIVER' | 'TAKER';
}

/** The viewer's own listing of a match, whichever way the stream goes. */
export function useSides<Side extends Owned>({ offer, need }: Pair<Side>): Sides<Side> {
  const { memberships } = useViewer();
  const isOwn = ({ firm }: Owned): boolean => memberships.some((one) => one.firm.id === firm?.id);
  return isOwn(need) && !isOwn(offer)
    ? { own: need, other: offer, party: 'TAKER' }
    : { own: offer, other: need, party: 'GIVER' };
}
