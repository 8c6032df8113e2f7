import { registerEnumType } from '@nestjs/graphql';

/** GraphQL enums are objects whose keys are their values; the types are the domain's. */
const enumOf = <T extends string>(name: string, values: readonly T[], description?: string): Record<T, T> => {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  registerEnumType(members, { name, ...(description === undefined ? {} : { description }) });
  return members;
};

export const SideEnum = enumOf('Side', ['OFFER', 'NEED']);
export const PeriodEnum = enumOf('Period', ['ONCE', 'DAY', 'WEEK', 'MONTH', 'YEAR']);
export const VisibilityEnum = enumOf('Visibility', ['MASKED', 'CLUSTER', 'FEDERATION']);
export const CheckResultEnum = enumOf('CheckResult', ['PASS', 'FAIL', 'UNKNOWN']);
export const MatchStateEnum = enumOf('MatchState', [
  'OPEN',
  'NEGOTIATING',
  'AGREED',
  'DECLINED',
  'SUPERSEDED',
  'EXPIRED',
]);
export const ListingStateEnum = enumOf('ListingState', [
  'DRAFT',
  'ACTIVE',
  'PAUSED',
  'FULFILLED',
  'EXPIRED',
  'WITHDRAWN',
]);
export const ProposalStateEnum = enumOf('ProposalState', [
  'SENT',
  'ACCEPTED',
  'DECLINED',
  'COUNTERED',
  'WITHDRAWN',
  'EXPIRED',
]);
const DECLINE_REASONS = [
  'PRICE',
  'QUALITY',
  'DISTANCE',
  'PERMIT',
  'VOLUME',
  'TIMING',
  'HAVE_PARTNER',
  'NOT_CREDIBLE',
  'OTHER',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export const DeclineReasonEnum = enumOf('DeclineReason', DECLINE_REASONS);
export const FigureBasisEnum = enumOf('FigureBasis', ['POTENTIAL', 'AGREED', 'DELIVERED', 'VERIFIED']);
export const DisclosureEnum = enumOf(
  'Disclosure',
  ['EXACT', 'BANDED'],
  'How much of a listing the viewer knows: BANDED shows bands, the area and the material; what is null is hidden.',
);
