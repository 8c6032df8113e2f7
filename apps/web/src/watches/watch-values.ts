import type { NotificationRhythm, Side } from '#domain';
import type { MaterialOfWatchFragment, SaveWatchMutationVariables, WatchInListFragment } from '#operations';

type WatchInput = SaveWatchMutationVariables['input'];

export interface WatchedProperty {
  readonly property: string;
  readonly min: string;
  readonly max: string;
  readonly unit: string;
  /** Stated elsewhere than in this form, and kept as it was. */
  readonly basis?: string | null;
  readonly typical?: string | null;
  readonly measured?: boolean;
}

/** The form as it stands, every field as what was typed. */
export interface WatchValues {
  readonly name: string;
  readonly side: Side;
  readonly materials: readonly Omit<MaterialOfWatchFragment, '__typename'>[];
  readonly where: 'ALL' | 'AREAS' | 'SITE';
  readonly areas: readonly string[];
  readonly siteId: string;
  readonly withinKm: string;
  readonly least: string;
  readonly most: string;
  readonly unit: string;
  readonly properties: readonly WatchedProperty[];
  readonly leastScore: string;
  readonly crossIndustryOnly: boolean;
  readonly rhythm: NotificationRhythm | '';
}

export const NO_PROPERTY: WatchedProperty = Object.freeze({ property: '', min: '', max: '', unit: '' });

export const emptyWatch = (siteId: string): WatchValues => ({
  name: '',
  side: 'OFFER',
  materials: [],
  where: 'ALL',
  areas: [],
  siteId,
  withinKm: '',
  least: '',
  most: '',
  unit: 't',
  properties: [],
  leastScore: '',
  crossIndustryOnly: false,
  rhythm: '',
});

/** A saved watch as the form begins with it. */
export const valuesOf = (watch: WatchInListFragment, siteId: string): WatchValues => ({
  ...placeOf(watch, siteId),
  name: watch.name,
  side: watch.side,
  materials: watch.materials,
  least: watch.amount?.min ?? '',
  most: watch.amount?.max ?? '',
  unit: watch.amount?.unit ?? 't',
  properties: watch.properties.map(propertyOf),
  leastScore: watch.leastScore?.toString() ?? '',
  crossIndustryOnly: watch.crossIndustryOnly,
  rhythm: watch.rhythm ?? '',
});

const placeOf = ({ siteId: own, areas, withinKm }: WatchInListFragment, siteId: string) => ({
  where: own !== null ? ('SITE' as const) : areas.length > 0 ? ('AREAS' as const) : ('ALL' as const),
  areas,
  siteId: own ?? siteId,
  withinKm: withinKm?.toString() ?? '',
});

const propertyOf = (one: WatchInListFragment['properties'][number]): WatchedProperty => ({
  property: one.property,
  min: one.min ?? '',
  max: one.max ?? '',
  unit: one.unit ?? '',
  basis: one.basis,
  typical: one.typical,
  measured: one.measured,
});

/**
 * A number as it is written in Norway, in the API's notation; nothing where nothing stands.
 *
 * @example plainNumber('1 200,5') // '1200.5'
 */
export function plainNumber(text: string): string | null {
  const plain = text.replaceAll(/\s/g, '').replace(',', '.');
  return plain === '' ? null : plain;
}

/** What is saved; only the place that was chosen goes along. */
export const inputOf = (values: WatchValues, id: string | undefined): WatchInput => ({
  ...(id === undefined ? {} : { id }),
  name: values.name.trim(),
  side: values.side,
  materialIds: values.materials.map((one) => one.id),
  areas: values.where === 'AREAS' ? [...values.areas] : [],
  ...(values.where === 'SITE'
    ? { siteId: values.siteId, withinKm: floatOf(plainNumber(values.withinKm)) }
    : {}),
  amount: amountOf(values),
  properties: values.properties.map(({ property, min, max, unit, basis, typical, measured }) => ({
    property: property.trim(),
    min: plainNumber(min),
    max: plainNumber(max),
    unit: unit.trim() === '' ? null : unit.trim(),
    basis: basis ?? null,
    typical: typical ?? null,
    measured: measured ?? false,
  })),
  leastScore: floatOf(plainNumber(values.leastScore)),
  crossIndustryOnly: values.crossIndustryOnly,
  rhythm: values.rhythm === '' ? null : values.rhythm,
});

function amountOf({ least, most, unit }: WatchValues): WatchInput['amount'] {
  const [min, max] = [plainNumber(least), plainNumber(most)];
  return min === null && max === null ? null : { min, max, unit };
}

/** What is no number is left for the server to refuse beside its field. */
const floatOf = (plain: string | null): number | null => (plain === null ? null : Number(plain));
