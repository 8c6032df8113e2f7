import { useCallback, useEffect, useState } from 'react';
import type { Answer } from './answer.js';

export type Asked<T> = Answer<T> | { readonly is: 'waiting' };

const WAITING = Object.freeze({ is: 'waiting' });

/**
 * Asks once, and again on `again`. Both functions must be the same from one drawing to the next.
 *
 * @param onRefused told when the server takes the viewer for signed out
 */
export function useAnswer<T>(
  question: (signal: AbortSignal) => Promise<Answer<T>>,
  onRefused?: () => void,
): {
  readonly asked: Asked<T>;
  readonly again: () => void;
} {
  const [asked, setAsked] = useState<Asked<T>>(WAITING);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const run = async (): Promise<void> => {
      const answer = await question(stop.signal);
      if (stop.signal.aborted) return;
      setAsked(answer);
      if (answer.is === 'refused') onRefused?.();
    };
    void run();
    return () => stop.abort();
  }, [question, onRefused, round]);
  const again = useCallback(() => {
    setAsked(WAITING);
    setRound((before) => before + 1);
  }, []);
  return { asked, again };
}
