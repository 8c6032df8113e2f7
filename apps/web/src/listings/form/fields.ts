import type {
  MaterialToChooseFragment,
  PublishListingInput,
  SaveDraftInput,
  StreamDraftsQuery,
  StreamToReviseQuery,
} from '#operations';
import { decimalIn } from './decimal-text.js';

export type MaterialChoice = MaterialToChooseFragment;
type Listing = NonNullable<StreamToReviseQuery['listing']>;
type Draft = StreamDraftsQuery['listingDrafts'][number];
export type Side = PublishListingInput['side'];
export type Visibility = NonNullable<PublishListingInput['visibility']>;
export type Per = NonNullable<PublishListingInput['quantity']['per']>;

/** One property as it will be sent; of what was not said nothing stands. */
export interface PropertyField {
  readonly property: string;
  readonly min?: string;
  readonly max?: string;
  readonly typical?: string;
  readonly unit?: string;
  readonly basis?: string;
  readonly measured: boolean;
}

export const QUESTIONS = ['furtherUseCertain', 'usableDirectly', 'integralPart', 'lawfulUse'] as const;
export type Question = (typeof QUESTIONS)[number];
type Answer = '' | 'yes' | 'no';

/** The form as it is typed; texts throughout, so that nothing is lost that is not right yet. */
export interface Fields {
  side: Side;
  text: string;
  /** Empty: the first words of the text. */
  title: string;
  /** Null: the text decides. */
  material: MaterialChoice | null;
  ewcCode: string;
  amount: string;
  unit: string;
  per: Per;
  siteId: string;
  availableFrom: string;
  availableUntil: string;
  price: string;
  currency: string;
  visibility: Visibility;
  properties: PropertyField[];
  /** Findings in the text that were said no to, by the words they were read from. */
  declined: string[];
  smallestLot: string;
  largestLot: string;
  maxDistanceKm: string;
  permits: string;
  byProduct: Record<Question, Answer>;
  months: string[];
}

export const emptyFields = (side: Side, siteId: string): Fields => ({
  side,
  text: '',
  title: '',
  material: null,
  ewcCode: '',
  amount: '',
  unit: 't',
  per: 'YEAR',
  siteId,
  availableFrom: '',
  availableUntil: '',
  price: '',
  currency: 'NOK',
  visibility: 'MASKED',
  properties: [],
  declined: [],
  smallestLot: '',
  largestLot: '',
  maxDistanceKm: '',
  permits: '',
  byProduct: { furtherUseCertain: '', usableDirectly: '', integralPart: '', lawfulUse: '' },
  months: Array.from({ length: 12 }, () => ''),
});

const LONGEST_TITLE = 80;

/**
 * What a stream is called where nobody named it: the first sentence of its text, cut at a word.
 *
 * @example titleIn('Tørr flis fra høvleri. 200 tonn i året.') // 'Tørr flis fra høvleri'
 */
export function titleIn(text: string): string {
  const [sentence = ''] = text.trim().split(/\n|[.!?](?=\s|$)/u);
  if (sentence.length <= LONGEST_TITLE) return sentence.trim();
  const cut = sentence.slice(0, LONGEST_TITLE);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[,;:\s]+$/u, '');
}

const dayIn = (instant: string | null): string => instant?.slice(0, 10) ?? '';
const written = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const answerIn = (value: boolean | null | undefined): Answer =>
  value === null || value === undefined ? '' : value ? 'yes' : 'no';

const propertyField = ({ min, max, typical, unit, basis, ...rest }: Listing['properties'][number]) => ({
  property: rest.property,
  measured: rest.measured,
  ...(min !== null && { min }),
  ...(max !== null && { max }),
  ...(typical !== null && { typical }),
  ...(unit !== null && { unit }),
  ...(basis !== null && { basis }),
});

type Test = Listing['byProductTest'];

const byProductIn = (test: Test): Fields['byProduct'] => ({
  furtherUseCertain: answerIn(test?.furtherUseCertain),
  usableDirectly: answerIn(test?.usableDirectly),
  integralPart: answerIn(test?.integralPart),
  lawfulUse: answerIn(test?.lawfulUse),
});

/** A listing of the firm's own, to be stated anew. */
export const fieldsOfListing = (listing: Listing): Fields => ({
  ...emptyFields(listing.side, listing.site?.id ?? ''),
  text: written(listing.description),
  title: listing.title,
  material: listing.materialConfirmed ? listing.material : null,
  ewcCode: written(listing.ewcCode),
  amount: written(listing.quantity.value),
  unit: listing.quantity.unit,
  per: listing.quantity.per,
  availableFrom: dayIn(listing.availableFrom),
  availableUntil: dayIn(listing.availableUntil),
  price: written(listing.price),
  ...(listing.currency !== null && { currency: listing.currency }),
  ...(listing.visibility !== null && { visibility: listing.visibility }),
  properties: listing.properties.map(propertyField),
  smallestLot: written(listing.smallestLot),
  largestLot: written(listing.largestLot),
  maxDistanceKm: written(listing.maxDistanceKm),
  permits: written(listing.permittedWasteCodes?.join(', ')),
  byProduct: byProductIn(listing.byProductTest),
  ...(listing.monthlyProfile !== null && { months: listing.monthlyProfile.map(String) }),
});

/** What was begun, by the firm or by its cluster's staff; an amount in words is read like the rest of the text. */
export const fieldsOfDraft = (draft: Draft, siteId: string): Fields => ({
  ...emptyFields(draft.side, draft.siteId ?? siteId),
  text: [draft.description ?? draft.title, draft.amountText].filter(Boolean).join('\n'),
  title: draft.title,
  material: draft.material,
  amount: written(draft.quantity?.value),
  unit: draft.quantity?.unit ?? draft.material?.unit ?? 't',
  per: draft.quantity?.per ?? 'YEAR',
});

const stated = (text: string): string | null => (text.trim() === '' ? null : (decimalIn(text) ?? text));
/** Noon is the same day in Oslo and in UTC. */
const instantOf = (day: string): string | null => (day === '' ? null : `${day}T12:00:00.000Z`);
const codesIn = (text: string): string[] =>
  text
    .split(/[,;\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
const given = (answer: Answer): boolean | null => (answer === '' ? null : answer === 'yes');

const titleOf = ({ title, text }: Fields): string => title.trim() || titleIn(text);

const testOf = ({ side, byProduct }: Fields): PublishListingInput['byProductTest'] =>
  side === 'NEED' || QUESTIONS.every((one) => byProduct[one] === '')
    ? null
    : {
        furtherUseCertain: given(byProduct.furtherUseCertain),
        usableDirectly: given(byProduct.usableDirectly),
        integralPart: given(byProduct.integralPart),
        lawfulUse: given(byProduct.lawfulUse),
      };

/** As the API takes it; what was left empty is not said. */
export const inputOf = (fields: Fields): PublishListingInput => ({
  side: fields.side,
  siteId: fields.siteId,
  title: titleOf(fields),
  description: fields.text.trim() || null,
  materialId: fields.material?.id ?? null,
  ewcCode: fields.ewcCode || null,
  quantity: { value: decimalIn(fields.amount) ?? fields.amount, unit: fields.unit, per: fields.per },
  properties: fields.properties,
  availableFrom: instantOf(fields.availableFrom),
  availableUntil: instantOf(fields.availableUntil),
  price: stated(fields.price),
  currency: fields.currency,
  smallestLot: stated(fields.smallestLot),
  largestLot: stated(fields.largestLot),
  maxDistanceKm: fields.maxDistanceKm.trim() === '' ? null : Number(decimalIn(fields.maxDistanceKm)),
  permittedWasteCodes:
    fields.side === 'NEED' && fields.permits.trim() !== '' ? codesIn(fields.permits) : null,
  byProductTest: testOf(fields),
  monthlyProfile: fields.months.every((one) => one.trim() === '')
    ? null
    : fields.months.map((one) => Number(decimalIn(one) ?? 0)),
  visibility: fields.visibility,
});

/** What a draft keeps of it. */
export const draftOf = (fields: Fields, id: string | undefined): SaveDraftInput => ({
  ...(id !== undefined && { id }),
  side: fields.side,
  title: titleOf(fields),
  description: fields.text.trim() || null,
  materialId: fields.material?.id ?? null,
  siteId: fields.siteId || null,
  quantity:
    decimalIn(fields.amount) === undefined
      ? null
      : { value: decimalIn(fields.amount) ?? '', unit: fields.unit, per: fields.per },
});
