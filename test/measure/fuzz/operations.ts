import fc from 'fast-check';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Known } from './known.js';
import { Values, type Quality } from './values.js';

export interface Operation {
  /** The root fields that it asks for. */
  readonly about: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Field = GraphQLField<unknown, unknown>;
interface Call {
  readonly field: Field;
  readonly values: Readonly<Record<string, unknown>>;
  /** Arguments written into the document rather than sent as variables. */
  readonly isWritten: boolean;
  readonly selection: string;
}

/** Of ten operations of the schema, how sound their values are. */
const QUALITIES: readonly { readonly weight: number; readonly quality: Quality }[] = [
  { weight: 3, quality: 'sound' },
  { weight: 4, quality: 'extreme' },
  { weight: 2, quality: 'mixed' },
  { weight: 1, quality: 'wild' },
];
const DEPTH = 3;

/** Operations from the schema as it stands: a new field is asked for without anybody adding it here. */
export class Operations {
  private readonly values: Values;
  private readonly selections = new Map<string, fc.Arbitrary<string>>();

  constructor(
    private readonly schema: GraphQLSchema,
    known: Known,
  ) {
    this.values = new Values(known);
  }

  queries(): fc.Arbitrary<Operation> {
    return this.ofRoot('query', this.schema.getQueryType());
  }
  mutations(): fc.Arbitrary<Operation> {
    return this.ofRoot('mutation', this.schema.getMutationType());
  }
  subscriptions(): fc.Arbitrary<Operation> {
    return this.ofRoot('subscription', this.schema.getSubscriptionType());
  }

  private ofRoot(kind: string, root: GraphQLObjectType | null | undefined): fc.Arbitrary<Operation> {
    const fields = Object.values(root?.getFields() ?? {});
    const calls = QUALITIES.map(({ weight, quality }) => ({
      weight,
      arbitrary: fc.oneof(...fields.map((field) => this.call(field, quality))),
    }));
    const several = fc.array(fc.oneof(...calls), { minLength: 1, maxLength: kind === 'query' ? 2 : 1 });
    return several.map((all) => operationOf(kind, all));
  }

  private call(field: Field, quality: Quality): fc.Arbitrary<Call> {
    const values = fc.record(
      Object.fromEntries(field.args.map((one) => [one.name, this.values.of(one, quality)])),
      { requiredKeys: field.args.filter(isRequired).map((one) => one.name), noNullPrototype: true },
    );
    return fc
      .tuple(values, fc.integer({ min: 0, max: 4 }), this.selection(getNamedType(field.type), DEPTH))
      .map(([sent, at, selection]) => ({ field, values: sent, isWritten: at === 4, selection }));
  }

  private selection(type: GraphQLNamedType, depth: number): fc.Arbitrary<string> {
    const key = `${type.name} ${depth}`;
    const known = this.selections.get(key);
    if (known !== undefined) return known;
    const made = this.newSelection(type, depth);
    this.selections.set(key, made);
    return made;
  }

  private newSelection(type: GraphQLNamedType, depth: number): fc.Arbitrary<string> {
    if (isUnionType(type)) {
      const members = type
        .getTypes()
        .map((member) =>
          fc.option(this.selection(member, depth).map((inner) => `... on ${member.name} ${inner}`)),
        );
      return fc.tuple(...members).map((all) => braced(['__typename', ...all]));
    }
    if (!isObjectType(type)) return fc.constant('');
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map((field) => field.name);
    const inner = depth === 0 ? [] : fields.filter((field) => !isLeafType(getNamedType(field.type)));
    const some = fc.subarray(['__typename', ...leaves], { minLength: 1 });
    if (inner.length === 0) return some.map(braced);
    const one = fc.option(fc.oneof(...inner.map((field) => this.inside(field, depth - 1))), { freq: 2 });
    return fc.tuple(some, one, one).map(([own, first, second]) => braced([...own, first, second]));
  }

  private inside(field: Field, depth: number): fc.Arbitrary<string> {
    const args = fc.record(
      Object.fromEntries(field.args.map((one) => [one.name, this.values.of(one, 'extreme')])),
      { requiredKeys: [], noNullPrototype: true },
    );
    return fc
      .tuple(args, this.selection(getNamedType(field.type), depth))
      .map(([values, inner]) => `${field.name}${writtenArgs(field, values)} ${inner}`);
  }
}

const isRequired = (one: GraphQLArgument): boolean =>
  isNonNullType(one.type) && one.defaultValue === undefined;
const braced = (parts: readonly (string | null)[]): string =>
  `{ ${parts.filter((part) => part !== null).join(' ')} }`;

function operationOf(kind: string, calls: readonly Call[]): Operation {
  const named = calls.map((call, at) => ({
    ...call,
    alias: calls.length === 1 ? '' : `a${at}: `,
    mark: `v${at}_`,
  }));
  const sent = named.filter((call) => !call.isWritten);
  const definitions = sent.flatMap(({ field, values, mark }) =>
    argsOf(field, values).map((one) => `$${mark}${one.name}: ${String(one.type)}`),
  );
  const roots = named.map(
    ({ alias, field, isWritten, values, mark, selection }) =>
      `${alias}${field.name}${isWritten ? writtenArgs(field, values) : variableArgs(field, values, mark)} ${selection}`,
  );
  const variables = sent.flatMap(({ values, mark }) =>
    Object.entries(values).map(([name, value]) => [`${mark}${name}`, value] as const),
  );
  return {
    about: [...new Set(calls.map(({ field }) => field.name))].join('+'),
    query: `${kind}${listed(definitions)} ${braced(roots)}`,
    variables: Object.fromEntries(variables),
  };
}

const argsOf = ({ args }: Field, values: Call['values']): readonly GraphQLArgument[] =>
  args.filter((one) => Object.hasOwn(values, one.name));
const listed = (parts: readonly string[]): string => (parts.length === 0 ? '' : `(${parts.join(', ')})`);
const variableArgs = (field: Field, values: Call['values'], mark: string): string =>
  listed(argsOf(field, values).map(({ name }) => `${name}: $${mark}${name}`));
const writtenArgs = (field: Field, values: Call['values']): string =>
  listed(argsOf(field, values).map(({ name, type }) => `${name}: ${written(values[name], type)}`));

/** A value as GraphQL writes it; an enum's as a name, where it is one. */
function written(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return written(value, type.ofType);
  if (Array.isArray(value)) {
    const inner = isListType(type) ? type.ofType : type;
    return `[${value.map((one) => written(one, inner)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(type) ? type.getFields() : {};
    const pairs = Object.entries(value).map(
      ([name, one]) => `${name}: ${written(one, fields[name]?.type ?? type)}`,
    );
    return `{${pairs.join(', ')}}`;
  }
  return isEnumType(type) && typeof value === 'string' && /^\w+$/.test(value)
    ? value
    : String(JSON.stringify(value));
}
