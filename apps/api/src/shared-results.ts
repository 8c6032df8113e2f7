import {
  createSourceEventStream,
  execute,
  getOperationAST,
  Kind,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
} from 'graphql';
import { isUnavailable, Together } from '#market';
import type { GraphContext } from './context.js';
import { iterating } from './iterating.js';

/** Subscriptions whose answer is the same for all who see the same: nothing in it depends on the person. */
const SHARED: readonly string[] = ['matchFound'];

type Results = AsyncIterableIterator<ExecutionResult>;

/**
 * Answers subscriptions. Of one event, those that ask the same and see the same are answered together, where each
 * would have the same document executed: a thousand sockets of one firm cost one execution and a thousand messages.
 */
export class SharedResults {
  private readonly together = new Together<ExecutionResult>();

  /** As graphql-js subscribes. */
  readonly subscribe = async (args: ExecutionArgs): Promise<ExecutionResult | Results> => {
    const events = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in events)) return events;
    const question = questionOf(args);
    const answer = async (rootValue: unknown): Promise<ExecutionResult> => {
      const work = async (): Promise<ExecutionResult> => whole(await execute({ ...args, rootValue }));
      const { cursor } = rootValue as { readonly cursor: string };
      return question === undefined ? work() : this.together.ask(`${cursor} ${question}`, work);
    };
    const source = events[Symbol.asyncIterator]();
    const next = async (): Promise<IteratorResult<ExecutionResult>> => {
      const event = await source.next();
      return event.done === true
        ? { value: undefined, done: true }
        : { value: await answer(event.value), done: false };
    };
    return iterating(next, async () => source.return?.());
  };
}

/**
 * An event that could not be read just now is no answer: without its cursor the client would go on after it. The
 * subscription ends instead, and comes to it again.
 *
 * @throws the database's error
 */
function whole(result: ExecutionResult): ExecutionResult {
  const away = result.errors?.map(({ originalError }) => originalError).find(isUnavailable);
  if (away !== undefined) throw away;
  return result;
}

/** Words that are the same where the answer must be; none where it is the viewer's alone. */
function questionOf({
  document,
  operationName,
  variableValues,
  contextValue,
}: ExecutionArgs): string | undefined {
  const { sharedAs } = contextValue as GraphContext;
  const field = rootFieldOf(document, operationName);
  const text = document.loc?.source.body;
  if (sharedAs === undefined || text === undefined || !SHARED.includes(field?.name.value ?? ''))
    return undefined;
  const from = startOf(field, text);
  const others = Object.entries(variableValues ?? {}).filter(([name]) => name !== from);
  return JSON.stringify([sharedAs, text, operationName ?? null, others]);
}

function rootFieldOf(
  document: DocumentNode,
  operationName: ExecutionArgs['operationName'],
): FieldNode | undefined {
  const [first, ...more] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  return more.length === 0 && first?.kind === Kind.FIELD ? first : undefined;
}

/** The variable that says where this socket began, and nothing else: in no answer does it show. */
function startOf(field: FieldNode | undefined, text: string): string | undefined {
  const value = field?.arguments?.find(({ name }) => name.value === 'after')?.value;
  if (value?.kind !== Kind.VARIABLE) return undefined;
  const { value: name } = value.name;
  // Where it is declared, and here.
  return text.split(new RegExp(`\\$${name}\\b`)).length === 3 ? name : undefined;
}
