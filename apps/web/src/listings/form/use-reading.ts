import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { ReadStreamTextQuery } from '#operations';
import { useWords } from '../words.js';
import type { Side } from './fields.js';
import { ReadStreamText } from './form.graphql';

/** Between two words of somebody who types at ease. */
const PAUSE_MS = 450;
const SHORTEST = 4;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}

export type TextReading = ReadStreamTextQuery['readText'];

/** What the text says, read whenever its writer pauses; what was read before stands until then. */
export function useReading(
  text: string,
  side: Side,
  siteId: string,
): { readonly reading: TextReading | undefined; readonly busy: boolean } {
  const { locale } = useWords();
  const settled = useSettled(text.trim());
  const skip = settled.length < SHORTEST;
  const variables = { text: settled, side, siteId: siteId || null, locale };
  const { data, previousData, loading } = useQuery(ReadStreamText, { variables, skip });
  return { reading: skip ? undefined : (data ?? previousData)?.readText, busy: loading };
}
