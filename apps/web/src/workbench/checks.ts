import type { IntlShape } from 'react-intl';

const CHECKS = [
  'kind',
  'lot',
  'permit',
  'legal',
  'quantity',
  'reach',
  'window',
  'simultaneity',
  'hazard',
  'temperature',
  'moisture',
  'chlorine',
  'ash',
  'NO_COUNTERPART',
  'NO_ANSWER',
] as const;

const FACTS = [
  'quantity',
  'place',
  'wasteCode',
  'permit',
  'monthlyProfile',
  'smallestLot',
  'largestLot',
  'temperature',
  'moisture',
  'byProductTest.furtherUseCertain',
  'byProductTest.usableDirectly',
  'byProductTest.integralPart',
  'byProductTest.lawfulUse',
] as const;

/** Of a check; properties are many, and one without a word here keeps its own name. */
export function checkText(intl: IntlShape, name: string): string {
  const known = CHECKS.find((one) => one === name);
  return known === undefined ? name : intl.formatMessage({ id: `workbench.check.${known}` });
}

/** Of a fact that would settle a check. */
export function factText(intl: IntlShape, name: string): string {
  const known = FACTS.find((one) => one === name);
  return known === undefined ? name : intl.formatMessage({ id: `workbench.fact.${known}` });
}
