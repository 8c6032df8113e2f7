import {
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { firstRefused, LIMITS } from './limits.js';
import { metaPrice, ownPrice, usualLength, wrapping } from './prices.js';

export interface Costed {
  readonly schema: GraphQLSchema;
  /** Valid against the schema. */
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * What an operation may cost at worst, in points: an object is one, a page is as many as `first` says, another list ten,
 * a leaf nothing. `@skip` and `@include` take nothing off.
 *
 * @returns the points, at least 1; the refusal of a `first` outside its range; undefined without such an operation
 */
export function costOf(asked: Costed): number | GraphQLError | undefined {
  const operation = getOperationAST(asked.document, asked.operationName);
  if (operation === null || operation === undefined) return undefined;
  const reckoning = new Reckoning(asked, operation);
  const points = reckoning.ofSet(operation.selectionSet, asked.schema.getRootType(operation.operation));
  return reckoning.problem ?? Math.max(1, points);
}

class Reckoning {
  problem: GraphQLError | undefined;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, number>();
  private readonly variables: Record<string, unknown>;

  constructor(
    private readonly asked: Costed,
    operation: OperationDefinitionNode,
  ) {
    this.fragments = new Map(
      asked.document.definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    );
    const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
    );
    this.variables = { ...Object.fromEntries(defaults), ...asked.variables };
  }

  ofSet(set: SelectionSetNode | undefined, type: GraphQLNamedType | null | undefined): number {
    return (set?.selections ?? []).reduce((sum, one) => sum + this.ofOne(one, type), 0);
  }

  private ofOne(node: SelectionNode, type: GraphQLNamedType | null | undefined): number {
    switch (node.kind) {
      case Kind.FIELD:
        return this.ofField(node, type);
      case Kind.INLINE_FRAGMENT:
        return this.ofSet(node.selectionSet, this.named(node.typeCondition?.name.value) ?? type);
      case Kind.FRAGMENT_SPREAD:
        return this.ofFragment(node.name.value);
    }
  }

  private ofFragment(name: string): number {
    const fragment = this.fragments.get(name);
    if (fragment === undefined) return 0;
    const before = this.known.get(name);
    const points = before ?? this.ofSet(fragment.selectionSet, this.named(fragment.typeCondition.name.value));
    this.known.set(name, points);
    return points;
  }

  private ofField(node: FieldNode, type: GraphQLNamedType | null | undefined): number {
    const meta = metaPrice(node.name.value);
    if (meta !== undefined) return meta;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    const own = ownPrice(this.asked.schema, type, node.name.value);
    if (field === undefined || !isCompositeType(getNamedType(field.type))) return own;
    const first = this.firstOf(node, field);
    return own + this.ofThings(node, field, first ?? usualLength(type, node.name.value));
  }

  private ofThings(node: FieldNode, field: GraphQLField<unknown, unknown>, length: number): number {
    const type = getNamedType(field.type);
    const inner = this.ofSet(node.selectionSet, type);
    const wraps = wrapping(type);
    if (wraps === 'page') return 1 + length * inner;
    if (wraps === 'nothing') return inner;
    return isListType(getNullableType(field.type)) ? length * (1 + inner) : 1 + inner;
  }

  /** How many are asked for, where the field takes `first`. */
  private firstOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
    const argument = field.args.find((one) => one.name === 'first');
    if (argument === undefined) return undefined;
    const given = node.arguments?.find((one) => one.name.value === 'first')?.value;
    const value = given === undefined ? undefined : valueFromASTUntyped(given, this.variables);
    const first = value ?? argument.defaultValue;
    // What is no number at all is refused by the executor, in the words of the type.
    if (typeof first !== 'number') return LIMITS.first;
    if (first < 1 || first > LIMITS.first) this.problem ??= firstRefused();
    return first;
  }

  private named(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.asked.schema.getType(name);
  }
}
