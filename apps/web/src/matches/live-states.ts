import type { MatchState } from '#domain';

/** The views of the list: each is the states that it shows. */
export const VIEWS = Object.freeze({
  open: ['OPEN'],
  negotiating: ['NEGOTIATING'],
  agreed: ['AGREED'],
  closed: ['DECLINED', 'EXPIRED'],
} as const satisfies Readonly<Record<string, readonly MatchState[]>>);

export type View = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as readonly View[];

/** Whether it may still lead somewhere; the whole domain is not loaded for this one rule. */
export const isLive = (state: MatchState): boolean => state === 'OPEN' || state === 'NEGOTIATING';
