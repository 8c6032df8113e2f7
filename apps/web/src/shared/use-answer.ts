import { useCallback, useEffect, useState } from 'react';
import type { Answer } from './answer.js';

export type Asked<T> = Answer<T> | { readonly is: 'waiting' };

const WAITING = Object.freeze({ is: 'waiting' });

/** Asks once, and again on `again`. `question` must be the same function from one drawing to the next. */
export function useAnswer<T>(question: (signal: AbortSignal) => Promise<Answer<T>>): {
  readonly asked: Asked<T>;
  readonly again: () => void;
} {
  const [asked, setAsked] = useState<Asked<T>>(WAITING);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const run = async (): Promise<void> => {
      const answer = await question(stop.signal);
      if (!stop.signal.aborted) setAsked(answer);
    };
    void run();
    return () => stop.abort();
  }, [question, round]);
  const again = useCallback(() => {
    setAsked(WAITING);
    setRound((before) => before + 1);
  }, []);
  return { asked, again };
}
