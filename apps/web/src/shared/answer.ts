/** What a question to the server comes to; each is a state that the page shows. */
export type Answer<T> = Answered<T> | Refused | Unreachable | Failed;

interface Answered<T> {
  readonly is: 'answered';
  readonly data: T;
}

/** Returned when nobody is signed in, or no longer. */
interface Refused {
  readonly is: 'refused';
}

/** Returned when no server answered: no network, or it is being restarted. */
interface Unreachable {
  readonly is: 'unreachable';
}

/** Returned when the server answered with an error; message is the server's own. */
interface Failed {
  readonly is: 'failed';
  readonly message: string;
}

export const answered = <T>(data: T): Answer<T> => ({ is: 'answered', data });
export const REFUSED: Refused = Object.freeze({ is: 'refused' });
export const UNREACHABLE: Unreachable = Object.freeze({ is: 'unreachable' });
export const failed = (message: string): Failed => ({ is: 'failed', message });
