import type { Match } from './match.js';

/** What is on the page: matches that came while it was open, newest first, above the best of before. */
export interface MatchList {
  readonly arrived: readonly Match[];
  readonly best: readonly Match[];
  readonly more: boolean;
  readonly loaded: boolean;
}

export const NO_MATCHES: MatchList = Object.freeze({ arrived: [], best: [], more: false, loaded: false });

export type MatchNews =
  | { readonly is: 'page'; readonly matches: readonly Match[]; readonly more: boolean }
  | { readonly is: 'found'; readonly match: Match };

/** Pure; the same news twice leaves the list as it is, since the server sends at least once. */
export function withNews(list: MatchList, news: MatchNews): MatchList {
  switch (news.is) {
    case 'page':
      return withPage(list, news.matches, news.more);
    case 'found':
      return withFound(list, news.match);
  }
}

/** A page read again after a break may hold what nobody told of meanwhile: that is new too. */
function withPage(list: MatchList, page: readonly Match[], more: boolean): MatchList {
  const known = [...list.arrived, ...list.best];
  const unknown = list.loaded ? page.filter((one) => !has(known, one)) : [];
  const arrived = [...unknown, ...list.arrived.map((one) => page.find((now) => now.id === one.id) ?? one)];
  return { arrived, best: page.filter((one) => !has(arrived, one)), more, loaded: true };
}

function withFound(list: MatchList, match: Match): MatchList {
  const renew = (matches: readonly Match[]): readonly Match[] =>
    matches.map((one) => (one.id === match.id ? match : one));
  if (has(list.best, match)) return { ...list, best: renew(list.best) };
  if (has(list.arrived, match)) return { ...list, arrived: renew(list.arrived) };
  const others = (matches: readonly Match[]): readonly Match[] =>
    matches.filter((one) => !isSamePair(one, match));
  return { ...list, arrived: [match, ...others(list.arrived)], best: others(list.best) };
}

const has = (matches: readonly Match[], match: Match): boolean => matches.some((one) => one.id === match.id);

/** A new version of a listing is matched anew; what was found on the former one is overtaken. */
const isSamePair = (one: Match, other: Match): boolean =>
  one.offer.id === other.offer.id && one.need.id === other.need.id;

/** Overtaken matches say nothing to anybody any more. */
export const isShown = (match: Match): boolean => match.state !== 'SUPERSEDED';
