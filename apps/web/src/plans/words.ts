import type { IntlShape } from 'react-intl';
import type { PlannedListingFragment, PlannedPlantFragment } from '#operations';

/** Decimals of the API go into Intl digit by digit: no float in between. */
export const wholeText = (intl: IntlShape, value: string): string =>
  intl.formatNumber(value as unknown as number, { maximumFractionDigits: 0 });

const AMOUNT = {
  maximumFractionDigits: 1,
  maximumSignificantDigits: 3,
  roundingPriority: 'morePrecision',
} as const;
const SIGNS: Readonly<Record<string, string>> = { m3: 'm³', Nm3: 'Nm³' };

export const unitText = (intl: IntlShape, unit: string): string =>
  unit === 'pcs' ? intl.formatMessage({ id: 'plans.pieces' }) : (SIGNS[unit] ?? unit);

export const amountText = (intl: IntlShape, value: string, unit: string): string =>
  `${intl.formatNumber(value as unknown as number, AMOUNT)} ${unitText(intl, unit)}`;

export const plainText = (intl: IntlShape, value: string): string =>
  intl.formatNumber(value as unknown as number, AMOUNT);

/** Material and firm of a listing; what may not be known any more says so. */
export const listingText = (intl: IntlShape, listing: PlannedListingFragment | null): string => {
  if (listing === null) return intl.formatMessage({ id: 'plans.gone' });
  const material = intl.locale.startsWith('en') ? listing.material.en : listing.material.nb;
  return `${material}, ${listing.firm?.name ?? listing.siteName ?? ''}`;
};

/** Firm and place of a plant, as far as they may be known still. */
export const plantText = (intl: IntlShape, { firm, site }: PlannedPlantFragment): string =>
  [firm, site?.name].filter(Boolean).join(', ') || intl.formatMessage({ id: 'plans.gone' });
