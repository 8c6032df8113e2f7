const ACCOUNT_TABS = [
  'profile',
  'notifications',
  'security',
  'keys',
  'webhooks',
  'access',
  'disclosure',
] as const;

export type AccountTab = (typeof ACCOUNT_TABS)[number];

/** The tab that an address names, where there is such a one. */
export const accountTabOf = (named: unknown): AccountTab | undefined =>
  ACCOUNT_TABS.find((one) => one === named);

interface Held {
  readonly hasFirm: boolean;
  /** Of the firm acted for. */
  readonly isAdministrator: boolean;
  readonly isStaff: boolean;
}

/** Keys, webhooks and the log of a firm are its administrators'; a cluster's log is its staff's. */
export function accountTabsOf({ hasFirm, isAdministrator, isStaff }: Held): readonly AccountTab[] {
  return ACCOUNT_TABS.filter((tab) => {
    if (tab === 'keys' || tab === 'webhooks') return hasFirm;
    if (tab === 'access') return isAdministrator || isStaff;
    return tab !== 'disclosure' || hasFirm;
  });
}
