import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { LIMITS } from '../../../apps/api/src/limits/limits.js';

type Field = GraphQLField<unknown, unknown>;

export interface Operation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly root: Field;
  /** Field names from the root to the last thing, without the wrapping of pages. */
  readonly path: string;
  /** True for the root field alone, without a path into other things. */
  readonly isRoot: boolean;
  readonly document: string;
}

interface Step {
  /** The member of a union that has the field. */
  readonly on: GraphQLObjectType;
  readonly field: Field;
}

/** Things in things: an offer's match's need is three. */
const MOST_HOPS = 3;
/** Fields in fields, as deep as the api answers; a path leaves room for its root and for what the last thing holds. */
const MOST_DEPTH = LIMITS.depth;
const MOST_STEPS = MOST_DEPTH - 2;
const WRAPPING = new Set(['edges', 'node']);
const ROOT_PAGE = 8;
const INNER_PAGE = 3;

/** One operation for every root field, and one for every path from it over at most three things. */
export function operationsOf(schema: GraphQLSchema): readonly Operation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((root) => new Writer(schema, kind, root).all()),
  );
}

/** A thing has an id and is reached again by it; whatever else has fields is a value, shown whole with its thing. */
const isThing = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');

class Writer {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly kind: Operation['kind'],
    private readonly root: Field,
  ) {}

  all(): readonly Operation[] {
    const type = getNamedType(this.root.type);
    if (!isCompositeType(type)) return [this.operation([])];
    return [[], ...this.pathsFrom(type, [], isThing(type) ? 1 : 0)].map((steps) => this.operation(steps));
  }

  private operation(steps: readonly Step[]): Operation {
    const { kind, root } = this;
    // What has a default may be left out, and so may its variable.
    const declared = root.args.map(
      (one) => `$${one.name}: ${String(isRequiredArgument(one) ? one.type : getNullableType(one.type))}`,
    );
    const given = root.args.map(({ name }) => `${name}: $${name}`);
    const type = getNamedType(root.type);
    const selection = isCompositeType(type) ? ` ${this.along(type, steps, 1)}` : '';
    const named = [root.name, ...steps.map(({ field }) => field.name).filter((name) => !WRAPPING.has(name))];
    return {
      kind,
      root,
      path: named.join('.'),
      isRoot: steps.length === 0,
      document: `${kind} Probe${inBrackets(declared)} { ${root.name}${inBrackets(given)}${selection} }`,
    };
  }

  private pathsFrom(
    type: GraphQLCompositeType,
    before: readonly Step[],
    hops: number,
  ): readonly (readonly Step[])[] {
    if (before.length >= MOST_STEPS) return [];
    return this.membersOf(type).flatMap((on) =>
      this.compositeFields(on).flatMap(([field, target]) => {
        const farther = hops + (isThing(target) ? 1 : 0);
        // A thing that is led to by its own kind, by the same field, shows nothing that the first one did not.
        if (farther > MOST_HOPS || before.at(-1)?.field === field) return [];
        const steps = [...before, { on, field }];
        const onward = this.pathsFrom(target, steps, farther);
        return isThing(target) ? [steps, ...onward] : onward;
      }),
    );
  }

  /** What is selected of a type, with the steps still to be walked; at their end the whole thing. */
  private along(type: GraphQLCompositeType, [step, ...rest]: readonly Step[], depth: number): string {
    if (step === undefined) return this.whole(type, depth);
    const target = getNamedType(step.field.type) as GraphQLCompositeType;
    const inner = `${step.field.name}${paged(step.field, INNER_PAGE)} ${this.along(target, rest, depth + 1)}`;
    if (isObjectType(type)) return `{ __typename ${inner} }`;
    const members = this.membersOf(type).map((member) =>
      onMember(member, [...this.fieldsOf(member, depth), ...(member === step.on ? [inner] : [])]),
    );
    return `{ __typename ${members.join(' ')} }`;
  }

  private whole(type: GraphQLCompositeType, depth: number): string {
    const parts = isObjectType(type)
      ? this.fieldsOf(type, depth)
      : this.membersOf(type).map((member) => onMember(member, this.fieldsOf(member, depth)));
    return `{ __typename ${parts.join(' ')} }`;
  }

  /** Every field that is a value, down to its parts; things are left to the paths. */
  private fieldsOf(type: GraphQLObjectType, depth: number): readonly string[] {
    return Object.values(type.getFields()).flatMap((field) => {
      const target = getNamedType(field.type);
      if (field.args.some(isRequiredArgument)) return [];
      if (!isCompositeType(target)) return [field.name];
      if (isThing(target) || depth + 2 > MOST_DEPTH) return [];
      return [`${field.name}${paged(field, INNER_PAGE)} ${this.whole(target, depth + 1)}`];
    });
  }

  private compositeFields(type: GraphQLObjectType): readonly (readonly [Field, GraphQLCompositeType])[] {
    return Object.values(type.getFields()).flatMap((field) => {
      const target = getNamedType(field.type);
      return isCompositeType(target) && !field.args.some(isRequiredArgument)
        ? [[field, target] as const]
        : [];
    });
  }

  private membersOf(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    if (isObjectType(type)) return [type];
    return isUnionType(type) || isInterfaceType(type) ? this.schema.getPossibleTypes(type) : [];
  }
}

const onMember = ({ name }: GraphQLObjectType, fields: readonly string[]): string =>
  fields.length === 0 ? '' : `... on ${name} { ${fields.join(' ')} }`;

const paged = ({ args }: Field, size: number): string =>
  args.some(({ name }) => name === 'first') ? `(first: ${size})` : '';

/** How many of a root list are asked for. */
export const rootPage = ROOT_PAGE;

const inBrackets = (parts: readonly string[]): string => (parts.length === 0 ? '' : `(${parts.join(', ')})`);
