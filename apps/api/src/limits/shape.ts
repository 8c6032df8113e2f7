import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { LIMITS, refusal } from './limits.js';

/** How large a selection is with all its fragments written out; without a schema, and before validation. */
interface Shape {
  readonly depth: number;
  /** Depth of what is asked of the schema itself. */
  readonly metaDepth: number;
  readonly metaRoots: number;
  /** Fields on its own level. */
  readonly width: number;
  readonly aliases: number;
  readonly directives: number;
  readonly selections: number;
  /** The lists of introspection that it asks for. */
  readonly lists: readonly string[];
  /** One of them inside itself, below __schema or __type. */
  readonly metaRepeats: boolean;
}

const NOTHING: Shape = Object.freeze({
  depth: 0,
  metaDepth: 0,
  metaRoots: 0,
  width: 0,
  aliases: 0,
  directives: 0,
  selections: 0,
  lists: [],
  metaRepeats: false,
});
/** A fragment that holds itself has no bottom. */
const BOTTOMLESS: Shape = Object.freeze({ ...NOTHING, depth: Infinity });

const META = new Set(['__schema', '__type']);
const META_LISTS = new Set(['types', 'fields', 'inputFields', 'interfaces', 'possibleTypes']);

const together = (one: Shape, other: Shape): Shape => ({
  depth: Math.max(one.depth, other.depth),
  metaDepth: Math.max(one.metaDepth, other.metaDepth),
  metaRoots: one.metaRoots + other.metaRoots,
  width: one.width + other.width,
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
  selections: one.selections + other.selections,
  lists: other.lists.length === 0 ? one.lists : [...new Set([...one.lists, ...other.lists])],
  metaRepeats: one.metaRepeats || other.metaRepeats,
});

/** Measures each fragment once, however often it is spread: the time goes with the text, not with what it unfolds to. */
class Measure {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, Shape>();

  constructor(document: DocumentNode) {
    this.fragments = new Map(
      document.definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    );
  }

  ofSet(set: SelectionSetNode | undefined): Shape {
    return (set?.selections ?? []).map((one) => this.ofOne(one)).reduce(together, NOTHING);
  }

  private ofOne(node: SelectionNode): Shape {
    const inner = this.inside(node);
    const counted = {
      directives: inner.directives + (node.directives?.length ?? 0),
      selections: inner.selections + 1,
    };
    return node.kind === Kind.FIELD ? { ...ofField(node, inner), ...counted } : { ...inner, ...counted };
  }

  private inside(node: SelectionNode): Shape {
    return node.kind === Kind.FRAGMENT_SPREAD
      ? this.ofFragment(node.name.value)
      : this.ofSet(node.selectionSet);
  }

  private ofFragment(name: string): Shape {
    const before = this.known.get(name);
    if (before !== undefined) return before;
    this.known.set(name, BOTTOMLESS);
    const shape = this.ofSet(this.fragments.get(name)?.selectionSet);
    this.known.set(name, shape);
    return shape;
  }
}

function ofField(node: FieldNode, inner: Shape): Shape {
  const name = node.name.value;
  const isMeta = META.has(name);
  return {
    ...inner,
    width: 1,
    depth: isMeta ? 1 : inner.depth + 1,
    metaDepth: isMeta ? inner.depth + 1 : inner.metaDepth,
    metaRoots: inner.metaRoots + (isMeta ? 1 : 0),
    aliases: inner.aliases + (node.alias === undefined ? 0 : 1),
    lists: META_LISTS.has(name) ? [...new Set([...inner.lists, name])] : inner.lists,
    metaRepeats: inner.metaRepeats || inner.lists.includes(name),
  };
}

/** What is too large about the operations of a document; undefined where nothing is. */
export function shapeProblem(document: DocumentNode): GraphQLError | undefined {
  const measure = new Measure(document);
  const problems = document.definitions.map((one) => {
    if (one.kind === Kind.OPERATION_DEFINITION) {
      const shape = measure.ofSet(one.selectionSet);
      return problemOf({ ...shape, directives: shape.directives + (one.directives?.length ?? 0) });
    }
    return one.kind === Kind.FRAGMENT_DEFINITION
      ? problemOfLoose(measure.ofSet(one.selectionSet))
      : undefined;
  });
  return problems.find((one) => one !== undefined);
}

/** A fragment that nobody spreads is validated all the same; how deep it may be depends on where it is spread. */
const problemOfLoose = ({ depth, selections }: Shape): GraphQLError | undefined =>
  problemOf({ ...NOTHING, depth: depth === Infinity ? depth : 0, selections });

function problemOf(shape: Shape): GraphQLError | undefined {
  if (shape.depth > LIMITS.depth || shape.metaDepth > LIMITS.introspectionDepth) {
    return refusal('TOO_DEEP', depthMessage(shape));
  }
  const over = [
    ['root fields', shape.width, LIMITS.rootFields],
    ['aliases', shape.aliases, LIMITS.aliases],
    ['directives', shape.directives, LIMITS.directives],
    ['selections', shape.selections, LIMITS.selections],
    ['questions to the schema', shape.metaRoots, 1],
  ].find(([, count, most]) => Number(count) > Number(most));
  if (over !== undefined) {
    const [what, count, most] = over;
    return refusal(
      'TOO_COMPLEX',
      `The operation has ${count} ${what}, fragments written out; at most ${most}.`,
    );
  }
  return shape.metaRoots > 0 && shape.metaRepeats
    ? refusal('TOO_COMPLEX', 'The lists of the schema may not be asked for inside themselves.')
    : undefined;
}

const depthMessage = ({ depth, metaDepth }: Shape): string => {
  if (depth === Infinity || metaDepth === Infinity) return 'A fragment may not hold itself.';
  return depth > LIMITS.depth
    ? `The operation is ${depth} fields deep; at most ${LIMITS.depth}.`
    : `The question to the schema is ${metaDepth} fields deep; at most ${LIMITS.introspectionDepth}.`;
};

/** Whether a document asks for the schema itself; `__typename` does not. */
export const asksForSchema = (document: DocumentNode): boolean => {
  const measure = new Measure(document);
  return document.definitions.some(
    (one) => one.kind === Kind.OPERATION_DEFINITION && measure.ofSet(one.selectionSet).metaRoots > 0,
  );
};
