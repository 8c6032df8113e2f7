import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { rootPage, type Operation } from './operations.js';

/** Ids by the type of thing that they name. */
export type Ids = ReadonlyMap<string, readonly string[]>;

/** One operation with arguments. */
export interface Call {
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Ids of known things among the variables. */
  readonly ids: readonly string[];
  /** True where an amount is such that nothing can be done with it. */
  readonly isInvalid: boolean;
}

export interface Known {
  /** What the probe is after. */
  readonly victims: Ids;
  /** What the caller has itself. */
  readonly own: Ids;
  /** An id that names nothing. */
  readonly nowhere: string;
}

/** The place before every event. */
const BEGINNING = Buffer.from('0.0').toString('base64url');
const WRONG_KINDS = 4;
const NO_ID = "'; drop table listing; --";

/** The calls of one operation: with the victims' ids, with one's own, with ids of the wrong kind, of nothing, of no form. */
export function callsOf(operation: Operation, known: Known): readonly Call[] {
  const writer = new Writing(operation, known);
  const idArgument = [...operation.root.args].find(holdsId);
  if (idArgument === undefined) return [writer.call(undefined), ...(operation.isRoot ? writer.extras() : [])];
  const kind = kindOf(idArgument.name, operation, known.victims);
  const victims = idsOf(known.victims, kind);
  const followed = operation.isRoot || operation.kind !== 'mutation' ? victims : victims.slice(0, 1);
  const own = operation.kind === 'mutation' ? [] : idsOf(known.own, kind).slice(0, 1);
  // Where the id only narrows a list, a path is followed through the whole of it.
  if (!isRequiredArgument(idArgument) && !operation.isRoot) return [writer.call(undefined)];
  const needed = isRequiredArgument(idArgument) ? [] : [undefined];
  const calls = [...needed, ...new Set([...followed, ...own])].map((id) => writer.call(id));
  return operation.isRoot ? [...calls, ...writer.extras()] : calls;
}

const ID_NAME = /(^id|Id)$/;

/** Also an input object that names what it is about. */
const holdsId = ({ name, type }: GraphQLArgument): boolean =>
  getNamedType(type).name === 'ID' || (isInputObjectType(getNamedType(type)) && name === 'input');

/** Ids of a kind; `Request` is also what the database calls a DisclosureRequest. */
function idsOf(ids: Ids, kind: string): readonly string[] {
  return ids.get(kind) ?? [...ids].find(([name]) => name.endsWith(kind))?.[1] ?? [];
}

/** The type of thing that an argument names, from its name or from the field's: `pauseListing(id)` is about a Listing. */
function kindOf(name: string, { root }: Operation, known: Ids): string {
  if (name !== 'id' && name !== 'input') return capital(name.replace(ID_NAME, ''));
  if (name === 'input') {
    const fields = Object.values(inputFields(root.args.find((one) => one.name === 'input')?.type));
    const named = fields.find((field) => ID_NAME.test(field.name) && isRequiredInputField(field));
    if (named !== undefined) return capital(named.name.replace(ID_NAME, ''));
  }
  const result = getNamedType(root.type).name;
  return thingIn(root.name, known) ?? /[A-Z][a-z]+$/.exec(root.name)?.[0] ?? result;
}

/** The last and longest name of a thing: of `resendWebhookDelivery` WebhookDelivery, of `rotateWebhookSecret` Webhook. */
function thingIn(name: string, known: Ids): string | undefined {
  const words = name.match(/[A-Z][a-z]+/g) ?? [];
  const ends = words.map((_, at) => words.length - at);
  const names = ends.flatMap((end) => words.slice(0, end).map((_, from) => words.slice(from, end).join('')));
  return names.find((one) => known.has(one));
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function inputFields(type: GraphQLInputType | undefined): Readonly<Record<string, GraphQLInputField>> {
  const named = type === undefined ? undefined : getNamedType(type);
  return isInputObjectType(named) ? named.getFields() : {};
}

class Writing {
  constructor(
    private readonly operation: Operation,
    private readonly known: Known,
  ) {}

  /** @param id of the thing that it is about; other ids in it are the first of the victims' */
  call(id: string | undefined, choice: Readonly<Record<string, unknown>> = {}): Call {
    const ids: string[] = [];
    const use = (one: string): string => {
      ids.push(one);
      return one;
    };
    const variables = this.variables((name) => {
      if (id !== undefined && this.isMain(name)) return use(id);
      const [other] = idsOf(this.known.victims, kindOf(name, this.operation, this.known.victims));
      return use(other ?? this.known.nowhere);
    }, id !== undefined);
    return { operation: this.operation, variables: { ...variables, ...choice }, ids, isInvalid: false };
  }

  /** Each choice of each enum, ids of the wrong kind, of nothing and of no form, and values that cannot stand. */
  extras(): readonly Call[] {
    const { operation, known } = this;
    // An id of any wrong kind is looked up in the same table: few are enough, for a change, which looks its thing up as
    // a question does, one.
    const everyKind = [...known.victims.values()].flatMap(([first]) => first ?? []);
    const kinds = everyKind.slice(0, operation.kind === 'mutation' ? 1 : WRONG_KINDS);
    const wrong = operation.root.args.some(holdsId) ? [...kinds, known.nowhere, NO_ID] : [];
    const choices = operation.root.args.flatMap(({ name, type }) => {
      const named = getNamedType(type);
      return isEnumType(named) ? named.getValues().map((one) => ({ [name]: one.name })) : [];
    });
    return [
      ...(operation.kind === 'mutation'
        ? []
        : choices.map((choice) => this.call(this.firstVictim(), choice))),
      ...wrong.map((id) => this.call(id)),
      this.invalid(),
    ];
  }

  private firstVictim(): string | undefined {
    const argument = this.operation.root.args.find((one) => holdsId(one) && isRequiredArgument(one));
    return (
      argument && idsOf(this.known.victims, kindOf(argument.name, this.operation, this.known.victims))[0]
    );
  }

  private isMain(name: string): boolean {
    const [main] = this.operation.root.args.filter(holdsId);
    return main?.name === name || (main?.name === 'input' && ID_NAME.test(name));
  }

  private variables(idOf: (name: string) => string, withOptionalId: boolean): Record<string, unknown> {
    const wanted = this.operation.root.args.filter(
      (one) =>
        isRequiredArgument(one) ||
        (withOptionalId && getNamedType(one.type).name === 'ID') ||
        one.name === 'first' ||
        one.name === 'factorSet' ||
        (one.name === 'after' && this.operation.kind === 'subscription'),
    );
    return Object.fromEntries(wanted.map(({ name, type }) => [name, sample(name, type, idOf)]));
  }

  private invalid(): Call {
    const ids: string[] = [];
    const idOf: IdOf = (name) => {
      const id =
        idsOf(this.known.victims, kindOf(name, this.operation, this.known.victims))[0] ?? this.known.nowhere;
      ids.push(id);
      return id;
    };
    const variables = Object.fromEntries(
      this.operation.root.args.map(({ name, type }) => [name, wrongSample(name, type, idOf)]),
    );
    // An id alone cannot be wrong and still be the victim's.
    const isInvalid = JSON.stringify(variables).includes(`"${WRONG_AMOUNT}"`);
    return { operation: this.operation, variables, ids, isInvalid };
  }
}

type IdOf = (name: string) => string;

/** A value that could stand. */
function sample(name: string, type: GraphQLInputType, idOf: IdOf): unknown {
  const plain = getNullableType(type);
  if (isListType(plain)) return [sample(name, plain.ofType, idOf)];
  if (isInputObjectType(plain)) {
    const fields = Object.values(plain.getFields()).filter((one) => isRequiredInputField(one));
    const own = (field: string): unknown => SAMPLES[`${plain.name}.${field}`];
    return Object.fromEntries(
      fields.map((one) => [one.name, own(one.name) ?? sample(one.name, one.type, idOf)]),
    );
  }
  if (isEnumType(plain)) return plain.getValues()[0]?.name;
  if (plain.name === 'ID') return idOf(name);
  return SAMPLES[name] ?? BY_TYPE[plain.name] ?? 'probe';
}

const NOW = new Date();
const SAMPLES: Readonly<Record<string, unknown>> = {
  after: BEGINNING,
  factorSet: '2026-1',
  'FigureInput.name': 'materialMoved',
  figures: 'materialMoved',
  first: rootPage,
  from: '2020-01-01T00:00:00Z',
  fromSet: '2026-1',
  reason: 'because of it',
  text: 'Mellom 3000 og 4000 tonn/år tørr flis, 15-20 % fukt, 3 % aske av tørrstoff',
  title: 'Flis',
  toSet: '2026-2',
  token: 'A'.repeat(43),
  unit: 't',
  year: NOW.getUTCFullYear(),
  years: NOW.getUTCFullYear(),
};
const BY_TYPE: Readonly<Record<string, unknown>> = {
  Boolean: true,
  DateTime: NOW.toISOString(),
  Decimal: '1',
  Float: 1,
  Int: 1,
};

/** A value of the right type that nothing can be done with. */
function wrongSample(name: string, type: GraphQLInputType, idOf: IdOf): unknown {
  const plain = getNullableType(type);
  if (isListType(plain)) return [wrongSample(name, plain.ofType, idOf)];
  if (isInputObjectType(plain)) {
    const fields = Object.values(plain.getFields()).filter((one) => one.name !== 'idempotencyKey');
    return Object.fromEntries(fields.map((one) => [one.name, wrongSample(one.name, one.type, idOf)]));
  }
  if (isEnumType(plain)) return plain.getValues().at(-1)?.name;
  if (plain.name === 'ID') return idOf(name);
  if (name === 'idempotencyKey') return undefined;
  return WRONG[plain.name] ?? '';
}

const WRONG_AMOUNT = '-1';
const WRONG: Readonly<Record<string, unknown>> = {
  Boolean: false,
  DateTime: '1900-01-01T00:00:00Z',
  Decimal: WRONG_AMOUNT,
  Float: -1,
  Int: -1,
};
