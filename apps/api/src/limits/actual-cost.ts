import {
  getNamedType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionSetNode,
} from 'graphql';
import type { Costed } from './cost.js';
import { metaPrice, ownPrice, wrapping } from './prices.js';

type Type = GraphQLNamedType | null | undefined;
type Things = Readonly<Record<string, unknown>>;

/** The fields of a response key; those of fragments on different types may share it. */
interface Asked {
  readonly parent: Type;
  readonly nodes: readonly FieldNode[];
}

/**
 * What an operation came to, by the prices that `costOf` foresees it with: each object that the answer holds is a point,
 * a page is as many as there were.
 *
 * @param data what was answered, without errors
 * @returns the points, at least 1
 */
export function actualCostOf(asked: Costed, data: unknown): number {
  const operation = getOperationAST(asked.document, asked.operationName);
  if (operation === null || operation === undefined) return 1;
  const bill = new Bill(asked);
  const root = asked.schema.getRootType(operation.operation);
  return Math.max(1, bill.ofObject([operation.selectionSet], root, data as Things));
}

class Bill {
  private readonly schema: GraphQLSchema;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor({ schema, document }: Costed) {
    this.schema = schema;
    this.fragments = new Map(
      document.definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    );
  }

  /** What the fields of one object cost; those that another type would have had are not in it. */
  ofObject(sets: readonly SelectionSetNode[], type: Type, things: Things): number {
    const asked = new Map<string, Asked>();
    for (const set of sets) this.collect(set, type, asked);
    return [...asked].reduce(
      (sum, [key, one]) => (key in things ? sum + this.ofField(one, things[key]) : sum),
      0,
    );
  }

  private collect(set: SelectionSetNode, type: Type, into: Map<string, Asked>): void {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) addField(node, type, into);
      else this.collectPart(node, type, into);
    }
  }

  private collectPart(
    node: FragmentSpreadNode | InlineFragmentNode,
    type: Type,
    into: Map<string, Asked>,
  ): void {
    const part = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
    if (part === undefined) return;
    const on = part.typeCondition?.name.value;
    this.collect(part.selectionSet, on === undefined ? type : this.schema.getType(on), into);
  }

  private ofField({ parent, nodes }: Asked, value: unknown): number {
    const name = nodes[0]?.name.value ?? '';
    const meta = metaPrice(name);
    if (meta !== undefined) return meta;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const own = ownPrice(this.schema, parent, name);
    const type = field === undefined ? undefined : getNamedType(field.type);
    if (type === undefined || !isCompositeType(type)) return own;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return own + this.ofValue(sets, type, value);
  }

  private ofValue(sets: readonly SelectionSetNode[], type: GraphQLNamedType, value: unknown): number {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value))
      return value.reduce((sum: number, one) => sum + this.ofValue(sets, type, one), 0);
    return (wrapping(type) === 'nothing' ? 0 : 1) + this.ofObject(sets, type, value as Things);
  }
}

function addField(node: FieldNode, type: Type, into: Map<string, Asked>): void {
  const key = node.alias?.value ?? node.name.value;
  const { parent = type, nodes = [] } = into.get(key) ?? {};
  into.set(key, { parent, nodes: [...nodes, node] });
}
