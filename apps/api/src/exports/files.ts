import { csvForm, csvOf, type Sheet } from '#domain';
import { attachment, type Answer } from './answers.js';
import type { Question } from './question.js';
import type { Language } from './words.js';
import { workbookOf } from './workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How an export is to be written. */
export interface Form {
  readonly format: 'json' | 'csv' | 'xlsx';
  readonly language: Language;
  /** Of CSV, which holds one table. */
  readonly part: string;
  readonly bom: boolean;
}

/** @param parts names of the tables, the usual one first */
export const formIn = (question: Question, parts: readonly [string, ...string[]]): Form => ({
  format: question.oneOf('format', ['json', 'csv', 'xlsx']),
  language: question.language(),
  part: question.oneOf('part', parts),
  bom: question.oneOf('bom', ['yes', 'no']) === 'yes',
});

/** Tables or their JSON as the file that was asked for. */
export function fileOf(name: string, form: Form, sheets: () => readonly Sheet[], json: () => object): Answer {
  const { format, language, part, bom } = form;
  switch (format) {
    case 'json':
      return attachment(`${name}.json`, 'application/json; charset=utf-8', JSON.stringify(json(), null, 2));
    case 'xlsx':
      return attachment(`${name}.xlsx`, XLSX, workbookOf(sheets()));
    case 'csv': {
      const sheet = sheets().find((one) => one.name === part);
      const text = sheet === undefined ? '' : csvOf(sheet, csvForm(language, bom));
      return attachment(`${name}-${part}.csv`, 'text/csv; charset=utf-8', text);
    }
  }
}
