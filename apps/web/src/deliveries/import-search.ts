/** Which rows of a file are shown: by what they would do, or those that lapsed. */
export const ROW_VIEWS = Object.freeze(['all', 'REFUSED', 'CHANGED', 'NEW', 'SAME', 'LAPSED'] as const);
export type RowView = (typeof ROW_VIEWS)[number];

export interface ImportSearch {
  /** The file that is looked at; without it, one is chosen. */
  readonly file?: string;
  /** For rows that name none. */
  readonly agreement?: string;
  readonly show?: RowView;
}

/** What the address says of the page; what it cannot say is passed over. */
export function importSearch({ file, agreement, show }: Record<string, unknown>): ImportSearch {
  const view = ROW_VIEWS.find((one) => one === show);
  return {
    ...(typeof file === 'string' ? { file } : {}),
    ...(typeof agreement === 'string' ? { agreement } : {}),
    ...(view === undefined ? {} : { show: view }),
  };
}
