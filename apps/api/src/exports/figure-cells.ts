import type { ShownFigure } from '#domain';
import { escapeHtml } from '../escape-html.js';
import { shownNumber } from './document.js';
import { nameOf, WORDS, type Language } from './words.js';

type Shown = Pick<ShownFigure, 'value' | 'withheld' | 'reason'>;

/** A number, or why none or only a part of it is told. */
export function valueCell({ value, withheld, reason }: Shown, language: Language): string {
  const words = WORDS[language];
  const why = reason === undefined ? '' : ` ${escapeHtml(words.reasons[reason])}`;
  if (value === undefined || withheld) return `<td class="withheld">${words.withheld}.${why}</td>`;
  const part =
    why === '' ? '' : `<br><span class="small withheld">${escapeHtml(words.withheldPart)}.${why}</span>`;
  return `<td class="number">${shownNumber(value, language)}${part}</td>`;
}

/** Every figure with all that it has to be read with. */
export const figureRows = (
  figures: readonly ShownFigure[],
  factorSet: string,
  language: Language,
): readonly (readonly string[])[] =>
  figures.map((one) => [
    escapeHtml(nameOf(one.name, language)),
    valueCell(one, language),
    cell(one.unit),
    cell(WORDS[language].bases[one.basis]),
    `<td class="number">${one.entryCount ?? '–'}</td>`,
    cell(factorSet),
  ]);

export const figureHeads = (language: Language): readonly string[] => {
  const { figure, value, unit, basis, entries, factorSet } = WORDS[language];
  return [figure, value, unit, basis, entries, factorSet];
};

export const cell = (text: string): string => `<td>${escapeHtml(text)}</td>`;
