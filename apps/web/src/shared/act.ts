import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';

/** An error as data, or that nobody answered: what a form shows beside its field. */
export interface Trouble {
  /** The server's code, or UNREACHABLE. */
  readonly code: string;
  /** The server's sentence, in English; texts for known codes stand in the catalogue. */
  readonly message: string;
  /** The field that it is about, from the mutation's input on; empty when it is about the whole. */
  readonly path: readonly string[];
  /** All that was wrong, where the document asks for `problems` of a ValidationError; else that one. */
  readonly problems: readonly FieldProblem[];
}

interface FieldProblem {
  readonly path: readonly string[];
  readonly message: string;
}

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path?: readonly string[] | null;
  readonly problems?: readonly FieldProblem[];
}

const troubleOf = ({ code, message, path, problems }: UserError): Trouble => {
  const one = { message, path: path ?? [] };
  return { code, ...one, problems: problems ?? [one] };
};

/** The members of a result's union that are no errors. */
export type Success<Outcome> = Exclude<Outcome, { readonly code: string; readonly message: string }>;

const isTrouble = (outcome: object): outcome is UserError => 'code' in outcome && 'message' in outcome;

/** Not randomUUID: that is only there where the page came over https. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const withKey = (given: object, idempotencyKey: string): object =>
  'input' in given
    ? { ...given, input: { ...(given.input as object), idempotencyKey } }
    : { ...given, idempotencyKey };

interface Deed<Variables, Outcome> {
  /** @returns what came of it; undefined when it came to nothing, and `trouble` says why */
  readonly act: (variables: Omit<Variables, 'idempotencyKey'>) => Promise<Success<Outcome> | undefined>;
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  readonly forget: () => void;
}

/**
 * A mutation whose result is a union of outcomes. Ask for `code message path` on UserError. The idempotencyKey, of the
 * input or beside the other arguments, is filled in here: the same one until an answer has come, so that a second try is
 * not a second deed.
 */
export function useAct<Data extends object, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Deed<Variables, NonNullable<Data[Exclude<keyof Data, '__typename'>]>> {
  type Outcome = NonNullable<Data[Exclude<keyof Data, '__typename'>]>;
  const [mutate, { loading }] = useMutation(document);
  const [trouble, setTrouble] = useState<Trouble>();
  const key = useRef<string>(undefined);
  const act = useCallback(
    async (given: Omit<Variables, 'idempotencyKey'>): Promise<Success<Outcome> | undefined> => {
      setTrouble(undefined);
      try {
        key.current ??= newKey();
        const variables = withKey(given, key.current);
        const { data } = await (mutate as (options: object) => Promise<{ data?: Data }>)({ variables });
        key.current = undefined;
        const outcome = Object.entries(data ?? {}).find(([name]) => name !== '__typename')?.[1] as Outcome;
        if (!isTrouble(outcome)) return outcome as Success<Outcome>;
        setTrouble(troubleOf(outcome));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        setTrouble(troubleOf({ code: 'UNREACHABLE', message }));
      }
      return undefined;
    },
    [mutate],
  );
  const forget = useCallback(() => setTrouble(undefined), []);
  return { act, busy: loading, trouble, forget };
}
