import { Decimal, fromBase, READING_UNIT, sheetByUnit, type Sheet } from '#domain';
import type { FirmExport } from '#market';

const decimal = (text: string | null | undefined): Decimal | undefined =>
  text === null || text === undefined ? undefined : new Decimal(text);
const yes = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');
const titled = (...titles: readonly string[]) => titles.map((title) => ({ title }));
const KM = { title: 'roadDistance', unit: 'km' };

/** All of a firm as tables; headings are the names that programs know the fields by. */
export const firmSheets = (of: FirmExport): readonly Sheet[] => [
  listingSheet(of),
  agreementSheet(of),
  deliverySheet(of),
  ledgerSheet(of),
];

function listingSheet({ listings }: FirmExport): Sheet {
  return sheetByUnit(
    {
      name: 'listings',
      before: titled('id', 'side', 'state', 'version', 'title', 'description', 'material', 'site', 'per'),
      titles: ['amount', 'remaining', 'smallestLot', 'largestLot'],
      after: titled(
        'availableFrom',
        'availableUntil',
        'price',
        'currency',
        'wasteCode',
        'permits',
        'properties',
      ),
    },
    listings.map((one) => ({
      before: [
        one.id,
        one.side,
        one.state,
        one.version,
        one.title,
        one.description,
        one.materialCode,
        one.siteName,
        one.quantity.per,
      ],
      unit: one.quantity.unit,
      values: [one.quantity.value, one.remaining.value, one.smallestLot, one.largestLot].map(decimal),
      after: [
        one.availableFrom,
        one.availableUntil,
        decimal(one.price),
        one.currency,
        one.wasteCode,
        one.permits?.join(' '),
        one.properties.map(propertyText).join('; '),
      ],
    })),
  );
}

const propertyText = ({
  property,
  min,
  max,
  typical,
  unit,
  basis,
}: FirmExport['listings'][number]['properties'][number]): string =>
  [`${property}:`, typical ?? `${min ?? ''}..${max ?? ''}`, unit, basis]
    .filter((one) => one !== undefined)
    .join(' ');

const agreementSheet = ({ agreements }: FirmExport): Sheet =>
  sheetByUnit(
    {
      name: 'agreements',
      before: titled('id', 'side', 'partner', 'listing', 'material', 'per'),
      titles: ['amount'],
      after: titled('price', 'currency', 'startsOn', 'endsOn', 'retrospective', 'madeAt'),
    },
    agreements.map((one) => ({
      before: [one.id, one.side, one.partner ?? undefined, one.listingId, one.materialCode, one.per],
      unit: one.unit,
      values: [decimal(one.amount)],
      after: [
        decimal(one.price),
        one.currency,
        one.startsOn,
        one.endsOn ?? undefined,
        yes(one.retrospective),
        one.madeAt,
      ],
    })),
  );

const deliverySheet = ({ deliveries }: FirmExport): Sheet =>
  sheetByUnit(
    {
      name: 'deliveries',
      before: titled('id', 'agreement', 'deliveredOn'),
      titles: ['amount'],
      after: titled('reference', 'recordedByUs', 'verified', 'correctedBy', 'recordedAt'),
    },
    deliveries.map((one) => ({
      before: [one.id, one.agreementId, one.deliveredOn],
      unit: one.unit,
      values: [decimal(one.amount)],
      after: [
        one.reference ?? undefined,
        yes(one.recordedByUs),
        yes(one.verified),
        one.correctedById ?? undefined,
        one.recordedAt,
      ],
    })),
  );

const ledgerSheet = ({ entries }: FirmExport): Sheet =>
  sheetByUnit(
    {
      name: 'ledger',
      before: titled('id', 'side', 'kind', 'basis', 'occurredOn', 'endsOn', 'yearly', 'material', 'input'),
      titles: ['amount'],
      after: [
        KM,
        { title: 'value', unit: 'NOK' },
        ...titled('agreement', 'delivery', 'reverses', 'ruleSet', 'factorSet', 'methodVersion', 'recordedAt'),
      ],
    },
    entries.map((one) => ({
      before: [
        one.id,
        one.side,
        one.kind,
        one.basis,
        one.occurredOn,
        one.endsOn ?? undefined,
        yes(one.yearly),
        one.materialCode,
        one.inputCode,
      ],
      unit: READING_UNIT[one.unitKind],
      values: [fromBase(new Decimal(one.amountBase), READING_UNIT[one.unitKind])],
      after: [
        decimal(one.roadKm),
        decimal(one.valueNok),
        one.agreementId,
        one.deliveryId ?? undefined,
        one.reverses ?? undefined,
        one.ruleSet,
        one.factorSet,
        one.methodVersion,
        one.recordedAt,
      ],
    })),
  );

/** The same for programs, as the rows are. */
export const firmJson = ({ madeAt, ...rest }: FirmExport): object => ({
  ...rest,
  madeAt: madeAt.toISOString(),
});
