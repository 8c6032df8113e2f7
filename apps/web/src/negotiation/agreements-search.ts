/** Saved views of the agreements. */
export const AGREEMENT_VIEWS = Object.freeze(['running', 'to-verify', 'coming', 'ended', 'all'] as const);
export type AgreementView = (typeof AGREEMENT_VIEWS)[number];

export interface AgreementsSearch {
  /** Those that run, where it is left out. */
  readonly view?: AgreementView;
}

/** What the address says of the list; what it cannot say is passed over. */
export function agreementsSearch({ view }: Record<string, unknown>): AgreementsSearch {
  const known = AGREEMENT_VIEWS.find((one) => one === view);
  return known === undefined ? {} : { view: known };
}
