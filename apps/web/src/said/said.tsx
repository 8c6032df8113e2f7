import { useCallback } from 'react';
import { useLanguage } from '../shared/language.js';
import en from './en.json';
import nb from './nb.json';
import { phrasebook, type KnownValues, type Phrasebook } from './phrasebook.js';

let book: Phrasebook | undefined;

/** Made when it is first read from: whoever reads English never needs it. */
const inNorwegian: Phrasebook = (sentence, known) => (book ??= phrasebook(en, nb))(sentence, known);

interface SaidProps {
  /** What the server says, in English. */
  readonly children: string | undefined;
  readonly known?: KnownValues;
}

/** What the server says, in the reader's language; where it has no words for it, as it was said, and marked so. */
export function Said({ children = '', known }: SaidProps) {
  const { language } = useLanguage();
  const worded = language === 'nb' ? inNorwegian(children, known) : undefined;
  return worded === undefined ? <span lang="en">{children}</span> : <>{worded}</>;
}

/** The same for a place that takes a text only. */
export function useSaid(): (sentence: string) => string {
  const { language } = useLanguage();
  return useCallback(
    (sentence) => (language === 'nb' ? inNorwegian(sentence) : undefined) ?? sentence,
    [language],
  );
}
