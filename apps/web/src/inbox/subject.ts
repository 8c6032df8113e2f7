import type { InboxRowFragment } from '#operations';

interface Subject {
  /** What it is about, in the words of who listed it where they may be known, else the material's name. */
  readonly about: string | undefined;
  /** Where, or by which watch. */
  readonly at: string | undefined;
}

interface Stream {
  readonly title: string | null;
  readonly material: { readonly label: string };
}

const nameOf = ({ title, material }: Stream): string => title ?? material.label;

/** What an entry of the inbox is about. */
export function subjectOf({ match, hit, listing, proposal, agreement }: InboxRowFragment): Subject {
  if (hit !== null) {
    const { material, area } = hit.outline;
    return { about: material.label, at: `${hit.watchName}, ${area}` };
  }
  if (match !== null) return { about: `${nameOf(match.offer)} → ${nameOf(match.need)}`, at: undefined };
  const offer = (agreement ?? proposal)?.match.offer;
  if (offer !== undefined) return { about: nameOf(offer), at: undefined };
  return { about: listing?.title ?? undefined, at: undefined };
}
