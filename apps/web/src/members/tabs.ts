/** Parts of the two pages of members; which one is shown stands in the address. */
export const CLUSTER_TABS = ['people', 'firms', 'log'] as const;
export const FIRM_TABS = ['people', 'log'] as const;
