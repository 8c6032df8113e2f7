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
  'byProductTest.furtherUseCertain',
  'byProductTest.usableDirectly',
  'byProductTest.integralPart',
  'byProductTest.lawfulUse',
] as const;

/** Those that uses most often set limits to; both a check and a fact. */
const PROPERTIES = [
  'alkali',
  'ash',
  'cao',
  'chlorine',
  'chromium',
  'copper',
  'cyanide',
  'fluoride',
  'foreignmatter',
  'iron',
  'lead',
  'lossonignition',
  'manganese',
  'metalcontent',
  'moisture',
  'oil',
  'particlesize',
  'sulphur',
  'temperature',
] as const;

/** Of a check; a property without a word here keeps its own name. */
export function checkText(intl: IntlShape, name: string): string {
  const known = CHECKS.find((one) => one === name);
  return known === undefined
    ? propertyText(intl, name).replace(/^./, (letter) => letter.toUpperCase())
    : intl.formatMessage({ id: `workbench.check.${known}` });
}

/** Of a fact that would settle a check. */
export function factText(intl: IntlShape, name: string): string {
  const known = FACTS.find((one) => one === name);
  return known === undefined
    ? propertyText(intl, name)
    : intl.formatMessage({ id: `workbench.fact.${known}` });
}

function propertyText(intl: IntlShape, name: string): string {
  const known = PROPERTIES.find((one) => one === name);
  return known === undefined ? name : intl.formatMessage({ id: `workbench.property.${known}` });
}
